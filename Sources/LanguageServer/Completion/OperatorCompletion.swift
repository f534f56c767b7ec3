import Graph
import ModelSyntax
import Operators

/// Completes what a layer can be.
enum OperatorCompletion {
  /// Combinators, blocks and operators; `hasColon` says that a value follows already.
  static func all(_ names: VisibleNames, isFlow: Bool, hasColon: Bool) -> [CompletionItem] {
    combinators(isFlow: isFlow, hasColon: hasColon) + blocks(names, hasColon: hasColon) + operators(hasColon: hasColon)
  }

  static func operators(hasColon: Bool) -> [CompletionItem] {
    OperatorRegistry.all.map { type in
      var item = CompletionItem(type.name, .function, detail: type.summary, rank: 2)
      let required = type.attributeDescriptions.filter(\.isRequired).map(\.name)
      if !hasColon, !required.isEmpty { item.snippet = call(type.name, required) }
      return item
    }
  }

  private static func blocks(_ names: VisibleNames, hasColon: Bool) -> [CompletionItem] {
    names.blocks.map { name in
      var item = CompletionItem(
        name, .type, detail: "block", documentation: CallableText.text(of: name, in: names.model), rank: 0)
      let block = names.model?.documents.lazy.flatMap(\.blocks).first { $0.name.value == name }
      let required = block?.params.filter { $0.defaultValue == nil }.map(\.name.value) ?? []
      if !hasColon, !required.isEmpty { item.snippet = call(name, required) }
      return item
    }
  }

  private static func combinators(isFlow: Bool, hasColon: Bool) -> [CompletionItem] {
    Combinator.allCases.map { combinator in
      var item = CompletionItem(
        combinator.rawValue, .keyword, detail: KeyDocumentation.text(combinator.rawValue, at: .layer), rank: 1)
      guard !hasColon else { return item }
      let name = combinator.rawValue
      switch combinator {
      case .sequential, .residual: item.snippet = isFlow ? "\(name): [$0]" : "\(name):\n    - $0"
      case .parallel:
        item.snippet = isFlow ? "\(name): {branches: [[$0]]}" : "\(name):\n    branches:\n      - [$0]"
      }
      return item
    }
  }

  /// A call with a place to fill in for each required attribute.
  private static func call(_ name: String, _ required: [String]) -> String {
    let fields = required.enumerated().map { "\($1): $\($0 + 1)" }
    return "\(name): {\(fields.joined(separator: ", "))}"
  }
}
