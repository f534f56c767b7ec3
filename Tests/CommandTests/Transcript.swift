import TestSupport
import Testing

/// Commands with what they print, as a checked-in text.
///
/// A line `$ cnnc ...` is a command, run in the repository's root with one thread of the portable kernels; what follows
/// is its standard output, its standard error with `! ` before each line, and how it ended. Times are written as `T`,
/// lists of computed values as `D`.
struct Transcript {
  private struct Entry {
    var command: String
    /// What stands before the command.
    var preface: [Substring]
  }

  private var entries: [Entry] = []

  init(_ text: String) {
    var preface: [Substring] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# ") { preface.append(line) }
      guard line.hasPrefix("$ ") else { continue }
      entries.append(Entry(command: String(line.dropFirst(2)), preface: preface))
      preface = []
    }
  }

  /// The transcript as it is now; `folder` stands for `TMP` in commands and output.
  func replay(folder: String) throws -> String {
    var text = ""
    for entry in entries {
      for line in entry.preface { text += line + "\n" }
      text += "$ \(entry.command)\n" + (try Self.run(entry.command, folder: folder)) + "\n"
    }
    return text
  }

  private static func run(_ command: String, folder: String) throws -> String {
    var words = words(of: command).map { $0.replacing("TMP", with: folder) }
    try #require(words.first == "cnnc")
    var input: [UInt8] = []
    if let redirection = words.firstIndex(of: "<") {
      input = try TestFile.read(Repository.root + "/" + words[redirection + 1])
      words.removeSubrange(redirection...redirection + 1)
    }
    let run = try CommandRun.cnnc(
      Array(words.dropFirst()), input: input,
      environment: ["CNNC_KERNELS": "baseline", "NO_COLOR": "1"])
    let errors = run.errors.split(separator: "\n").map { "! \($0)\n" }.joined()
    let output = run.text.isEmpty || run.text.hasSuffix("\n") ? run.text : run.text + "\n"
    return (output + errors).replacing(folder, with: "TMP")
      .replacing(/[0-9]+\.[0-9]+ ms( \(median of [0-9]+, from [0-9.]+ to [0-9.]+\))?/, with: "T ms")
      .replacing(/"data":\[[^\]]*\]/, with: "\"data\":[D]").replacing(/"time_ms":[0-9.]+/, with: "\"time_ms\":T")
      + "[exit \(run.status)]\n"
  }

  /// Splits as a shell does, with single quotes.
  private static func words(of command: String) -> [String] {
    var words: [String] = []
    var word = ""
    var isQuoted = false
    var hasWord = false
    for character in command {
      switch character {
      case "'":
        isQuoted.toggle()
        hasWord = true
      case " " where !isQuoted:
        if hasWord || !word.isEmpty { words.append(word) }
        (word, hasWord) = ("", false)
      default: word.append(character)
      }
    }
    if hasWord || !word.isEmpty { words.append(word) }
    return words
  }
}
