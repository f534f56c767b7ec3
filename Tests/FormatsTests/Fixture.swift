import Formats
import Glibc
import Tensors
import TestSupport

/// Files of `Tests/Fixtures/formats`, which `generate.py` there writes with numpy and safetensors.
enum Fixture {
  static func path(_ name: String) -> String { Repository.fixtures + "/formats/" + name }

  static func bytes(_ name: String) throws -> [UInt8] { try TestFile.read(path(name)) }

  static func storage(_ name: String) throws -> TensorStorage { TensorStorage(bytes: try bytes(name)) }
}

extension TensorStorage {
  /// A copy of bytes, beginning at an aligned address.
  convenience init(bytes: [UInt8]) {
    self.init(byteCount: bytes.count)
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress { pointer.copyMemory(from: start, byteCount: source.count) }
    }
  }
}

extension Tensor {
  /// The elements of an int64 tensor, copied.
  var integers: [Int64] {
    precondition(dtype == .int64, "the tensor holds int64")
    return withExtendedLifetime(storage) {
      Array(UnsafeBufferPointer(start: pointer.assumingMemoryBound(to: Int64.self), count: elementCount))
    }
  }

  init(integers: [Int64], sizes: [Int]) {
    self.init(zeros: sizes, dtype: .int64)
    for (index, value) in integers.enumerated() {
      pointer.storeBytes(of: value, toByteOffset: 8 * index, as: Int64.self)
    }
  }
}

/// The finding that a read fails with; nil when it succeeds or the file system is at fault.
func problem(_ read: () throws(DataError) -> Void) -> DataProblem? {
  do { try read() } catch {
    if case .content(let problem) = error { return problem }
  }
  return nil
}
