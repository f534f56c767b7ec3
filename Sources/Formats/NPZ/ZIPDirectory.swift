/// The entries of a ZIP archive by its central directory, checked to lie apart inside the file.
///
/// Sizes come from the directory with its zip64 fields (APPNOTE 6.3), never from the local headers, whose sizes numpy
/// leaves out. Names must agree in both places, so that no two readers see different archives.
struct ZIPDirectory {
  struct Entry {
    var name: String
    var isDeflated: Bool
    var checksum: UInt32
    /// The bytes in the file, compressed or not.
    var data: Range<Int>
    /// The size after inflating.
    var size: Int
    fileprivate var localOffset: Int
  }

  private(set) var entries: [Entry] = []
  private let file: LittleEndianBytes

  init(reading bytes: UnsafeRawBufferPointer) throws(ZIPProblem) {
    file = LittleEndianBytes(bytes: bytes)
    var (count, offset) = try location()
    let directoryStart = offset
    var names: Set<String> = []
    while count > 0 {
      let (entry, next) = try centralEntry(at: offset, directoryStart: directoryStart)
      guard names.insert(entry.name).inserted else { throw .duplicateEntry(entry.name) }
      entries.append(entry)
      offset = next
      count -= 1
    }
    var end = 0
    for entry in entries.sorted(by: { $0.localOffset < $1.localOffset }) {
      guard entry.localOffset >= end else { throw .overlappingEntries(entry.name) }
      end = entry.data.upperBound
    }
  }

  /// How many entries the directory has, and where it begins.
  private func location() throws(ZIPProblem) -> (count: Int, offset: Int) {
    guard let end = endRecord() else { throw .noEndRecord }
    guard let count = file.uint16(at: end + 10), let offset = file.uint32(at: end + 16) else { throw .noEndRecord }
    guard count == 0xFFFF || offset == 0xFFFF_FFFF else { return (count, offset) }
    guard file.uint32(at: end - 20) == 0x0706_4B50, let record = file.uint64(at: end - 12),
      file.uint32(at: record) == 0x0606_4B50, let wideCount = file.uint64(at: record.advanced(by: 32, within: file)),
      let wideOffset = file.uint64(at: record.advanced(by: 48, within: file))
    else { throw .brokenDirectory }
    return (wideCount, wideOffset)
  }

  /// The record at the end of the file, behind which only its own comment stands.
  private func endRecord() -> Int? {
    var offset = file.count - 22
    let first = max(0, offset - 0xFFFF)
    while offset >= first {
      if file.uint32(at: offset) == 0x0605_4B50, file.uint16(at: offset + 20) == file.count - offset - 22 {
        return offset
      }
      offset -= 1
    }
    return nil
  }

  private func centralEntry(at offset: Int, directoryStart: Int) throws(ZIPProblem) -> (Entry, next: Int) {
    guard let fixed = file.slice(at: offset, count: 46) else { throw .brokenDirectory }
    let record = LittleEndianBytes(bytes: fixed)
    guard record.uint32(at: 0) == 0x0201_4B50, let flags = record.uint16(at: 8), let method = record.uint16(at: 10),
      let checksum = record.integer(UInt32.self, at: 16), let nameLength = record.uint16(at: 28),
      let extraLength = record.uint16(at: 30), let commentLength = record.uint16(at: 32),
      let nameBytes = file.slice(at: offset + 46, count: nameLength),
      let extra = file.slice(at: offset + 46 + nameLength, count: extraLength),
      let sizes = ZIPDirectory.sizes(record, extra: LittleEndianBytes(bytes: extra))
    else { throw .brokenDirectory }
    guard let name = String(validating: nameBytes, as: UTF8.self), !name.unicodeScalars.contains(where: \.isControl)
    else { throw .unprintableName }
    if flags & 1 != 0 { throw .encrypted(name) }
    guard method == 0 || method == 8 else { throw .unsupportedMethod(name, method: method) }
    guard method == 8 || sizes.compressed == sizes.full else { throw .wrongSize(name, size: sizes.full) }
    guard let start = dataStart(localOffset: sizes.offset, name: nameBytes),
      start <= directoryStart, sizes.compressed <= directoryStart - start
    else { throw .brokenEntry(name) }
    let entry = Entry(
      name: name, isDeflated: method == 8, checksum: checksum, data: start..<start + sizes.compressed,
      size: sizes.full, localOffset: sizes.offset)
    return (entry, offset + 46 + nameLength + extraLength + commentLength)
  }

  /// The sizes and the place of an entry: 32-bit fields, or the zip64 field for those that are all ones.
  private static func sizes(
    _ record: LittleEndianBytes, extra: LittleEndianBytes
  ) -> (full: Int, compressed: Int, offset: Int)? {
    guard let compressed = record.uint32(at: 20), let full = record.uint32(at: 24), let offset = record.uint32(at: 42)
    else { return nil }
    let wide = LittleEndianBytes(bytes: zip64Field(of: extra))
    var position = 0
    func number(_ short: Int) -> Int? {
      if short != 0xFFFF_FFFF { return short }
      defer { position += 8 }
      return wide.uint64(at: position)
    }
    guard let full = number(full), let compressed = number(compressed), let offset = number(offset) else { return nil }
    return (full, compressed, offset)
  }

  /// The field of an entry's extra data that holds 64-bit numbers; empty when there is none.
  private static func zip64Field(of extra: LittleEndianBytes) -> UnsafeRawBufferPointer {
    var offset = 0
    while let identifier = extra.uint16(at: offset), let length = extra.uint16(at: offset + 2) {
      if identifier == 1 { return extra.slice(at: offset + 4, count: length) ?? .empty }
      offset += 4 + length
    }
    return .empty
  }

  /// Where the data behind a local header begins; nil when there is none of this name.
  private func dataStart(localOffset: Int, name: UnsafeRawBufferPointer) -> Int? {
    guard let fixed = file.slice(at: localOffset, count: 30) else { return nil }
    let header = LittleEndianBytes(bytes: fixed)
    guard header.uint32(at: 0) == 0x0403_4B50, let nameLength = header.uint16(at: 26),
      let extraLength = header.uint16(at: 28), let localName = file.slice(at: localOffset + 30, count: nameLength),
      localName.elementsEqual(name)
    else { return nil }
    return localOffset + 30 + nameLength + extraLength
  }
}

extension UnsafeRawBufferPointer {
  fileprivate static var empty: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: nil, count: 0) }
}

extension Int {
  /// The offset further on; the end of the file when it would lie behind it.
  fileprivate func advanced(by distance: Int, within file: LittleEndianBytes) -> Int {
    self < file.count ? self + distance : file.count
  }
}
