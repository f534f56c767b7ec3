/// How a pool's window moves along one axis; an absent axis has size 1 and a window of 1.
package struct PoolAxis: Hashable, Sendable {
  package var input: Int
  package var output: Int
  package var kernelSize: Int
  package var stride: Int
  package var dilation: Int
  package var padBegin: Int
  package var padEnd: Int

  package init(
    input: Int, output: Int, kernelSize: Int, stride: Int, dilation: Int = 1, padBegin: Int = 0, padEnd: Int = 0
  ) {
    self.input = input
    self.output = output
    self.kernelSize = kernelSize
    self.stride = stride
    self.dilation = dilation
    self.padBegin = padBegin
    self.padEnd = padEnd
  }

  package static let absent = PoolAxis(input: 1, output: 1, kernelSize: 1, stride: 1)
}

/// The three spatial axes of a pool.
package struct PoolGeometry: Hashable, Sendable {
  package var depth: PoolAxis
  package var height: PoolAxis
  package var width: PoolAxis

  package init(depth: PoolAxis, height: PoolAxis, width: PoolAxis) {
    self.depth = depth
    self.height = height
    self.width = width
  }

  package var inputCount: Int { depth.input * height.input * width.input }
  package var outputCount: Int { depth.output * height.output * width.output }
}

/// What the sum of an average window is divided by.
package enum PoolDivisor: Hashable, Sendable {
  /// The cells of the window that lie inside the input or its padding.
  case windowWithPadding
  /// The cells of the window that lie inside the input.
  case windowInsideInput
  case fixed(Int)
}

/// Arguments of a pool; a unit is one plane, the spatial axes of one channel of one sample.
package struct PoolArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var geometry: PoolGeometry
  /// Read by average pools.
  package var divisor: PoolDivisor

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, geometry: PoolGeometry,
    divisor: PoolDivisor = .windowInsideInput
  ) {
    self.input = input
    self.output = output
    self.geometry = geometry
    self.divisor = divisor
  }
}

/// Arguments of the gradient of a pool; a unit is one plane.
package struct PoolGradientArguments {
  package var upstream: UnsafePointer<Float>
  /// The forward input, read by the maximum alone.
  package var input: UnsafePointer<Float>?
  package var inputGradient: UnsafeMutablePointer<Float>
  package var geometry: PoolGeometry
  package var divisor: PoolDivisor

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>?, inputGradient: UnsafeMutablePointer<Float>,
    geometry: PoolGeometry, divisor: PoolDivisor = .windowInsideInput
  ) {
    self.upstream = upstream
    self.input = input
    self.inputGradient = inputGradient
    self.geometry = geometry
    self.divisor = divisor
  }
}

/// Pools and their gradients. Adaptive pools read only the sizes of the geometry.
package struct PoolingKernels: Sendable {
  package var max: Kernel<PoolArguments>
  package var maxGradient: Kernel<PoolGradientArguments>
  package var average: Kernel<PoolArguments>
  package var averageGradient: Kernel<PoolGradientArguments>
  package var adaptiveAverage: Kernel<PoolArguments>
  package var adaptiveAverageGradient: Kernel<PoolGradientArguments>

  package init(
    max: @escaping Kernel<PoolArguments>, maxGradient: @escaping Kernel<PoolGradientArguments>,
    average: @escaping Kernel<PoolArguments>, averageGradient: @escaping Kernel<PoolGradientArguments>,
    adaptiveAverage: @escaping Kernel<PoolArguments>, adaptiveAverageGradient: @escaping Kernel<PoolGradientArguments>
  ) {
    self.max = max
    self.maxGradient = maxGradient
    self.average = average
    self.averageGradient = averageGradient
    self.adaptiveAverage = adaptiveAverage
    self.adaptiveAverageGradient = adaptiveAverageGradient
  }
}
