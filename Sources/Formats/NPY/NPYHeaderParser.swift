/// Reads the one Python literal of a `.npy` header: a dictionary of `descr`, `fortran_order` and `shape`.
///
/// Each key must be there once and no other; nothing but white space may follow.
struct NPYHeaderParser {
  struct Fields {
    var descr = ""
    var isFortranOrder = false
    var shape: [Int] = []
  }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func fields() throws(NPYProblem) -> Fields {
    var fields = Fields()
    var missing: Set<String> = ["descr", "fortran_order", "shape"]
    try expect("{")
    while !skips("}") {
      let key = try string()
      guard missing.remove(key) != nil else { throw .invalidHeader("each of descr, fortran_order and shape once") }
      try expect(":")
      switch key {
      case "descr":
        if next == UInt8(ascii: "[") || next == UInt8(ascii: "(") { throw .records }
        fields.descr = try string()
      case "fortran_order": fields.isFortranOrder = try flag()
      default: fields.shape = try sizes()
      }
      if !skips(",") {
        try expect("}")
        break
      }
    }
    guard missing.isEmpty else { throw .invalidHeader("each of descr, fortran_order and shape once") }
    guard next == nil else { throw .invalidHeader("nothing after '}'") }
    return fields
  }

  private mutating func string() throws(NPYProblem) -> String {
    guard let quote = next, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
      throw .invalidHeader("a string at byte \(position)")
    }
    let start = position + 1
    guard let end = bytes[start...].firstIndex(of: quote), !bytes[start..<end].contains(UInt8(ascii: "\\")),
      let text = String(validating: bytes[start..<end], as: UTF8.self)
    else { throw .invalidHeader("a plain string at byte \(position)") }
    position = end + 1
    return text
  }

  private mutating func flag() throws(NPYProblem) -> Bool {
    for (word, value) in [("True", true), ("False", false)] where skips(word) { return value }
    throw .invalidHeader("True or False at byte \(position)")
  }

  /// A tuple of whole numbers: `()`, `(3,)`, `(2, 3)`; Python 2 wrote `3L`.
  private mutating func sizes() throws(NPYProblem) -> [Int] {
    try expect("(")
    var sizes: [Int] = []
    while !skips(")") {
      sizes.append(try size())
      if !skips(",") {
        guard sizes.count > 1 else { throw .invalidHeader("',' at byte \(position)") }
        try expect(")")
        break
      }
    }
    return sizes
  }

  private mutating func size() throws(NPYProblem) -> Int {
    _ = next
    let digits = bytes[position...].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard let value = Int(String(decoding: digits, as: UTF8.self)) else {
      throw digits.isEmpty ? .invalidHeader("a size at byte \(position)") : .tooManyElements
    }
    position = digits.endIndex
    _ = skips("L")
    return value
  }

  /// The next byte that is not white space, which is skipped.
  private var next: UInt8? {
    mutating get {
      while position < bytes.count, bytes[position] == 0x20 || (0x09...0x0D).contains(bytes[position]) { position += 1 }
      return position < bytes.count ? bytes[position] : nil
    }
  }

  private mutating func skips(_ text: String) -> Bool {
    _ = next
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func expect(_ text: String) throws(NPYProblem) {
    if !skips(text) { throw .invalidHeader("'\(text)' at byte \(position)") }
  }
}
