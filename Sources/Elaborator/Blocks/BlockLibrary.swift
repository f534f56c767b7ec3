import Diagnostics
import ModelSyntax
import Operators

/// The blocks of a model file and its includes, by name.
struct BlockLibrary {
  private(set) var names: [String] = []
  private var blocks: [String: BlockSyntax] = [:]

  subscript(_ name: String) -> BlockSyntax? { blocks[name] }

  /// Adds the blocks of a document; a name that is taken is reported.
  mutating func add(_ document: ModelDocument, findings: inout FindingCollector) {
    for block in document.blocks {
      let name = block.name
      if BlockLibrary.reserved.contains(name.value) {
        findings.report(.reservedBlock(name, what: "a word of the language"))
      } else if OperatorRegistry.find(name.value) != nil {
        findings.report(.reservedBlock(name, what: "an operator"))
      } else if let earlier = blocks[name.value] {
        findings.report(.duplicateBlock(name, earlier: earlier.name.span))
      } else {
        blocks[name.value] = block
        names.append(name.value)
      }
    }
  }

  private static let reserved: Set<String> = [
    "sequential", "residual", "parallel", "name", "from", "when", "repeat", "each", "expect", "doc", "freeze",
  ]
}
