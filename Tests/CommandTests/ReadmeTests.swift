import Glibc
import TestSupport
import Testing

/// The commands that the README shows.
@Suite struct ReadmeTests {
  static let commands: [String] = {
    let text = (try? TestFile.text(Repository.root + "/README.md")) ?? ""
    return text.split(separator: "\n").filter { $0.hasPrefix("cnnc ") }
      .map { String($0.prefix { $0 != "#" }) }
  }()

  @Test("the README shows commands")
  func thereAreCommands() { #expect(Self.commands.count >= 10) }

  @Test("every command of the README works in a fresh checkout", arguments: commands)
  func works(_ command: String) throws {
    let folder = try TestFile.makeTemporaryFolder()
    #expect(symlink(Repository.root + "/models", folder + "/models") == 0)
    let arguments = command.split(separator: " ").dropFirst().map(String.init)
    let run = try CommandRun.cnnc(arguments, folder: folder)
    #expect(run.status == 0, "\(run.errors)")
  }

  @Test("its two make targets are what CI runs")
  func makeTargets() throws {
    let script = try TestFile.text(Repository.root + "/.ci/run")
    for target in ["make run", "make test"] { #expect(script.contains(target)) }
  }
}
