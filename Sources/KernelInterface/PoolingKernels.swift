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
  /// The power of a power pool.
  package var norm: Double

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, geometry: PoolGeometry,
    divisor: PoolDivisor = .windowInsideInput, norm: Double = 1
  ) {
    self.input = input
    self.output = output
    self.geometry = geometry
    self.divisor = divisor
    self.norm = norm
  }
}

/// Arguments of the gradient of a pool; a unit is one plane.
package struct PoolGradientArguments {
  package var upstream: UnsafePointer<Float>
  /// The forward input, read by maxima and power pools.
  package var input: UnsafePointer<Float>?
  package var inputGradient: UnsafeMutablePointer<Float>
  package var geometry: PoolGeometry
  package var divisor: PoolDivisor
  package var norm: Double

  package init(
    upstream: UnsafePointer<Float>, input: UnsafePointer<Float>?, inputGradient: UnsafeMutablePointer<Float>,
    geometry: PoolGeometry, divisor: PoolDivisor = .windowInsideInput, norm: Double = 1
  ) {
    self.upstream = upstream
    self.input = input
    self.inputGradient = inputGradient
    self.geometry = geometry
    self.divisor = divisor
    self.norm = norm
  }
}

/// Arguments of the places of the largest elements; a unit is one plane.
package struct PoolIndexArguments {
  package var input: UnsafePointer<Float>
  /// The place of each output's element in the plane of the input; -1 where a window reads only padding.
  package var indices: UnsafeMutablePointer<Int64>
  package var geometry: PoolGeometry

  package init(
    input: UnsafePointer<Float>, indices: UnsafeMutablePointer<Int64>, geometry: PoolGeometry
  ) {
    self.input = input
    self.indices = indices
    self.geometry = geometry
  }
}

/// Arguments of putting the elements of small planes at their places in large ones, 0 elsewhere, and of the gradient,
/// which takes them from there; a unit is one plane.
///
/// Of several elements with one place the last stays. Places outside of the plane are ignored, and give 0.
package struct UnpoolArguments {
  package var input: UnsafePointer<Float>
  package var indices: UnsafePointer<Int64>
  package var output: UnsafeMutablePointer<Float>
  /// The elements of a plane that have places.
  package var smallCount: Int
  /// The elements of a plane that has the places.
  package var largeCount: Int

  package init(
    input: UnsafePointer<Float>, indices: UnsafePointer<Int64>, output: UnsafeMutablePointer<Float>, smallCount: Int,
    largeCount: Int
  ) {
    self.input = input
    self.indices = indices
    self.output = output
    self.smallCount = smallCount
    self.largeCount = largeCount
  }
}

/// Pools and their gradients. Adaptive pools read only the sizes of the geometry.
package struct PoolingKernels: Sendable {
  package var max: Kernel<PoolArguments>
  package var maxGradient: Kernel<PoolGradientArguments>
  package var maxIndices: Kernel<PoolIndexArguments>
  package var average: Kernel<PoolArguments>
  package var averageGradient: Kernel<PoolGradientArguments>
  package var power: Kernel<PoolArguments>
  package var powerGradient: Kernel<PoolGradientArguments>
  package var adaptiveAverage: Kernel<PoolArguments>
  package var adaptiveAverageGradient: Kernel<PoolGradientArguments>
  package var adaptiveMax: Kernel<PoolArguments>
  package var adaptiveMaxGradient: Kernel<PoolGradientArguments>
  package var unpool: Kernel<UnpoolArguments>
  package var unpoolGradient: Kernel<UnpoolArguments>

  package init(
    max: @escaping Kernel<PoolArguments>, maxGradient: @escaping Kernel<PoolGradientArguments>,
    maxIndices: @escaping Kernel<PoolIndexArguments>, average: @escaping Kernel<PoolArguments>,
    averageGradient: @escaping Kernel<PoolGradientArguments>, power: @escaping Kernel<PoolArguments>,
    powerGradient: @escaping Kernel<PoolGradientArguments>, adaptiveAverage: @escaping Kernel<PoolArguments>,
    adaptiveAverageGradient: @escaping Kernel<PoolGradientArguments>, adaptiveMax: @escaping Kernel<PoolArguments>,
    adaptiveMaxGradient: @escaping Kernel<PoolGradientArguments>, unpool: @escaping Kernel<UnpoolArguments>,
    unpoolGradient: @escaping Kernel<UnpoolArguments>
  ) {
    self.max = max
    self.maxGradient = maxGradient
    self.maxIndices = maxIndices
    self.average = average
    self.averageGradient = averageGradient
    self.power = power
    self.powerGradient = powerGradient
    self.adaptiveAverage = adaptiveAverage
    self.adaptiveAverageGradient = adaptiveAverageGradient
    self.adaptiveMax = adaptiveMax
    self.adaptiveMaxGradient = adaptiveMaxGradient
    self.unpool = unpool
    self.unpoolGradient = unpoolGradient
  }
}
