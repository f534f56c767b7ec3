package import Graph
package import Tensors

extension Crop: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (cropping.pairs.values(count: input.rank - 2) ?? []).map { .shifted(by: $0.begin) }
  }
}

extension CenterCrop: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (2..<input.rank).map { axis in
      (input[axis] - output[axis]).value.map { .shifted(by: Self.start($0)) }
    }
  }
}

extension Slice: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (2..<input.rank).map { axis in
      guard axis == AxisIndex.resolve(dim, rank: input.rank) else { return .shifted(by: 0) }
      guard start >= 0 || input[axis].value != nil else { return nil }
      let first = bounds(in: input[axis].value ?? 0).first
      return .moving(MovingRange(advance: step, ranges: [first...first]))
    }
  }
}

extension Permute: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (order(rank: input.rank) ?? []).whereKept
  }
}

extension Transpose: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] { order(rank: input.rank).whereKept }
}

extension PixelShuffle: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: .nearest(input: 1, output: upscaleFactor), count: 2)
  }
}

extension PixelUnshuffle: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    Array(repeating: .window(AxisWindow(kernelSize: downscaleFactor, stride: downscaleFactor)), count: 2)
  }
}

extension Expand: SpatialOperator {
  package func reach(from input: Shape, to output: Shape) -> [AxisReach?] {
    (2..<input.rank).map { input[$0] == output[$0] ? .shifted(by: 0) : .whole }
  }
}

extension [Int] {
  /// The same position along spatial axes that keep their place in an order of axes; nothing is said of others.
  fileprivate var whereKept: [AxisReach?] {
    indices.dropFirst(2).map { self[$0] == $0 ? .shifted(by: 0) : nil }
  }
}
