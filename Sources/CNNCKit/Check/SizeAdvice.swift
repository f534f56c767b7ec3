import Analysis
import Diagnostics
import Elaborator
import ModelSyntax

/// The input sizes nearest to those of a model that its layers do not accept.
///
/// It is found by checking the same file with symbols in the place of the numbers: when that is free of errors, the
/// numbers alone are what is wrong.
struct SizeAdvice {
  /// A number that is not accepted.
  fileprivate struct Rejected {
    var symbol: LegalSizes.Symbol
    var size: Int
    /// Where the file writes it; empty when the command line gave it.
    var spans: [Span]

    var below: Int? { symbol.sizes.nearest(below: size) }
    var above: Int? { symbol.sizes.nearest(above: size) }
  }

  private let model: Model
  private let rejected: [Rejected]

  /// nil when sizes are not what is wrong with a model.
  init?(_ model: Model) {
    guard model.elaboration.diagnostics.contains(where: { $0.severity == .error && $0.code.isAboutShapes }) else {
      return nil
    }
    let opened = model.openingSizes()
    guard let graph = opened.graph, !opened.elaboration.diagnostics.hasErrors else { return nil }
    let written = opened.elaboration.openedSizes
    self.model = model
    let symbols = LegalSizes(opened.elaboration, graph: graph).symbols
    rejected = symbols.compactMap { symbol in
      let number = written.first { $0.symbol == symbol.name }
      guard let size = number?.size ?? model.options.sizes[symbol.name], !symbol.sizes.contains(size) else {
        return nil
      }
      return Rejected(symbol: symbol, size: size, spans: number?.spans ?? [])
    }
    if rejected.isEmpty || !rejected.allSatisfy(\.hasSensibleNeighbour) { return nil }
  }

  /// Adds the advice to the first finding about shapes.
  func add(to diagnostics: inout [Diagnostic]) {
    let first = diagnostics.firstIndex { $0.severity == .error && $0.code.isAboutShapes }
    guard let first else { return }
    diagnostics[first].help += rejected.map(phrase)
    diagnostics[first].fixes += [otherSizes, padding].compactMap { $0 }
  }

  private func phrase(_ rejected: Rejected) -> String {
    let name = rejected.symbol.name
    let near = [rejected.below, rejected.above].compactMap { $0 }.map { "\(name) = \($0)" }
    let accepted = rejected.symbol.sizes.description(of: name)
    return "the network accepts \(accepted): the nearest to \(name) = \(rejected.size)"
      + (near.count == 1 ? " is " : " are ") + near.joined(separator: " and ")
  }

  /// Nearest sizes in place of the numbers in the file.
  private var otherSizes: Fix? {
    var edits: [Edit] = []
    var changes: [String] = []
    for rejected in rejected {
      guard let size = rejected.nearest, !rejected.spans.isEmpty else { return nil }
      edits += rejected.spans.map { Edit($0, "\(size)") }
      changes.append("\(rejected.symbol.name) to \(size)")
    }
    return verified(
      Fix("change the input's \(changes.joined(separator: " and "))", safety: .unsafe, edits: edits))
  }

  /// A layer that pads the input to the next larger sizes, before the first layer.
  private var padding: Fix? {
    let document = model.elaboration.document
    guard document.inputs.count == 1, let first = document.layers.first, case .list(let items)? = shape?.content,
      let place = model.sources.placeBeforeItem(at: first.span)
    else { return nil }
    var pairs: [String] = []
    for item in items.dropFirst(2) {
      guard let rejected = rejected.first(where: { $0.spans.contains(item.span) }) else {
        pairs.append("0")
        continue
      }
      guard let size = rejected.above else { return nil }
      pairs.append("[0, \(size - rejected.size)]")
    }
    let layer = place.insertion(of: "pad: {padding: [\(pairs.joined(separator: ", "))]}")
    return verified(Fix("pad the input to the next size that is accepted", safety: .unsafe, edits: [layer]))
  }

  private var shape: WrittenValue? { model.elaboration.document.inputs.first?.shape }

  private func verified(_ fix: Fix) -> Fix? {
    guard let mended = model.edited(fix.edits), !mended.diagnostics.hasErrors else { return nil }
    return fix
  }
}

extension SizeAdvice.Rejected {
  /// Whether a size that is accepted is near enough to have been meant.
  fileprivate var hasSensibleNeighbour: Bool {
    [below, above].contains { near in near.map { $0 / 4 <= size && size / 4 <= $0 } ?? false }
  }

  /// The nearer of the two neighbours, the larger one of equals.
  fileprivate var nearest: Int? {
    guard let below, let above else { return above ?? below }
    return size - below < above - size ? below : above
  }
}

extension DiagnosticCode {
  /// Whether it is in the range of codes about shapes.
  fileprivate var isAboutShapes: Bool { subject == .shapes }
}
