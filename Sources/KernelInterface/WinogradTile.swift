/// What a tile of a Winograd convolution is along each of its two axes.
///
/// Taps at stride 2 are cut into convolutions at stride 1 by interleaving: forward into those of the cells at even and at
/// odd places of the source, transposed into those of the positions at even and at odd places of the result.
package enum WinogradTile: Hashable, Sendable, CaseIterable {
  /// F(2, 3): two positions of three taps (Lavin and Gray 2016).
  case small
  /// F(4, 3): four positions.
  case large
  /// Two positions of three taps at stride 2: the middle tap by itself, and F(2, 2) of the outer ones.
  case strided
  /// Four positions of three taps at stride 2, transposed: the middle tap by itself, and F(2, 2) of the outer ones.
  case transposedThree
  /// Four positions of four taps at stride 2, transposed: F(2, 2) of the second and fourth, and of the first and third.
  case transposedFour

  /// The positions that it covers.
  package var outputs: Int {
    switch self {
    case .small, .strided: 2
    case .large, .transposedThree, .transposedFour: 4
    }
  }

  /// The cells of the source that it reads.
  package var cells: Int {
    switch self {
    case .small, .transposedFour: 4
    case .large: 6
    case .strided: 5
    case .transposedThree: 3
    }
  }

  /// Its products, each of a transform of cells and one of taps.
  package var products: Int {
    switch self {
    case .small: 4
    case .large, .transposedFour: 6
    case .strided, .transposedThree: 5
    }
  }

  /// The transforms of taps. Each belongs to one product, but the first to all that are left: a middle tap has two.
  package var weightRows: Int {
    switch self {
    case .small, .strided, .transposedThree: 4
    case .large, .transposedFour: 6
    }
  }

  /// The products of the first transform of taps.
  package var firstProducts: Int { products - weightRows + 1 }

  package var direction: ConvolutionDirection {
    switch self {
    case .small, .large, .strided: .forward
    case .transposedThree, .transposedFour: .transposed
    }
  }

  /// The tiles that a convolution can be cut into: one of 3x3 taps at stride 1, or at stride 2 without dilation;
  /// transposed, one of 3x3 or 4x4 taps at stride 2 with a padding of 1.
  package static func tiles(_ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection) -> [WinogradTile] {
    let axes = [geometry.height, geometry.width]
    guard geometry.groups == 1 else { return [] }
    func all(_ kernel: Int, stride: Int) -> Bool { axes.allSatisfy { $0.kernel == kernel && $0.stride == stride } }
    func alike(dilation: Int) -> Bool { axes.allSatisfy { $0.dilation == dilation } }
    switch direction {
    case .forward:
      if all(3, stride: 1) { return [.small, .large] }
      return all(3, stride: 2) && alike(dilation: 1) ? [.strided] : []
    case .transposed:
      guard geometry.depth.isPointwise, alike(dilation: 1), axes.allSatisfy({ $0.padBegin == 1 }) else { return [] }
      if all(4, stride: 2) { return [.transposedFour] }
      return all(3, stride: 2) ? [.transposedThree] : []
    }
  }
}
