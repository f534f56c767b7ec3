import Diagnostics

/// A rule of the safetensors format that a file breaks.
package enum SafetensorsProblem: Error, Hashable {
  case noLength(fileSize: Int)
  case headerTooLong(UInt64)
  case headerCutOff(length: Int, available: Int)
  case noOpeningBrace(UInt8?)
  case invalidJSON(JSONError)
  case metadataNotStrings(key: String?)
  case unprintableName(String)
  case notATensor(String)
  case unknownElementType(tensor: String, type: String)
  case unsupportedElementType(tensor: String, type: String)
  case invalidSizes(tensor: String)
  case tooManyElements(tensor: String)
  case invalidOffsets(tensor: String)
  case wrongByteCount(tensor: String, needed: Int, given: Int)
  /// A gap, or an overlap when `begin` lies before `expected`.
  case misplaced(tensor: String, begin: Int, expected: Int)
  case dataCutOff(needed: Int, available: Int)
  case trailingBytes(Int)
}

extension SafetensorsProblem {
  func problem(in path: String) -> DataProblem {
    let code: DiagnosticCode
    if case .unsupportedElementType = self { code = .unsupportedElementType } else { code = .invalidSafetensors }
    return DataProblem(code, "'\(path)' \(rule)")
  }

  /// The rule and the numbers that break it, as words that follow the file's name.
  private var rule: String {
    switch self {
    case .noLength(let size): "must begin with a header length of 8 bytes: it has \(size)"
    case .headerTooLong(let length):
      "must have a header of at most \(SafetensorsHeader.maximumLength) bytes: its length says \(length)"
    case .headerCutOff(let length, let available):
      "must hold its whole header: \(length) bytes are announced and \(available) follow"
    case .noOpeningBrace(let byte):
      "must begin its header with '{': " + (byte.map { "found the byte \($0)" } ?? "the header is empty")
    case .invalidJSON(let error): "must have a JSON header: \(error)"
    case .metadataNotStrings(let key):
      "must have metadata of strings: " + (key.map { "'\($0)' is none" } ?? "it is no object")
    case .unprintableName(let name): "must name tensors without control characters: '\(name.escapingControls)' has one"
    case .notATensor(let name): "must give each name a dtype, a shape and data_offsets: '\(name)' lacks one"
    case .unknownElementType(let name, let type):
      "must use known element types: '\(name)' has '\(type.escapingControls)'"
    case .unsupportedElementType(let name, let type): "holds '\(name)' as \(type), which cnnc does not read"
    case .invalidSizes(let name): "must give shapes as lists of whole numbers from 0: '\(name)' does not"
    case .tooManyElements(let name): "must have sizes that can be counted: the shape of '\(name)' is too large"
    case .invalidOffsets(let name): "must give data_offsets as a begin and an end: '\(name)' does not"
    case .wrongByteCount(let name, let needed, let given):
      "must give each tensor the bytes of its shape: '\(name)' needs \(needed) and its offsets span \(given)"
    case .misplaced(let name, let begin, let expected):
      "must store tensors without \(begin < expected ? "overlaps" : "gaps"): '\(name)' begins at \(begin), "
        + "not at \(expected)"
    case .dataCutOff(let needed, let available):
      "must hold all its data: \(needed) bytes are announced and \(available) follow"
    case .trailingBytes(let count): "must end with its last tensor: \(count) more bytes follow"
    }
  }
}

extension String {
  /// The text with control characters as `\u{1}`, so that a message cannot drive the terminal.
  var escapingControls: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      if scalar.isControl {
        text += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether it is one of the control characters C0, DEL and C1.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
