import Glibc

/// Compares what a user reads with checked-in files below `Tests/Fixtures`.
///
/// With `RECORD=1` in the environment a differing file is rewritten, and the comparison still fails, so that a
/// recording run is never mistaken for a passing one.
package enum Snapshot {
  package static let isRecording = getenv("RECORD") != nil

  /// Why a text differs from its snapshot; nil when it does not. The path is relative to `Tests/Fixtures`.
  package static func mismatch(_ text: String, with path: String) -> String? {
    mismatch(text, withFile: Repository.fixtures + "/" + path)
  }

  /// The same for a checked-in file anywhere in the repository, such as a generated source.
  package static func mismatch(_ text: String, withFile path: String) -> String? {
    let recorded = try? TestFile.text(path)
    if recorded == text { return nil }
    if isRecording {
      do { try TestFile.write(text, to: path) } catch { return "\(error)" }
      return "recorded \(path)"
    }
    guard let recorded else { return "\(path) is missing; RECORD=1 writes it. The text is:\n\(text)" }
    return "\(path) differs; RECORD=1 rewrites it.\n" + firstDifference(recorded, text)
  }

  /// The files of a folder that no test expects; recording removes them. The path is absolute, or relative to
  /// `Tests/Fixtures`.
  package static func unused(in folder: String, withExtension suffix: String, expected: some Sequence<String>)
    -> [String]
  {
    let expected = Set(expected)
    let path = folder.hasPrefix("/") ? folder : Repository.fixtures + "/" + folder
    let unused = TestFile.files(below: path, withExtension: suffix).filter { !expected.contains($0) }
    if isRecording { for name in unused { TestFile.remove(path + "/" + name) } }
    return unused
  }

  private static func firstDifference(_ old: String, _ new: String) -> String {
    let oldLines = old.split(separator: "\n", omittingEmptySubsequences: false)
    let newLines = new.split(separator: "\n", omittingEmptySubsequences: false)
    let index =
      zip(oldLines, newLines).enumerated().first { $1.0 != $1.1 }?.offset ?? min(oldLines.count, newLines.count)
    func excerpt(_ lines: [Substring]) -> String { lines.dropFirst(index).prefix(12).joined(separator: "\n") }
    return "From line \(index + 1), recorded:\n\(excerpt(oldLines))\nnow:\n\(excerpt(newLines))"
  }
}
