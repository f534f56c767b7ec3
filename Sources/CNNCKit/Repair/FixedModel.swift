package import Diagnostics

/// A model after the fixes of its findings were made, again and again until none applies.
package struct FixedModel: Sendable {
  /// One fix that was made.
  package struct Change: Sendable {
    package var path: String
    /// Where it begins, counted in the text that the fix was for.
    package var line: Int
    package var code: String
    package var title: String
  }

  /// The model as it is with every fix.
  package private(set) var model: Model
  /// What is said of it then.
  package private(set) var check: ModelCheck
  package private(set) var changes: [Change] = []
  private let original: Model

  /// Fixes uncover further findings at most so often.
  private static let roundLimit = 20

  /// Makes the first fix of each finding that may be made.
  ///
  /// Of fixes that overlap, the later is left to the next round. A fix is made where all of its edits lie in the model's own
  /// file or in one that `mayEdit` allows.
  ///
  /// - Parameter includingUnsafe: whether fixes that change what is computed may be made too.
  package init(_ model: Model, includingUnsafe: Bool, mayEdit: (String) -> Bool = { _ in false }) {
    original = model
    self.model = model
    check = ModelCheck(model)
    for _ in 0..<Self.roundLimit {
      let fixes = check.diagnostics.compactMap { finding in
        finding.fixes.first { includingUnsafe || $0.safety == .safe }.map { (finding: finding, fix: $0) }
      }.filter { pair in
        pair.fix.edits.allSatisfy { edit in
          let path = self.model.sources[edit.span.source].path
          return path == model.path || mayEdit(path)
        }
      }
      guard make(fixes) else { return }
    }
  }

  /// Makes as many of the fixes as go together; false when none can be made.
  private mutating func make(_ fixes: [(finding: Diagnostic, fix: Fix)]) -> Bool {
    var edits: [Edit] = []
    var made: [(finding: Diagnostic, fix: Fix)] = []
    for pair in fixes where !pair.fix.edits.contains(where: { edit in edits.contains { $0.touches(edit) } }) {
      edits += pair.fix.edits
      made.append(pair)
    }
    let before = model.diagnostics.count { $0.severity == .error }
    while let first = made.first {
      if let edited = model.edited(edits), edited.diagnostics.count(where: { $0.severity == .error }) <= before {
        for (finding, fix) in made {
          let span = fix.edits.first?.span ?? finding.primary.span
          let source = model.sources[span.source]
          changes.append(
            Change(
              path: source.path, line: source.position(at: span.lower).line, code: finding.code.id, title: fix.title))
        }
        model = edited
        check = ModelCheck(edited)
        return true
      }
      // Together they break something: the first alone was tried before it was offered.
      if made.count == 1 { return false }
      (made, edits) = ([first], first.fix.edits)
    }
    return false
  }

  /// The files whose texts changed, the model's own first.
  package var changedFiles: [(old: SourceText, new: SourceText)] {
    zip(original.sources.sources, model.sources.sources).filter { $0.path == $1.path && $0.bytes != $1.bytes }
      .map { (old: $0, new: $1) }
  }

  /// The text of the model's own file.
  package var text: String { model.sources.sources.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

  /// What was changed, as `diff -u` writes it.
  package var difference: String {
    changedFiles.map { old, new in
      UnifiedDiff.text(
        from: String(decoding: old.bytes, as: UTF8.self), to: String(decoding: new.bytes, as: UTF8.self),
        path: old.path)
    }.joined()
  }

  /// Writes every changed file; one that fails leaves the others written.
  package func write() throws(ModelError) {
    for (_, new) in changedFiles { try model.write(String(decoding: new.bytes, as: UTF8.self), to: new.path) }
  }
}

extension Edit {
  /// Whether two edits cannot be made in any order with the same result.
  fileprivate func touches(_ other: Edit) -> Bool {
    span.source == other.span.source && span.lower <= other.span.upper && other.span.lower <= span.upper
  }
}
