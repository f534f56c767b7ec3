import CZlib
import Tensors

/// Deflate by zlib.
enum Deflate {
  /// A byte of deflate data makes at most this many.
  private static let maximumRatio = 1032

  /// Inflates raw deflate data to exactly this many bytes; nil when the data is broken or makes another number.
  static func inflate(_ source: UnsafeRawBufferPointer, to size: Int) -> TensorStorage? {
    guard size / maximumRatio <= source.count else { return nil }
    let result = TensorStorage(byteCount: size)
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    var (read, written) = (0, 0)
    var status = Z_OK
    // zlib counts in 32 bits, so that long data goes in pieces.
    while status == Z_OK {
      let input = source[read...].prefix(Int(Int32.max))
      let outputCount = min(size - written, Int(Int32.max))
      stream.next_in = UnsafeMutablePointer(mutating: UnsafeRawBufferPointer(rebasing: input).octets)
      stream.avail_in = UInt32(input.count)
      stream.next_out = (result.pointer + written).assumingMemoryBound(to: UInt8.self)
      stream.avail_out = UInt32(outputCount)
      status = CZlib.inflate(&stream, Z_NO_FLUSH)
      read += input.count - Int(stream.avail_in)
      written += outputCount - Int(stream.avail_out)
    }
    return status == Z_STREAM_END && written == size && read == source.count ? result : nil
  }

  /// The first bytes of what raw deflate data makes; nil when the data is broken before, or makes fewer.
  static func inflate(_ source: UnsafeRawBufferPointer, beginning count: Int) -> TensorStorage? {
    let result = TensorStorage(byteCount: count)
    var stream = z_stream()
    guard inflateInit2_(&stream, -MAX_WBITS, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      return nil
    }
    defer { inflateEnd(&stream) }
    let input = source.prefix(Int(Int32.max))
    stream.next_in = UnsafeMutablePointer(mutating: UnsafeRawBufferPointer(rebasing: input).octets)
    stream.avail_in = UInt32(input.count)
    stream.next_out = result.pointer.assumingMemoryBound(to: UInt8.self)
    stream.avail_out = UInt32(count)
    _ = CZlib.inflate(&stream, Z_SYNC_FLUSH)
    return stream.avail_out == 0 ? result : nil
  }
}

extension UnsafeRawBufferPointer {
  fileprivate var octets: UnsafePointer<UInt8>? { baseAddress?.assumingMemoryBound(to: UInt8.self) }
}
