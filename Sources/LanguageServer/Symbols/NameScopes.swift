import Diagnostics
import ModelSyntax

/// The names that expressions see at a place: of params, of a block's params, or of a loop's variables.
final class ValueScope {
  let parent: ValueScope?
  /// The symbols by name, in order.
  var names: [(name: String, symbol: Int)] = []

  init(parent: ValueScope?) { self.parent = parent }

  func find(_ name: String) -> Int? {
    var scope: ValueScope? = self
    while let current = scope {
      if let found = current.names.last(where: { $0.name == name }) { return found.symbol }
      scope = current.parent
    }
    return nil
  }

  /// Every symbol, innermost first.
  var symbols: [Int] { names.map(\.symbol) + (parent?.symbols ?? []) }
}

/// The names of layers that see each other, as they are written: loops are not run through.
final class LayerScope {
  struct Entry {
    var symbol: Int
    /// The names inside it.
    var inner: LayerScope?
  }

  /// The scope around, whose names are visible too; nil for the file's layers and a block's body.
  let parent: LayerScope?
  private(set) var entries: [String: Entry] = [:]
  /// In the order of the file.
  private(set) var names: [String] = []

  /// What it sees without a name in the file: `in`, a block's only input.
  private let unwritten: [String]

  init(parent: LayerScope?, unwritten: [String] = []) {
    self.parent = parent
    self.unwritten = unwritten
  }

  func declare(_ name: String, _ entry: Entry) {
    if entries.updateValue(entry, forKey: name) == nil { names.append(name) }
  }

  /// What a name stands for, from this scope outwards.
  func find(_ name: String) -> Entry? {
    var scope: LayerScope? = self
    while let current = scope {
      if let entry = current.entries[name] { return entry }
      scope = current.parent
    }
    return nil
  }

  /// Every name with its symbol, innermost first.
  var visible: [(name: String, symbol: Int?)] {
    unwritten.map { ($0, nil) } + names.map { ($0, entries[$0]?.symbol) } + (parent?.visible ?? [])
  }
}

/// What is visible at one written layer.
struct LayerSurroundings {
  var span: Span
  var values: ValueScope
  var layers: LayerScope
}
