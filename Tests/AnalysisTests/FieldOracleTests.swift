import Analysis
import Graph
import Tensors
import TestSupport
import Testing

/// Receptive fields and counts of reads against networks that mark every position by itself.
@Suite struct FieldOracleTests {
  @Test("three windows of 3 read all of 7 offsets; dilated by 2 they never read 6 of 13, by 1, 2 and 3 they read all")
  func holes() {
    for (dilations, size, holes) in [([1, 1, 1], 7, 0), ([2, 2, 2], 13, 6), ([1, 2, 3], 13, 0), ([2, 4], 13, 6)] {
      let line = LineSimulation(
        layers: dilations.map { .window(kernel: 3, stride: 1, dilation: $0, pad: $0) }, size: 32)
      let seen = line.seen(from: 50)
      #expect(seen.count == size - holes)
      let (graph, value) = line.graph()
      let field = ReceptiveField(graph).axes(of: value)
      #expect(field.map { $0.map(\.size) } == [size])
      #expect(field.map { $0.map(\.holeCount) } == [holes])
    }
  }

  @Test("random chains with branches see what marking finds: size, stride, offset and holes")
  func fields() throws {
    var random = SeededNumbers(seed: 4)
    for _ in 0..<600 {
      let line = LineSimulation.random(&random)
      let (graph, value) = line.graph()
      let field = try #require(ReceptiveField(graph).axes(of: value)?.first, "\(line)")
      let period = 72
      let seen = (0..<2 * period).map { line.seen(from: $0) }
      let spans = seen.map { set in set.min().flatMap { low in set.max().map { low...$0 } } }
      #expect(field.size == spans.map { $0?.count ?? 0 }.max(), "\(line)")
      #expect(field.offset == spans[0]?.lowerBound, "\(line)")
      #expect(field.holeCount == zip(seen, spans).map { ($1?.count ?? 0) - $0.count }.max(), "\(line)")
      for case (.some(let before), .some(let after)) in zip(spans, spans.dropFirst(period)) {
        #expect(Double(after.lowerBound - before.lowerBound) == Double(period) * field.stride, "\(line)")
      }
    }
  }

  @Test("random chains are read as often as marking counts")
  func counts() {
    var random = SeededNumbers(seed: 5)
    for _ in 0..<600 {
      let line = LineSimulation.random(&random)
      #expect(PixelCoverage(line.graph().graph, axis: 0).counts == [line.counts], "\(line)")
    }
  }

  @Test("what a layer leaves out by its own rule is excused, what layers lose together is not")
  func excuses() {
    func excused(_ layers: [LineSimulation.Layer], _ size: Int) -> [Int]? {
      let graph = LineSimulation(layers: layers, size: size).graph().graph
      return PixelCoverage(graph, axis: 0, rule: .excusingLayers).counts[0].map { $0.map { min($0, 1) } }
    }
    #expect(excused([.window(kernel: 1, stride: 2, dilation: 1, pad: 0)], 5) == [1, 1, 1, 1, 1])
    #expect(excused([.window(kernel: 2, stride: 2, dilation: 1, pad: 0)], 5) == [1, 1, 1, 1, 1])
    #expect(excused([.window(kernel: 3, stride: 2, dilation: 2, pad: 2)], 5) == [1, 0, 1, 0, 1])
  }

  @Test("counting stops where it would take long, and where it cannot be told")
  func limits() {
    let wide = LineSimulation(layers: [.window(kernel: 1 << 12, stride: 1, dilation: 1, pad: 1 << 11)], size: 1 << 12)
    #expect(PixelCoverage(wide.graph().graph, axis: 0).counts == [nil])
    var net = Net()
    let input = net.input([1, 1, .symbol("L")])
    #expect(PixelCoverage(net.reading(input), axis: 0).counts == [nil])
  }
}

extension LineSimulation {
  private var enlargement: Int {
    layers.reduce(1) { product, layer in
      switch layer {
      case .transposed(_, let stride, _, _): product * stride
      case .enlarge(let factor): product * factor
      case .window, .residual: product
      }
    }
  }

  /// One to four layers over an input that leaves each of them an output; enlarged 12 times at most, so that what
  /// positions see repeats after 72.
  fileprivate static func random(_ random: inout SeededNumbers) -> LineSimulation {
    func below(_ bound: Int) -> Int { Int(random.next() % UInt64(bound)) }
    while true {
      let layers: [Layer] = (0...below(4)).map { _ in
        switch below(5) {
        case 0: .transposed(kernel: 1 + below(4), stride: 1 + below(3), dilation: 1 + below(2), pad: below(2))
        case 1: .enlarge(1 + below(3))
        case 2: .residual(kernel: 1 + 2 * below(3), dilation: 1 + below(3))
        default: .window(kernel: 1 + below(4), stride: 1 + below(3), dilation: 1 + below(3), pad: below(3))
        }
      }
      let line = LineSimulation(layers: layers, size: 6 + below(20))
      if line.enlargement <= 12, line.sizes.allSatisfy({ $0 > 0 && $0 < 200 }) { return line }
    }
  }
}
