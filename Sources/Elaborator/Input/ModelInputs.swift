import Diagnostics
import Graph
import ModelSyntax
import Tensors

extension Elaborator {
  /// Declares the model's inputs in the graph and in the scope of the file's layers.
  func addInputs(symbols: [String: Int], in scope: Scope) -> Flow {
    var values: [ValueID] = []
    for input in document.inputs {
      var types = [TensorType(shape(of: input)?.binding(symbols), dtype(of: input))]
      openSizes?.open(&types[0], of: input)
      if silenceOverflow(in: &types) { findings.report(.sizeTooLarge(at: input.shape.span)) }
      checkLayout(of: input, rank: types[0].shape?.rank)
      let value = graph.addInput(input.name.value, types[0])
      inputSpans[value] = input.shape.span
      values.append(value)
      if !input.name.value.isLayerName {
        findings.report(.invalidName(AttributeValue(.string(input.name.value), at: input.name.span)))
      }
      if let earlier = scope.declare(input.name.value, .init(span: input.name.span, outputs: [value])) {
        findings.report(.duplicateName(input.name.value, at: input.name.span, earlier: earlier))
      }
      sections.inputs.append(
        ModelInput(
          name: input.name, span: input.shape.span, value: value,
          preprocess: input.preprocess.flatMap { evaluate($0) }, labels: input.labels.flatMap { evaluate($0) }))
    }
    return values.isEmpty ? unknownFlow() : Flow(values: values, path: "")
  }

  /// The declared shape; sizes that are wrong, which is reported, are not known.
  private func shape(of input: InputSyntax) -> Shape? {
    guard let value = evaluate(input.shape) else { return nil }
    guard case .list(let items) = value.content, !items.isEmpty else {
      findings.report(.inputShape(value))
      return nil
    }
    return Shape(
      items.map { item in
        switch item.content {
        case .int(let size) where size >= 1: return .known(size)
        case .string(let name) where name.isSymbol: return .symbol(name)
        default:
          findings.report(.inputSize(item))
          return .unknown
        }
      })
  }

  private func dtype(of input: InputSyntax) -> DType {
    guard let written = input.dtype else { return .float32 }
    if let dtype = DType(rawValue: written.value) { return dtype }
    let near = Suggestion.nearest(to: written.value, among: DType.allCases.map(\.rawValue))
    findings.report(.inputWord("dtype", written, words: DType.allCases.map(\.rawValue), near: near))
    return near.first.flatMap(DType.init) ?? .float32
  }

  /// The only layouts are those of the language, channels before space.
  private func checkLayout(of input: InputSyntax, rank: Int?) {
    guard let layout = input.layout else { return }
    let words = ["NC", "NCL", "NCHW", "NCDHW"]
    let fitting = rank.map { rank in words.filter { $0.count == rank } } ?? words
    if fitting.contains(layout.value) { return }
    findings.report(.inputWord("layout", layout, words: fitting.isEmpty ? words : fitting, near: []))
  }

  /// Reports sizes of the command line for symbols that no input has.
  static func bindings(
    _ symbols: [String: Int], of document: ModelDocument, sources: inout SourceMap, findings: inout FindingCollector
  ) -> [String: Int] {
    var known: [String] = []
    for input in document.inputs {
      guard case .list(let items) = input.shape.content else { continue }
      for item in items {
        if case .string(let name) = item.content, !known.contains(name) { known.append(name) }
      }
    }
    var bindings: [String: Int] = [:]
    for (name, size) in symbols.sorted(by: { $0.key < $1.key }) {
      let text = SourceText(option: "--shape", text: "\(name)=\(size)")
      let span = Span(sources.add(text), 0..<name.utf8.count)
      if !known.contains(name) {
        findings.report(.unknownSymbol(name, known, at: span))
      } else if size < 1 {
        findings.report(.symbolSize(name, size, at: Span(span.source, 0..<text.bytes.count)))
      } else {
        bindings[name] = size
      }
    }
    return bindings
  }
}

extension String {
  /// Whether it can stand for a size: a letter or `_`, then letters, digits and `_`.
  var isSymbol: Bool {
    guard let first = utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) else { return false }
    return utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): true
      default: false
      }
    }
  }
}
