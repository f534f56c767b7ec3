/// The width of text in a sans-serif font, as Helvetica and its likes have it.
enum TextWidth {
  /// Widths of the characters from space to tilde in thousandths of the font's size.
  private static let ascii: [Int] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
  ]

  /// The width at a font size; fonts in place of the named ones are a little wider, which is allowed for.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let units = text.unicodeScalars.reduce(0) { sum, scalar in
      sum
        + ((0x20...0x7E).contains(scalar.value) ? ascii[Int(scalar.value) - 0x20] : scalar.value > 0x2E80 ? 1000 : 600)
    }
    return Double(units) / 1000 * size * (isBold ? 1.25 : 1.14)
  }
}
