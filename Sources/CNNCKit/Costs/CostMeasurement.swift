import Execution
import Graph
import KernelInterface
import Operators
import Passes

/// Finds what kernels cost on this machine, by the times of `CostProbe`s.
struct CostMeasurement {
  private let kernels: KernelTable
  private let (one, all): (Threads, Threads)
  private(set) var probes: [MeasuredProbe] = []

  /// The costs by which estimates are what was measured.
  var costs: CostModel { MeasuredProbe.fit(probes) }

  /// How long each probe runs at least, in nanoseconds, and how often.
  private static let (time, runs) = (60e6, 5...2000)

  /// Measures all probes.
  ///
  /// - Parameter progress: called with the number of probes that are done.
  init(_ kernels: KernelTable, progress: (Int) -> Void) throws(ModelError) {
    self.kernels = kernels
    one = try Threads(1, kernels)
    all = try Threads(ProcessorCount.usable, kernels)
    for (index, probe) in CostProbe.all.enumerated() {
      progress(index)
      try measure(probe)
    }
  }

  /// Threads with the cycles that they have together in a nanosecond.
  private struct Threads {
    let pool: ThreadPool
    let cycles: Double

    init(_ count: Int, _ kernels: KernelTable) throws(ModelError) {
      do { pool = try ThreadPool(count: count) } catch { throw ModelError(.failure("\(error)")) }
      cycles = Ceiling.measure(pool: pool, kernels: kernels) / Double(2 * kernels.vectors.width)
    }
  }

  private mutating func measure(_ probe: CostProbe) throws(ModelError) {
    var kernels = kernels
    kernels.vectors.costs = probe.forcing(.reference)
    let graph = try Model(text: probe.model).validGraph()
    let threads = probe.sharesMemory ? all : one
    let cycles = try nanoseconds(of: probe, graph, kernels, threads.pool) * threads.cycles
    let inBlocks = OptimizationPass.assignLayouts.result(of: graph, vectors: kernels.vectors)
    guard let node = inBlocks.nodes.first(where: { $0.path == CostProbe.path }),
      let convolution = node.operation as? FusedConvolution
    else { throw ModelError(.failure("the kernels of level \(kernels.level.rawValue) compute no blocks of channels")) }
    probes.append(MeasuredProbe(probe: probe, convolution: convolution, vectors: kernels.vectors, cycles: cycles))
  }

  /// The least time of a probe's convolution, or of the reorders around it.
  private func nanoseconds(
    of probe: CostProbe, _ graph: Graph, _ kernels: KernelTable, _ pool: ThreadPool
  ) throws(ModelError) -> Double {
    let options = PlanOptions(threads: pool.count, optimization: probe.isOptimized ? .full : .none)
    let session = try Execution.Session.trial(of: graph, options, kernels, pool)
    let steps = session.plan.steps
    let counted = steps.indices.filter { (steps[$0].path == CostProbe.path) != (probe.way == .reorders) }
    var (least, total, runs) = (Double.infinity, 0.0, 0)
    while runs < Self.runs.lowerBound || total < Self.time && runs < Self.runs.upperBound {
      let timings: RunTimings
      do { timings = try session.runTimed() } catch { throw ModelError(error) }
      least = min(least, counted.reduce(0) { $0 + Double(timings.nanoseconds(ofStep: $1)) })
      total += Double(timings.nanoseconds)
      runs += 1
    }
    return least
  }
}
