/// Where the parts of the repository are that tests read.
package enum Repository {
  /// The folder that holds `Package.swift`.
  package static let root = TestFile.parent(of: TestFile.parent(of: TestFile.parent(of: #filePath)))
  package static let fixtures = root + "/Tests/Fixtures"

  /// The paths of the models that come with the project, relative to the root; files of blocks alone and links are left
  /// out.
  package static let models = TestFile.files(below: root + "/models", withExtension: "yaml").map { "models/" + $0 }
    .filter { path in
      !TestFile.isLink(root + "/" + path)
        && (try? TestFile.text(root + "/" + path))?.contains(/(?m)^model:/) == true
    }
}
