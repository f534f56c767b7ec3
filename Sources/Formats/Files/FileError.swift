import Glibc

/// A failure of the file system: exit status 3, not a finding about the file's content.
package struct FileError: Error, Hashable {
  package enum Operation: String, Hashable, Sendable { case read, write }

  package enum Reason: Hashable, Sendable {
    /// The number that a system call left in `errno`.
    case system(Int32)
    /// A device, a socket or a pipe where a file was expected.
    case notRegularFile
    /// The file shrank while it was read.
    case endedEarly
  }

  package var operation: Operation
  package var path: String
  package var reason: Reason

  package init(_ operation: Operation, _ path: String, _ reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The failure that the last system call of this thread left behind.
  static func last(_ operation: Operation, _ path: String) -> FileError {
    FileError(operation, path, .system(errno))
  }
}

extension FileError: CustomStringConvertible {
  /// One phrase: `cannot read 'x.npy': no such file or directory`.
  package var description: String { "cannot \(operation.rawValue) '\(path)': \(reason.phrase)" }
}

extension FileError.Reason {
  package var phrase: String {
    switch self {
    case .system(let number):
      let text = strerror(number).map { String(cString: $0) } ?? "error \(number)"
      return text.prefix(1).lowercased() + text.dropFirst()
    case .notRegularFile: return "it is not a regular file"
    case .endedEarly: return "it became shorter while it was read"
    }
  }
}
