package import Graph
import KernelInterface
package import Tensors

/// Leaky relu with a learned slope: `y = x` above 0, else `weight * x` (He and others 2015).
///
/// `num_parameters` is 1, one slope for all elements, or the number of channels on axis 1, one slope for each. The
/// parameter `weight` has the shape `[num_parameters]` and starts from `init`, 0.25. The shape does not change. The
/// gradient by `x` at 0 is `weight`; by `weight` it is the sum of `upstream * x` over the elements up to 0. Keras has a
/// slope for each element of a sample unless `shared_axes` says otherwise.
package struct Prelu: DifferentiableOperator, ParameterizedOperator {
  package var numParameters = 1
  package var initialSlope = 0.25

  package static let name = "prelu"
  package static let summary = "x above 0, else weight * x, with learned weights"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "num_parameters"
  package static let attributes: [Attribute<Prelu>] = [
    Attribute("num_parameters", \.numParameters, .atLeast(1), "1, or the number of channels"),
    Attribute("init", \.initialSlope, .any, "what every weight starts from"),
  ]
  package static let tolerance = Tolerance.accumulation

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard let shape = inputs[0].shape, numParameters != 1 else { return [TensorType(inputs[0].shape)] }
    if shape.rank < 2 {
      violations.append(.wrongRank(shape, expected: ["N", "C"]))
    } else if let channels = shape[1].value, channels != numParameters {
      violations.append(
        .channelMismatch(attribute: "num_parameters", declared: numParameters, found: channels, input: shape))
    } else if shape[1].value == nil, !shape[1].isUnknown {
      violations.append(.symbolicChannels(shape, for: name))
    }
    return [TensorType(shape)]
  }

  package func parameters(for inputs: [TensorType]) -> [ParameterDeclaration] {
    [ParameterDeclaration("weight", [numParameters], .constant(initialSlope))]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(name, site, into: site.outputs[0], lowering.kernels.activation.prelu, &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let (path, input) = (site.forward.path, site.forward.inputs[0])
    let kernels = lowering.kernels
    if let gradient = site.inputGradients[0] {
      let slopes = lowering.makeTemporary("slopes of \(path)", sizes: input.sizes)
      emit("prelu gradient", site.forward, into: slopes, kernels.activation.preluSlope, &lowering)
      lowering.emitBinary(
        "prelu gradient", path: path, upstream, slopes, into: gradient, kernels.elementwise.multiply,
        repeating: kernels.elementwise.broadcastMultiply)
    }
    if let gradient = site.parameterGradients[0] {
      let negative = lowering.makeTemporary("negative elements of \(path)", sizes: input.sizes)
      lowering.emitFunction(
        "prelu gradient", path: path, input, into: negative, kernels.activation.clamp,
        FunctionConstants(alpha: -.infinity, beta: 0))
      lowering.emitSum(
        "prelu gradient", path: path, upstream, times: negative, into: repeatable(gradient, over: input))
    }
  }

  /// Emits a function of the input and the weights.
  private func emit(
    _ step: String, _ site: LoweringSite, into output: Operand, _ kernel: @escaping Kernel<BroadcastArguments>,
    _ lowering: inout Lowering
  ) {
    lowering.emitBroadcast(
      step, path: site.path, site.inputs[0], repeatable(site.parameters[0], over: site.inputs[0]), into: output, kernel)
  }

  /// A tensor of the weights' sizes, with an axis of 1 for each other axis of the input.
  private func repeatable(_ operand: Operand, over input: Operand) -> Operand {
    var operand = operand
    operand.sizes = input.sizes.indices.map { $0 == 1 ? numParameters : 1 }
    return operand
  }
}
