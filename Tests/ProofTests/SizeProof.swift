import Analysis
import Diagnostics
import Elaborator
import Graph
import ModelSyntax
import Tensors
import TestSupport

/// Compares what the solver says of a network's sizes with inference of the same file with numbers, size by size.
struct SizeProof {
  /// How many sizes were tried, how many of them the network accepts, and where solver and inference disagree.
  struct Result {
    var tried = 0
    var accepted = 0
    var disagreements: [String] = []

    static func += (a: inout Result, b: Result) {
      a.tried += b.tried
      a.accepted += b.accepted
      a.disagreements += b.disagreements
    }
  }

  /// Sizes beyond this are not tried.
  static let sizeLimit = 1024

  private let text: SourceText
  private let folder: String
  private let opened: Elaboration
  private let legal: LegalSizes
  /// A size for each symbol that the others are tried with.
  private let usual: [String: Int]

  /// nil for a network that has errors with symbols for sizes, or whose sizes cannot all be followed.
  init?(_ text: SourceText, folder: String) {
    self.text = text
    self.folder = folder
    opened = Self.elaborate(text, folder, ElaborationOptions(opensSizes: true))
    guard let graph = opened.graph, !opened.diagnostics.hasErrors else { return nil }
    legal = LegalSizes(opened, graph: graph)
    guard legal.horizon == nil else { return nil }
    usual = legal.symbols.reduce(into: [:]) { sizes, symbol in
      sizes[symbol.name] = symbol.sizes.nearest(above: 0)
    }
    guard usual.count == legal.symbols.count else { return nil }
  }

  /// Every symbol with every size from 1 to four periods, the other symbols at their smallest legal sizes.
  func run() -> Result {
    var result = Result()
    for symbol in legal.symbols {
      let last = max(4 * symbol.sizes.period, (usual[symbol.name] ?? 1) + 2 * symbol.sizes.period)
      for size in 1...min(last, Self.sizeLimit) {
        var sizes = usual
        sizes[symbol.name] = size
        let isLegal = isLegal(sizes)
        result.tried += 1
        if isLegal { result.accepted += 1 }
        if isLegal != works(sizes) {
          result.disagreements.append(
            "\(text.path): \(symbol.name) = \(size) with \(usual) is \(isLegal ? "legal" : "not legal")"
              + " by '\(symbol.description)' but not by inference")
        }
      }
    }
    return result
  }

  private func isLegal(_ sizes: [String: Int]) -> Bool {
    legal.symbols.allSatisfy { symbol in
      symbol.sizes.contains(sizes[symbol.name] ?? 1)
        && symbol.ties.allSatisfy { $0.condition.binding(sizes).holds ?? false }
    }
  }

  /// Whether the file with these numbers has no error. An axis that happens to be 1 is not repeated on purpose: only
  /// those that are repeated with symbols too count.
  private func works(_ sizes: [String: Int]) -> Bool {
    let edits = zip(opened.document.inputs, opened.graph?.inputs ?? []).compactMap { syntax, port in
      (opened.graph?[port.value].type.shape).map { Edit(syntax.shape.span, $0.binding(sizes).description) }
    }
    let elaboration = Self.elaborate(text.applying(edits) ?? text, folder, ElaborationOptions())
    return !elaboration.diagnostics.hasErrors && broadcasts(elaboration).isSubset(of: broadcasts(opened))
  }

  /// The layers that repeat an axis.
  private func broadcasts(_ elaboration: Elaboration) -> Set<String> {
    Set(elaboration.diagnostics.filter { $0.code.name == "broadcast" }.compactMap(\.layer))
  }

  private static func elaborate(_ text: SourceText, _ folder: String, _ options: ElaborationOptions) -> Elaboration {
    var sources = SourceMap()
    return Elaborator.elaborate(text: text, options: options, sources: &sources) { path in
      guard let bytes = try? TestFile.read(folder + path) else { return .failed("no such file") }
      return .loaded(SourceText(path: path, bytes: bytes))
    }
  }
}
