/// The keys of a file.
package enum ModelKey: String, CaseIterable, Sendable {
  case cnnc, model, doc, params, input, inputs, defaults, blocks, include, layers, outputs, expect
  case `init`, weights, train, lint
}

/// The keys of an input's long form.
package enum InputKey: String, CaseIterable, Sendable { case shape, dtype, layout, preprocess, labels }

/// The keys of a block.
package enum BlockKey: String, CaseIterable, Sendable { case doc, params, inputs, layers }

/// The keys that every layer can have, beside its operator or inside the operator's map.
package enum CommonKey: String, CaseIterable, Sendable { case name, from, when, `repeat`, each, expect, doc, freeze }

/// The keys that are neither operator nor block.
package enum Combinator: String, CaseIterable, Sendable {
  case sequential, residual, parallel

  /// What its value must be.
  var form: String {
    switch self {
    case .sequential: "a list of layers"
    case .residual: "a list of layers, or a map with body, shortcut and join"
    case .parallel: "a map with branches, join and axis"
    }
  }
}

/// The keys of a residual's map.
package enum ResidualKey: String, CaseIterable, Sendable { case body, shortcut, join }

/// The keys of a parallel's map.
package enum ParallelKey: String, CaseIterable, Sendable { case branches, join, axis }
