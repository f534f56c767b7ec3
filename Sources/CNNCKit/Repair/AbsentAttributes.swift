import Diagnostics

/// Attributes that a layer leaves at their defaults and that change its output's size.
enum AbsentAttributes {
  /// Values to try, each somewhat less plausible than another number at the same place.
  static func candidates(in list: AttributeList, proximity: Double) -> [RepairCandidate] {
    guard proximity > 0 else { return [] }
    var values: [(name: String, value: Int)] = [("stride", 2), ("output_padding", 1)]
    if let kernel = list.kernelSize, kernel > 2 { values.append(("padding", (kernel - 1) / 2)) }
    return values.filter { list.known.contains($0.name) && !list.names.contains($0.name) }.map { name, value in
      let text = (list.names.isEmpty ? "" : ", ") + "\(name): \(value)"
      var candidate = RepairCandidate(
        Fix("add \(name): \(value)", safety: .unsafe, edits: [Edit(list.end, text)]), score: proximity - 1)
      candidate.label = Label(list.keyword, "\(name): \(value) here mends it")
      return candidate
    }
  }
}
