import KernelInterface
import Testing

@testable import Execution

@Suite("Kernel selection")
struct KernelSelectionTests {
  @Test("without an override the fastest level that the machine has is chosen")
  func automatic() throws {
    let selection = try KernelSelection(override: nil)
    #expect(selection.level == KernelSelection.available.last?.level)
    #expect(selection.kernels.level == selection.level)
    #expect(!selection.isOverridden)
  }

  @Test("every available level can be asked for, and its table is of that level", arguments: KernelLevel.allCases)
  func named(level: KernelLevel) throws {
    let isAvailable = KernelSelection.available.contains { $0.level == level }
    if isAvailable {
      let selection = try KernelSelection(override: level.rawValue)
      #expect(selection.kernels.level == level)
      #expect(selection.isOverridden)
    } else {
      #expect(throws: KernelSelectionError.self) { try KernelSelection(override: level.rawValue) }
    }
  }

  @Test("an unknown name is an error that lists the names")
  func unknown() {
    let error = #expect(throws: KernelSelectionError.self) { try KernelSelection(override: "sse9") }
    #expect(
      error?.description == "CNNC_KERNELS=sse9 names no kernels; there are reference, baseline, avx2, avx512")
  }

  @Test("a level that the processor lacks is an error that says what it needs")
  func unavailable() {
    let error = KernelSelectionError.unavailable(.avx512, requirement: "x86-64-v4")
    #expect(error.description == "CNNC_KERNELS=avx512 needs a processor with x86-64-v4")
  }
}
