/// The records of a ZIP archive of stored entries around their data.
///
/// The fields are those of Python's `zipfile` when sizes are not known to be small: version 4.5, the date 1980-01-01,
/// zip64 sizes in every local header, and in the directory only where they are needed.
struct ZIPWriter {
  private struct Entry {
    var name: [UInt8]
    var size: Int
    var checksum: UInt32
    var offset: Int
  }

  private static let absent = UInt32.max
  private static let version: UInt16 = 45
  private static let date: UInt16 = 0x21
  /// Marks a name with letters beyond ASCII as UTF-8.
  private static let nameFlag: UInt16 = 0x800
  /// Made by Unix, a file with the permissions 600.
  private static let attributes: UInt32 = 0o600 << 16

  private var entries: [Entry] = []
  private var offset = 0

  /// The local header of the next entry, whose data must follow.
  mutating func add(_ name: String, size: Int, checksum: UInt32) -> [UInt8] {
    let entry = Entry(name: Array(name.utf8), size: size, checksum: checksum, offset: offset)
    entries.append(entry)
    var bytes = UInt32(0x0403_4B50).littleEndianBytes + common(entry)
    bytes += ZIPWriter.absent.littleEndianBytes + ZIPWriter.absent.littleEndianBytes
    bytes += UInt16(entry.name.count).littleEndianBytes + UInt16(20).littleEndianBytes + entry.name
    bytes += UInt16(1).littleEndianBytes + UInt16(16).littleEndianBytes
    bytes += UInt64(size).littleEndianBytes + UInt64(size).littleEndianBytes
    offset += bytes.count + size
    return bytes
  }

  /// The central directory and the end of the file.
  func directory() -> [UInt8] {
    var bytes: [UInt8] = []
    for entry in entries {
      let isLarge = entry.size >= Int(ZIPWriter.absent)
      let isFar = entry.offset >= Int(ZIPWriter.absent)
      var wide: [UInt8] = []
      if isLarge { wide += UInt64(entry.size).littleEndianBytes + UInt64(entry.size).littleEndianBytes }
      if isFar { wide += UInt64(entry.offset).littleEndianBytes }
      if !wide.isEmpty { wide = UInt16(1).littleEndianBytes + UInt16(wide.count).littleEndianBytes + wide }
      let size = isLarge ? ZIPWriter.absent : UInt32(entry.size)
      bytes += UInt32(0x0201_4B50).littleEndianBytes + (ZIPWriter.version | 3 << 8).littleEndianBytes + common(entry)
      bytes += size.littleEndianBytes + size.littleEndianBytes
      bytes += UInt16(entry.name.count).littleEndianBytes + UInt16(wide.count).littleEndianBytes
      bytes += [UInt8](repeating: 0, count: 6) + ZIPWriter.attributes.littleEndianBytes
      bytes += (isFar ? ZIPWriter.absent : UInt32(entry.offset)).littleEndianBytes + entry.name + wide
    }
    return bytes + end(directorySize: bytes.count)
  }

  /// The fields that both headers share, from the version to the checksum.
  private func common(_ entry: Entry) -> [UInt8] {
    let flags = entry.name.allSatisfy { $0 < 0x80 } ? 0 : ZIPWriter.nameFlag
    return ZIPWriter.version.littleEndianBytes + flags.littleEndianBytes + UInt16(0).littleEndianBytes
      + UInt16(0).littleEndianBytes + ZIPWriter.date.littleEndianBytes + entry.checksum.littleEndianBytes
  }

  private func end(directorySize: Int) -> [UInt8] {
    let count = entries.count
    let needsWide = count >= 0xFFFF || directorySize >= Int(ZIPWriter.absent) || offset >= Int(ZIPWriter.absent)
    var bytes: [UInt8] = []
    if needsWide {
      bytes += UInt32(0x0606_4B50).littleEndianBytes + UInt64(44).littleEndianBytes
      bytes += ZIPWriter.version.littleEndianBytes + ZIPWriter.version.littleEndianBytes + UInt64(0).littleEndianBytes
      bytes += UInt64(count).littleEndianBytes + UInt64(count).littleEndianBytes
      bytes += UInt64(directorySize).littleEndianBytes + UInt64(offset).littleEndianBytes
      bytes += UInt32(0x0706_4B50).littleEndianBytes + UInt32(0).littleEndianBytes
      bytes += UInt64(offset + directorySize).littleEndianBytes + UInt32(1).littleEndianBytes
    }
    let shortCount = UInt16(clamping: count)
    bytes += UInt32(0x0605_4B50).littleEndianBytes + UInt32(0).littleEndianBytes
    bytes += shortCount.littleEndianBytes + shortCount.littleEndianBytes
    bytes += UInt32(clamping: directorySize).littleEndianBytes + UInt32(clamping: offset).littleEndianBytes
    return bytes + UInt16(0).littleEndianBytes
  }
}
