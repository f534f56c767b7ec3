package import Diagnostics

/// Reads the text of one `--set name=value`; the value is a YAML scalar or flow list.
///
/// `source` holds the text and is called `--set #n`.
package func readSetting(
  _ source: SourceText, id: SourceID
) -> (setting: WrittenEntry?, diagnostics: [Diagnostic]) {
  let whole = Span(id, 0..<source.bytes.count)
  guard let equals = source.bytes.firstIndex(of: UInt8(ascii: "=")) else {
    return (nil, [.malformedSetting(at: whole)])
  }
  let name = Located(source.text(in: 0..<equals), at: Span(id, 0..<equals))
  guard Identifier.isValid(name.value) else {
    return (nil, [.invalidIdentifier(name.value, role: "the name of a param", at: name.span)])
  }
  // Blanks for the name keep the places of the value.
  let blanks = [UInt8](repeating: UInt8(ascii: " "), count: equals + 1)
  let text = SourceText(path: source.path, bytes: blanks + source.bytes[(equals + 1)...])
  let (root, diagnostics) = TreeBuilder.tree(of: text, id: id)
  guard let root, diagnostics.isEmpty else { return (nil, diagnostics) }
  var reader = DocumentReader(source: text, id: id, kind: .include, diagnostics: [])
  if case .mapping = root.kind { return (nil, [.malformedSetting(at: whole)]) }
  if root.isNull && source.bytes[(equals + 1)...].allSatisfy({ $0 <= UInt8(ascii: " ") }) {
    return (nil, [.malformedSetting(at: whole)])
  }
  let value = reader.written(root)
  return (reader.diagnostics.isEmpty ? WrittenEntry(key: name, value: value) : nil, reader.diagnostics)
}

extension Diagnostic {
  static func malformedSetting(at span: Span) -> Diagnostic {
    Diagnostic(
      .wrongKind, "a setting must be 'name=value' with a plain value or a list", at: Label(span),
      help: ["write for example --set width=32 or --set 'depths=[2, 2]'"])
  }
}
