import CPlatform
import Glibc
package import KernelInterface
import Kernels
import KernelsAVX2
import KernelsAVX512

/// The choice of the instruction set that a process computes with.
package struct KernelSelection: Sendable {
  /// A level that this build has kernels for.
  package struct Level: Sendable {
    package let level: KernelLevel
    /// The features a processor needs for it.
    package let requirement: String
    /// Whether this machine has them.
    package let isAvailable: Bool
    package let makeTable: @Sendable () -> KernelTable
  }

  /// Every level, slowest first.
  package static let levels: [Level] = [
    Level(
      level: .reference, requirement: "any processor", isAvailable: true,
      makeTable: { Kernels.makeReferenceKernelTable() }),
    Level(
      level: .baseline, requirement: "any processor", isAvailable: true, makeTable: { Kernels.makeKernelTable() }),
    Level(
      level: .avx2, requirement: "x86-64-v3 (AVX2, FMA, BMI2, F16C)", isAvailable: cplatform_has_avx2() != 0,
      makeTable: { KernelsAVX2.makeKernelTable() }),
    Level(
      level: .avx512, requirement: "x86-64-v4 (AVX-512 F, BW, CD, DQ, VL)",
      isAvailable: cplatform_has_avx512() != 0, makeTable: { KernelsAVX512.makeKernelTable() }),
  ]

  /// The levels that run on this machine, slowest first.
  package static var available: [Level] { levels.filter(\.isAvailable) }

  /// The environment variable that overrides the choice.
  package static let variable = "CNNC_KERNELS"

  package let level: KernelLevel
  /// Whether a name was given instead of a look at the machine.
  package let isOverridden: Bool
  package let kernels: KernelTable

  /// Chooses the fastest level that the machine has, or the one that is asked for by name.
  package init(override name: String?) throws(KernelSelectionError) {
    if let name {
      guard let level = Self.levels.first(where: { $0.level.rawValue == name }) else {
        throw .unknown(name, among: Self.levels.map(\.level.rawValue))
      }
      guard level.isAvailable else { throw .unavailable(level.level, requirement: level.requirement) }
      self.init(level, isOverridden: true)
    } else {
      self.init(Self.available[Self.available.count - 1], isOverridden: false)
    }
  }

  private init(_ level: Level, isOverridden: Bool) {
    self.level = level.level
    self.isOverridden = isOverridden
    kernels = level.makeTable()
  }

  /// The choice for this process, made once.
  package static let ofProcess = Result { () throws(KernelSelectionError) in
    try KernelSelection(override: getenv(variable).map { String(cString: $0) })
  }
}

/// Why a level that was asked for cannot be used.
package enum KernelSelectionError: Error, Hashable {
  case unknown(String, among: [String])
  case unavailable(KernelLevel, requirement: String)
}

extension KernelSelectionError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unknown(let name, let names):
      "\(KernelSelection.variable)=\(name) names no kernels; there are \(names.joined(separator: ", "))"
    case .unavailable(let level, let requirement):
      "\(KernelSelection.variable)=\(level.rawValue) needs a processor with \(requirement)"
    }
  }
}
