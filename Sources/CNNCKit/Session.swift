import Execution
import Formats
import Graph
import KernelInterface
import Operators
import Passes
import Tensors

/// A model with weights and memory, ready to run again and again.
///
/// A session is used by one thread at a time; it runs on as many as it was made with.
public final class Session {
  /// An array of numbers with its sizes, in the order N C [D] H W and row-major.
  public struct Output: Hashable, Sendable {
    public let sizes: [Int]
    public let values: [Float]
  }

  private let session: Execution.Session

  /// Prepares a model without errors.
  ///
  /// - Parameters:
  ///   - weights: A `.safetensors` or `.npz` file; nil for the one that the model names, or its initialisers. It
  ///     is read while the session lives: replace it by renaming a new file, do not write into it.
  ///   - batch: The number of samples that each run takes.
  ///   - threads: nil for as many as the machine runs together.
  public init(
    _ model: Model, weights: String? = nil, seed: UInt64 = 0, batch: Int = 1, threads: Int? = nil
  ) throws(ModelError) {
    let model = try model.concrete(batch: batch)
    let graph = try model.validGraph()
    let parameters = try model.parameters(weights.map { .file($0) } ?? .model(seed: seed), for: graph)
    session = try Execution.Session(graph, PlanOptions(seed: seed), threads: threads, parameters: parameters.tensors)
  }

  /// The names of the inputs with their sizes.
  public var inputs: [(name: String, sizes: [Int])] { session.plan.inputs.map { ($0.name, $0.operand.sizes) } }

  /// Runs the model on a value for every input, and gives every output by its name.
  public func run(_ inputs: [String: [Float]]) throws(ModelError) -> [String: Output] {
    do throws(SessionError) {
      for (name, values) in inputs {
        guard let sizes = self.inputs.first(where: { $0.name == name })?.sizes else {
          throw .noSuchInput(name, among: self.inputs.map(\.name))
        }
        guard values.count == sizes.reduce(1, *) else {
          throw .mismatch(name: name, expected: "\(Shape(sizes))", found: "a list of \(values.count) numbers")
        }
        try session.setInput(name, to: Tensor(values, sizes: sizes))
      }
      try session.run()
      var outputs: [String: Output] = [:]
      for port in session.plan.outputs {
        let tensor = try session.output(port.name).convertedToFloat32()
        outputs[port.name] = Output(sizes: tensor.sizes, values: tensor.floats)
      }
      return outputs
    } catch {
      throw ModelError(error)
    }
  }
}

extension Execution.Session {
  /// Plans a graph whose sizes are numbers, and allocates what its runs need.
  ///
  /// - Parameters:
  ///   - packing: where packed weights are kept, and taken from when they were.
  ///   - problem: called when they cannot be kept.
  convenience init(
    _ graph: Graph, _ options: PlanOptions, threads: Int?, parameters: [Tensor?], packing folder: String? = nil,
    problem: (FileError) -> Void = { _ in }
  ) throws(ModelError) {
    var options = options
    options.threads = threads ?? ProcessorCount.usable
    let kernels = try selectedKernels()
    let plan = try Model.plan(graph, options, kernels: kernels)
    let pool: ThreadPool
    do { pool = try ThreadPool(count: options.threads) } catch { throw ModelError(.failure("\(error)")) }
    let packed = folder.flatMap {
      PackedWeights(
        plan, of: graph, options.optimization, parameters: parameters, costs: kernels.vectors.costs, in: $0)
    }
    let kept = packed?.load()
    do {
      try self.init(plan: plan, parameters: parameters, pool: pool, prepared: kept)
    } catch {
      throw ModelError(error)
    }
    guard let packed, kept == nil else { return }
    do { try packed.store(preparedBytes()) } catch { problem(error) }
  }
}
