import Execution
import Formats
import Graph
import KernelInterface
import Operators
import Passes
import Tensors

extension Execution.Session {
  /// A session of one of this program's own networks, with initial weights and normal numbers as its input.
  static func trial(
    of graph: Graph, _ options: PlanOptions, _ kernels: KernelTable, _ pool: ThreadPool
  ) throws(ModelError) -> Execution.Session {
    let plan = try Model.plan(graph, options, kernels: kernels)
    do {
      let store = try ParameterStore(initializing: graph, seed: 1)
      let session = try Execution.Session(plan: plan, parameters: store.tensors, pool: pool)
      let port = plan.inputs[0]
      let input = Tensor(zeros: port.operand.sizes)
      Initializer.normal(mean: 0, standardDeviation: 1).fill(input, from: RandomStream(seed: 1, name: port.name))
      try session.setInput(port.name, to: input)
      return session
    } catch {
      throw ModelError(.failure("\(error)"))
    }
  }
}
