import Diagnostics
import Execution
import KernelInterface
import Passes
import Tensors

/// A quick test of one kernel level on this machine: a small network against the plain loops.
enum KernelSelfTest {
  /// Two convolutions, their functions, a pool and a linear layer on sizes that fill no vector exactly.
  private static let network = """
    cnnc: 1
    model: self_test
    input: [2, 3, 15, 13]
    layers:
      - conv2d: {out_channels: 19, kernel_size: 3, padding: 1}
      - batch_norm
      - relu
      - conv2d: {out_channels: 33, kernel_size: 3}
      - hardswish
      - adaptive_avg_pool2d: 1
      - flatten
      - linear: 7
    """

  /// Why a level cannot be trusted, as a phrase; nil when it computes what the plain loops do.
  static func problem(of level: KernelSelection.Level) -> String? {
    do throws(ModelError) {
      let reference = try values(KernelSelection.levels[0].makeTable())
      let values = try values(level.makeTable())
      let scale = reference.map(\.magnitude).max() ?? 0
      let error = zip(reference, values).map { ($0 - $1).magnitude }.max() ?? .infinity
      return error <= 1e-5 * scale && reference.count == values.count ? nil : "off by \(error) of \(scale)"
    } catch {
      return error.description
    }
  }

  private static func values(_ kernels: KernelTable) throws(ModelError) -> [Float] {
    let graph = try Model(text: network).validGraph()
    let pool: ThreadPool
    do { pool = try ThreadPool(count: 1) } catch { throw ModelError(.failure("\(error)")) }
    let session = try Execution.Session.trial(of: graph, PlanOptions(), kernels, pool)
    do {
      try session.run()
      return try session.output(session.plan.outputs[0].name).floats
    } catch {
      throw ModelError(error)
    }
  }
}
