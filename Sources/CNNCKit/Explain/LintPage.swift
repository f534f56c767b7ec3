import Analysis
import Diagnostics

/// The page of the documentation about lints: every finding that is no error, from its declaration.
package enum LintPage {
  package static var markdown: String {
    let codes = DiagnosticCatalog.all.filter { $0.severity < .error && $0.exampleKind == .model }
    return introduction + "\n" + codes.map(section).joined(separator: "\n")
  }

  private static let introduction = """
    # Lints

    What `cnnc check` says of models that work and are doubtful nevertheless.

    ## Severities

    `lint` in a file gives a lint another severity: `off`, `note`, `warning` or `error`. Names are written with `_` or `-`.

    ```yaml
    lint: {redundant_bias: off, gridding: error, small_receptive_field: note}
    ```

    A comment takes back the findings of single lines: those of its own line, or of the next when it stands alone. Several
    names are separated by commas. Give the reason behind the bracket: it is for the next reader.

    ```yaml
    - conv2d: {out_channels: 64, kernel_size: 3}  # cnnc: ignore[redundant-bias] the checkpoint has it
    # cnnc: ignore[dilation-beyond-map] the paper's rates, also on small maps
    - conv2d: {out_channels: 64, kernel_size: 3, padding: 36, dilation: 36}
    ```

    Errors cannot be taken back. `cnnc explain NAME` shows a lint with its message, `cnnc explain --list` all of them, and
    `cnnc check --deny warnings` fails on warnings. Lints look at models without errors.

    """

  private static func section(_ code: DiagnosticCode) -> String {
    let severity = Lints.isOptional(code) ? "off unless the file asks" : code.severity.rawValue
    return """
      ## \(code.name)

      `\(code.id)`, \(severity).

      \(code.explanation)

      Found:

      ```yaml
      \(code.bad)
      ```

      Not found:

      ```yaml
      \(code.good)
      ```

      """
  }
}
