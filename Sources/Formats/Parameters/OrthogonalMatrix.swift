/// Random matrices with orthonormal rows or columns.
enum OrthogonalMatrix {
  /// Fills a row-major matrix by the Gram-Schmidt process on normal numbers, each vector twice for rounding.
  ///
  /// That is the QR factorisation with a positive diagonal, so that the distribution is uniform (Mezzadri 2007).
  static func fill(_ elements: UnsafeMutableBufferPointer<Float>, rows: Int, gain: Double, from stream: RandomStream) {
    guard rows > 0, !elements.isEmpty else { return }
    let columns = elements.count / rows
    let (count, length) = (min(rows, columns), max(rows, columns))
    var vectors: [[Double]] = []
    for number in 0..<count {
      var vector = (0..<length).map { Ziggurat.shared.normal(stream, number * length + $0) }
      for _ in 0..<2 {
        for other in vectors { subtractProjection(of: &vector, on: other) }
      }
      let norm = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      vectors.append(vector.map { $0 / norm })
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let value = rows <= columns ? vectors[row][column] : vectors[column][row]
        elements[row * columns + column] = Float(gain * value)
      }
    }
  }

  private static func subtractProjection(of vector: inout [Double], on unit: [Double]) {
    var product = 0.0
    for index in vector.indices { product += vector[index] * unit[index] }
    for index in vector.indices { vector[index] -= product * unit[index] }
  }
}
