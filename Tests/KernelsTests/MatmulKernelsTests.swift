import KernelInterface
import TestSupport
import Testing

@Suite struct MatmulKernelsTests {
  private static let sizes: [(rows: Int, columns: Int, steps: Int)] = [
    (1, 1, 1), (6, 64, 8), (5, 63, 7), (7, 65, 9), (4, 24, 256), (3, 23, 257), (13, 10, 300), (200, 25, 33),
    (193, 193, 5), (1, 1000, 64), (8, 400, 3),
  ]

  private func matmul(
    _ kernels: MatmulKernels, _ sizes: MatmulArguments.Sizes, a: [Float], b: [Float], transposed: (Bool, Bool),
    _ shares: [Range<Int>]
  ) -> [Float] {
    let (m, n, k) = (sizes.rows, sizes.columns, sizes.steps)
    var c = [Float](repeating: .nan, count: sizes.batch * m * n)
    c.withUnsafeMutableBufferPointer { c in
      KernelRun.run(shares, scratchBytes: MatmulArguments.Sizes.scratchBytes) { scratch, units in
        kernels.matmul(
          MatmulArguments(
            sizes: sizes, a: a,
            aStrides: .init(batch: m * k, row: transposed.0 ? 1 : k, column: transposed.0 ? m : 1), b: b,
            bStrides: .init(batch: k * n, row: transposed.1 ? 1 : n, column: transposed.1 ? k : 1),
            c: c.baseAddress!, scratch: scratch), units)
      }
    }
    return c
  }

  @Test("a matrix product equals the plain sums, with every order of both factors", arguments: KernelRun.levels)
  func products(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 13)
    let kernels = KernelRun.table(of: level).matmul
    for (rows, columns, steps) in Self.sizes {
      for transposed in [(false, false), (true, false), (false, true), (true, true)] {
        let sizes = MatmulArguments.Sizes(batch: 2, rows: rows, columns: columns, steps: steps)
        var a = numbers.floats(2 * rows * steps)
        let b = numbers.floats(2 * steps * columns)
        a[a.count - 1] = .nan
        let expected = matmul(
          KernelRun.reference.matmul, sizes, a: a, b: b, transposed: transposed, [0..<sizes.units])
        let found = matmul(kernels, sizes, a: a, b: b, transposed: transposed, [0..<sizes.units])
        KernelRun.expectClose(found, expected, "\(level) \(sizes) \(transposed)")
        for shares in KernelRun.shares(sizes.units) {
          let shared = matmul(kernels, sizes, a: a, b: b, transposed: transposed, shares)
          #expect(shared.map(\.bitPattern) == found.map(\.bitPattern))
        }
      }
    }
  }

  private func linear(
    _ kernels: MatmulKernels, _ sizes: LinearSizes, input: [Float], weights: [Float], bias: [Float]?,
    _ share: (Int) -> [Range<Int>]
  ) -> [Float] {
    var packed = [Float](repeating: .nan, count: sizes.packedCount)
    packed.withUnsafeMutableBufferPointer { packed in
      KernelRun.run(share(sizes.packUnits)) { _, units in
        kernels.packLinear(LinearWeightArguments(sizes: sizes, weights: weights, packed: packed.baseAddress!), units)
      }
    }
    var output = [Float](repeating: .nan, count: sizes.rows * sizes.outputs)
    output.withUnsafeMutableBufferPointer { output in
      KernelRun.run(share(sizes.units), scratchBytes: LinearSizes.scratchBytes) { scratch, units in
        var arguments = LinearArguments(
          sizes: sizes, input: input, weights: packed, output: output.baseAddress!, scratch: scratch)
        if let bias {
          bias.withUnsafeBufferPointer { bias in
            arguments.bias = bias.baseAddress
            kernels.linear(arguments, units)
          }
        } else {
          kernels.linear(arguments, units)
        }
      }
    }
    return output
  }

  @Test("a linear layer equals the plain sums, however it is shared", arguments: KernelRun.levels)
  func linearLayers(_ level: KernelLevel) {
    var numbers = SeededNumbers(seed: 14)
    let kernels = KernelRun.table(of: level).matmul
    for (rows, outputs, inputs) in Self.sizes {
      let sizes = LinearSizes(rows: rows, inputs: inputs, outputs: outputs)
      let input = numbers.floats(rows * inputs)
      let weights = numbers.floats(outputs * inputs)
      for bias in [nil, numbers.floats(outputs)] {
        let expected = linear(KernelRun.reference.matmul, sizes, input: input, weights: weights, bias: bias) {
          [0..<$0]
        }
        let found = linear(kernels, sizes, input: input, weights: weights, bias: bias) { [0..<$0] }
        KernelRun.expectClose(found, expected, "\(level) \(sizes)")
        for way in 0..<3 {
          let shared = linear(kernels, sizes, input: input, weights: weights, bias: bias) { KernelRun.shares($0)[way] }
          #expect(shared == found)
        }
      }
    }
  }
}
