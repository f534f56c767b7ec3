import Execution
import Formats
import Glibc
import Graph
import KernelInterface
import Operators
import Passes
import Tensors

/// The packed weights of a plan in a file of a folder, under everything that they are made from: the weights' content,
/// the graph, what the plan was made for, and the program.
///
/// The file is its key, the length before it, checksums of the bytes, and the bytes at the next multiple of a page.
struct PackedWeights {
  private static let magic = Array("cnncpack".utf8)
  private static let page = 4096
  /// Bytes that get a checksum of their own. A checksum of 32 bits tells any change of a single weight, and changes
  /// everywhere change all of them.
  private static let chunk = 1 << 20

  private let folder: String
  private let path: String
  private let key: [UInt8]
  private let byteCount: Int

  /// Reads the weights; nil for a plan without packed weights, or one that changes weights.
  init?(
    _ plan: ExecutionPlan, of graph: Graph, _ optimization: Optimization, parameters: [Tensor?], costs: CostModel,
    in folder: String
  ) {
    guard plan.mode == .inference, plan.gradients.isEmpty, plan.preparedByteCount > 0 else { return nil }
    var lines = [
      "cnnc \(cnncVersion) \(Self.program)", plan.description, optimization.description,
      CostModel.constants.map { "\($0.name) \(costs[keyPath: $0.path])" }.joined(separator: "\n"),
      GraphPrinter(graph).text(),
    ]
    let named = zip(plan.parameters, parameters).compactMap { parameter, tensor in tensor.map { (parameter.name, $0) } }
    let contents = named.map { Content($0.1.storage, at: $0.1.byteOffset, byteCount: $0.1.byteCount) }
    for ((name, tensor), checksums) in zip(named, Self.checksums(of: contents)) {
      let list = checksums.map { String($0, radix: 16) }.joined(separator: " ")
      lines.append("\(name) \(tensor.dtype) \(tensor.sizes): \(list)")
    }
    let key = Array(lines.joined(separator: "\n").utf8)
    self.key = key
    self.folder = folder
    byteCount = plan.preparedByteCount
    path = folder + "/" + String(key.withUnsafeBytes { CRC32.of($0) }, radix: 16) + ".packed"
  }

  /// The bytes as they were kept, mapped into memory; nil when they were not, or are broken.
  func load() -> TensorStorage? {
    guard access(path, R_OK) == 0, let file = try? InputFile.map(path) else { return nil }
    let start = file.byteCount - byteCount
    guard start > 0 else { return nil }
    let heading = heading(Self.checksums(of: [Content(file, at: start, byteCount: byteCount)])[0])
    guard UnsafeRawBufferPointer(start: file.pointer, count: start).elementsEqual(heading) else { return nil }
    // Files that were not used for the longest time go first.
    utimes(path, nil)
    return TensorStorage(adopting: file.pointer + start, byteCount: byteCount) { _, _ in
      withExtendedLifetime(file) {}
    }
  }

  /// Keeps the bytes for later processes, and removes what has not been used for long where there is too much.
  ///
  /// - Parameter limit: the bytes that the folder may hold beside these.
  func store(_ bytes: TensorStorage, limit: Int = 4 << 30) throws(FileError) {
    try UserCache.makeFolder(for: path)
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      try file.append(heading(Self.checksums(of: [Content(bytes, at: 0, byteCount: bytes.byteCount)])[0]))
      try file.append(UnsafeRawBufferPointer(start: bytes.pointer, count: bytes.byteCount))
    }
    UserCache.prune(folder, to: limit, keeping: path)
  }

  /// What stands before the bytes.
  private func heading(_ checksums: [UInt32]) -> [UInt8] {
    var heading = Self.magic + withUnsafeBytes(of: UInt64(key.count).littleEndian, Array.init) + key
    for checksum in checksums { withUnsafeBytes(of: checksum.littleEndian) { heading += $0 } }
    heading += Array(repeating: 0, count: heading.count.groups(of: Self.page) * Self.page - heading.count)
    return heading
  }

  /// Some bytes of a storage.
  private struct Content {
    let storage: TensorStorage
    let range: Range<Int>

    init(_ storage: TensorStorage, at offset: Int, byteCount: Int) {
      self.storage = storage
      range = offset..<offset + byteCount
    }
  }

  /// The checksums of the chunks of each content, by all processors.
  private static func checksums(of contents: [Content]) -> [[UInt32]] {
    let chunks = contents.enumerated().flatMap { index, content in
      stride(from: content.range.lowerBound, to: content.range.upperBound, by: chunk).map { start in
        (index, content.storage, start..<min(start + chunk, content.range.upperBound))
      }
    }
    let checksums = ParallelMap.map(chunks) { _, storage, range in
      CRC32.of(UnsafeRawBufferPointer(start: storage.pointer + range.lowerBound, count: range.count))
    }
    var result = Array(repeating: [UInt32](), count: contents.count)
    for ((index, _, _), checksum) in zip(chunks, checksums) { result[index].append(checksum) }
    return result
  }

  /// The size of this program's file and when it was made.
  private static var program: String {
    var information = stat()
    guard stat("/proc/self/exe", &information) == 0 else { return "" }
    return "\(information.st_size) \(information.st_mtim.tv_sec).\(information.st_mtim.tv_nsec)"
  }
}
