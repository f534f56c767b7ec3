import CNNCKit

/// Finds the model files on disk that can include a file.
///
/// What a model includes lies in the model's folder or below it, so the includers of a file are in the folders around it:
/// up to the client's folder that it lies in, or in its own folder alone where the client has named none.
enum Includers {
  /// The paths of the models; `roots` are the client's folders, each with a slash at the end.
  static func candidates(for path: String, within roots: [String]) -> [String] {
    var folder = around(path)
    let root = roots.filter { folder.hasPrefix($0) }.min { $0.utf8.count < $1.utf8.count } ?? folder
    var found: [String] = []
    while folder.hasPrefix(root), folder.utf8.count > 1 {
      found += (try? ModelFiles.models(in: folder)) ?? []
      folder = around(String(folder.dropLast()))
    }
    return found
  }

  /// The folder of a path, with a slash at the end.
  private static func around(_ path: String) -> String { path.lastIndex(of: "/").map { String(path[...$0]) } ?? "" }
}
