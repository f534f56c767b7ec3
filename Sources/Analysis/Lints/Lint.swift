package import Diagnostics

/// A rule about networks that work and are doubtful nevertheless.
///
/// A file gives it another severity with `lint: {name: note}`, and takes back single findings by comments, see
/// `Suppression`. Lints are for models without errors.
package protocol Lint {
  static var code: DiagnosticCode { get }
  /// Whether it says nothing unless the file gives it a severity: what it finds is usually meant.
  static var isOptional: Bool { get }
  /// Whether it is about models with errors too.
  static var toleratesErrors: Bool { get }
  static func check(_ network: LintedNetwork, reporting report: inout LintReport)
}

extension Lint {
  package static var isOptional: Bool { false }
  package static var toleratesErrors: Bool { false }
}
