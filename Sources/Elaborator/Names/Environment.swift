import Diagnostics
import ModelSyntax

/// The names that expressions see at a place: a frame for each loop pass or block instance, with the frames around it.
final class Environment {
  enum Binding {
    case value(ExpressionValue)
    /// It should have a value, but the mistake that took it is reported.
    case poisoned
  }

  private let parent: Environment?
  private var bindings: [(name: String, binding: Binding, place: Span?)] = []

  init(parent: Environment?) { self.parent = parent }

  /// Gives a name a value; `place` is where the value is written.
  func bind(_ name: String, to binding: Binding, at place: Span? = nil) {
    if let index = bindings.firstIndex(where: { $0.name == name }) {
      bindings[index] = (name, binding, place)
    } else {
      bindings.append((name, binding, place))
    }
  }

  /// The innermost binding.
  subscript(_ name: String) -> Binding? { find(name)?.binding }

  /// Where the value of the innermost binding is written; nil for a loop variable.
  func place(of name: String) -> Span? { find(name)?.place }

  private func find(_ name: String) -> (binding: Binding, place: Span?)? {
    var frame: Environment? = self
    while let current = frame {
      for (candidate, binding, place) in current.bindings where candidate == name { return (binding, place) }
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
