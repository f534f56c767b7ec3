import Formats

/// The files that the paths of a command line stand for, in their order.
package struct CheckTargets: Sendable {
  package private(set) var files: [String] = []
  /// The paths that stand for nothing.
  package private(set) var failures: [CheckFailure] = []

  /// Searches folders for model files.
  ///
  /// - Parameter onlyModels: leaves out named files that have no top-level `cnnc:` key, and folders without models.
  package init(_ paths: [String], onlyModels: Bool = false) {
    for path in paths {
      guard path != "-" else {
        files.append(path)
        continue
      }
      do throws(FileError) {
        let found = try ModelFiles.find(path)
        if found.isEmpty, !onlyModels {
          let phrase = "there is no model file below '\(path)': none has a top-level 'cnnc:' key"
          failures.append(CheckFailure(path: path, error: ModelError(.failure(phrase))))
        }
        for file in found {
          if onlyModels, file == path, !ModelFiles.hasModelKey(try InputFile.read(file)) { continue }
          files.append(file)
        }
      } catch {
        failures.append(CheckFailure(path: path, error: ModelError(.file(error))))
      }
    }
  }
}
