import Diagnostics
import Graph
import ModelSyntax

/// A list of layers that name each other: the file's layers, a `sequential`, a block instance, a named combinator.
final class Scope {
  /// What a name stands for.
  struct Entry {
    var span: Span
    /// nil while the layer is still being made: it cannot be read from inside itself.
    var outputs: [ValueID]?
    /// Outputs that follow those in number, and that the name alone does not mean.
    var auxiliary: [ValueID] = []
    /// The names inside it.
    var inner: Scope?
    /// Whether it is an input of the block around, which only the block's body calls by this name.
    var isBlockInput = false
  }

  /// The path that the paths of its layers begin with; empty for the file's layers.
  let path: String
  /// The scope whose names are visible too; nil for the file's layers and for a block's body.
  let parent: Scope?
  /// Whether a mistake hid some of its names, so that one that is missing says nothing.
  var isIncomplete = false
  /// The lists of layers written in it, to tell a later name from a wrong one.
  private let written: [[LayerSyntax]]
  private(set) var entries: [String: Entry] = [:]
  private(set) var names: [String] = []
  private var nextPosition = 0
  private var joinCount = 0
  private var positions: Set<Int> = []
  private var hasNumericNames = false

  init(path: String, parent: Scope?, written: [[LayerSyntax]]) {
    self.path = path
    self.parent = parent
    self.written = written
  }

  func path(of name: String) -> String { path.isEmpty ? name : path + "." + name }

  /// The position of the next layer; every layer takes one, named or not.
  func takePosition() -> Int {
    defer { nextPosition += 1 }
    return nextPosition
  }

  /// Marks a position as the name of an unnamed layer; the span of the layer when one is called so explicitly.
  func claim(position: Int) -> Span? {
    positions.insert(position)
    return hasNumericNames ? entries["\(position)"]?.span : nil
  }

  /// The name of the next join, which no layer can have: joins are made by combinators and take no position.
  func takeJoinName(_ join: String) -> String {
    joinCount += 1
    return "\(join)#\(joinCount)"
  }

  /// Adds a name; the span of the earlier layer when it is taken.
  func declare(_ name: String, _ entry: Entry) -> Span? {
    if let earlier = entries[name] { return earlier.span }
    entries[name] = entry
    names.append(name)
    guard let position = Int(name) else { return nil }
    hasNumericNames = true
    return positions.contains(position) ? entry.span : nil
  }

  /// Gives a declared name the names inside it.
  func open(_ name: String, inner: Scope) { entries[name]?.inner = inner }

  /// Gives a declared name its outputs.
  func complete(_ name: String, outputs: [ValueID], auxiliary: [ValueID] = []) {
    entries[name]?.outputs = outputs
    entries[name]?.auxiliary = auxiliary
  }

  /// The first layer written in the scope under a literal name, made or not.
  func firstWritten(named name: String) -> LayerSyntax? {
    for layers in written {
      if let layer = layers.first(named: name) { return layer }
    }
    return nil
  }
}

extension [LayerSyntax] {
  /// The first layer of a literal name, also inside combinators that open no scope.
  fileprivate func first(named name: String) -> LayerSyntax? {
    for layer in self {
      switch (layer.name?.content, layer.kind) {
      case (.string(name), _): return layer
      case (nil, .residual(_, let body, let shortcut, _)):
        if let found = body.first(named: name) ?? shortcut?.first(named: name) { return found }
      case (nil, .parallel(_, let branches, _, _)):
        for branch in branches where branch.name == nil {
          if let found = branch.layers.first(named: name) { return found }
        }
      default: break
      }
    }
    return nil
  }
}
