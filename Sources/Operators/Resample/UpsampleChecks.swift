package import Diagnostics
import Graph
import Tensors

extension Upsample {
  /// Reports attributes that exclude each other, or are missing.
  func checkAttributes(hasLike: Bool, reporting violations: inout [Violation]) {
    let given = [(size != nil, "size"), (scaleFactor != nil, "scale_factor"), (hasLike, "like")].filter(\.0).map(\.1)
    if given.count != 1 {
      let found = given.isEmpty ? "none" : given.joined(separator: " and ")
      violations.append(
        Violation(
          .sizeOrScale, "'upsample' must have one of 'size', 'scale_factor' and 'like': it has \(found)",
          at: given.last.map { .attribute($0) } ?? .layer))
    }
    if recomputesScaleFactor, scaleFactor == nil {
      violations.append(
        Violation(
          .sizeOrScale, "'recompute_scale_factor' must not be set without 'scale_factor', which it is about",
          at: .attribute("recompute_scale_factor")))
    }
    if alignCorners, mode == .nearest || mode == .nearestExact || mode == .area {
      violations.append(.interpolatingOnly("align_corners", mode))
    }
    if antialias, mode != .bilinear, mode != .bicubic {
      violations.append(.interpolatingOnly("antialias", mode))
    }
  }

  /// Reports a linear mode for another number of axes.
  func checkMode(for shape: Shape, reporting violations: inout [Violation]) {
    guard let axes = mode.axisCount, axes != shape.rank - 2 else { return }
    let fitting = [Mode.linear, .bilinear, .trilinear][shape.rank - 3].rawValue
    violations.append(
      Violation(
        .modeRank,
        "'mode' \(mode.rawValue) must have an input with \(axes) spatial ax\(axes == 1 ? "i" : "e")s:"
          + " \(shape) has \(shape.rank - 2)",
        at: .attribute("mode"), remarks: [.init(.input(0), "produces \(shape)")],
        repairs: [.init("change mode to \(fitting)", safety: .unsafe, set: "mode", to: .string(fitting))]))
  }

  /// The new spatial sizes; nil when they do not follow. Reports lists of another length.
  func outputSizes(
    for shape: Shape, like other: TensorType?, reporting violations: inout [Violation]
  ) -> [Dimension]? {
    let count = shape.rank - 2
    if let other {
      let sizes = likeSizes(of: other, for: shape, reporting: &violations)
      return size == nil && scaleFactor == nil ? sizes : nil
    }
    if let size {
      guard let values = size.values(count: count) else {
        violations.append(.axisCount("size", size.written.count, for: shape))
        return nil
      }
      return scaleFactor == nil ? values.map { .known($0) } : nil
    }
    guard let scaleFactor else { return nil }
    guard let factors = scaleFactor.values(count: count) else {
      violations.append(.axisCount("scale_factor", scaleFactor.written.count, for: shape))
      return nil
    }
    return zip(shape.dimensions.dropFirst(2), factors).map(scaled)
  }

  /// `floor(size * factor)`, the product rounded to double precision as PyTorch does; not known of a symbol when the
  /// factor is no fraction of small numbers.
  private func scaled(_ size: Dimension, by factor: Double) -> Dimension {
    func scaled(_ size: Int) -> Int { Int(min(Double(size) * factor, 0x1p62)) }
    if let value = size.value { return .known(scaled(value)) }
    guard let divisor = (1...1024).first(where: { (factor * Double($0)).rounded() / Double($0) == factor }) else {
      return .unknown
    }
    let parts = Int((factor * Double(divisor)).rounded())
    // Where a fraction is not exact in binary, the rounded product may fall short of a whole number.
    let isDyadic = divisor & (divisor - 1) == 0
    guard isDyadic || (1...1 << 14).allSatisfy({ scaled($0) == $0 * parts / divisor }) else {
      return .unknown
    }
    return (size * parts).floorDivided(by: divisor)
  }
}

extension Upsample.Mode {
  /// How many spatial axes the mode works on; nil for any number.
  fileprivate var axisCount: Int? {
    switch self {
    case .nearest, .nearestExact, .area: nil
    case .linear: 1
    case .bilinear, .bicubic: 2
    case .trilinear: 3
    }
  }
}

extension Violation {
  fileprivate static func interpolatingOnly(_ attribute: String, _ mode: Upsample.Mode) -> Violation {
    let modes = attribute == "antialias" ? "bilinear and bicubic" : "the linear and cubic ones"
    return Violation(
      .alignedNearest, "'\(attribute)' must not be set with mode \(mode.rawValue): it belongs to \(modes)",
      at: .attribute(attribute))
  }

  static func emptyUpsample(_ input: Shape, axis: Int) -> Violation {
    Violation(
      .emptyUpsample, "'scale_factor' must leave at least 1 element: axis \(axis) of \(input) comes to 0",
      at: .attribute("scale_factor"), remarks: [.init(.input(0), "produces \(input)")])
  }
}

extension DiagnosticCode {
  package static let sizeOrScale = DiagnosticCode(
    "E0422", "size-or-scale",
    explanation: """
      The new size of `upsample` is given by `size`, by `scale_factor`, or by a layer of that size as `like`: one of them,
      and no more. `recompute_scale_factor` is about a `scale_factor`.
      """,
    bad: """
      cnnc: 1
      model: no_size
      input: [N, 3, 8, 8]
      layers:
        - upsample: {mode: nearest}
      """,
    good: """
      cnnc: 1
      model: scaled
      input: [N, 3, 8, 8]
      layers:
        - upsample: {mode: nearest, scale_factor: 2}
      """)

  package static let alignedNearest = DiagnosticCode(
    "E0423", "aligned-nearest",
    explanation: """
      `align_corners` says where the linear modes and `bicubic` interpolate; the others copy or average elements and have
      no such choice. `antialias` belongs to `bilinear` and `bicubic`.
      """,
    bad: """
      cnnc: 1
      model: aligned_nearest
      input: [N, 3, 8, 8]
      layers:
        - upsample: {scale_factor: 2, align_corners: true}
      """,
    good: """
      cnnc: 1
      model: aligned_bilinear
      input: [N, 3, 8, 8]
      layers:
        - upsample: {scale_factor: 2, mode: bilinear, align_corners: true}
      """)

  package static let modeRank = DiagnosticCode(
    "E0424", "mode-rank",
    explanation: """
      The linear modes of `upsample` are named after the number of axes they interpolate along: `linear` for
      `[N, C, L]`, `bilinear` and `bicubic` for `[N, C, H, W]`, `trilinear` for `[N, C, D, H, W]`. `nearest`,
      `nearest-exact` and `area` work on all of them.
      """,
    bad: """
      cnnc: 1
      model: mode_rank
      input: [N, 3, 8, 8]
      layers:
        - upsample: {scale_factor: 2, mode: linear}
      """,
    good: """
      cnnc: 1
      model: fitting_mode
      input: [N, 3, 8, 8]
      layers:
        - upsample: {scale_factor: 2, mode: bilinear}
      """)

  package static let emptyUpsample = DiagnosticCode(
    "E0318", "empty-upsample",
    explanation: """
      The new size is `floor(size * scale_factor)`, which must be at least 1.
      """,
    bad: """
      cnnc: 1
      model: empty_upsample
      input: [N, 3, 2, 2]
      layers:
        - upsample: {scale_factor: 0.25}
      """,
    good: """
      cnnc: 1
      model: halved
      input: [N, 3, 2, 2]
      layers:
        - upsample: {scale_factor: 0.5, mode: bilinear}
      """)
}
