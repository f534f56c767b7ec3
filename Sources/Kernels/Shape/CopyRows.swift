import KernelInterface

/// Copies rows; a row that is copied onto itself stays.
@Sendable func copyRows(_ arguments: RowCopyArguments, _ units: Range<Int>) {
  let unitsPerRow = RowCopyArguments.unitsPerRow(arguments.rowLength)
  for unit in units {
    let row = unit / unitsPerRow
    let start = unit % unitsPerRow * RowCopyArguments.elementsPerUnit
    let count = min(RowCopyArguments.elementsPerUnit, arguments.rowLength - start)
    let input = arguments.input + (row * arguments.inputStride + start)
    let output = arguments.output + (row * arguments.outputStride + start)
    if input != UnsafePointer(output) { output.update(from: input, count: count) }
  }
}
