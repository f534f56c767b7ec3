import Diagnostics
import Elaborator
import Formats
import Glibc
import Graph
import ModelSyntax

/// A network of `models/` that `cnnc init` writes, with every file that it needs.
package struct ZooModel: Sendable {
  package let name: String
  /// The folder below `models/`, which is its task.
  package let task: String
  private let file: ZooFile

  /// Every network, in order of task and name.
  package static let all: [ZooModel] = zooFiles.compactMap { file in
    guard case .text(let text) = file.content, text.contains("\nmodel:") else { return nil }
    let parts = file.path.split(separator: "/")
    guard parts.count == 2, let name = parts.last?.dropLast(".yaml".count) else { return nil }
    return ZooModel(name: String(name), task: String(parts[0]), file: file)
  }

  package static func find(_ name: String) -> ZooModel? { all.first { $0.name == name } }

  /// What it is, in the first sentence of its own words.
  package var summary: String {
    let (document, _) = readModel(SourceText(path: file.path, bytes: file.bytes), id: SourceID(index: 0), kind: .model)
    let words = document?.doc?.value.split { $0 == " " || $0.isNewline }.joined(separator: " ") ?? ""
    return String(words.prefix(upTo: words.firstRange(of: ". ")?.lowerBound ?? words.endIndex))
  }

  /// The model and what it includes and loads, with paths relative to its own folder.
  package var files: [(path: String, bytes: [UInt8])] {
    var (elaboration, files) = elaborated
    if let weights = elaboration.document.weights?.value, let bytes = carried(weights) {
      files.append((weights, bytes))
    }
    return files
  }

  /// The model after elaboration, with its own file and those that it includes.
  private var elaborated: (Elaboration, files: [(path: String, bytes: [UInt8])]) {
    var files = [(path: name + ".yaml", bytes: file.bytes)]
    var sources = SourceMap()
    let elaboration = elaborate(
      text: SourceText(path: file.path, bytes: file.bytes), options: ElaborationOptions(), sources: &sources
    ) { path in
      guard let bytes = carried(path) else { return .failed("it is not part of the zoo") }
      files.append((path, bytes))
      return .loaded(SourceText(path: path, bytes: bytes))
    }
    return (elaboration, files)
  }

  private func carried(_ path: String) -> [UInt8]? { ZooFile.find("\(task)/\(path)")?.bytes }

  /// The network that nearly all of a weights file's tensors are the parameters of; nil when there is none.
  ///
  /// A tenth may differ, as the last layer does for another number of classes. Every network is elaborated for this.
  static func fitting(_ tensors: [TensorDescription]) -> String? {
    var best: (name: String, fits: Int)?
    for model in all {
      guard let graph = model.elaborated.0.graph else { continue }
      let fits = graph.fitting(tensors)
      guard fits * 10 >= max(graph.parameters.count, tensors.count) * 9, fits > best?.fits ?? 0 else { continue }
      best = (model.name, fits)
    }
    return best?.name
  }

  /// Writes its files below a folder, all or, where one of another content is in the way, none.
  ///
  /// - Returns: The paths of the files that were not there before, or replaced.
  package func write(into folder: String, replacing: Bool = false) throws(ModelError) -> [String] {
    let prefix = folder.isEmpty || folder.hasSuffix("/") ? folder : folder + "/"
    var missing: [(path: String, bytes: [UInt8])] = []
    for file in files {
      let path = prefix + file.path
      var status = stat()
      if lstat(path, &status) != 0 {
        missing.append((path, file.bytes))
      } else if (try? InputFile.read(path)) != file.bytes {
        guard replacing else {
          throw ModelError(.failure("'\(path)' is there already with another content; --force replaces it"))
        }
        missing.append((path, file.bytes))
      }
    }
    for file in missing {
      do throws(FileError) {
        try FolderPath.make(for: file.path)
        try AtomicFile.write(file.bytes, to: file.path)
      } catch {
        throw ModelError(.file(error))
      }
    }
    return missing.map(\.path)
  }
}
