import Graph
import Tensors

/// A network along one axis that knows, position by position, what is read: the oracle of receptive fields and counts.
///
/// It marks positions one at a time and shares nothing with the analysis but the description of the layers.
struct LineSimulation {
  enum Layer {
    case window(kernel: Int, stride: Int, dilation: Int, pad: Int)
    case transposed(kernel: Int, stride: Int, dilation: Int, pad: Int)
    /// Each position several times.
    case enlarge(Int)
    /// Itself and a window over itself that keeps the size.
    case residual(kernel: Int, dilation: Int)
  }

  var layers: [Layer]
  /// The size of the input.
  var size: Int

  /// The positions of a layer's input that one of its outputs reads, each as often as it does.
  private func read(_ position: Int, by layer: Layer) -> [Int] {
    switch layer {
    case .window(let kernel, let stride, let dilation, let pad):
      return (0..<kernel).map { position * stride - pad + $0 * dilation }
    case .transposed(let kernel, let stride, let dilation, let pad):
      let nearest = (position + pad) / stride
      return (nearest - kernel * dilation - 1...nearest + 1).flatMap { source in
        (0..<kernel).filter { source * stride + $0 * dilation - pad == position }.map { _ in source }
      }
    case .enlarge(let factor):
      return [Int((Double(position) / Double(factor)).rounded(.down))]
    case .residual(let kernel, let dilation):
      return [position] + (0..<kernel).map { position + ($0 - kernel / 2) * dilation }
    }
  }

  private func outputSize(of layer: Layer, for size: Int) -> Int {
    switch layer {
    case .window(let kernel, let stride, let dilation, let pad):
      let span = size + 2 * pad - dilation * (kernel - 1) - 1
      return span < 0 ? 0 : span / stride + 1
    case .transposed(let kernel, let stride, let dilation, let pad):
      return (size - 1) * stride - 2 * pad + dilation * (kernel - 1) + 1
    case .enlarge(let factor): return size * factor
    case .residual: return size
    }
  }

  /// The size of every value, the input's first.
  var sizes: [Int] {
    layers.reduce(into: [size]) { $0.append(outputSize(of: $1, for: $0[$0.count - 1])) }
  }

  /// What one position of the last value reads of an input without ends.
  func seen(from position: Int) -> Set<Int> {
    layers.reversed().reduce(Set([position])) { positions, layer in
      Set(positions.flatMap { read($0, by: layer) })
    }
  }

  /// In how many ways each position of the input reaches the last value, whose positions outside of values are padding.
  var counts: [Int] {
    let sizes = sizes
    var counts = Array(repeating: 1, count: sizes[layers.count])
    for index in layers.indices.reversed() {
      var before = Array(repeating: 0, count: sizes[index])
      for (position, count) in counts.enumerated() {
        for source in read(position, by: layers[index]) where before.indices.contains(source) {
          before[source] += count
        }
      }
      counts = before
    }
    return counts
  }

  /// The same network as a graph of one spatial axis, and its last value.
  func graph() -> (graph: Graph, value: ValueID) {
    var net = Net()
    var value = net.input([1, 1, .known(size)])
    for (layer, output) in zip(layers, sizes.dropFirst()) {
      switch layer {
      case .window(let kernel, let stride, let dilation, let pad):
        let window = AxisWindow(kernelSize: kernel, stride: stride, dilation: dilation, padBegin: pad, padEnd: pad)
        value = net.add(Slide(window: window), value)
      case .transposed(let kernel, let stride, let dilation, let pad):
        let window = AxisWindow(kernelSize: kernel, stride: stride, dilation: dilation, padBegin: pad, padEnd: pad)
        value = net.add(Spread(reaches: .transposed(window), size: output), value)
      case .enlarge(let factor):
        value = net.add(Spread(reaches: .nearest(input: 1, output: factor), size: output), value)
      case .residual(let kernel, let dilation):
        let pad = kernel / 2 * dilation
        let window = AxisWindow(kernelSize: kernel, dilation: dilation, padBegin: pad, padEnd: pad)
        value = net.add(Sum(), value, net.add(Slide(window: window), value))
      }
    }
    return (net.reading(value), value)
  }
}
