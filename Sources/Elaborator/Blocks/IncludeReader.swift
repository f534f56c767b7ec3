import Diagnostics
import ModelSyntax

/// Reads a model file's includes, each file once, and gathers their blocks.
struct IncludeReader {
  /// How many files a model includes at most, and how deep includes nest.
  static let fileLimit = 64
  static let depthLimit = 16

  private let load: (String) -> IncludeResult
  private var read: Set<String> = []
  /// The files around the one being read, outermost first.
  private var chain: [String]

  private(set) var library = BlockLibrary()

  /// `rootPath` is the path of the model file; includes are relative to its folder.
  init(rootPath: String, load: @escaping (String) -> IncludeResult) {
    self.load = load
    chain = [rootPath.split(separator: "/").last.map(String.init) ?? rootPath]
  }

  /// Adds the blocks of a document and of everything it includes.
  mutating func add(_ document: ModelDocument, sources: inout SourceMap, findings: inout FindingCollector) {
    library.add(document, findings: &findings)
    if let include = document.includes.last,
      read.count + document.includes.count > IncludeReader.fileLimit || chain.count > IncludeReader.depthLimit
    {
      findings.report(.tooManyIncludes(at: include.span))
      return
    }
    for include in document.includes {
      guard let path = resolve(include, findings: &findings) else { continue }
      if let start = chain.firstIndex(of: path) {
        findings.report(.includeCycle(Array(chain[start...]) + [path], at: include.span))
        continue
      }
      guard read.insert(path).inserted else { continue }
      addFile(path, include, sources: &sources, findings: &findings)
    }
  }

  private mutating func addFile(
    _ path: String, _ include: Located<String>, sources: inout SourceMap, findings: inout FindingCollector
  ) {
    switch load(path) {
    case .failed(let reason): findings.report(.unreadableInclude(path, reason, at: include.span))
    case .loaded(let text):
      let source = sources.add(text)
      let (document, problems) = readModel(text, id: source, kind: .include)
      findings.report(problems)
      guard let document else { return }
      chain.append(path)
      add(document, sources: &sources, findings: &findings)
      chain.removeLast()
    }
  }

  /// The path relative to the model file's folder, without `.` and `..`.
  private func resolve(_ include: Located<String>, findings: inout FindingCollector) -> String? {
    guard !include.value.hasPrefix("/"), !include.value.isEmpty, !include.value.utf8.contains(0) else {
      findings.report(.includePath(include, "is absolute"))
      return nil
    }
    var parts = chain.last?.split(separator: "/").dropLast().map(String.init) ?? []
    for part in include.value.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        findings.report(.includePath(include, "leads out of it"))
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}
