import Analysis
import Elaborator
package import Graph
package import KernelInterface
package import Operators
package import Passes

extension Model {
  /// The plan of a pass in a mode; the model's sizes must be numbers.
  ///
  /// Training plans the gradients of every trainable parameter too, of the model's loss when it names one, else of the
  /// sum of its first output.
  package func plan(
    _ mode: ExecutionMode, threads: Int = 1, optimization: Optimization = .full, kernels: KernelTable
  ) throws(ModelError) -> ExecutionPlan {
    var options = PlanOptions(mode: mode, threads: threads, optimization: optimization)
    var graph = try validGraph()
    if mode == .training {
      let loss = elaboration.sections.loss
      graph = try graph.appending(loss)
      options.gradients = GradientRequest(outputs: loss.map { _ in [LossPort.loss] })
    }
    return try Self.plan(graph, options, kernels: kernels)
  }

  package static func plan(
    _ graph: Graph, _ options: PlanOptions, kernels: KernelTable
  ) throws(ModelError) -> ExecutionPlan {
    do {
      return try Pipeline.plan(graph, kernels: kernels, options: options)
    } catch {
      throw ModelError(.request(error.description))
    }
  }

  /// The graph of inference as a pass of the optimization leaves it, as text.
  package func optimizedGraph(
    after pass: OptimizationPass, _ optimization: Optimization = .full, vectors: VectorShape? = nil
  ) throws(ModelError) -> String {
    let vectors = if let vectors { vectors } else { try selectedKernels().vectors }
    return GraphPrinter(pass.result(of: try validGraph(), vectors: vectors, optimization)).text()
  }

  /// The peak of memory for one sample and one thread, with what is alive then; nil when there is no plan. It is the same
  /// on machines that have the same kernels, measured or not.
  func plannedPeak(_ mode: ExecutionMode) -> PlannedPeak? {
    guard var kernels = try? selectedKernels() else { return nil }
    kernels.vectors.costs = .reference
    guard let plan = try? concrete().plan(mode, kernels: kernels) else { return nil }
    let inputs = Set(plan.inputs.map(\.name))
    return PlannedPeak(
      byteCount: plan.arenaByteCount,
      buffers: plan.aliveAtPeak.filter { !inputs.contains($0.names[0]) }.map { allocation in
        PlannedPeak.Buffer(path: plan.steps[allocation.lifetime.first].path, byteCount: allocation.byteCount)
      })
  }
}
