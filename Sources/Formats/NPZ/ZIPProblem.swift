import Diagnostics

/// A rule of the `.npz` format that a file breaks: ZIP with stored or deflated `.npy` entries.
package enum ZIPProblem: Error, Hashable {
  case noEndRecord
  case brokenDirectory
  case brokenEntry(String)
  case duplicateEntry(String)
  case unprintableName
  case overlappingEntries(String)
  case encrypted(String)
  case unsupportedMethod(String, method: Int)
  case wrongChecksum(String)
  case brokenDeflate(String)
  case wrongSize(String, size: Int)
  case notAnArray(String)
  case array(String, NPYProblem)
}

extension ZIPProblem {
  func problem(in path: String) -> DataProblem {
    if case .array(let name, let problem) = self {
      return problem.problem(in: "the array '\(name.escapingControls)' in '\(path)'")
    }
    return DataProblem(.invalidNPZ, "'\(path)' \(rule)")
  }

  private var rule: String {
    switch self {
    case .noEndRecord: "must end with a ZIP directory: it is no .npz file, or cut off"
    case .brokenDirectory: "must have a whole ZIP directory: an entry of it leads outside the file"
    case .brokenEntry(let name): "must hold each entry that its directory lists: '\(name)' is not where it says"
    case .duplicateEntry(let name): "must not hold two entries of one name: '\(name)'"
    case .unprintableName: "must name entries in UTF-8 without control characters"
    case .overlappingEntries(let name): "must store entries apart: '\(name)' shares bytes with another"
    case .encrypted(let name): "must not be encrypted: '\(name)' is"
    case .unsupportedMethod(let name, let method): "must store or deflate entries: '\(name)' has the method \(method)"
    case .wrongChecksum(let name): "must hold what was written: the checksum of '\(name)' is wrong"
    case .brokenDeflate(let name): "must hold valid deflate data: '\(name)' does not inflate"
    case .wrongSize(let name, let size): "must inflate to the stated sizes: '\(name)' is not \(size) bytes"
    case .notAnArray(let name): "must hold .npy entries alone: '\(name)' is none"
    case .array(let name, _): "must hold valid arrays: '\(name)' is none"
    }
  }
}
