import Graph

/// A tensor's elements in another order: its axes are divided, and the parts change places.
package struct Arrangement: Hashable, Sendable {
  /// The input's sizes, some of them as several factors.
  package var sizes: [Int]
  /// For each axis of the result, which of `sizes` it is.
  package var order: [Int]

  package init(sizes: [Int], order: [Int]) {
    self.sizes = sizes
    self.order = order
  }

  /// The loop from the input to the result.
  var axes: [CopyAxis] {
    let source = RowMajor.steps(sizes)
    let destination = RowMajor.steps(order.map { sizes[$0] })
    return order.indices.map {
      CopyAxis(size: sizes[order[$0]], source: source[order[$0]], destination: destination[$0])
    }
  }
}

/// An operator that moves every element to another place; the gradient moves them back.
package protocol RearrangingOperator: DifferentiableOperator {
  func arrangement(of sizes: [Int]) -> Arrangement
}

extension RearrangingOperator {
  package static var arity: ClosedRange<Int> { 1...1 }
  package static var tolerance: Tolerance { .exact }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    lowering.emitStridedCopy(
      name, path: site.path, from: site.inputs[0], to: site.outputs[0], arrangement(of: site.inputs[0].sizes).axes)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    lowering.emitStridedCopy(
      name + " gradient", path: site.forward.path, from: upstream, to: gradient,
      arrangement(of: gradient.sizes).axes.map(\.reversed))
  }
}
