import Execution
import KernelInterface
import Tensors
import TestSupport
import Testing

/// The levels that this machine has, and the plain loops they are compared with.
enum KernelRun {
  static let reference = table(of: .reference)
  static let levels: [KernelLevel] = KernelSelection.available.map(\.level).filter { $0 != .reference }

  static func table(of level: KernelLevel) -> KernelTable {
    guard let found = KernelSelection.levels.first(where: { $0.level == level }) else {
      preconditionFailure("every level is listed")
    }
    return found.makeTable()
  }

  /// Ways to share units: all at once, one by one, and in unequal parts.
  static func shares(_ units: Int) -> [[Range<Int>]] {
    let cuts = [0, units / 3, units / 2, units]
    return [[0..<units], (0..<units).map { $0..<$0 + 1 }, zip(cuts, cuts.dropFirst()).map { $0..<$1 }]
  }

  /// Calls a body with numbers that have memory which must not be touched before or after them.
  static func fenced<Result>(_ numbers: [Float], at fence: Fence, _ body: (UnsafePointer<Float>) -> Result) -> Result {
    let tensor = Tensor(numbers, sizes: [numbers.count]).fenced(at: fence)
    return withExtendedLifetime(tensor) { body(UnsafePointer(tensor.pointer.assumingMemoryBound(to: Float.self))) }
  }

  /// Runs a kernel for all units in shares, each with scratch of its own that holds rubbish. Fails when it writes beyond
  /// the scratch.
  static func run(_ shares: [Range<Int>], scratchBytes: Int = 0, _ body: (UnsafeMutableRawPointer, Range<Int>) -> Void)
  {
    let (guarded, mark) = (256, UInt8(0xA5))
    for share in shares {
      let scratch = UnsafeMutableRawBufferPointer.allocate(byteCount: scratchBytes + guarded, alignment: 64)
      defer { scratch.deallocate() }
      for index in scratch.indices { scratch[index] = index < scratchBytes ? 0xFF : mark }
      guard let start = scratch.baseAddress else { continue }
      body(start, share)
      #expect(scratch.suffix(guarded).allSatisfy { $0 == mark }, "written beyond \(scratchBytes) bytes of scratch")
    }
  }

  /// Fails unless two results are equal.
  static func expectSame(
    _ found: [Float], _ expected: [Float], _ comment: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expectEach(found, expected, comment, sourceLocation) { $0 == $1 }
  }

  /// Fails unless two results agree relative to the largest magnitude, and are NaN at the same places.
  static func expectClose(
    _ found: [Float], _ expected: [Float], _ comment: String, within tolerance: Float = 1e-5,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let scale = expected.reduce(Float(1)) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    expectEach(found, expected, comment, sourceLocation) { found, expected in
      expected.isNaN
        ? found.isNaN
        : expected.isFinite ? (found - expected).magnitude <= tolerance * scale : found == expected
    }
  }

  /// Fails unless all pairs agree, and says which is the first that does not: to work out the whole difference, as the
  /// comparison of arrays does, takes minutes for long ones.
  private static func expectEach(
    _ found: [Float], _ expected: [Float], _ comment: String, _ sourceLocation: SourceLocation,
    _ agree: (Float, Float) -> Bool
  ) {
    #expect(found.count == expected.count, "\(comment)", sourceLocation: sourceLocation)
    let wrong = zip(found, expected).enumerated().first { !agree($1.0, $1.1) }
    #expect(
      wrong == nil, "\(comment): \(wrong.map { "\($0.element.0) for \($0.element.1) at \($0.offset)" } ?? "")",
      sourceLocation: sourceLocation)
  }
}
