/// Names one buffer of a plan.
package struct BufferID: Hashable, Sendable {
  package let index: Int
  package init(index: Int) { self.index = index }
}

/// Memory that steps read and write.
package struct Buffer: Hashable, Sendable {
  package enum Storage: Hashable, Sendable {
    /// In the arena, at an offset that the planner chooses.
    case arena
    /// The values of a parameter, by its index in the graph.
    case parameter(Int)
    /// Computed from parameters alone by preparation steps, and kept between runs.
    case prepared
  }

  /// What reports call it: the layer's path, or what a temporary is for.
  package var name: String
  package var byteCount: Int
  package var storage: Storage

  package init(name: String, byteCount: Int, storage: Storage) {
    self.name = name
    self.byteCount = byteCount
    self.storage = storage
  }
}

/// What a step is given when a thread runs its share.
package struct StepRun {
  let operands: UnsafePointer<UnsafeMutableRawPointer>
  /// The share of the step's work units.
  package let units: Range<Int>
  /// Memory of this thread alone, as large as the step asked for, aligned to 64 bytes.
  package let scratch: UnsafeMutableRawPointer
  /// How many runs the session made before, so that random numbers differ from run to run.
  package let run: UInt64

  package init(
    operands: UnsafePointer<UnsafeMutableRawPointer>, units: Range<Int>, scratch: UnsafeMutableRawPointer,
    run: UInt64 = 0
  ) {
    self.operands = operands
    self.units = units
    self.scratch = scratch
    self.run = run
  }

  /// The memory of an operand: the reads in order, then the writes.
  @inline(__always)
  package func floats(_ operand: Int) -> UnsafeMutablePointer<Float> {
    operands[operand].assumingMemoryBound(to: Float.self)
  }

  @inline(__always)
  package func integers(_ operand: Int) -> UnsafeMutablePointer<Int64> {
    operands[operand].assumingMemoryBound(to: Int64.self)
  }
}

/// One kernel call of a plan, divided into units that threads share.
///
/// A unit owns its part of every write, so that the result does not depend on how units are shared; their number
/// follows from shapes alone. Between two steps all threads meet.
package struct Step: Sendable {
  /// The kernel's name in profiles, such as `convolution` or `relu gradient`.
  package var kernel: String
  /// The layer it belongs to.
  package var path: String
  package var reads: [BufferID]
  package var writes: [BufferID]
  /// Writes that may take the memory of a read which nothing needs afterwards, as indices into both lists.
  package var reuse: [Reuse]
  package var units: Int
  /// Its multiply-accumulates where they are more than the elements it touches; tells whether threads are worth waking.
  package var multiplyAccumulates: Double
  /// Scratch memory that each thread needs, in bytes.
  package var scratchBytes: Int
  /// Whether it reads parameters alone and so runs once, not in every run.
  package var isPreparation: Bool
  package var body: @Sendable (borrowing StepRun) -> Void

  package struct Reuse: Hashable, Sendable {
    package var write: Int
    package var read: Int
    package init(write: Int, read: Int) {
      self.write = write
      self.read = read
    }
  }

  package init(
    kernel: String, path: String, reads: [BufferID], writes: [BufferID], reuse: [Reuse] = [], units: Int,
    multiplyAccumulates: Double = 0, scratchBytes: Int = 0, isPreparation: Bool = false,
    body: @escaping @Sendable (borrowing StepRun) -> Void
  ) {
    self.kernel = kernel
    self.path = path
    self.reads = reads
    self.writes = writes
    self.reuse = reuse
    self.units = units
    self.multiplyAccumulates = multiplyAccumulates
    self.scratchBytes = scratchBytes
    self.isPreparation = isPreparation
    self.body = body
  }
}
