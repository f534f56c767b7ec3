package import Diagnostics
package import Tensors

/// The sizes that symbols such as `N` and `H` have in one run, and who said so.
package struct SymbolBindings: Sendable {
  private var sources: [String: String] = [:]
  package private(set) var sizes: [String: Int]

  /// Begins with the sizes of `--shape`.
  package init(_ sizes: [String: Int] = [:]) { self.sizes = sizes }

  /// Matches the sizes of a tensor with the shape of a port, and gives open symbols their sizes.
  package mutating func bind(_ tensor: [Int], to shape: Shape, of port: String, in path: String) throws(DataProblem) {
    guard tensor.count == shape.rank, !tensor.contains(0) else { throw .inputShape(port, shape, path, tensor) }
    for (size, dimension) in zip(tensor, shape.dimensions) {
      guard let name = dimension.symbolName, sizes[name] == nil else { continue }
      sizes[name] = size
      sources[name] = port
    }
    for (axis, size) in tensor.enumerated() where shape[axis].binding(sizes) != .known(size) {
      guard let name = shape[axis].symbolName, let bound = sizes[name] else {
        throw .inputShape(port, shape, path, tensor)
      }
      throw .symbolConflict(name, bound, by: sources[name], size, port, path)
    }
  }
}

extension DiagnosticCode {
  package static let inputDataShape = DiagnosticCode(
    "E0507", "input-data-shape",
    explanation: """
      The data of an input must have the shape that the model declares, axis by axis. A symbol such as `N` or `H` \
      takes its size from the data, at least 1, and must have the same size wherever it stands, in every input and \
      in `--shape`.

      Data are N C H W: images from most image libraries are H W C and need `transpose(2, 0, 1)` and a batch axis first.
      """,
    exampleKind: .words,
    bad: "An array of shape (1, 224, 224, 3) for an input `[N, 3, 224, 224]`.",
    good: "The same array after `x.transpose(0, 3, 1, 2)`.")
}

extension DataProblem {
  fileprivate static func inputShape(_ port: String, _ shape: Shape, _ path: String, _ sizes: [Int]) -> DataProblem {
    let problem = DataProblem(.inputDataShape, "input '\(port)' must be \(shape): '\(path)' holds \(Shape(sizes))")
    return problem.adding(help: layoutAdvice(shape, sizes))
  }

  fileprivate static func symbolConflict(
    _ symbol: String, _ bound: Int, by source: String?, _ size: Int, _ port: String, _ path: String
  ) -> DataProblem {
    let other = source.map { $0 == port ? "at its other axis" : "in input '\($0)'" } ?? "by --shape"
    return DataProblem(
      .inputDataShape,
      "\(symbol) must have one size: it is \(bound) \(other) and \(size) in input '\(port)' of '\(path)'")
  }

  private func adding(help text: String?) -> DataProblem {
    var problem = self
    if let text { problem.help.append(text) }
    return problem
  }

  /// What most often went wrong: a missing batch axis, or channels at the end.
  private static func layoutAdvice(_ shape: Shape, _ sizes: [Int]) -> String? {
    if fits([1] + sizes, shape) { return "add a batch axis: x[None]" }
    guard sizes.count >= 3 else { return nil }
    let hasBatch = sizes.count == shape.rank
    let first = hasBatch ? Array(sizes.prefix(1)) : [1]
    let rest = hasBatch ? sizes.dropFirst() : sizes[...]
    guard let channels = rest.last, fits(first + [channels] + rest.dropLast(), shape) else { return nil }
    let axes = hasBatch ? [0, sizes.count - 1] + (1..<sizes.count - 1) : [sizes.count - 1] + (0..<sizes.count - 1)
    let order = axes.map(String.init).joined(separator: ", ")
    return "the channels look last instead of first: x.transpose(\(order))" + (hasBatch ? "" : "[None]")
  }

  private static func fits(_ sizes: [Int], _ shape: Shape) -> Bool {
    sizes.count == shape.rank && zip(sizes, shape.dimensions).allSatisfy { $1.value == nil || $1.value == $0 }
  }
}
