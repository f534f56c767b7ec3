package import Diagnostics

extension DiagnosticCode {
  package static let unknownName = DiagnosticCode(
    "E0243", "unknown-name",
    explanation: """
      An expression can use the file's params, the params of the block it is in, the variables of the loops around it and
      `i`, and `in_channels`, `in_height` and `in_width` of the layer's input.
      """,
    bad: """
      cnnc: 1
      model: example
      params: {width: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $widht, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      params: {width: 32}
      input: [N, 3, 8, 8]
      layers:
        - conv2d: {out_channels: $width, kernel_size: 3, padding: 1}
      """)

  static let unavailableName = DiagnosticCode(
    "E0253", "unavailable-name",
    explanation: """
      `in_channels`, `in_height` and `in_width` are numbers only where the layer's input has such an axis and its
      size is fixed; a symbol such as `H` has no value to calculate with.
      """,
    bad: """
      cnnc: 1
      model: example
      input: [N, 3, H, W]
      layers:
        - conv2d: {out_channels: $in_height, kernel_size: 3, padding: 1}
      """,
    good: """
      cnnc: 1
      model: example
      input: [N, 3, 32, 32]
      layers:
        - conv2d: {out_channels: $in_height, kernel_size: 3, padding: 1}
      """)
}

extension Diagnostic {
  static func unknownName(_ name: String, among names: [String], at span: Span) -> Diagnostic {
    let near = Suggestion.nearest(to: name, among: names)
    let help =
      near.isEmpty
      ? (names.isEmpty || names.count > 20 ? nil : "names here are \(names.sorted().joined(separator: ", "))")
      : "did you mean \(near.map { "'\($0)'" }.joined(separator: " or "))?"
    return Diagnostic(
      .unknownName, "'\(name.inMessage)' is not a name in this expression's scope", at: Label(span),
      help: help.map { [$0] } ?? []
    )
  }

  static func unavailableName(_ name: String, reason: String, at span: Span) -> Diagnostic {
    Diagnostic(.unavailableName, "'\(name)' has no value here: \(reason)", at: Label(span))
  }
}
