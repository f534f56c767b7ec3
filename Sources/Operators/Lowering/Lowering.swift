package import KernelInterface
package import Tensors

/// What a plan is made for: outputs alone, or outputs, a loss and gradients with training behaviour.
package enum ExecutionMode: String, Sendable, CaseIterable {
  /// Running statistics are read and dropout passes through.
  case inference
  /// Batch statistics are computed, running ones updated, dropout drops.
  case training
}

/// A tensor that a step reads or writes: where it is and what shape it has.
package struct Operand: Sendable {
  package var buffer: BufferID
  package var sizes: [Int]
  package var dtype: DType
  package var layout: Layout
  /// Where the tensor begins in its buffer, in elements.
  package var offset = 0
  /// Elements between images where that is more than an image has: the tensor is a slice of others' channels.
  package var sliceStride: Int?

  package init(buffer: BufferID, sizes: [Int], dtype: DType = .float32, layout: Layout = .plain) {
    self.buffer = buffer
    self.sizes = sizes
    self.dtype = dtype
    self.layout = layout
  }

  package var elementCount: Int { sizes.reduce(1, *) }

  /// The elements in memory, of a tensor whose byte count was checked.
  package var storedCount: Int { layout.elementCount(sizes) ?? 0 }

  /// Elements of an image in memory.
  package var imageCount: Int { sizes[0] == 0 ? 0 : storedCount / sizes[0] }

  /// Elements between images in memory.
  package var imageStride: Int { sliceStride ?? imageCount }

  /// Elements of a channel in an image.
  package var pixels: Int { sizes[2...].reduce(1, *) }
}

/// A node's operands in a plan; all sizes are numbers.
package struct LoweringSite: Sendable {
  package var path: String
  package var inputs: [Operand]
  package var outputs: [Operand]
  package var parameters: [Operand]
  /// Identifies the node to `Lowering.save(_:for:)`.
  package var node: Int

  /// Whether an operand is in blocks of channels.
  package var isBlocked: Bool { (inputs + outputs).contains { $0.layout != .plain } }

  package init(path: String, node: Int, inputs: [Operand], outputs: [Operand], parameters: [Operand]) {
    self.path = path
    self.node = node
    self.inputs = inputs
    self.outputs = outputs
    self.parameters = parameters
  }
}

/// A node's operands when its gradient is lowered.
package struct GradientSite: Sendable {
  package var forward: LoweringSite
  /// The gradient of the loss by each output; nil where nothing flows back.
  package var upstream: [Operand?]
  /// Where the gradient by each input is written, whole; nil where it is not wanted.
  package var inputGradients: [Operand?]
  /// Where the gradient by each parameter is written, whole; nil where it is not wanted.
  package var parameterGradients: [Operand?]

  package init(
    forward: LoweringSite, upstream: [Operand?], inputGradients: [Operand?], parameterGradients: [Operand?]
  ) {
    self.forward = forward
    self.upstream = upstream
    self.inputGradients = inputGradients
    self.parameterGradients = parameterGradients
  }
}

/// Collects the steps and temporaries of a plan while operators lower themselves, in order of execution.
package struct Lowering: Sendable {
  package let kernels: KernelTable
  package let mode: ExecutionMode
  /// How many threads will share the units of a step; no result depends on it.
  package let threads: Int
  /// The seed of everything random in training, such as dropout.
  package let seed: UInt64
  package private(set) var buffers: [Buffer] = []
  package private(set) var steps: [Step] = []
  private var saved: [SavedKey: [BufferID]] = [:]

  package init(kernels: KernelTable, mode: ExecutionMode, seed: UInt64 = 0, threads: Int = 1) {
    self.threads = threads
    self.kernels = kernels
    self.mode = mode
    self.seed = seed
  }

  package mutating func makeBuffer(_ name: String, byteCount: Int, storage: Buffer.Storage = .arena) -> BufferID {
    buffers.append(Buffer(name: name, byteCount: byteCount, storage: storage))
    return BufferID(index: buffers.count - 1)
  }

  /// A temporary of float32 that lives from the first step that writes it to the last that reads it.
  package mutating func makeTemporary(_ name: String, sizes: [Int]) -> Operand {
    Operand(buffer: makeBuffer(name, byteCount: sizes.reduce(4, *)), sizes: sizes)
  }

  package mutating func emit(_ step: Step) {
    precondition(step.units >= 0, "a step has a number of units")
    steps.append(step)
  }

  /// What the buffers that a node keeps are about.
  package enum SavedPart: Hashable, Sendable {
    case operation
    /// The weight, where it follows from the parameters.
    case weight
  }

  private struct SavedKey: Hashable {
    var node: Int
    var part: SavedPart
  }

  /// Keeps buffers of a node's forward steps for its gradient, such as batch statistics.
  package mutating func save(_ buffers: [BufferID], for site: LoweringSite, of part: SavedPart = .operation) {
    saved[SavedKey(node: site.node, part: part)] = buffers
  }

  package func saved(for site: LoweringSite, of part: SavedPart = .operation) -> [BufferID] {
    saved[SavedKey(node: site.node, part: part)] ?? []
  }
}
