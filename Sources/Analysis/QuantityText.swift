/// Writes counts and sizes for people.
package enum QuantityText {
  /// An integer with commas between groups of three digits: `11,689,512`.
  package static func grouped(_ value: Int) -> String {
    var text = ""
    for (index, digit) in "\(value.magnitude)".reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (value < 0 ? "-" : "") + String(text.reversed())
  }

  /// A number of bytes in its largest binary unit: `512 B`, `44.6 MiB`.
  package static func bytes(_ count: Int) -> String { scaled(count, by: 1024, ["B", "KiB", "MiB", "GiB", "TiB"]) }

  /// A count in its largest decimal unit: `950`, `1.81 G`.
  package static func count(_ count: Int) -> String { scaled(count, by: 1000, ["", "K", "M", "G", "T"]) }

  /// A decimal number with a fixed number of digits behind the point.
  package static func decimal(_ value: Double, digits: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
    let power = (0..<digits).reduce(1) { product, _ in product * 10 }
    let scaled = Int((value.magnitude * Double(power)).rounded())
    let sign = value < 0 && scaled > 0 ? "-" : ""
    guard digits > 0 else { return sign + "\(scaled)" }
    let fraction = "\(scaled % power)"
    return "\(sign)\(scaled / power)." + String(repeating: "0", count: digits - fraction.count) + fraction
  }

  private static func scaled(_ count: Int, by base: Int, _ units: [String]) -> String {
    var unit = 0
    var value = Double(count)
    while abs(value) >= Double(base), unit + 1 < units.count {
      value /= Double(base)
      unit += 1
    }
    if unit == 0 { return units[0].isEmpty ? "\(count)" : "\(count) \(units[0])" }
    return decimal(value, digits: abs(value) < 10 ? 2 : abs(value) < 100 ? 1 : 0) + " " + units[unit]
  }
}
