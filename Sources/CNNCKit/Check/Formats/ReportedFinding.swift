import Diagnostics

/// A part of a file by its first place and the place after its last.
struct ReportedRegion: Hashable {
  let start: SourcePosition
  let end: SourcePosition

  init(_ span: Span, in sources: SourceMap) {
    let source = sources[span.source]
    start = source.position(at: span.lower)
    end = source.position(at: span.upper)
  }
}

/// A place in a file as the formats of other tools name it.
struct ReportedPlace: Hashable {
  let path: String
  /// nil when it is about an option of the command line, which is no place in a file.
  let region: ReportedRegion?
}

/// A finding as the formats of other tools know it: with a place in a file and a name that stays.
struct ReportedFinding {
  let diagnostic: Diagnostic
  let sources: SourceMap
  /// The file that was checked, which need not be the one that the finding is in.
  let model: String
  let place: ReportedPlace
  /// What stays the same when lines are added or removed elsewhere: a number made from the code, the file and the text
  /// of the line, and which of the findings it is that have these in common.
  let fingerprint: String

  /// The findings of a run in order. A finding in a file that several models include is there once.
  static func list(_ files: [CheckedFile], _ paths: ReportPaths = .workingFolder) -> [ReportedFinding] {
    var known: Set<Identity> = []
    var repetitions: [UInt64: Int] = [:]
    var findings: [ReportedFinding] = []
    for file in files {
      let model = paths.relative(file.path)
      for diagnostic in file.diagnostics {
        let span = diagnostic.primary.span
        let source = file.sources[span.source]
        let path = source.isOption ? model : paths.relative(source.path)
        let identity = Identity(
          path: path, option: source.isOption ? source.path : nil, range: span.lower..<span.upper,
          code: diagnostic.code, message: diagnostic.message)
        guard known.insert(identity).inserted else { continue }
        let hash = hash([diagnostic.code.id, path, lineText(span, source)])
        repetitions[hash, default: 0] += 1
        findings.append(
          ReportedFinding(
            diagnostic: diagnostic, sources: file.sources, model: model,
            place: ReportedPlace(
              path: path, region: source.isOption ? nil : ReportedRegion(span, in: file.sources)),
            fingerprint: "\(hexadecimal(hash)):\(repetitions[hash, default: 1])"))
      }
    }
    return findings
  }

  private struct Identity: Hashable {
    var path: String
    var option: String?
    var range: Range<Int>
    var code: DiagnosticCode
    var message: String
  }

  /// The message with its notes and advice, a line each, safe for a terminal.
  var text: String {
    let remarks = diagnostic.notes.map { "note: \($0)" } + diagnostic.help.map { "help: \($0)" }
    let isAnswer = diagnostic.fixes.count == 1 && diagnostic.help.last?.hasPrefix("did you mean") ?? false
    let titles = isAnswer ? [] : diagnostic.fixes.map { "help: \($0.title)" }
    return ([diagnostic.message] + remarks + titles).map(TerminalText.visible).joined(separator: "\n")
  }

  /// The line of a span without the white space around and between its words, at most so much of it.
  private static func lineText(_ span: Span, _ source: SourceText) -> String {
    let line = source.byteRange(ofLine: source.position(at: span.lower).line)
    return source.text(in: line.lowerBound..<min(line.upperBound, line.lowerBound + 4096))
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// FNV-1a over the texts and the gaps between them.
  private static func hash(_ texts: [String]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for text in texts {
      for byte in Array(text.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }

  private static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
