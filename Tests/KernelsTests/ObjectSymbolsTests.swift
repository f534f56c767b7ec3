import Testing

@Suite struct ObjectSymbolsTests {
  @Test(
    "no kernel object holds code that the linker could use outside of its instruction set",
    arguments: ["Kernels", "KernelsAVX2", "KernelsAVX512"])
  func weakFunctions(_ target: String) throws {
    let paths = ObjectFile.paths(ofTarget: target)
    #expect(!paths.isEmpty)
    for path in paths {
      // A weak function is one of several copies of which any may be chosen, unless its name is the module's own.
      let shared = try ObjectFile(path: path).symbols.filter {
        $0.isWeak && $0.isFunction && $0.isDefined && !$0.name.contains(target)
      }
      #expect(shared.map(\.name) == [], "\(path)")
    }
  }

  @Test("the kernels of processors without fused multiplication call none of libm")
  func fusedMultiplication() throws {
    for path in ObjectFile.paths(ofTarget: "Kernels") {
      let called = try ObjectFile(path: path).symbols.filter { !$0.isDefined && ["fma", "fmaf"].contains($0.name) }
      #expect(called.map(\.name) == [], "\(path)")
    }
  }
}
