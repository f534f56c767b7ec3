/// A small generator of random numbers with a fixed sequence for each seed (SplitMix64, Steele et al. 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Breaks a valid file in one to four places, so that most of its structure still reaches the later stages.
struct Mutator {
  var random: SeededGenerator
  /// Whole lines and words of all seeds, to splice in.
  let lines: [[UInt8]]

  /// Values that have broken parsers and size arithmetic before.
  static let nasty: [String] = [
    "0", "-1", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e308", "1e999", ".nan", "-.inf",
    "4611686018427387904", "null", "~", "true", "[]", "{}", "[[]]", "''", "\"\"", "$", "$(", "$()", "$(1/0)",
    "$(2**63)",
    "$(9**9**9)", "$(-1 // 0)", "$x", "$$", "&a", "*a", "!!int 1", "<<: *a", "? x", "- - - -", "|", ">", "%YAML 1.2",
    "---",
    "...", "\t", "\u{0}", "\u{FEFF}", "\u{202E}", "😀", "\\", "#", ": ", "same", "[[0, 1], [1]]", "{a: {a: {a: {}}}}",
    "[1, 2, 3, 4, 5, 6, 7, 8, 9]", "100000000", "N", "H", "in", "residual: []", "repeat: 1000000", "each: {s: []}",
  ]

  mutating func mutate(_ seed: [UInt8]) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...4, using: &random) { step(&bytes) }
    return bytes
  }

  private mutating func step(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return bytes.append(contentsOf: nasty()) }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch Int.random(in: 0..<9, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.remove(at: place)
    case 2: bytes.insert(contentsOf: nasty(), at: place)
    case 3: bytes.replaceSubrange(word(around: place, in: bytes), with: nasty())
    case 4: bytes.removeSubrange(line(around: place, in: bytes))
    case 5:
      bytes.insert(contentsOf: lines.randomElement(using: &random)!, at: line(around: place, in: bytes).lowerBound)
    case 6:
      let line = line(around: place, in: bytes)
      bytes.insert(contentsOf: bytes[line], at: line.upperBound)
    case 7:
      bytes.insert(
        contentsOf: repeatElement(UInt8(ascii: " "), count: 2), at: line(around: place, in: bytes).lowerBound)
    default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...64, using: &random)))
    }
  }

  private mutating func nasty() -> [UInt8] { Array(Mutator.nasty.randomElement(using: &random)!.utf8) }

  private func line(around place: Int, in bytes: [UInt8]) -> Range<Int> {
    let start = bytes[..<place].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let end = bytes[place...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
    return start..<max(start, end)
  }

  private func word(around place: Int, in bytes: [UInt8]) -> Range<Int> {
    func isWord(_ byte: UInt8) -> Bool {
      byte >= 128 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || (48...57).contains(byte)
        || (65...90).contains(byte) || (97...122).contains(byte)
    }
    var start = place
    var end = place
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isWord(bytes[end]) { end += 1 }
    return start..<end
  }
}
