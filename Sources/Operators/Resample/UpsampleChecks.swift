package import Diagnostics
import Graph
import Tensors

extension Upsample {
  /// Reports attributes that exclude each other, or are missing.
  func checkAttributes(reporting violations: inout [Violation]) {
    if (size == nil) == (scaleFactor == nil) {
      violations.append(
        Violation(
          .sizeOrScale, "'upsample' must have either 'size' or 'scale_factor': it has \(size == nil ? "none" : "both")",
          at: size == nil ? .layer : .attribute("scale_factor")))
    }
    if alignCorners, mode == .nearest {
      violations.append(
        Violation(
          .alignedNearest, "'align_corners' must not be set with mode nearest, which does not interpolate",
          at: .attribute("align_corners")))
    }
  }

  /// Reports a linear mode for another number of axes.
  func checkMode(for shape: Shape, reporting violations: inout [Violation]) {
    let modes: [Mode] = [.linear, .bilinear, .trilinear]
    guard mode != .nearest, mode != modes[shape.rank - 3] else { return }
    let axes = (modes.firstIndex(of: mode) ?? 0) + 1
    let fitting = modes[shape.rank - 3].rawValue
    violations.append(
      Violation(
        .modeRank,
        "'mode' \(mode.rawValue) must have an input with \(axes) spatial ax\(axes == 1 ? "i" : "e")s:"
          + " \(shape) has \(shape.rank - 2)",
        at: .attribute("mode"), remarks: [.init(.input(0), "produces \(shape)")],
        repairs: [.init("change mode to \(fitting)", safety: .unsafe, set: "mode", to: .string(fitting))]))
  }

  /// The new spatial sizes; nil when they do not follow. Reports lists of another length.
  func outputSizes(for shape: Shape, reporting violations: inout [Violation]) -> [Dimension]? {
    let count = shape.rank - 2
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

  /// `floor(size * factor)`; with symbols it is exact for factors that are whole numbers of 1024ths.
  private func scaled(_ size: Dimension, by factor: Double) -> Dimension {
    if let value = size.value { return .known(Int(min(Double(value) * factor, 0x1p62))) }
    var (parts, divisor) = (factor * 1024, 1024)
    guard parts == parts.rounded() else { return .unknown }
    while divisor > 1, parts.truncatingRemainder(dividingBy: 2) == 0 { (parts, divisor) = (parts / 2, divisor / 2) }
    return (size * Int(parts)).floorDivided(by: divisor)
  }
}

extension Violation {
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
      The new size of `upsample` is given either by `size` or by `scale_factor`: one of them, and not both.
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
      `align_corners` says where the linear modes interpolate. `nearest` copies elements and has no such choice.
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
      `[N, C, L]`, `bilinear` for `[N, C, H, W]`, `trilinear` for `[N, C, D, H, W]`. `nearest` works on all of them.
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
        - upsample: {scale_factor: 0.5}
      """)
}
