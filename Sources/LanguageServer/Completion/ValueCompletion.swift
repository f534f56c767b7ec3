import Elaborator
import Graph
import ModelSyntax
import Operators
import Tensors

/// Completes values: words of fixed sets, names of layers, params.
struct ValueCompletion {
  private let names: VisibleNames
  private let isFlow: Bool

  init(_ names: VisibleNames, isFlow: Bool) {
    self.names = names
    self.isFlow = isFlow
  }

  /// The items that the list at a place can have.
  func items(of place: FilePlace) -> [CompletionItem] {
    switch place {
    case .layers, .residual: OperatorCompletion.all(names, isFlow: isFlow, hasColon: false)
    default: values(of: place)
    }
  }

  /// The scalars that can stand at a place.
  func values(of place: FilePlace) -> [CompletionItem] {
    switch place {
    case .argument(let name, of: let callee): argument(name, of: callee)
    case .arguments(of: let callee): shorthand(callee)
    case .references, .outputs: layers
    case .join(let isBinary): words((isBinary ? Join.binary : Join.allCases).map(\.rawValue))
    case .lintLevel: words(LintLevel.allCases.map(\.rawValue))
    case .initializer: words(InitializerSyntax.allCases.map(\.rawValue))
    case .flag: words(["true", "false"])
    case .dtype: words(DType.allCases.map(\.rawValue))
    default: []
    }
  }

  private func words(_ words: [String]) -> [CompletionItem] { words.map { CompletionItem($0, .member) } }

  private var layers: [CompletionItem] {
    names.layers.map { CompletionItem($0, .reference, detail: "layer") }
  }

  private var params: [CompletionItem] {
    names.values.map { symbol in
      CompletionItem("$" + symbol.name, .variable, detail: symbol.kind.phrase, rank: 2)
    }
  }

  private func argument(_ name: String, of callee: String) -> [CompletionItem] {
    guard let type = OperatorRegistry.find(callee), let description = AttributeText.description(of: name, type) else {
      return params
    }
    let initial = type.init().attributeLiterals.first { $0.name == name }?.literal.description
    return words(of: description.kind).map { word in
      CompletionItem(word, .member, detail: word == initial ? "default" : nil)
    } + (description.kind.isLayer ? layers : []) + params
  }

  /// The value of the primary attribute, as in `- dropout: 0.5`.
  private func shorthand(_ callee: String) -> [CompletionItem] {
    guard let type = OperatorRegistry.find(callee), let primary = type.primaryAttribute else { return [] }
    return argument(primary, of: callee)
  }

  private func words(of kind: AttributeKind) -> [String] {
    switch kind {
    case .bool: ["true", "false"]
    case .choice(let words): words
    case .perAxis(let element, _), .list(let element), .optional(let element): words(of: element)
    case .either(let kinds): kinds.flatMap(words(of:))
    case .int, .number, .string, .layer: []
    }
  }
}
