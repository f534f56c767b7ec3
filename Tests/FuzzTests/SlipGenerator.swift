import Diagnostics

/// One slip in a model's files: what stood at a place, and what was written instead.
struct Slip {
  var edit: Edit
  /// The key it happened to, such as `stride`.
  var key: String
  var old: String

  var description: String { "\(key): \(old) -> \(edit.text)" }
}

/// Makes the slips that people make in model files: another number for an attribute, a param or an element of a loop's
/// list, or a typing error in the name of an operator, an attribute or a layer.
///
/// It reads the text alone, without the parser, so that it shares no mistake with what it tests.
struct SlipGenerator {
  private struct Place {
    var source: SourceID
    var range: Range<Int>
    var key: String
    var text: String
  }

  private var random: SeededGenerator
  private var numbers: [Place] = []
  private var names: [Place] = []

  /// Sections whose numbers are no attributes.
  private static let skipped: Set<String> = [
    "cnnc", "model", "doc", "expect", "train", "weights", "lint", "init", "input", "inputs", "outputs", "include",
  ]

  init(_ sources: SourceMap, seed: UInt64) {
    random = SeededGenerator(seed: seed)
    for index in sources.sources.indices { read(sources.sources[index], SourceID(index: index)) }
  }

  /// A slip; nil for a file without numbers and names.
  mutating func slip() -> Slip? {
    if Int.random(in: 0..<8, using: &random) == 0, let place = names.randomElement(using: &random) {
      return Slip(edit: edit(place, typo(of: place.text)), key: place.key, old: place.text)
    }
    guard let place = numbers.randomElement(using: &random), let value = Int(place.text) else { return nil }
    return Slip(edit: edit(place, "\(change(of: value, place.key))"), key: place.key, old: place.text)
  }

  private func edit(_ place: Place, _ text: String) -> Edit { Edit(Span(place.source, place.range), text) }

  private mutating func change(of value: Int, _ key: String) -> Int {
    var other = value
    while other == value {
      switch Int.random(in: 0..<6, using: &random) {
      case 0: other = value + 1
      case 1: other = value - 1
      case 2: other = value * 2
      case 3: other = value / 2
      case 4: other = 0
      default:
        let like = numbers.filter { $0.key == key }.compactMap { Int($0.text) }.filter { $0 != value }
        other = like.randomElement(using: &random) ?? [1, 2, 3, 5, 7, 64].randomElement(using: &random)!
      }
    }
    return other
  }

  /// Two letters exchanged, one left out, doubled or replaced.
  private mutating func typo(of name: String) -> String {
    var letters = Array(name)
    let place = Int.random(in: 0..<letters.count, using: &random)
    switch Int.random(in: 0..<4, using: &random) {
    case 0 where place + 1 < letters.count && letters[place] != letters[place + 1]: letters.swapAt(place, place + 1)
    case 1 where letters.count > 2: letters.remove(at: place)
    case 2: letters.insert(letters[place], at: place)
    default: letters[place] = letters[place] == "x" ? "y" : "x"
    }
    return String(letters)
  }

  // MARK: Reading

  private mutating func read(_ source: SourceText, _ id: SourceID) {
    var section = ""
    var proseIndent: Int?
    for line in 1...source.lineCount {
      let range = source.byteRange(ofLine: line)
      let text = source.text(in: range)
      let indent = text.prefix { $0 == " " }.count
      if text.isEmpty || text.dropFirst(indent).first == "#" { continue }
      if let prose = proseIndent {
        if indent > prose { continue }
        proseIndent = nil
      }
      if indent == 0 { section = String(text.prefix { $0 != ":" }) }
      if text.dropFirst(indent).hasPrefix("doc:") {
        proseIndent = indent
        continue
      }
      if Self.skipped.contains(section) { continue }
      read(line: text, at: range.lowerBound, id)
    }
  }

  /// Finds `key: 12`, the numbers of `key: [1, 2]`, and the names of operators, attributes and layers that are read.
  private mutating func read(line: String, at offset: Int, _ id: SourceID) {
    func place(_ part: Substring, _ key: Substring) -> Place {
      let start = offset + line.utf8.distance(from: line.startIndex, to: part.startIndex)
      return Place(source: id, range: start..<start + part.utf8.count, key: String(key), text: String(part))
    }
    let code = line.firstRange(of: " #").map { line[..<$0.lowerBound] } ?? line[...]
    for match in code.matches(of: /([a-z_0-9]+): *(-?[0-9]+)(?=[,}\] ]|$)/) {
      numbers.append(place(match.output.2, match.output.1))
    }
    for match in code.matches(of: /([a-z_0-9]+): *(\[[-0-9, \[\]]+\])/) {
      for number in match.output.2.matches(of: /-?[0-9]+/) { numbers.append(place(number.output, match.output.1)) }
    }
    for match in code.matches(of: /\bfrom: *\[?([a-z_][a-z_0-9, ]*)/) {
      for name in match.output.1.matches(of: /[a-z_][a-z_0-9]+/) { names.append(place(name.output, "from")) }
    }
    for match in code.matches(of: /- ([a-z_0-9]{4,})(?=:|$| )/) { names.append(place(match.output.1, "operator")) }
    for match in code.matches(of: /\b(kernel_size|stride|padding|dilation|groups|out_channels|out_features):/) {
      names.append(place(match.output.1, "attribute"))
    }
  }
}
