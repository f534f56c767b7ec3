package import Diagnostics

/// Something read from a file with the place it was read at.
package struct Located<Value> {
  package var value: Value
  package var span: Span

  package init(_ value: Value, at span: Span) {
    self.value = value
    self.span = span
  }
}

extension Located: Sendable where Value: Sendable {}
extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}

/// A value as written: literals typed by the YAML core schema, expressions parsed but not evaluated.
package struct WrittenValue: Sendable, Hashable {
  package indirect enum Content: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case float(Double)
    case string(String)
    /// A scalar that is `$name` or `$(expression)` alone: it keeps the expression's type.
    case expression(Expression)
    /// A longer string with expressions inside: the result is a string.
    case interpolation([InterpolationPart])
    case list([WrittenValue])
    case map([WrittenEntry])
    /// Could not be read; the reason is reported, so whatever depends on it stays silent.
    case invalid
  }

  package enum InterpolationPart: Sendable, Hashable {
    case text(String)
    case expression(Expression)
  }

  package var content: Content
  /// The whole value; for an element of a list or map just that element.
  package var span: Span

  package init(_ content: Content, at span: Span) {
    self.content = content
    self.span = span
  }
}

/// One key of a map with its value.
package struct WrittenEntry: Sendable, Hashable {
  package var key: Located<String>
  package var value: WrittenValue

  package init(key: Located<String>, value: WrittenValue) {
    self.key = key
    self.value = value
  }
}

/// A model file, or an included file of blocks, after reading: every key is known and in its place, nothing is
/// evaluated.
package struct ModelDocument: Sendable {
  package var source: SourceID
  package var model: Located<String>?
  package var doc: Located<String>?
  package var params: [WrittenEntry] = []
  package var inputs: [InputSyntax] = []
  package var defaults = DefaultsSyntax()
  package var blocks: [BlockSyntax] = []
  package var includes: [Located<String>] = []
  package var layers: [LayerSyntax] = []
  package var outputs: [OutputSyntax] = []
  package var expect: [WrittenEntry] = []
  /// Initialisers by operator name.
  package var initializers: [WrittenEntry] = []
  package var weights: Located<String>?
  package var train: [WrittenEntry] = []
  /// Severities by lint name.
  package var lint: [WrittenEntry] = []

  package init(source: SourceID) { self.source = source }
}

/// A declared input; the short form `input: [..]` is named `input`.
package struct InputSyntax: Sendable {
  package var name: Located<String>
  package var shape: WrittenValue
  package var dtype: Located<String>?
  package var layout: Located<String>?
  package var preprocess: WrittenValue?
  package var labels: WrittenValue?
}

/// Defaults of this file: the rounding of windowed operators, and attributes by operator.
package struct DefaultsSyntax: Sendable {
  package var rounding: WrittenEntry?
  package var operators: [OperatorDefaults] = []

  package struct OperatorDefaults: Sendable {
    package var name: Located<String>
    package var attributes: [WrittenEntry]
  }
}

/// A reusable list of layers with parameters.
package struct BlockSyntax: Sendable {
  package var name: Located<String>
  package var doc: Located<String>?
  package var params: [Parameter]
  /// The names of the inputs that the body sees; `in` alone when not written.
  package var inputs: [Located<String>]
  package var layers: [LayerSyntax]

  package struct Parameter: Sendable {
    package var name: Located<String>
    /// nil for `required`.
    package var defaultValue: WrittenValue?
  }
}

/// One entry of a layer list with its common keys.
package struct LayerSyntax: Sendable {
  package var kind: Kind
  package var span: Span
  package var name: WrittenValue?
  package var from: WrittenValue?
  package var when: WrittenValue?
  package var loop: Loop?
  package var expect: WrittenValue?
  package var doc: Located<String>?
  package var freeze: WrittenValue?

  package indirect enum Kind: Sendable {
    /// An operator or a block, which only the elaborator tells apart.
    case call(name: Located<String>, arguments: Arguments)
    case sequential(keyword: Span, [LayerSyntax])
    case residual(keyword: Span, body: [LayerSyntax], shortcut: [LayerSyntax]?, join: Located<String>?)
    case parallel(keyword: Span, branches: [Branch], join: Located<String>?, axis: WrittenValue?)
    /// Could not be read; the reason is reported. It stands for a layer whose output is unknown.
    case invalid
  }

  package enum Arguments: Sendable {
    case none
    /// The value of the primary attribute: `- linear: 10`.
    case shorthand(WrittenValue)
    /// Attributes by name, without the common keys; `span` is the whole map and `isFlow` whether it is `{..}`.
    case map([WrittenEntry], span: Span, isFlow: Bool)
  }

  package struct Branch: Sendable {
    /// nil for branches given as a list.
    package var name: Located<String>?
    package var layers: [LayerSyntax]
    package var span: Span
  }

  package enum Loop: Sendable {
    case times(WrittenValue)
    /// Zipped: all lists must be equally long.
    case each([WrittenEntry], span: Span)
  }
}

/// An output of the model under its own name or an alias.
package struct OutputSyntax: Sendable {
  package var alias: Located<String>?
  package var source: Located<String>
}
