/// Arguments of a function of two equally large tensors; a unit is `elementsPerUnit` elements.
///
/// The output may be the memory of either input.
package struct BinaryArguments {
  package static let elementsPerUnit = 4096

  package var left: UnsafePointer<Float>
  package var right: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var count: Int

  package init(
    left: UnsafePointer<Float>, right: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, count: Int
  ) {
    self.left = left
    self.right = right
    self.output = output
    self.count = count
  }
}

/// Arguments of the gradients of the larger or the smaller of two elements; a unit is `BinaryArguments.elementsPerUnit` elements.
///
/// Equal elements get half of the upstream gradient each. Either gradient may be the upstream's memory, not both.
package struct ExtremeGradientArguments {
  package var upstream: UnsafePointer<Float>
  package var left: UnsafePointer<Float>
  package var right: UnsafePointer<Float>
  package var leftGradient: UnsafeMutablePointer<Float>
  package var rightGradient: UnsafeMutablePointer<Float>
  package var count: Int

  package init(
    upstream: UnsafePointer<Float>, left: UnsafePointer<Float>, right: UnsafePointer<Float>,
    leftGradient: UnsafeMutablePointer<Float>, rightGradient: UnsafeMutablePointer<Float>, count: Int
  ) {
    self.upstream = upstream
    self.left = left
    self.right = right
    self.leftGradient = leftGradient
    self.rightGradient = rightGradient
    self.count = count
  }
}

/// Arguments of filling memory with one value; a unit is `elementsPerUnit` elements.
package struct FillArguments {
  package static let elementsPerUnit = 16384

  package var output: UnsafeMutablePointer<Float>
  package var count: Int
  package var value: Float

  package init(output: UnsafeMutablePointer<Float>, count: Int, value: Float) {
    self.output = output
    self.count = count
    self.value = value
  }
}

/// The axes of a loop over two tensors: sizes, and for each tensor the elements from one index to the next.
///
/// A tensor that is repeated along an axis has step 0 there.
package struct PairedAxes: Hashable, Sendable {
  package static let capacity = 8

  package private(set) var count = 0
  @usableFromInline var sizes = SIMD8<Int>(repeating: 1)
  @usableFromInline var leftSteps = SIMD8<Int>()
  @usableFromInline var rightSteps = SIMD8<Int>()

  package init() {}

  /// Appends an axis inside the others; there are at most `capacity`.
  package mutating func append(size: Int, leftStep: Int, rightStep: Int) {
    precondition(count < PairedAxes.capacity, "a paired loop has at most \(PairedAxes.capacity) axes")
    sizes[count] = size
    leftSteps[count] = leftStep
    rightSteps[count] = rightStep
    count += 1
  }

  @inlinable package func size(_ axis: Int) -> Int { sizes[axis] }
  @inlinable package func leftStep(_ axis: Int) -> Int { leftSteps[axis] }
  @inlinable package func rightStep(_ axis: Int) -> Int { rightSteps[axis] }

  /// The number of iterations of the first axes.
  @inlinable package func iterations(ofFirst axes: Int) -> Int {
    var product = 1
    for axis in 0..<axes { product *= sizes[axis] }
    return product
  }
}

/// Arguments of a function of two tensors of which either may be repeated along axes.
///
/// A unit is `elementsPerUnit` elements of one run of the innermost axis, whose steps are 0 or 1; the output is
/// contiguous. There is at least one axis.
package struct BroadcastArguments {
  package static let elementsPerUnit = 4096

  package var left: UnsafePointer<Float>
  package var right: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var axes: PairedAxes

  package init(
    left: UnsafePointer<Float>, right: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, axes: PairedAxes
  ) {
    self.left = left
    self.right = right
    self.output = output
    self.axes = axes
  }

  /// The number of units that one run is divided into.
  package static func unitsPerRun(_ axes: PairedAxes) -> Int { axes.size(axes.count - 1).groups(of: elementsPerUnit) }

  /// The number of units of all runs.
  package static func units(_ axes: PairedAxes) -> Int {
    axes.iterations(ofFirst: axes.count - 1) * unitsPerRun(axes)
  }
}

/// Arithmetic on whole tensors.
package struct ElementwiseKernels: Sendable {
  package var add: Kernel<BinaryArguments>
  package var subtract: Kernel<BinaryArguments>
  package var multiply: Kernel<BinaryArguments>
  package var divide: Kernel<BinaryArguments>
  package var maximum: Kernel<BinaryArguments>
  package var maximumGradient: Kernel<ExtremeGradientArguments>
  package var minimum: Kernel<BinaryArguments>
  package var minimumGradient: Kernel<ExtremeGradientArguments>
  package var broadcastAdd: Kernel<BroadcastArguments>
  package var broadcastSubtract: Kernel<BroadcastArguments>
  package var broadcastMultiply: Kernel<BroadcastArguments>
  package var broadcastDivide: Kernel<BroadcastArguments>
  /// 1 where two elements are equal, else 0.
  package var broadcastEqual: Kernel<BroadcastArguments>
  package var fill: Kernel<FillArguments>

  package init(
    add: @escaping Kernel<BinaryArguments>, subtract: @escaping Kernel<BinaryArguments>,
    multiply: @escaping Kernel<BinaryArguments>, divide: @escaping Kernel<BinaryArguments>,
    maximum: @escaping Kernel<BinaryArguments>, maximumGradient: @escaping Kernel<ExtremeGradientArguments>,
    minimum: @escaping Kernel<BinaryArguments>, minimumGradient: @escaping Kernel<ExtremeGradientArguments>,
    broadcastAdd: @escaping Kernel<BroadcastArguments>, broadcastSubtract: @escaping Kernel<BroadcastArguments>,
    broadcastMultiply: @escaping Kernel<BroadcastArguments>, broadcastDivide: @escaping Kernel<BroadcastArguments>,
    broadcastEqual: @escaping Kernel<BroadcastArguments>, fill: @escaping Kernel<FillArguments>
  ) {
    self.add = add
    self.subtract = subtract
    self.multiply = multiply
    self.divide = divide
    self.maximum = maximum
    self.maximumGradient = maximumGradient
    self.minimum = minimum
    self.minimumGradient = minimumGradient
    self.broadcastAdd = broadcastAdd
    self.broadcastSubtract = broadcastSubtract
    self.broadcastMultiply = broadcastMultiply
    self.broadcastDivide = broadcastDivide
    self.broadcastEqual = broadcastEqual
    self.fill = fill
  }
}
