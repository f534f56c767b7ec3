import Graph

/// A regular part of a tensor.
package struct TensorPart: Hashable, Sendable {
  /// Indices along one axis: `count` of them from `start`, each `step` behind the one before.
  package struct Axis: Hashable, Sendable {
    package var start = 0
    package var count: Int
    package var step = 1
  }

  package var axes: [Axis]

  /// All of a tensor.
  init(of sizes: [Int]) { axes = sizes.map { Axis(count: $0) } }

  /// The place of the first element in a tensor of these sizes.
  func offset(in sizes: [Int]) -> Int { zip(axes, RowMajor.steps(sizes)).reduce(0) { $0 + $1.0.start * $1.1 } }

  /// The loop from a tensor of these sizes to the part on its own.
  func loop(in sizes: [Int]) -> [CopyAxis] {
    let destination = RowMajor.steps(axes.map(\.count))
    let source = RowMajor.steps(sizes)
    return axes.indices.map {
      CopyAxis(size: axes[$0].count, source: source[$0] * axes[$0].step, destination: destination[$0])
    }
  }

  var elementCount: Int { axes.reduce(1) { $0 * $1.count } }
}

/// An operator whose outputs are parts of its first input, none of which overlap. The gradient of elements in no part
/// is 0.
package protocol SlicingOperator: DifferentiableOperator {
  /// One part for each output.
  func parts(_ site: LoweringSite) -> [TensorPart]
}

extension SlicingOperator {
  package static var tolerance: Tolerance { .exact }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let sizes = site.inputs[0].sizes
    for (part, output) in zip(parts(site), site.outputs) {
      lowering.emitStridedCopy(
        name, path: site.path, from: site.inputs[0], at: part.offset(in: sizes), to: output, part.loop(in: sizes))
    }
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let gradient = site.inputGradients[0] else { return }
    let step = name + " gradient"
    let flowing = zip(parts(site.forward), site.upstream).filter { $0.1 != nil }
    if flowing.reduce(0, { $0 + $1.0.elementCount }) < gradient.elementCount {
      lowering.emitZeros(step, path: site.forward.path, gradient)
    }
    for (part, upstream) in flowing {
      guard let upstream else { continue }
      lowering.emitStridedCopy(
        step, path: site.forward.path, from: upstream, to: gradient, startingAt: part.offset(in: gradient.sizes),
        part.loop(in: gradient.sizes).map(\.reversed))
    }
  }
}
