/// A place in a source with what it has to do with a finding; an empty message only underlines.
package struct Label: Hashable, Sendable {
  package var span: Span
  package var message: String

  package init(_ span: Span, _ message: String = "") {
    self.span = span
    self.message = message
  }
}

/// The replacement of one span by a text; an empty span inserts.
package struct Edit: Hashable, Sendable {
  package var span: Span
  package var text: String

  package init(_ span: Span, _ text: String) {
    self.span = span
    self.text = text
  }
}

/// Edits that repair a finding when they are made together.
package struct Fix: Hashable, Sendable {
  /// Whether the computed values stay the same (`safe`) or the network changes (`unsafe`).
  package enum Safety: String, Hashable, Sendable { case safe, unsafe }

  package var title: String
  package var safety: Safety
  package var edits: [Edit]
  /// Whether it changes what the file promises, and not the network.
  package var isRecord: Bool

  package init(_ title: String, safety: Safety, edits: [Edit], isRecord: Bool = false) {
    self.title = title
    self.safety = safety
    self.edits = edits
    self.isRecord = isRecord
  }
}

/// One finding as data; renderers turn it into text or JSON.
///
/// The message is one phrase without a final period that states the rule and stands on its own.
package struct Diagnostic: Hashable, Sendable {
  package var code: DiagnosticCode
  package var severity: Severity
  package var message: String
  /// Where the finding is.
  package var primary: Label
  /// The other places that make it one, such as the producer of a shape.
  package var labels: [Label]
  package var notes: [String]
  package var help: [String]
  package var fixes: [Fix]
  /// The path of the layer it is about, when there is one.
  package var layer: String?

  package init(
    _ code: DiagnosticCode, _ message: String, at primary: Label, labels: [Label] = [], notes: [String] = [],
    help: [String] = [], fixes: [Fix] = [], layer: String? = nil
  ) {
    self.code = code
    self.severity = code.severity
    self.message = message
    self.primary = primary
    self.labels = labels
    self.notes = notes
    self.help = help
    self.fixes = fixes
    self.layer = layer
  }
}

extension [Diagnostic] {
  /// Sorted by place, then code, without exact duplicates: the order every renderer prints.
  package func inReportOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
      .sorted { ($0.primary.span, $0.code.id) < ($1.primary.span, $1.code.id) }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}
