import ModelSyntax

/// The names that expressions see at a place: a frame for each loop pass or block instance, with the frames around it.
final class Environment {
  enum Binding {
    case value(ExpressionValue)
    /// It should have a value, but the mistake that took it is reported.
    case poisoned
  }

  private let parent: Environment?
  private var bindings: [(name: String, binding: Binding)] = []

  init(parent: Environment?) { self.parent = parent }

  func bind(_ name: String, to binding: Binding) {
    if let index = bindings.firstIndex(where: { $0.name == name }) {
      bindings[index].binding = binding
    } else {
      bindings.append((name, binding))
    }
  }

  /// The innermost binding.
  subscript(_ name: String) -> Binding? {
    var frame: Environment? = self
    while let current = frame {
      for (candidate, binding) in current.bindings where candidate == name { return binding }
      frame = current.parent
    }
    return nil
  }

  /// Every name, innermost first.
  var names: [String] { bindings.map(\.name) + (parent?.names ?? []) }

  /// The names as expressions ask for them, without a layer's input around.
  var expressionScope: ExpressionScope {
    ExpressionScope(lookup: { self[$0].answer ?? .unknown }, names: { self.names })
  }
}

extension Environment.Binding? {
  var answer: ExpressionScope.Answer? {
    switch self {
    case .value(let value): .value(value)
    case .poisoned: .poisoned
    case nil: nil
    }
  }
}
