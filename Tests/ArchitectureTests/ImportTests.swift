import TestSupport
import Testing

/// The arrows of the architecture: what each target may import, only targets above it.
@Suite struct ImportTests {
  static let system: Set<String> = ["Glibc", "Synchronization"]

  static let arrows: [(target: String, imports: Set<String>)] = [
    ("Diagnostics", []),
    ("Tensors", []),
    ("ModelSyntax", ["CYAML", "Diagnostics"]),
    ("Graph", ["Diagnostics", "Tensors"]),
    ("KernelInterface", ["Tensors"]),
    ("Operators", ["Diagnostics", "Tensors", "Graph", "KernelInterface"]),
    ("Elaborator", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators"]),
    ("Analysis", ["Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator"]),
    ("Passes", ["Diagnostics", "Tensors", "Graph", "KernelInterface", "Operators"]),
    ("Kernels", ["CPlatform", "KernelInterface"]),
    ("KernelsAVX2", ["CPlatform", "KernelInterface"]),
    ("KernelsAVX512", ["CPlatform", "KernelInterface"]),
    (
      "Execution",
      [
        "CPlatform", "Tensors", "Graph", "KernelInterface", "Operators", "Passes", "Kernels", "KernelsAVX2",
        "KernelsAVX512",
      ]
    ),
    ("Formats", ["CZlib", "Diagnostics", "Tensors", "Graph", "Operators"]),
    (
      "CNNCKit",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "KernelInterface", "Operators", "Elaborator", "Analysis",
        "Passes", "Execution", "Formats",
      ]
    ),
    (
      "LanguageServer",
      [
        "Diagnostics", "Tensors", "ModelSyntax", "Graph", "Operators", "Elaborator", "Analysis", "Formats", "CNNCKit",
      ]
    ),
    (
      "cnnc",
      [
        "Diagnostics", "Tensors", "Graph", "Operators", "Elaborator", "Analysis", "Passes", "Execution", "Formats",
        "CNNCKit", "LanguageServer", "ArgumentParser",
      ]
    ),
  ]

  @Test("each target imports only what the architecture lets it", arguments: arrows)
  func imports(_ target: String, _ allowed: Set<String>) {
    let files = SourceFile.sources.filter { $0.target == target }
    #expect(!files.isEmpty || target.hasPrefix("KernelsAVX"))
    for file in files {
      for module in file.imports {
        #expect(allowed.contains(module) || Self.system.contains(module), "\(file.path) imports \(module)")
      }
    }
  }

  @Test("each target imports only targets above it")
  func order() {
    for (index, arrow) in Self.arrows.enumerated() {
      let above = Set(Self.arrows[..<index].map(\.target))
      let own = arrow.imports.subtracting(["CYAML", "CZlib", "CPlatform", "ArgumentParser"])
      #expect(own.isSubset(of: above), "\(arrow.target) imports \(own.subtracting(above))")
    }
  }

  @Test("the manifest states the same arrows")
  func manifest() throws {
    let manifest = try TestFile.text(Repository.root + "/Package.swift")
    let targets = manifest.matches(of: /library\(\s*"(\w+)"(?:,\s*\[([^\]]*)\])?\)/)
    #expect(targets.count == 13)
    for target in targets {
      let stated = Set((target.output.2 ?? "").matches(of: /"(\w+)"/).map { String($0.output.1) })
      let arrow = Self.arrows.first { $0.target == target.output.1 }
      #expect(arrow?.imports == stated, "\(target.output.1)")
    }
  }

  @Test("every target is in the table")
  func completeness() {
    let targets = Set(SourceFile.sources.map(\.target))
    #expect(targets.subtracting(Self.arrows.map(\.target)).isEmpty)
  }

  @Test("nothing imports Foundation, which takes longer to load than a check takes")
  func foundation() {
    for file in SourceFile.sources { #expect(!file.imports.contains { $0.hasPrefix("Foundation") }, "\(file.path)") }
  }
}
