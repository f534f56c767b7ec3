package import Graph
import KernelInterface
package import Tensors

/// Two or more tensors one behind the other along one axis, the channels unless told otherwise.
///
/// The inputs are equal in all other axes. `axis` counts from 0 at the batch, or from the end as a negative number;
/// it is called `dim` in PyTorch. The gradient by each input is its slice of upstream.
package struct Concat: DifferentiableOperator {
  package var axis = 1

  package static let name = "concat"
  package static let summary = "tensors one behind the other along an axis"
  package static let arity = 1...Int.max
  package static let primaryAttribute: String? = "axis"
  package static let attributes: [Attribute<Concat>] = [
    Attribute("axis", \.axis, .any, "the axis along which the inputs follow each other")
  ]
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let first = inputs.lazy.compactMap(\.shape).first else { return [.unknown] }
    guard let axis = AxisIndex.resolve(axis, attribute: "axis", in: first, reporting: &violations) else {
      return [.unknown]
    }
    let join = JoinedShape(broadcasts: false, name: name, freeAxis: axis)
    guard var shape = join(inputs, reporting: &violations) else { return [.unknown] }
    if inputs.allSatisfy({ $0.shape?.rank == first.rank }) {
      shape[axis] = inputs.reduce(0) { $0 + ($1.shape?[axis] ?? .unknown) }
    } else {
      shape[axis] = .unknown
    }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let slices = Slices(site.inputs.map(\.sizes), axis: axis)
    let kernel = lowering.kernels.shape.copyRows
    let output = site.inputs.count
    lowering.emit(
      Step(
        kernel: name, path: site.path, reads: site.inputs.map(\.buffer), writes: [site.outputs[0].buffer],
        units: slices.units
      ) { run in
        slices.forEach(in: run.units) { index, slice, units in
          kernel(
            RowCopyArguments(
              input: run.floats(index), output: run.floats(output) + slice.offset, rowCount: slices.rows,
              rowLength: slice.length, inputStride: slice.length, outputStride: slices.stride), units)
        }
      })
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let wanted = site.inputGradients.map { $0 != nil }
    let slices = Slices(site.forward.inputs.map(\.sizes), axis: axis, including: wanted)
    let kernel = lowering.kernels.shape.copyRows
    lowering.emit(
      Step(
        kernel: "concat gradient", path: site.forward.path, reads: [upstream.buffer],
        writes: site.inputGradients.compactMap { $0?.buffer }, units: slices.units
      ) { run in
        slices.forEach(in: run.units) { index, slice, units in
          kernel(
            RowCopyArguments(
              input: run.floats(0) + slice.offset, output: run.floats(1 + index), rowCount: slices.rows,
              rowLength: slice.length, inputStride: slices.stride, outputStride: slice.length), units)
        }
      })
  }
}

/// Where each input of a concatenation lies in a row of the output.
private struct Slices: Sendable {
  struct Slice: Sendable {
    var offset: Int
    var length: Int
    var firstUnit: Int
    var endUnit: Int
  }

  private(set) var slices: [Slice] = []
  let rows: Int
  private(set) var stride = 0
  private(set) var units = 0

  init(_ sizes: [[Int]], axis: Int, including wanted: [Bool]? = nil) {
    let axis = AxisIndex.resolve(axis, rank: sizes[0].count) ?? 0
    rows = sizes[0][..<axis].reduce(1, *)
    for (index, sizes) in sizes.enumerated() {
      let length = sizes[axis...].reduce(1, *)
      if wanted?[index] ?? true {
        let count = rows * RowCopyArguments.unitsPerRow(length)
        slices.append(Slice(offset: stride, length: length, firstUnit: units, endUnit: units + count))
        units += count
      }
      stride += length
    }
  }

  /// Calls the body for every slice that has units in a range, with its own numbers of them.
  func forEach(in units: Range<Int>, _ body: (_ index: Int, _ slice: Slice, _ units: Range<Int>) -> Void) {
    for (index, slice) in slices.enumerated() {
      let first = max(units.lowerBound, slice.firstUnit)
      let end = min(units.upperBound, slice.endUnit)
      if first < end { body(index, slice, first - slice.firstUnit..<end - slice.firstUnit) }
    }
  }
}
