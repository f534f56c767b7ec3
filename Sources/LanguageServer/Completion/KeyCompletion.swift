import Analysis
import Elaborator
import Graph
import ModelSyntax
import Operators

/// Completes keys: of the file, of layers, of operators and blocks.
struct KeyCompletion {
  private let context: CursorContext
  private let names: VisibleNames
  /// Whether a colon stands behind the word already.
  private let hasColon: Bool

  init(_ context: CursorContext, _ bytes: [UInt8], _ names: VisibleNames) {
    self.context = context
    self.names = names
    hasColon = bytes[context.word.upperBound...].drop { $0 == UInt8(ascii: " ") }.first == UInt8(ascii: ":")
  }

  /// The keys that the map at a place can still have.
  func items(at place: FilePlace) -> [CompletionItem] {
    all(at: place).filter { !context.siblings.contains($0.label) }
  }

  /// What can begin the value of a key in a line of its own: an item with its dash, or a key.
  func start(of place: FilePlace) -> [CompletionItem] {
    switch place {
    case .residual: items(of: .layers) + all(at: place)
    case .layers, .references, .outputs: items(of: place)
    default: all(at: place)
    }
  }

  /// Items with their dashes.
  private func items(of place: FilePlace) -> [CompletionItem] {
    ValueCompletion(names, isFlow: false).items(of: place).map { item in
      var item = item
      item.snippet = item.snippet.map { "- " + $0 }
      item.text = "- " + (item.text ?? item.label)
      return item
    }
  }

  private func all(at place: FilePlace) -> [CompletionItem] {
    switch place {
    case .file: ModelKey.allCases.map { key($0.rawValue, at: place, body: Self.body(of: $0)) }
    case .input: InputKey.allCases.map { key($0.rawValue, at: place) }
    case .defaults: [key("rounding", at: place)] + OperatorCompletion.operators(hasColon: true).map(asKey)
    case .defaultAttributes(let name): attributes(of: name)
    case .block: BlockKey.allCases.map { key($0.rawValue, at: place) }
    case .layer: layer
    case .arguments(let name): attributes(of: name) + common
    case .residual: ResidualKey.allCases.map { key($0.rawValue, at: place) } + common
    case .parallel: ParallelKey.allCases.map { key($0.rawValue, at: place) } + common
    case .expectations(let isForLayer):
      Expectation.allCases.filter { !isForLayer || $0.isForLayers }.map { key($0.rawValue, at: place) }
    case .lints: LintCompletion.items.map(asKey)
    case .initializers: OperatorCompletion.operators(hasColon: true).map(asKey)
    case .training: TrainingKey.allCases.map { key($0.rawValue, at: place) }
    default: []
    }
  }

  /// The operator of a layer, unless it has one, and the common keys.
  private var layer: [CompletionItem] {
    let hasOperator = context.siblings.contains { CommonKey(rawValue: $0) == nil }
    return hasOperator
      ? common : OperatorCompletion.all(names, isFlow: context.isFlow, hasColon: hasColon) + common
  }

  private var common: [CompletionItem] {
    CommonKey.allCases.map { common in
      var item = key(common.rawValue, at: .layer)
      item.rank = 3
      return item
    }
  }

  private func attributes(of name: String) -> [CompletionItem] {
    let params = names.model?.documents.lazy.flatMap(\.blocks).first { $0.name.value == name }?.params
    if let params {
      return params.map { param in
        var item = key(param.name.value, at: .params)
        item.detail = param.defaultValue == nil ? "required" : nil
        item.documentation = names.model.map { SymbolText.blockParam(param, in: $0) }
        return item
      }
    }
    guard let type = OperatorRegistry.find(name) else { return [] }
    return type.attributeDescriptions.map { attribute in
      var item = key(attribute.name, at: .params)
      item.detail = attribute.summary
      item.documentation = AttributeText.rule(attribute, type)
      item.rank = attribute.isRequired ? 0 : 1
      return item
    }
  }

  /// A key with its colon; `body` is a snippet of what follows.
  private func key(_ name: String, at place: FilePlace, body: String? = nil) -> CompletionItem {
    var item = asKey(CompletionItem(name, .property, detail: KeyDocumentation.text(name, at: place)))
    if let body, !hasColon, !context.isFlow { item.snippet = "\(name):\(body)" }
    return item
  }

  private func asKey(_ item: CompletionItem) -> CompletionItem {
    var item = item
    item.snippet = nil
    item.text = hasColon ? item.label : item.label + ": "
    return item
  }

  private static func body(of key: ModelKey) -> String? {
    switch key {
    case .layers: "\n  - $0"
    case .blocks: "\n  ${1:name}:\n    layers:\n      - $0"
    case .cnnc: " 1"
    default: nil
    }
  }
}
