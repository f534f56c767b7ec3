import ArgumentParser
import Glibc
import LanguageServer

/// `cnnc lsp`: model files in an editor.
struct LSP: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Serve an editor: findings, shapes and completion while you type.",
    discussion: """
      A language server (LSP 3.17) on the standard streams, which the editor starts. It shows findings as you type, with \
      quick fixes; shapes, costs and documentation under the cursor; the output shape behind each layer; completion of \
      operators, attributes and names; it finds and renames layers, params, blocks and loop variables, and lays files \
      out as 'fmt' does. The page EditorSetup of the documentation sets up VS Code, Neovim and Helix.
      """)

  @Flag(help: "The standard streams, which it uses anyway; for clients that say so.")
  var stdio = false

  func run() throws {
    guard ServerLoop.run(input: STDIN_FILENO, output: STDOUT_FILENO) else { throw CommandFailure.silent(.findings) }
  }
}
