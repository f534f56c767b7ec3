/// Arguments of a copy whose source and destination each step through memory in their own way.
///
/// The left steps of the axes are the source's, the right ones the destination's. A source step of 0 repeats. There are
/// at least two axes: the cells of a row are the last one, the rows the one before. A unit is a block of both, for one
/// index of the axes around.
package struct StridedCopyArguments {
  package static let cellsPerUnit = 1024
  private static let elementsPerUnit = 8192

  package var input: UnsafePointer<Float>
  package var output: UnsafeMutablePointer<Float>
  package var axes: PairedAxes

  package init(input: UnsafePointer<Float>, output: UnsafeMutablePointer<Float>, axes: PairedAxes) {
    self.input = input
    self.output = output
    self.axes = axes
  }

  /// Rows of a unit: more when they are short.
  package static func rowsPerUnit(_ axes: PairedAxes) -> Int {
    elementsPerUnit.groups(of: min(axes.size(axes.count - 1), cellsPerUnit))
  }

  package static func units(_ axes: PairedAxes) -> Int {
    axes.iterations(ofFirst: axes.count - 2) * axes.size(axes.count - 2).groups(of: rowsPerUnit(axes))
      * axes.size(axes.count - 1).groups(of: cellsPerUnit)
  }
}
