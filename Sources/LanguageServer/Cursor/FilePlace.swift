import Analysis
import ModelSyntax

/// A part of a model file by what can be written there.
enum FilePlace: Equatable {
  case file
  case params
  case inputs
  case input
  case defaults
  /// Attributes of an operator, without the keys of layers.
  case defaultAttributes(String)
  case blocks
  case block
  case include
  case layers
  /// The keys of one layer: its operator, block or combinator, and the common ones.
  case layer
  /// What an operator or a block is given, and the common keys.
  case arguments(of: String)
  /// The value of an attribute of an operator, or of a block's param.
  case argument(String, of: String)
  case residual
  case parallel
  case branches
  case join(isBinary: Bool)
  /// Names of layers.
  case references
  case outputs
  case expectations(isForLayer: Bool)
  case lints
  case lintLevel
  case initializers
  case initializer
  case training
  /// Something true or false.
  case flag
  case dtype

  /// The place that a path leads to from the top of a file; nil where anything can be written.
  init?(_ path: [CursorContext.Step]) {
    var place = FilePlace.file
    for step in path {
      guard let next = place.child(step) else { return nil }
      place = next
    }
    self = place
  }

  /// The place behind one more step.
  func child(_ step: CursorContext.Step) -> FilePlace? {
    switch step {
    case .key(let key): child(key)
    case .item: item
    }
  }

  private var item: FilePlace? {
    switch self {
    case .layers, .residual: .layer
    case .branches: .layers
    case .references, .outputs, .include: self
    case .layer: .layers
    default: nil
    }
  }

  private func child(_ key: String) -> FilePlace? {
    switch self {
    case .file: ModelKey(rawValue: key).flatMap(Self.section)
    case .inputs: .input
    case .input: InputKey(rawValue: key) == .dtype ? .dtype : nil
    case .defaults: .defaultAttributes(key)
    case .defaultAttributes(let name): .argument(key, of: name)
    case .blocks: .block
    case .block: BlockKey(rawValue: key) == .layers ? .layers : nil
    case .layer: Combinator(rawValue: key).map(Self.combinator) ?? Self.common(key) ?? .arguments(of: key)
    case .arguments(let name): CommonKey(rawValue: key) == nil ? .argument(key, of: name) : Self.common(key)
    case .residual:
      switch ResidualKey(rawValue: key) {
      case .body, .shortcut: .layers
      case .join: .join(isBinary: true)
      case nil: Self.common(key)
      }
    case .parallel:
      switch ParallelKey(rawValue: key) {
      case .branches: .branches
      case .join: .join(isBinary: false)
      case .axis, nil: Self.common(key)
      }
    case .branches: .layers
    case .outputs: .references
    case .lints: .lintLevel
    case .initializers: .initializer
    default: nil
    }
  }

  private static func section(_ key: ModelKey) -> FilePlace? {
    switch key {
    case .cnnc, .model, .doc, .weights: nil
    case .params: .params
    case .input: .input
    case .inputs: .inputs
    case .defaults: .defaults
    case .blocks: .blocks
    case .include: .include
    case .layers: .layers
    case .outputs: .outputs
    case .expect: .expectations(isForLayer: false)
    case .`init`: .initializers
    case .train: .training
    case .lint: .lints
    }
  }

  private static func combinator(_ combinator: Combinator) -> FilePlace {
    switch combinator {
    case .sequential: .layers
    case .residual: .residual
    case .parallel: .parallel
    }
  }

  private static func common(_ key: String) -> FilePlace? {
    switch CommonKey(rawValue: key) {
    case .from: .references
    case .expect: .expectations(isForLayer: true)
    case .when, .freeze: .flag
    case .name, .repeat, .each, .doc, nil: nil
    }
  }
}
