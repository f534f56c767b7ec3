package import Graph
package import Tensors

extension Initializer {
  /// Fills a float32 tensor, or an int64 one with a constant.
  package func fill(_ tensor: Tensor, from stream: RandomStream) {
    withExtendedLifetime(tensor.storage) {
      if tensor.dtype == .int64 {
        guard case .constant(let value) = self else { return }
        let elements = UnsafeMutableBufferPointer(
          start: tensor.pointer.assumingMemoryBound(to: Int64.self), count: tensor.elementCount)
        elements.update(repeating: Int64(exactly: value.rounded()) ?? 0)
      } else {
        let elements = UnsafeMutableBufferPointer(
          start: tensor.pointer.assumingMemoryBound(to: Float.self), count: tensor.elementCount)
        fill(elements, sizes: tensor.sizes, from: stream)
      }
    }
  }

  private func fill(_ elements: UnsafeMutableBufferPointer<Float>, sizes: [Int], from stream: RandomStream) {
    switch self {
    case .constant(let value): elements.update(repeating: Float(value))
    case .uniform(let low, let high):
      let (start, width) = (Float(low), Float(high - low))
      for pair in 0..<elements.count / 2 {
        let (a, b) = stream.uniformPair(pair)
        elements[2 * pair] = start + width * a
        elements[2 * pair + 1] = start + width * b
      }
      if let last = elements.indices.last, last % 2 == 0 {
        elements[last] = start + width * stream.uniformPair(last / 2).0
      }
    case .normal(let mean, let deviation):
      let ziggurat = Ziggurat.shared
      for index in elements.indices { elements[index] = Float(mean + deviation * ziggurat.normal(stream, index)) }
    case .truncatedNormal(let mean, let deviation, let low, let high):
      for index in elements.indices {
        elements[index] = Float(truncated(stream, index, mean, deviation, low...high))
      }
    case .orthogonal(let gain): OrthogonalMatrix.fill(elements, rows: sizes.first ?? 1, gain: gain, from: stream)
    }
  }

  /// Rules that keep less than a hundredth of the distribution are refused, so that the attempts end.
  private func truncated(
    _ stream: RandomStream, _ index: Int, _ mean: Double, _ deviation: Double, _ range: ClosedRange<Double>
  ) -> Double {
    for attempt in 0..<UInt64(1 << 14) {
      let value = mean + deviation * Ziggurat.shared.normal(stream.attempt(attempt << 32), index)
      if range.contains(value) { return value }
    }
    return min(max(mean, range.lowerBound), range.upperBound)
  }
}
