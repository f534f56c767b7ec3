package import Diagnostics
import Graph
import Tensors

extension Violation {
  static func sliceRange(_ attribute: String, _ index: Int, _ shape: Shape, _ axis: Int) -> Violation {
    let size = shape[axis]
    return Violation(
      .sliceRange, "'\(attribute)' must lie within axis \(axis) of \(shape), from -\(size) to \(size): it is \(index)",
      at: .attribute(attribute), remarks: [.init(.input(0), "produces \(shape)")])
  }

  static func emptySlice(_ shape: Shape, _ axis: Int, _ first: Dimension, _ last: Dimension) -> Violation {
    Violation(
      .sliceRange, "'end' must lie behind 'start': they are \(last) and \(first) along axis \(axis) of \(shape)",
      at: .attribute("end"), remarks: [.init(.input(0), "produces \(shape)")])
  }

  static func cropTooLarge(_ message: String, at subject: Subject, _ input: Shape) -> Violation {
    Violation(.cropTooLarge, message, at: subject, remarks: [.init(.input(0), "produces \(input)")])
  }

  static func sizeOrLike(hasSize: Bool) -> Violation {
    Violation(
      .sizeOrLike, "'center_crop' must have either 'size' or 'like': it has \(hasSize ? "both" : "none")",
      at: hasSize ? .attribute("like") : .layer)
  }

  static func expandedSize(_ size: Int, _ shape: Shape, _ axis: Int) -> Violation {
    Violation(
      .expandedSize,
      "only an axis of size 1 can be repeated: axis \(axis) of \(shape) is not 1, and \(size) is asked for",
      at: .attribute("sizes"), remarks: [.init(.input(0), "produces \(shape)")])
  }

  static func expandedRank(_ count: Int, _ shape: Shape) -> Violation {
    Violation(
      .expandedSize, "'sizes' must have a value for each axis of \(shape), with -1 for one that stays: it has \(count)",
      at: .attribute("sizes"), remarks: [.init(.input(0), "produces \(shape)")])
  }
}

extension DiagnosticCode {
  package static let sliceRange = DiagnosticCode(
    "E0354", "slice-range",
    explanation: """
      A `slice` takes the indices from `start` up to but without `end`, which lie within the axis and leave at least one
      index; negative ones count from the end. A range that does not fit is mostly a mistake in a size before it.
      """,
    bad: """
      cnnc: 1
      model: slice_beyond
      input: [N, 3, 8, 8]
      layers:
        - slice: {dim: 2, start: 0, end: 9}
      """,
    good: """
      cnnc: 1
      model: slice_within
      input: [N, 3, 8, 8]
      layers:
        - slice: {dim: 2, start: 0, end: 8}
      """)

  package static let cropTooLarge = DiagnosticCode(
    "E0355", "crop-too-large",
    explanation: """
      `crop` and `center_crop` take cells away and add none: what is left has at least one cell along every axis, and
      what is asked for is not larger than the input. `pad` adds cells.
      """,
    bad: """
      cnnc: 1
      model: crop_too_large
      input: [N, 3, 8, 8]
      layers:
        - crop: 4
      """,
    good: """
      cnnc: 1
      model: crop_within
      input: [N, 3, 8, 8]
      layers:
        - crop: 3
      """)

  package static let expandedSize = DiagnosticCode(
    "E0357", "expanded-size",
    explanation: """
      `expand` repeats axes of size 1. Its `sizes` are the whole new shape, with -1 for every axis that stays.
      """,
    bad: """
      cnnc: 1
      model: expanded_size
      input: [N, 3, 8, 8]
      layers:
        - expand: {sizes: [-1, 6, 8, 8]}
      """,
    good: """
      cnnc: 1
      model: expanded_one
      input: [N, 1, 8, 8]
      layers:
        - expand: {sizes: [-1, 6, 8, 8]}
      """)

  package static let sizeOrLike = DiagnosticCode(
    "E0460", "size-or-like",
    explanation: """
      What stays of a `center_crop` is given either as `size` or as the size of another layer, `like`: one of them, and
      not both.
      """,
    bad: """
      cnnc: 1
      model: no_crop_size
      input: [N, 3, 8, 8]
      layers:
        - center_crop
      """,
    good: """
      cnnc: 1
      model: crop_size
      input: [N, 3, 8, 8]
      layers:
        - center_crop: 6
      """)
}
