import Graph

/// A beginning of the names in a weights file that the model does not have, or has another for.
///
/// `nn.DataParallel` puts `module.` before every name, `torch.compile` `_orig_mod.`, Lightning `model.`; a model that keeps
/// its network in an attribute adds that.
struct NameShift: Hashable {
  /// What the names of the file begin with, such as `module.`; may be empty.
  let prefix: String
  /// What the model has in its place; may be empty.
  let replacement: String

  private init(prefix: String, replacement: String) {
    self.prefix = prefix
    self.replacement = replacement
  }

  /// Beginnings of more parts than this are not tried.
  private static let maximumParts = 3
  /// So many of the most frequent beginnings of either side are tried, on so many names.
  private static let maximumPrefixes = 6
  private static let maximumNames = 1000

  /// The beginnings by which at least half of the missing parameters are found in their shape among the unexpected
  /// tensors; nil for none.
  init?(from unexpected: [TensorDescription], to missing: [Parameter]) {
    let missing = missing.prefix(Self.maximumNames)
    guard missing.count > 1, unexpected.count > 1 else { return nil }
    let sizes = Dictionary(unexpected.map { ($0.name, $0.sizes) }, uniquingKeysWith: { first, _ in first })
    var best: (shift: NameShift, found: Int)?
    for prefix in Self.prefixes(of: unexpected.map(\.name)) {
      for replacement in Self.prefixes(of: missing.map(\.name)) where prefix != replacement {
        let shift = NameShift(prefix: prefix, replacement: replacement)
        let found = missing.count { parameter in
          shift.source(of: parameter.name).flatMap { sizes[$0] } == parameter.declaration.sizes
        }
        if found * 2 >= missing.count, found > best?.found ?? 0 { best = (shift, found) }
      }
    }
    guard let best else { return nil }
    self = best.shift
  }

  /// The name in the file of a parameter; nil when it has not the beginning.
  func source(of name: String) -> String? {
    name.hasPrefix(replacement) ? prefix + name.dropFirst(replacement.count) : nil
  }

  /// The most frequent beginnings of names, the empty one first, then shorter ones before longer ones.
  private static func prefixes(of names: some Collection<String>) -> [String] {
    var counts: [String: Int] = [:]
    for name in names.prefix(maximumNames) {
      var end = name.startIndex
      for _ in 0..<maximumParts {
        guard let dot = name[end...].firstIndex(of: ".") else { break }
        end = name.index(after: dot)
        counts[String(name[..<end]), default: 0] += 1
      }
    }
    let frequent = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(maximumPrefixes).map(\.key)
    return [""] + frequent.sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }
}
