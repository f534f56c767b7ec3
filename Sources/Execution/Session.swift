import Glibc
package import Graph
import KernelInterface
import Operators
package import Passes
package import Tensors

/// A plan with its memory, ready to run again and again without allocating.
///
/// A session is used by one thread at a time. The tensors it returns view its memory: the next run overwrites them.
package final class Session {
  package let plan: ExecutionPlan
  package let pool: ThreadPool

  private let arena: TensorStorage
  private let memory: SessionMemory
  private let preparation: Program
  private let program: Program
  private let task: @Sendable (Int) -> Void
  private let preparationTask: @Sendable (Int) -> Void
  private var inputs: [BoundInput]
  private var isPrepared = false

  /// An input of the plan with its value.
  private struct BoundInput {
    /// Whether a step writes into its buffer, or a result views it after the run.
    let isLasting: Bool
    var tensor: Tensor?
    /// Whether every run copies the value into the arena, instead of reading it where it is: of a lasting input, or one
    /// whose numbers lie across the bounds of words.
    var isCopied = true
  }

  /// Allocates everything that runs need.
  ///
  /// - Parameters:
  ///   - parameters: the values by the parameters' numbers in the graph. They are read where they are; what a run updates,
  ///     such as running statistics, is copied.
  ///   - prepared: `preparedBytes()` of an earlier session with the same plan and parameters, to spare computing them.
  package init(
    plan: ExecutionPlan, parameters: [Tensor?], pool: ThreadPool, sharing: WorkSharing = .standard,
    prepared: TensorStorage? = nil
  ) throws(SessionError) {
    precondition(pool.count == plan.threads, "a plan has workspaces for the threads of its pool")
    precondition(prepared.map { $0.byteCount == plan.preparedByteCount } ?? true, "what is prepared is all of it")
    self.plan = plan
    self.pool = pool
    guard let arena = Arena.allocate(byteCount: plan.arenaByteCount) else {
      throw .outOfMemory(byteCount: plan.arenaByteCount)
    }
    let memory = try SessionMemory(plan: plan, arena: arena, parameters: parameters, prepared: prepared)
    self.arena = arena
    self.memory = memory
    preparation = Program(
      plan.preparation, pool: pool, sharing: sharing, region: memory.region,
      workspace: { _ in memory.preparationWorkspace.pointer })
    program = Program(
      plan.steps, pool: pool, sharing: sharing, region: memory.region,
      workspace: { arena.pointer + (plan.workspaceOffsets[$0] ?? 0) })
    task = { [program] thread in program.execute(as: thread, of: program.pool.count) }
    preparationTask = { [preparation] thread in preparation.execute(as: thread, of: preparation.pool.count) }
    isPrepared = prepared != nil
    inputs = plan.inputs.map { BoundInput(isLasting: plan.hasLastingInput($0.operand.buffer)) }
    for (index, port) in plan.inputs.enumerated() where port.name.hasPrefix("upstream.") {
      bind(index, to: Tensor(ones: port.operand.sizes))
    }
  }

  /// Sets an input for all runs to come, which read the tensor where it is: what is written into its memory between runs
  /// counts from the next one on. What this session owns, such as the result of a run, is copied at once. Gradients by
  /// outputs, `upstream.<name>`, are ones unless they are set.
  package func setInput(_ name: String, to tensor: Tensor) throws(SessionError) {
    guard let index = plan.inputs.firstIndex(where: { $0.name == name }) else {
      throw .noSuchInput(name, among: plan.inputs.map(\.name))
    }
    let operand = plan.inputs[index].operand
    try tensor.check(name: name, sizes: operand.sizes, dtype: operand.dtype)
    let isOwn = tensor.storage === arena || memory.parameters.contains { $0?.storage === tensor.storage }
    bind(index, to: isOwn ? tensor.copied() : tensor)
  }

  /// Lets steps read the value of an input where it is, if they can.
  private func bind(_ index: Int, to tensor: Tensor) {
    let buffer = plan.inputs[index].operand.buffer
    let isAligned = Int(bitPattern: tensor.pointer) % tensor.dtype.byteCount == 0
    let isCopied = inputs[index].isLasting || !isAligned
    (inputs[index].tensor, inputs[index].isCopied) = (tensor, isCopied)
    program.rebind(buffer, to: isCopied ? memory.region(buffer).start : tensor.pointer)
  }

  /// Runs every step: the forward pass, and the backward pass when the plan has one.
  package func run() throws(SessionError) {
    try prepare()
    execute(program, task)
    program.run &+= 1
  }

  /// Runs every step, and measures each on each thread.
  package func runTimed() throws(SessionError) -> RunTimings {
    let count = plan.steps.count * pool.count * 2
    let recording = UnsafeMutablePointer<UInt64>.allocate(capacity: max(count, 1))
    recording.initialize(repeating: 0, count: count)
    defer { recording.deallocate() }
    program.recording = recording
    defer { program.recording = nil }
    let start = Clock.nanoseconds
    try run()
    let nanoseconds = Clock.nanoseconds - start
    let intervals = plan.steps.indices.map { step in
      (0..<(program.isSerial ? 1 : pool.count)).map { thread in
        let slot = recording + (step * pool.count + thread) * 2
        return RunTimings.Interval(start: slot[0] - start, end: slot[1] - start)
      }
    }
    return RunTimings(intervals: intervals, nanoseconds: nanoseconds)
  }

  package func output(_ name: String) throws(SessionError) -> Tensor {
    guard let port = plan.outputs.first(where: { $0.name == name }) else {
      throw .noSuchOutput(name, among: plan.outputs.map(\.name))
    }
    return view(port.operand)
  }

  /// The gradient by a parameter, or by an input as `input.<name>`; nil when the plan computes none.
  package func gradient(_ name: String) -> Tensor? {
    plan.gradients.first { $0.name == name }.map { view($0.operand) }
  }

  /// A value that the plan keeps; nil when it does not.
  package func value(_ id: ValueID) -> Tensor? { plan.kept[id].map(view) }

  /// A parameter as the session has it: with the updates of runs.
  package func parameter(_ id: ParameterID) -> Tensor? { memory.parameters[id.index] }

  private func view(_ operand: Operand) -> Tensor {
    Tensor(
      sizes: operand.sizes, dtype: operand.dtype, storage: arena, byteOffset: plan.offsets[operand.buffer.index] ?? 0)
  }

  /// Computes what depends on parameters alone, and copies inputs in that steps cannot read where they are.
  private func prepare() throws(SessionError) {
    for index in inputs.indices where inputs[index].tensor == nil { throw .missingInput(plan.inputs[index].name) }
    if plan.mode == .training { isPrepared = false }
    prepareParameters()
    for (port, input) in zip(plan.inputs, inputs) where input.isCopied {
      guard let tensor = input.tensor else { continue }
      let buffer = port.operand.buffer.index
      memcpy(arena.pointer + (plan.offsets[buffer] ?? 0), tensor.pointer, plan.buffers[buffer].byteCount)
    }
  }

  /// What depends on parameters alone, computed now where no run did yet.
  package func preparedBytes() -> TensorStorage {
    prepareParameters()
    return memory.prepared
  }

  private func prepareParameters() {
    if !isPrepared, !plan.preparation.isEmpty { execute(preparation, preparationTask) }
    isPrepared = true
  }

  private func execute(_ program: Program, _ task: @escaping @Sendable (Int) -> Void) {
    program.begin()
    if program.isSerial { program.execute(as: 0, of: 1) } else { pool.run(task) }
  }
}

extension ExecutionPlan {
  /// Whether an input's buffer is written by a step, or viewed by a result after the run.
  fileprivate func hasLastingInput(_ buffer: BufferID) -> Bool {
    let results = (outputs + gradients).map(\.operand) + kept.values
    return results.contains { $0.buffer == buffer } || steps.contains { $0.writes.contains(buffer) }
  }
}

extension Tensor {
  fileprivate init(ones sizes: [Int]) {
    self.init(zeros: sizes)
    pointer.assumingMemoryBound(to: Float.self).update(repeating: 1, count: elementCount)
  }

  func check(name: String, sizes: [Int], dtype: DType) throws(SessionError) {
    guard self.sizes == sizes, self.dtype == dtype else {
      throw .mismatch(
        name: name, expected: "\(TensorType(Shape(sizes), dtype))",
        found: "\(TensorType(Shape(self.sizes), self.dtype))")
    }
  }
}
