import Analysis
package import Diagnostics
import Execution
import Formats
import Glibc
package import KernelInterface

/// What kernels cost on this machine, kept in a file of the user's cache folder. It counts for the processor, the kernels
/// and the version that it was measured with.
package struct MachineCosts {
  /// The layers that are measured, one for each constant.
  package static let probeCount = CostProbe.all.count

  package let level: KernelLevel
  package let costs: CostModel

  package init(_ level: KernelLevel, _ costs: CostModel) {
    self.level = level
    self.costs = costs
  }

  /// Measures the kernels that this process chooses, in a few seconds.
  ///
  /// - Parameter progress: called with the number of layers that are done.
  package init(progress: (Int) -> Void) throws(ModelError) {
    let selection: KernelSelection
    do { selection = try KernelSelection.ofProcess.get() } catch { throw ModelError(.request(error.description)) }
    self.init(selection.level, try CostMeasurement(selection.kernels, progress: progress).costs)
  }

  /// The file's name in the cache folder.
  package static let name = "costs.json"
  /// The file; nil without a cache folder.
  package static var path: String? { UserCache.path(of: name) }

  /// Whether anything was kept, whatever it counts for.
  static var isThere: Bool { path.map { access($0, F_OK) == 0 } ?? false }

  /// What was measured here with the same kernels; nil when nothing was, or when the file is broken.
  package static func stored(_ level: KernelLevel, at path: String? = path) -> CostModel? {
    guard let path, access(path, R_OK) == 0, let bytes = try? InputFile.read(path),
      let json = try? JSON(parsing: bytes), heading(level).allSatisfy({ json[$0.key] == $0.value })
    else { return nil }
    var costs = CostModel.reference
    for constant in CostModel.constants {
      guard let value = json["costs"]?[constant.name]?.double, CostModel.limits(of: constant.path).contains(value)
      else { return nil }
      costs[keyPath: constant.path] = value
    }
    return costs
  }

  /// Keeps them for later processes.
  package func store(at path: String) throws(ModelError) {
    let constants = CostModel.constants.map { JSON.Member($0.name, .double(costs[keyPath: $0.path])) }
    let json = JSON.object(Self.heading(level) + [JSON.Member("costs", .object(constants))])
    do {
      try UserCache.makeFolder(for: path)
      try AtomicFile.write(Array((json.serialized(pretty: true) + "\n").utf8), to: path)
    } catch {
      throw ModelError(.file(error))
    }
  }

  /// Removes what was kept, if anything was.
  package static func forget() throws(ModelError) {
    guard let path, unlink(path) != 0, errno != ENOENT else { return }
    throw ModelError(.file(FileError(.write, path, .system(errno))))
  }

  /// The constants beside those of the reference machine.
  package func table(style: TextStyle = .plain) -> String {
    var table = TextTable([.init("cost"), .init("here", isNumber: true), .init("reference", isNumber: true)])
    for constant in CostModel.constants {
      let values = [costs, .reference].map { QuantityText.decimal($0[keyPath: constant.path], digits: 2) }
      table.append([constant.name] + values)
    }
    return table.render(style: style)
  }

  private static func heading(_ level: KernelLevel) -> [JSON.Member] {
    [
      JSON.Member("cnnc", .string(cnncVersion)), JSON.Member("processor", .string(Machine.processor ?? "")),
      JSON.Member("kernels", .string(level.rawValue)),
    ]
  }
}
