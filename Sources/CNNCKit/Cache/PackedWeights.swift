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
/// The file is its key, its length before it, and then the bytes at the next multiple of a page.
struct PackedWeights {
  private static let magic = Array("cnncpack".utf8)
  private static let page = 4096
  /// Bytes of weights that get a checksum of their own. A checksum of 32 bits tells any change of a single weight, and
  /// changes everywhere change all of them.
  private static let chunk = 1 << 20

  private let folder: String
  private let path: String
  private let key: [UInt8]
  private let byteCount: Int

  /// Reads the weights; nil for a plan without packed weights, or one that changes weights.
  init?(_ plan: ExecutionPlan, of graph: Graph, parameters: [Tensor?], costs: CostModel, in folder: String) {
    guard plan.mode == .inference, plan.gradients.isEmpty, plan.preparedByteCount > 0 else { return nil }
    var lines = [
      "cnnc \(cnncVersion) \(Self.program)", plan.description,
      CostModel.constants.map { "\($0.name) \(costs[keyPath: $0.path])" }.joined(separator: "\n"),
      GraphPrinter(graph).text(),
    ]
    let named = zip(plan.parameters, parameters).compactMap { parameter, tensor in tensor.map { (parameter.name, $0) } }
    let checksums = Self.checksums(of: named.map(\.1))
    for ((name, tensor), checksums) in zip(named, checksums) {
      let list = checksums.map { String($0, radix: 16) }.joined(separator: " ")
      lines.append("\(name) \(tensor.dtype) \(tensor.sizes): \(list)")
    }
    let key = Array(lines.joined(separator: "\n").utf8)
    let name = [0, 1].map { start in String(key.withUnsafeBytes { CRC32.of($0, after: start) }, radix: 16) }
    self.key = key
    self.folder = folder
    byteCount = plan.preparedByteCount
    path = folder + "/" + name.joined(separator: "-") + ".packed"
  }

  /// The bytes as they were kept, mapped into memory; nil when they were not.
  func load() -> TensorStorage? {
    guard access(path, R_OK) == 0, let file = try? InputFile.map(path) else { return nil }
    let head = heading
    guard file.byteCount == head.count + byteCount,
      UnsafeRawBufferPointer(start: file.pointer, count: head.count).elementsEqual(head)
    else { return nil }
    // Files that were not used for the longest time go first.
    utimes(path, nil)
    return TensorStorage(adopting: file.pointer + head.count, byteCount: byteCount) { _, _ in _ = file }
  }

  /// Keeps the bytes for later processes, and removes what has not been used for long where there is too much.
  ///
  /// - Parameter limit: the bytes that the folder may hold beside these.
  func store(_ bytes: UnsafeRawBufferPointer, limit: Int = 4 << 30) throws(FileError) {
    try FolderPath.make(for: path)
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in
      try file.append(heading)
      try file.append(bytes)
    }
    let names = (try? FolderPath.names(in: folder)) ?? []
    let files = names.filter { $0.hasSuffix(".packed") }.compactMap { Kept(folder + "/" + $0) }
    var total = 0
    for file in files.sorted(by: { $0.used > $1.used }) where file.path != path {
      total += file.byteCount
      if total > limit { unlink(file.path) }
    }
  }

  /// What stands before the bytes.
  private var heading: [UInt8] {
    var heading = Self.magic + withUnsafeBytes(of: UInt64(key.count).littleEndian, Array.init) + key
    heading += Array(repeating: 0, count: heading.count.groups(of: Self.page) * Self.page - heading.count)
    return heading
  }

  /// The checksums of the chunks of each tensor, by all processors.
  private static func checksums(of tensors: [Tensor]) -> [[UInt32]] {
    let chunks = tensors.enumerated().flatMap { index, tensor in
      stride(from: 0, to: tensor.byteCount, by: chunk).map { (index, $0..<min($0 + chunk, tensor.byteCount)) }
    }
    let checksums = ParallelMap.map(chunks) { index, range in
      CRC32.of(UnsafeRawBufferPointer(rebasing: tensors[index].bytes[range]))
    }
    var result = Array(repeating: [UInt32](), count: tensors.count)
    for ((index, _), checksum) in zip(chunks, checksums) { result[index].append(checksum) }
    return result
  }

  /// The size of this program's file and when it was made.
  private static var program: String {
    var information = stat()
    guard stat("/proc/self/exe", &information) == 0 else { return "" }
    return "\(information.st_size) \(information.st_mtim.tv_sec).\(information.st_mtim.tv_nsec)"
  }
}

/// A file of the folder.
private struct Kept {
  let path: String
  let byteCount: Int
  let used: Int

  /// nil for what is no file any more.
  init?(_ path: String) {
    self.path = path
    var information = stat()
    guard lstat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
    (byteCount, used) = (information.st_size, information.st_mtim.tv_sec)
  }
}
