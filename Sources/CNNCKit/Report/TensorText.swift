import Analysis
package import Diagnostics
import Formats
package import Tensors

/// Prints the values of tensors for people, long axes shortened.
package enum TensorText {
  /// More elements than this are shortened to the first and last of each axis.
  private static let elementLimit = 256
  private static let edge = 3

  /// A line on the name, shape and range of a tensor, and its values.
  package static func describe(_ name: String, _ tensor: Tensor, style: TextStyle = .plain) -> String {
    var line =
      style.paint(TerminalText.visible(name), as: .emphasis) + " \(TensorType(Shape(tensor.sizes), tensor.dtype))"
    let values = tensor.values.filter(\.isFinite)
    if tensor.elementCount > 1, let least = values.min(), let most = values.max() {
      let mean = values.reduce(0, +) / Double(values.count)
      line += ": least \(number(least)), mean \(number(mean)), most \(number(most))"
    }
    return line + "\n" + text(of: tensor) + "\n"
  }

  /// The values in nested brackets.
  package static func text(of tensor: Tensor) -> String {
    let values = tensor.values
    let isShortened = values.count > elementLimit
    let shown = shownNumbers(values, tensor.sizes, isShortened)
    let width = shown.map(\.utf8.count).max() ?? 0
    return nested(values, tensor.sizes[...], offset: 0, depth: 0, width: width, isShortened: isShortened)
  }

  private static func nested(
    _ values: [Double], _ sizes: ArraySlice<Int>, offset: Int, depth: Int, width: Int, isShortened: Bool
  ) -> String {
    guard let size = sizes.first else {
      return TerminalText.padded(number(values[offset]), to: depth == 0 ? 0 : width, alignedRight: true)
    }
    let rest = sizes.dropFirst()
    let stride = rest.reduce(1, *)
    let indices = shownIndices(size, isShortened)
    var parts = indices.map { index in
      nested(
        values, rest, offset: offset + index * stride, depth: depth + 1, width: width, isShortened: isShortened)
    }
    if indices.count < size { parts.insert("...", at: edge) }
    if rest.isEmpty { return "[" + parts.joined(separator: " ") + "]" }
    let separator = String(repeating: "\n", count: rest.count) + String(repeating: " ", count: depth + 1)
    return "[" + parts.joined(separator: separator) + "]"
  }

  private static func shownIndices(_ size: Int, _ isShortened: Bool) -> [Int] {
    guard isShortened, size > 2 * edge else { return Array(0..<size) }
    return Array(0..<edge) + Array(size - edge..<size)
  }

  private static func shownNumbers(_ values: [Double], _ sizes: [Int], _ isShortened: Bool) -> [String] {
    var offsets = [0]
    for (axis, size) in sizes.enumerated() {
      let stride = sizes[(axis + 1)...].reduce(1, *)
      offsets = offsets.flatMap { offset in shownIndices(size, isShortened).map { offset + $0 * stride } }
    }
    return values.isEmpty ? [] : offsets.map { number(values[$0]) }
  }

  /// A number with six significant digits at most.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "\(value)" }
    if value == value.rounded(), abs(value) < 1e6 { return "\(Int(value))" }
    if abs(value) >= 1e6 || abs(value) < 1e-4 { return scientific(value) }
    var digits = 4
    var limit = 10.0
    while abs(value) >= limit, digits > 1 {
      digits -= 1
      limit *= 10
    }
    return QuantityText.decimal(value, digits: digits)
  }

  private static func scientific(_ value: Double) -> String {
    var exponent = 0
    var mantissa = value
    while abs(mantissa) >= 10 { (mantissa, exponent) = (mantissa / 10, exponent + 1) }
    while abs(mantissa) < 1 { (mantissa, exponent) = (mantissa * 10, exponent - 1) }
    return QuantityText.decimal(mantissa, digits: 3) + "e\(exponent)"
  }
}

extension Tensor {
  /// The elements as numbers.
  fileprivate var values: [Double] {
    if let integers = convertedToInt64() { return integers.integers.map(Double.init) }
    return convertedToFloat32().floats.map(Double.init)
  }
}
