package import Graph
package import KernelInterface
package import Operators

/// A tensor at the edge of a plan.
package struct PlanPort: Sendable {
  package let name: String
  package let operand: Operand
}

/// The steps from the first that needs a buffer to the last, both included.
package struct Lifetime: Hashable, Sendable {
  package var first: Int
  package var last: Int

  package init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  package func overlaps(_ other: Lifetime) -> Bool { first <= other.last && other.first <= last }
}

/// A part of the arena: one buffer, several that follow each other in place, or a step's workspace.
package struct Allocation: Hashable, Sendable {
  /// The buffers' names in the order in which they hold the memory.
  package var names: [String]
  package var lifetime: Lifetime
  /// Rounded up to whole cache lines.
  package var byteCount: Int
  package var offset = 0

  package var name: String { names.joined(separator: " = ") }

  /// Bytes of a cache line, at whose multiples allocations start.
  package static let alignment = 64

  package static func rounded(_ byteCount: Int) -> Int { byteCount.groups(of: alignment) * alignment }
}

/// Everything needed to run a graph but its memory: steps in order, and where each operand is.
package struct ExecutionPlan: Sendable {
  package let name: String
  package let mode: ExecutionMode
  package let threads: Int
  package let level: KernelLevel

  /// Steps that read parameters alone; they run before the first run, in training before every one.
  package let preparation: [Step]
  /// Steps of every run.
  package let steps: [Step]
  package let buffers: [Buffer]
  /// Where each buffer of the arena is, by the buffer's index; nil for other storage and where nothing uses it.
  package let offsets: [Int?]
  /// Where the workspace of each step is: one slice of the rounded size for every thread, in order.
  package let workspaceOffsets: [Int?]
  /// The parts of the arena, by first use.
  package let allocations: [Allocation]

  package let inputs: [PlanPort]
  package let outputs: [PlanPort]
  /// Gradients by parameter names, in the order in which they are computed, then those by `input.<name>`.
  package let gradients: [PlanPort]
  /// The values that the options asked to keep.
  package let kept: [ValueID: Operand]
  /// The graph's parameters, which `Buffer.Storage.parameter` numbers.
  package let parameters: [Parameter]

  /// The bytes of the arena, which are the peak.
  package let arenaByteCount: Int
  /// The most bytes that are alive at one step, which no placement can go below.
  package let lowerBound: Int
  /// Whether it is proved that no placement of these allocations is smaller.
  package let isOptimal: Bool

  init(_ draft: PlanDraft) {
    name = draft.graph.name
    mode = draft.options.mode
    threads = draft.options.threads
    level = draft.lowering.kernels.level
    preparation = draft.preparation
    steps = draft.steps
    buffers = draft.lowering.buffers
    offsets = draft.allocationOfBuffer.map { $0.map { draft.allocations[$0].offset } }
    workspaceOffsets = draft.workspaceOfStep.map { $0.map { draft.allocations[$0].offset } }
    allocations = draft.allocations.sorted {
      ($0.lifetime.first, $0.lifetime.last, $0.offset) < ($1.lifetime.first, $1.lifetime.last, $1.offset)
    }
    inputs = draft.inputs
    outputs = draft.outputs
    gradients = draft.gradients
    kept = draft.kept
    parameters = draft.graph.parameters
    arenaByteCount = draft.arenaByteCount
    lowerBound = draft.lowerBound
    isOptimal = draft.isOptimal
  }

  /// The step at which the most bytes are alive, the earliest of several.
  package var peakStep: Int {
    var change = Array(repeating: 0, count: max(steps.count, 1) + 1)
    for allocation in allocations {
      change[allocation.lifetime.first] += allocation.byteCount
      change[allocation.lifetime.last + 1] -= allocation.byteCount
    }
    var (alive, most, step) = (0, -1, 0)
    for index in change.dropLast().indices {
      alive += change[index]
      if alive > most { (most, step) = (alive, index) }
    }
    return step
  }

  /// What is alive at the peak, largest first.
  package var aliveAtPeak: [Allocation] {
    let step = peakStep
    return allocations.filter { $0.lifetime.first <= step && step <= $0.lifetime.last }
      .sorted { ($1.byteCount, $0.offset) < ($0.byteCount, $1.offset) }
  }
}
