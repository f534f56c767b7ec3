package import Diagnostics
import Graph
import Tensors

extension Violation {
  static func sectionSum(_ sections: [Int], _ shape: Shape, _ axis: Int) -> Violation {
    let sum = sections.reduce(0, +)
    var mended = sections
    mended[mended.count - 1] += (shape[axis].value ?? sum) - sum
    return Violation(
      .splitSizes,
      "the parts must make the whole axis \(axis) of \(shape): \(sections.map(String.init).joined(separator: " + "))"
        + " is \(sum), not \(shape[axis])",
      at: .attribute("split_size_or_sections"), label: "makes \(sum)",
      remarks: [.init(.input(0), "produces \(shape)")],
      repairs: mended[mended.count - 1] < 1
        ? []
        : [
          .init(
            "give the last part the rest", safety: .unsafe, set: "split_size_or_sections", to: mended.literal)
        ])
  }

  static func tooManyParts(_ count: Int, _ shape: Shape, _ axis: Int) -> Violation {
    Violation(
      .splitSizes,
      "there must be at most \(SplitSizes.limit) parts: axis \(axis) of \(shape) comes to \(count)",
      at: .attribute("split_size_or_sections"), remarks: [.init(.input(0), "produces \(shape)")])
  }

  static func tooFewForChunks(_ chunks: Int, _ shape: Shape, _ axis: Int) -> Violation {
    Violation(
      .splitSizes, "no part must be empty: axis \(axis) of \(shape) in \(chunks) parts leaves nothing for the last",
      at: .attribute("chunks"), remarks: [.init(.input(0), "produces \(shape)")])
  }

  static func symbolicSplit(_ shape: Shape, _ axis: Int) -> Violation {
    var help = ["use 'chunk' with a number of parts, or a list with their sizes"]
    if axis == 0, shape.rank > 1 { help.insert("write 'dim: 1' to cut the channels", at: 0) }
    return Violation(
      .symbolicSplit,
      "the size of a split axis must be a number, since it decides how many parts there are: axis \(axis) of \(shape) is"
        + " \(shape[axis])",
      remarks: [.init(.input(0), "produces \(shape)")], help: help)
  }
}

extension DiagnosticCode {
  package static let splitSizes = DiagnosticCode(
    "E0353", "split-sizes",
    explanation: """
      The parts of `split` and `chunk` make the whole axis, and none is empty: a list of sizes adds up to the size of the
      axis, and there are not more `chunks` than it has elements for.
      """,
    bad: """
      cnnc: 1
      model: split_sizes
      input: [N, 10, 8, 8]
      layers:
        - split: {name: halves, split_size_or_sections: [4, 4], dim: 1}
        - relu: {from: halves.1}
      """,
    good: """
      cnnc: 1
      model: split_whole
      input: [N, 10, 8, 8]
      layers:
        - split: {name: halves, split_size_or_sections: [4, 6], dim: 1}
        - relu: {from: halves.1}
      """)

  package static let symbolicSplit = DiagnosticCode(
    "E0352", "symbolic-split",
    explanation: """
      `split` into parts of one size makes as many outputs as fit, so the size of the axis must be a number. `dim` is 0
      unless written, as in PyTorch: that is the batch, which is mostly a symbol. For the channels write `dim: 1`.
      """,
    bad: """
      cnnc: 1
      model: split_batch
      input: [N, 8, 4, 4]
      layers:
        - split: {name: halves, split_size_or_sections: 4}
        - relu: {from: halves.1}
      """,
    good: """
      cnnc: 1
      model: split_channels
      input: [N, 8, 4, 4]
      layers:
        - split: {name: halves, split_size_or_sections: 4, dim: 1}
        - relu: {from: halves.1}
      """)

  package static let squeezedSize = DiagnosticCode(
    "E0351", "squeezed-size",
    explanation: """
      `squeeze` removes an axis of size 1. An axis of another size holds elements that cannot be left out: `flatten`
      joins it with its neighbours, `slice` takes one index of it, and a reduction such as `mean` sums it up.
      """,
    bad: """
      cnnc: 1
      model: squeezed_size
      input: [N, 3, 8, 8]
      layers:
        - squeeze: {dim: 2}
      """,
    good: """
      cnnc: 1
      model: squeezed_one
      input: [N, 3, 1, 8]
      layers:
        - squeeze: {dim: 2}
      """)
}
