/// How the elements of a tensor lie in memory.
package enum Layout: Hashable, Sendable {
  /// Row-major, in the order of the axes.
  case plain
  /// `[N, C / width, spatial..., width]`, so that the channels of a pixel are vectors. Channels after the last are
  /// numbers that no result depends on.
  case blocked(width: Int)

  /// The elements that a tensor takes in memory; nil past every bound.
  package func elementCount(_ sizes: [Int]) -> Int? {
    var sizes = sizes
    if case .blocked(let width) = self, sizes.count > 1 { sizes[1] = (sizes[1] + width - 1) / width * width }
    return sizes.reduce(1) { (count: Int?, size) in
      count.flatMap { count in
        let (product, overflow) = count.multipliedReportingOverflow(by: size)
        return overflow ? nil : product
      }
    }
  }

  /// Whether a tensor lies in memory as it would in the plain layout: one pixel of whole blocks.
  package func isPlain(_ sizes: [Int]) -> Bool {
    guard case .blocked(let width) = self else { return true }
    return sizes.count > 1 && sizes[1] % width == 0 && sizes[2...].allSatisfy { $0 == 1 }
  }
}

extension Layout: CustomStringConvertible {
  package var description: String {
    switch self {
    case .plain: "plain"
    case .blocked(let width): "blocked \(width)"
    }
  }
}
