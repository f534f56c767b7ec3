import KernelInterface

/// How tensors with axes of size 1 are repeated to a common shape, as loops for kernels.
enum Broadcasting {
  /// The common sizes; each pair is equal or has a 1.
  static func sizes(_ first: [Int], _ second: [Int]) -> [Int] { zip(first, second).map { $0 == 1 ? $1 : $0 } }

  /// The loop over an output and two tensors that are repeated to it, with neighbouring axes merged.
  static func axes(_ output: [Int], _ left: [Int], _ right: [Int]) -> PairedAxes {
    merge(output.indices.map { $0 }, sizes: output, steps(left, in: output), steps(right, in: output))
  }

  /// The loops of a sum from `output` down to `target`, over a contiguous tensor and one repeated from `other`.
  static func reduction(from output: [Int], to target: [Int], other: [Int]) -> (kept: PairedAxes, reduced: PairedAxes) {
    let left = steps(output, in: output)
    let right = steps(other, in: output)
    let kept = output.indices.filter { target[$0] == output[$0] }
    let reduced = output.indices.filter { target[$0] != output[$0] }
    return (merge(kept, sizes: output, left, right), merge(reduced, sizes: output, left, right))
  }

  /// The elements from one index to the next along each axis; 0 where the tensor is repeated.
  private static func steps(_ sizes: [Int], in output: [Int]) -> [Int] {
    var step = 1
    var steps = Array(repeating: 0, count: sizes.count)
    for axis in sizes.indices.reversed() {
      if sizes[axis] == output[axis] { steps[axis] = step }
      step *= sizes[axis]
    }
    return steps
  }

  private static func merge(_ axes: [Int], sizes: [Int], _ left: [Int], _ right: [Int]) -> PairedAxes {
    var runs: [(size: Int, left: Int, right: Int)] = []
    for axis in axes.reversed() where sizes[axis] != 1 {
      if let outer = runs.last, left[axis] == outer.left * outer.size, right[axis] == outer.right * outer.size {
        runs[runs.count - 1].size *= sizes[axis]
      } else {
        runs.append((sizes[axis], left[axis], right[axis]))
      }
    }
    if runs.isEmpty { runs.append((1, 1, 1)) }
    var result = PairedAxes()
    for run in runs.reversed() { result.append(size: run.size, leftStep: run.left, rightStep: run.right) }
    return result
  }
}
