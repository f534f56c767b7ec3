import Graph
import KernelInterface
import Passes
import Tensors

/// Where every buffer of a session is.
struct SessionMemory {
  /// By the parameter's number; nil for parameters of which the plan needs none.
  private(set) var parameters: [Tensor?]
  /// Scratch memory of the preparation steps.
  let preparationWorkspace: TensorStorage
  private let arena: TensorStorage
  /// What the preparation steps compute.
  let prepared: TensorStorage
  private var regions: [Footprint.Region] = []

  /// - Parameter prepared: what the preparation steps would compute, where that is known.
  init(
    plan: ExecutionPlan, arena: TensorStorage, parameters: [Tensor?], prepared: TensorStorage?
  ) throws(SessionError) {
    self.arena = arena
    let isUsed = plan.parametersUsed
    let isUpdated = plan.parametersUpdated
    self.parameters = Array(repeating: nil, count: plan.parameters.count)
    for (index, parameter) in plan.parameters.enumerated() where isUsed.contains(index) {
      guard index < parameters.count, let tensor = parameters[index] else { throw .missingParameter(parameter.name) }
      try tensor.check(
        name: parameter.name, sizes: parameter.declaration.sizes, dtype: parameter.declaration.dtype)
      self.parameters[index] = isUpdated.contains(index) ? tensor.copied() : tensor
    }
    let preparedOffsets = plan.preparedOffsets
    let workspace = (plan.preparation.map(\.scratchBytes).max() ?? 0)
    guard let prepared = prepared ?? Arena.allocate(byteCount: plan.preparedByteCount),
      let preparationWorkspace = Arena.allocate(byteCount: Allocation.rounded(workspace) * plan.threads)
    else { throw .outOfMemory(byteCount: plan.preparedByteCount) }
    self.prepared = prepared
    self.preparationWorkspace = preparationWorkspace
    for (index, buffer) in plan.buffers.enumerated() {
      let start =
        switch buffer.storage {
        case .arena: arena.pointer + (plan.offsets[index] ?? 0)
        case .prepared: prepared.pointer + preparedOffsets[index]
        case .parameter(let parameter): self.parameters[parameter]?.pointer ?? arena.pointer
        }
      regions.append(Footprint.Region(start: start, byteCount: buffer.byteCount))
    }
  }

  func region(_ buffer: BufferID) -> Footprint.Region { regions[buffer.index] }
}

extension ExecutionPlan {
  /// Bytes of what the preparation steps compute.
  package var preparedByteCount: Int {
    buffers.reduce(0) { $0 + ($1.storage == .prepared ? Allocation.rounded($1.byteCount) : 0) }
  }

  /// Where each buffer that they compute is among those bytes.
  fileprivate var preparedOffsets: [Int] {
    var end = 0
    return buffers.map { buffer in
      defer { if buffer.storage == .prepared { end += Allocation.rounded(buffer.byteCount) } }
      return end
    }
  }

  /// The numbers of the parameters that steps read or write.
  fileprivate var parametersUsed: Set<Int> {
    Set((preparation + steps).flatMap { $0.reads + $0.writes }.compactMap(parameter))
  }

  /// The numbers of the parameters that runs change.
  fileprivate var parametersUpdated: Set<Int> { Set(steps.flatMap(\.writes).compactMap(parameter)) }

  private func parameter(_ buffer: BufferID) -> Int? {
    if case .parameter(let index) = buffers[buffer.index].storage { index } else { nil }
  }
}
