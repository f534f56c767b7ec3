import Tensors

/// The header of a safetensors file, checked against every rule of the format and against the file's size.
///
/// Stricter than the reference implementation, as the specification demands: names must be distinct, the first byte
/// of the header is `{`, metadata are strings, and names have no control characters. Unaligned data, an unpadded
/// header and unknown keys of a tensor are accepted as there.
struct SafetensorsHeader {
  struct Entry {
    var name: String
    var layout: TensorLayout
    /// Where its bytes begin, counted from the end of the header.
    var begin: Int
  }

  /// The limit of the reference implementation in bytes.
  static let maximumLength = 100_000_000

  /// In the order of their data.
  private(set) var entries: [Entry] = []
  private(set) var metadata: [String: String] = [:]
  /// Where the data begins in the file.
  let dataOffset: Int

  /// Reads the header of a file given as a whole.
  init(reading file: UnsafeRawBufferPointer) throws(SafetensorsProblem) {
    guard file.count >= 8 else { throw .noLength(fileSize: file.count) }
    let stated = UInt64(littleEndian: file.loadUnaligned(as: UInt64.self))
    guard stated <= UInt64(SafetensorsHeader.maximumLength) else { throw .headerTooLong(stated) }
    let length = Int(stated)
    guard length <= file.count - 8 else { throw .headerCutOff(length: length, available: file.count - 8) }
    dataOffset = 8 + length
    let text = Array(file[8..<dataOffset])
    guard text.first == UInt8(ascii: "{") else { throw .noOpeningBrace(text.first) }
    let json: JSON
    do { json = try JSON(parsing: text, maximumDepth: 8) } catch { throw .invalidJSON(error) }
    for member in json.members ?? [] {
      if member.key == "__metadata__" {
        metadata = try SafetensorsHeader.metadata(member.value)
      } else {
        entries.append(try SafetensorsHeader.entry(member))
      }
    }
    entries.sort { ($0.begin, $0.layout.byteCount) < ($1.begin, $1.layout.byteCount) }
    try checkPlaces(available: file.count - dataOffset)
  }

  private static func metadata(_ value: JSON) throws(SafetensorsProblem) -> [String: String] {
    guard let members = value.members else { throw .metadataNotStrings(key: nil) }
    var metadata: [String: String] = [:]
    for member in members {
      guard let text = member.value.string else { throw .metadataNotStrings(key: member.key.escapingControls) }
      metadata[member.key] = text
    }
    return metadata
  }

  private static func entry(_ member: JSON.Member) throws(SafetensorsProblem) -> Entry {
    let name = member.key
    if name.unicodeScalars.contains(where: \.isControl) { throw .unprintableName(name) }
    guard let type = member.value["dtype"]?.string, let shape = member.value["shape"],
      let offsets = member.value["data_offsets"]
    else { throw .notATensor(name) }
    guard let dtype = DType(safetensorsName: type) else {
      if DType.foreignSafetensorsNames.contains(type) { throw .unsupportedElementType(tensor: name, type: type) }
      throw .unknownElementType(tensor: name, type: type)
    }
    guard let sizes = shape.counts else { throw .invalidSizes(tensor: name) }
    guard let layout = TensorLayout(sizes: sizes, dtype: dtype) else { throw .tooManyElements(tensor: name) }
    guard let bounds = offsets.counts, bounds.count == 2, bounds[0] <= bounds[1] else {
      throw .invalidOffsets(tensor: name)
    }
    guard bounds[1] - bounds[0] == layout.byteCount else {
      throw .wrongByteCount(tensor: name, needed: layout.byteCount, given: bounds[1] - bounds[0])
    }
    return Entry(name: name, layout: layout, begin: bounds[0])
  }

  private func checkPlaces(available: Int) throws(SafetensorsProblem) {
    var end = 0
    for entry in entries {
      guard entry.begin == end else { throw .misplaced(tensor: entry.name, begin: entry.begin, expected: end) }
      end += entry.layout.byteCount
      if end > available { throw .dataCutOff(needed: end, available: available) }
    }
    if end < available { throw .trailingBytes(available - end) }
  }
}

extension JSON {
  /// The elements of a list of integers from 0.
  fileprivate var counts: [Int]? {
    guard let elements else { return nil }
    var counts: [Int] = []
    for element in elements {
      guard let count = element.int, count >= 0 else { return nil }
      counts.append(count)
    }
    return counts
  }
}
