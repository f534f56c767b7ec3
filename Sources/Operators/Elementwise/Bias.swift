package import Graph
import KernelInterface

/// Adds a learned number to each channel: `y = x + bias`, the bias being repeated over all other axes.
///
/// The parameter has the shape `[C]`, or with `keepdim: true` an axis of 1 for each axis behind the channels. It is
/// called `bias` below the layer's name; `parameter` gives it another name, and `parameter: null` that of the layer
/// itself, where a block owns the parameter. A convolution or `linear` has its own bias already. The gradient by the
/// bias is the sum of upstream over all other axes.
package struct Bias: ChannelParameter {
  package var axis = 1
  package var initValue = 0.0
  package var parameter: String? = "bias"
  package var keepdim = false

  package static let name = "bias"
  package static let summary = "adds a learned number to each channel"
  package static let attributes: [Attribute<Bias>] = channelAttributes

  package init() {}

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    let kernels = lowering.kernels.elementwise
    lowering.emitBinary(
      name, path: site.path, site.inputs[0], repeatable(site.parameters[0], over: site.inputs[0]),
      into: site.outputs[0], kernels.add, repeating: kernels.broadcastAdd)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    let path = site.forward.path
    if let gradient = site.inputGradients[0] {
      lowering.emitCopy("bias gradient", path: path, upstream, into: gradient)
    }
    if let gradient = site.parameterGradients[0] {
      lowering.emitSumOrCopy("bias gradient", path: path, upstream, into: repeatable(gradient, over: upstream))
    }
  }
}
