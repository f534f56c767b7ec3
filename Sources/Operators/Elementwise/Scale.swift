package import Graph
import KernelInterface

/// Multiplies each channel by a learned number: `y = x * gamma`, gamma being repeated over all other axes (LayerScale of
/// CaiT, Touvron and others 2021).
///
/// The parameter has the shape `[C]`, or with `keepdim: true` an axis of 1 for each axis behind the channels,
/// `[C, 1, 1]`, as where PyTorch code multiplies by it directly. It is called `gamma` below the layer's name, as in
/// timm's LayerScale; `parameter` gives it another name, and `parameter: null` that of the layer itself, where a block
/// owns the parameter: `scale: {name: layer_scale, parameter: null, keepdim: true}` is torchvision's ConvNeXt,
/// `scale: {name: gamma, parameter: null}` timm's. `axis: -1` is for channels that come last. The gradient by gamma is
/// the sum of `upstream * x` over all other axes.
package struct Scale: ChannelParameter {
  package var axis = 1
  package var initValue = 1.0
  package var parameter: String? = "gamma"
  package var keepdim = false

  package static let name = "scale"
  package static let summary = "multiplies each channel by a learned number"
  package static let attributes: [Attribute<Scale>] = channelAttributes

  package init() {}

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emitProduct(name, site, site.inputs[0], into: site.outputs[0], &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0] else { return }
    if let gradient = site.inputGradients[0] {
      emitProduct("scale gradient", site.forward, upstream, into: gradient, &lowering)
    }
    if let gradient = site.parameterGradients[0] {
      lowering.emitSum(
        "scale gradient", path: site.forward.path, upstream, times: site.forward.inputs[0],
        into: repeatable(gradient, over: upstream))
    }
  }

  private func emitProduct(
    _ step: String, _ site: LoweringSite, _ left: Operand, into output: Operand, _ lowering: inout Lowering
  ) {
    let kernels = lowering.kernels.elementwise
    lowering.emitBinary(
      step, path: site.path, left, repeatable(site.parameters[0], over: left), into: output, kernels.multiply,
      repeating: kernels.broadcastMultiply)
  }
}
