import Analysis
import Diagnostics
import Graph
import Tensors
import Testing

/// Receptive fields of chains of windows, without operators of the catalogue.
@Suite struct ReceptiveFieldTests {
  private func slide(_ kernel: Int, stride: Int = 1, dilation: Int = 1, pad: Int = 0) -> Slide {
    Slide(window: AxisWindow(kernelSize: kernel, stride: stride, dilation: dilation, padBegin: pad, padEnd: pad))
  }

  @Test("three windows of 3 see 7, and dilated ones more")
  func stacks() {
    for (dilations, size) in [([1, 1, 1], 7), ([2, 2, 2], 13), ([1, 2, 3], 13)] {
      var net = Net()
      var value = net.input([.symbol("N"), 3, .symbol("H"), .symbol("W")])
      for dilation in dilations { value = net.add(slide(3, dilation: dilation, pad: dilation), value) }
      #expect(net.field(value) == [size, size])
    }
  }

  @Test("strides widen what follows: the trunk of ResNet-18 sees 435")
  func residualNetwork() {
    var net = Net()
    var value = net.input([.symbol("N"), 3, .symbol("H"), .symbol("W")])
    value = net.add(slide(7, stride: 2, pad: 3), value)
    value = net.add(slide(3, stride: 2, pad: 1), value)
    for stage in 0..<4 {
      for block in 0..<2 {
        let stride = stage > 0 && block == 0 ? 2 : 1
        let main = net.add(slide(3, pad: 1), net.add(slide(3, stride: stride, pad: 1), value))
        value = net.add(Sum(), main, stride == 1 ? value : net.add(slide(1, stride: 2), value))
      }
    }
    #expect(net.field(value) == [435, 435])
  }

  @Test("a transposed window sees fewer cells where its stride leaves gaps")
  func transposed() throws {
    for (kernel, stride, size) in [(2, 2, 1), (4, 2, 2), (3, 2, 2), (3, 1, 3), (1, 2, 1)] {
      var net = Net()
      let input = net.input([.symbol("N"), 3, 8])
      let reach = try #require(AxisReach.transposed(AxisWindow(kernelSize: kernel, stride: stride)))
      let output = net.add(Spread(reaches: reach, factor: stride), input)
      #expect(net.field(output) == [size])
    }
  }

  @Test("down and up again, a skip joins at the same speed")
  func hourglass() throws {
    var net = Net()
    let input = net.input([.symbol("N"), 3, 32])
    let skip = net.add(slide(3, pad: 1), input)
    let deep = net.add(slide(3, pad: 1), net.add(slide(2, stride: 2), skip))
    let reach = try #require(AxisReach.transposed(AxisWindow(kernelSize: 2, stride: 2)))
    let up = net.add(Spread(reaches: reach, factor: 2), deep)
    // Cells 2q-2 ... 2q+3 of the skip, each of which sees one more at both sides.
    #expect(net.field(up) == [8])
    let joined = net.add(Sum(), skip, up)
    #expect(net.field(joined) == [8])
  }

  @Test("speeds that differ, and reaches that nobody knows, are said to be unknown")
  func unknown() {
    var net = Net()
    let input = net.input([.symbol("N"), 3, 8])
    let half = net.add(slide(1, stride: 2), input)
    let joined = net.add(Sum(), half, input)
    let untold = net.add(Spread(reaches: nil), input)
    #expect(net.field(joined) == nil)
    #expect(net.field(untold) == nil)
  }

  @Test("the whole axis is as large as the input when that is a number")
  func whole() {
    var net = Net()
    let all = Spread(reaches: .whole)
    let closed = net.add(all, net.input([.symbol("N"), 3, 8, 6]))
    #expect(net.field(closed) == [8, 6])
    var open = Net()
    let half = open.add(all, open.input([.symbol("N"), 3, .symbol("H"), 6]))
    #expect(open.field(half) == nil)
  }

  @Test("an axis of size 1 is read by every position of what it is joined with: a gate over all shows all")
  func gate() {
    var net = Net()
    let input = net.input([.symbol("N"), 3, 8])
    let features = net.add(slide(3, pad: 1), input)
    let pooled = net.add(Spread(reaches: .whole, size: 1), features)
    let gated = net.add(Sum(), features, pooled)
    #expect(net.field(gated) == [8])
    let joined = net.add(Join(), net.add(slide(8), input), input)
    #expect(net.field(joined) == nil)
    #expect(PixelCoverage(net.reading(joined), axis: 0).counts == [Array(repeating: 9, count: 8)])
  }

  @Test("bins overlap where the sizes do not divide")
  func bins() throws {
    for (input, output, size) in [(8, 4, 2), (7, 3, 3), (5, 4, 2), (3, 1, 3)] {
      var net = Net()
      let value = net.input([.symbol("N"), 1, .known(input)])
      let reach = try #require(AxisReach.bins(input: input, output: output))
      let read = net.add(Spread(reaches: reach), value)
      #expect(net.field(read) == [size])
    }
  }

  @Test("neighbours are read where the output lies between them")
  func resampling() {
    let cases: [(AxisReach?, Int)] = [
      (.nearest(input: 4, output: 8), 1), (.nearest(input: 8, output: 4), 1), (.interpolated(input: 4, output: 8), 2),
      (.interpolated(input: 3, output: 3), 1), (.interpolated(input: 9, output: 3), 1),
      (.interpolatedBetweenCorners(input: 5, output: 9), 2), (.interpolatedBetweenCorners(input: 5, output: 3), 1),
    ]
    for (reach, size) in cases {
      var net = Net()
      let value = net.input([.symbol("N"), 1, 16])
      let read = net.add(Spread(reaches: reach), value)
      #expect(net.field(read) == [size])
    }
  }

  @Test("sizes that no integer holds end in unknown, not in a trap")
  func overflow() {
    var net = Net()
    var value = net.input([.symbol("N"), 1, .symbol("L")])
    for _ in 0..<8 { value = net.add(slide(1 << 20, stride: 1 << 20, dilation: 1 << 10), value) }
    #expect(net.field(value) == nil)
  }
}
