import Diagnostics

/// A rule of the `.npy` format that a file breaks.
package enum NPYProblem: Error, Hashable {
  case notNPY
  case unsupportedVersion(major: UInt8, minor: UInt8)
  case headerTooLong(Int)
  case headerCutOff
  /// Something else must stand in the header.
  case invalidHeader(String)
  case unsupportedElementType(String)
  case pickled
  case records
  case tooManyElements
  case dataCutOff(needed: Int, available: Int)
  case trailingBytes(Int)
}

extension NPYProblem {
  /// The words for an array that messages call `name`: a path, or an entry of an archive.
  func problem(in name: String) -> DataProblem {
    switch self {
    case .unsupportedElementType, .pickled, .records: DataProblem(.unsupportedElementType, "\(name) \(rule)")
    default: DataProblem(.invalidNPY, "\(name) \(rule)")
    }
  }

  private var rule: String {
    switch self {
    case .notNPY: "must begin with numpy's signature: it is no .npy file"
    case .unsupportedVersion(let major, let minor): "must be of version 1.0, 2.0 or 3.0: it is \(major).\(minor)"
    case .headerTooLong(let length):
      "must have a header of at most \(NPYHeader.maximumLength) bytes: its length says \(length)"
    case .headerCutOff: "must hold its whole header: it ends before"
    case .invalidHeader(let expectation): "must have numpy's header: expected \(expectation)"
    case .unsupportedElementType(let type):
      "holds elements of type '\(type.escapingControls)', which cnnc does not read"
    case .pickled: "holds pickled objects, which can run code and are never read"
    case .records: "holds records, which are no tensor"
    case .tooManyElements: "must have sizes that can be counted: its shape is too large"
    case .dataCutOff(let needed, let available):
      "must hold all its data: the shape needs \(needed) bytes and \(available) follow"
    case .trailingBytes(let count): "must end with its data: \(count) more bytes follow"
    }
  }
}
