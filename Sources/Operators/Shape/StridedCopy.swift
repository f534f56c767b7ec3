import KernelInterface

/// One axis of a copy: its size, and the elements from one index to the next in the source and the destination.
struct CopyAxis: Hashable, Sendable {
  var size: Int
  var source: Int
  var destination: Int

  /// The same axis, copied the other way.
  var reversed: CopyAxis { CopyAxis(size: size, source: destination, destination: source) }
}

/// The elements from one index to the next along each axis of a dense tensor.
enum RowMajor {
  static func steps(_ sizes: [Int]) -> [Int] {
    var step = 1
    var steps = sizes
    for axis in sizes.indices.reversed() {
      steps[axis] = step
      step *= sizes[axis]
    }
    return steps
  }
}

extension Lowering {
  /// Emits a copy between two tensors that each step in their own way from some offset on. A copy of everything in
  /// order is nothing when it takes the memory of what it copies.
  mutating func emitStridedCopy(
    _ name: String, path: String, from source: Operand, at sourceOffset: Int = 0, to destination: Operand,
    startingAt destinationOffset: Int = 0, _ axes: [CopyAxis]
  ) {
    let loop = CopyLoop(axes)
    if loop.isDense, source.elementCount == destination.elementCount {
      emitCopy(name, path: path, source, into: destination)
      return
    }
    let kernel = kernels.shape.copyStrided
    let paired = loop.paired
    emit(
      Step(
        kernel: name, path: path, reads: [source.buffer], writes: [destination.buffer],
        units: StridedCopyArguments.units(paired)
      ) { run in
        kernel(
          StridedCopyArguments(
            input: run.floats(0) + sourceOffset, output: run.floats(1) + destinationOffset, axes: paired), run.units)
      })
  }

  /// Emits zeros for all of a tensor.
  mutating func emitZeros(_ name: String, path: String, _ output: Operand) {
    let kernel = kernels.elementwise.fill
    let count = output.elementCount
    emit(
      Step(
        kernel: name, path: path, reads: [], writes: [output.buffer],
        units: count.groups(of: FillArguments.elementsPerUnit)
      ) { run in kernel(FillArguments(output: run.floats(0), count: count, value: 0), run.units) })
  }
}

/// The axes of a copy in the order of the destination's memory, with neighbours merged.
private struct CopyLoop {
  private var axes: [CopyAxis]

  init(_ axes: [CopyAxis]) {
    self.axes = []
    for axis in axes.filter({ $0.size != 1 }).sorted(by: { $0.destination > $1.destination }) {
      if let outer = self.axes.last, outer.source == axis.source * axis.size,
        outer.destination == axis.destination * axis.size
      {
        self.axes[self.axes.count - 1] = CopyAxis(
          size: outer.size * axis.size, source: axis.source, destination: axis.destination)
      } else {
        self.axes.append(axis)
      }
    }
  }

  /// Whether both sides are contiguous.
  var isDense: Bool { axes.isEmpty || axes.count == 1 && axes[0].source == 1 && axes[0].destination == 1 }

  /// The axes for the kernel: rows that are contiguous in the source come last but one, so that they can be transposed,
  /// unless they are too short for that.
  var paired: PairedAxes {
    var ordered = axes
    if let row = ordered.dropLast().firstIndex(where: { $0.source == 1 && $0.size >= 4 }) {
      let axis = ordered.remove(at: row)
      ordered.insert(axis, at: ordered.count - 1)
    }
    var result = PairedAxes()
    for _ in ordered.count..<max(ordered.count, 2) { result.append(size: 1, leftStep: 0, rightStep: 0) }
    for axis in ordered { result.append(size: axis.size, leftStep: axis.source, rightStep: axis.destination) }
    return result
  }
}
