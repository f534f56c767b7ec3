/// Arguments of copying rows from one spacing to another; a unit is `elementsPerUnit` elements of one row.
package struct RowCopyArguments {
  package static let elementsPerUnit = 16384

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var rowCount: Int
  package var rowLength: Int
  /// Elements between the starts of rows.
  package var inputStride: Int
  package var outputStride: Int

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, rowCount: Int, rowLength: Int, inputStride: Int,
    outputStride: Int
  ) {
    self.input = input
    self.output = output
    self.rowCount = rowCount
    self.rowLength = rowLength
    self.inputStride = inputStride
    self.outputStride = outputStride
  }

  /// The number of units that one row is divided into.
  package static func unitsPerRow(_ rowLength: Int) -> Int { (rowLength + elementsPerUnit - 1) / elementsPerUnit }
}

/// What padding cells hold.
package enum PadRule: Hashable, Sendable {
  case constant, reflect, replicate, circular
}

/// How one axis is padded.
package struct PadAxis: Hashable, Sendable {
  package var input: Int
  package var output: Int
  package var begin: Int

  package init(input: Int, output: Int, begin: Int) {
    self.input = input
    self.output = output
    self.begin = begin
  }
}

/// Arguments of padding the last three axes; a unit is one plane, all indices of these axes.
package struct PadArguments {
  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var depth: PadAxis
  package var height: PadAxis
  package var width: PadAxis
  package var rule: PadRule
  package var value: Float

  package init(
    input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, depth: PadAxis, height: PadAxis, width: PadAxis,
    rule: PadRule, value: Float
  ) {
    self.input = input
    self.output = output
    self.depth = depth
    self.height = height
    self.width = width
    self.rule = rule
    self.value = value
  }
}

/// Moving elements without computing.
package struct ShapeKernels: Sendable {
  package var copyRows: Kernel<RowCopyArguments>
  package var copyStrided: Kernel<StridedCopyArguments>
  package var pad: Kernel<PadArguments>
  /// Reads the gradient by the padded tensor as `input`, and writes the gradient by the unpadded one as `output`.
  package var padGradient: Kernel<PadArguments>

  package init(
    copyRows: @escaping Kernel<RowCopyArguments>, copyStrided: @escaping Kernel<StridedCopyArguments>,
    pad: @escaping Kernel<PadArguments>, padGradient: @escaping Kernel<PadArguments>
  ) {
    self.copyRows = copyRows
    self.copyStrided = copyStrided
    self.pad = pad
    self.padGradient = padGradient
  }
}
