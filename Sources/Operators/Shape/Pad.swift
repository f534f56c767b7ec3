import Diagnostics
package import Graph
import KernelInterface
package import Tensors

/// Cells added around the spatial axes.
///
/// `padding` is one number for both ends of every axis, or a list in axis order with a number or a pair
/// `[begin, end]` for each; PyTorch's function takes a flat list from the last axis to the first. `mode` says what
/// the cells hold: `value` (`constant`), the input mirrored without repeating its border (`reflect`, at most one less
/// than the size), its border (`replicate`), or its other end (`circular`, at most the size). The gradient of a cell
/// goes to the element that it copies.
package struct Pad: DifferentiableOperator {
  package enum Mode: String, AttributeChoice { case constant, reflect, replicate, circular }

  package var padding = Borders(0)
  package var mode = Mode.constant
  package var value = 0.0

  package static let name = "pad"
  package static let summary = "adds cells around the spatial axes"
  package static let arity = 1...1
  package static let primaryAttribute: String? = "padding"
  package static let attributes: [Attribute<Pad>] = [
    Attribute("padding", \.padding, required: true, .noneNegative, "the cells to add at both ends of each axis"),
    Attribute("mode", \.mode, .any, "what the cells hold"),
    Attribute("value", \.value, .any, "the value of the cells of constant mode"),
  ]
  package static let tolerance = Tolerance.exact

  package init() {}

  package func outputTypes(for inputs: [TensorType], reporting violations: inout [Violation]) -> [TensorType] {
    checkFloat(inputs, reporting: &violations)
    guard var shape = inputs[0].shape else { return [.unknown] }
    guard (3...5).contains(shape.rank) else {
      violations.append(.notSpatial(shape, for: name))
      return [.unknown]
    }
    guard let pairs = padding.pairs.values(count: shape.rank - 2) else {
      violations.append(.axisCount("padding", padding.pairs.written.count, for: shape))
      for axis in 2..<shape.rank { shape[axis] = .unknown }
      return [TensorType(shape)]
    }
    let input = shape
    for (axis, pair) in pairs.enumerated() {
      if let size = input[axis + 2].value, let limit = limit(for: size), max(pair.begin, pair.end) > limit {
        violations.append(tooWide(max(pair.begin, pair.end), limit: limit, size: size, input))
        shape[axis + 2] = .unknown
      } else {
        if let minimum = minimumSize(for: max(pair.begin, pair.end)) {
          violations.demand(.atLeast(input[axis + 2], minimum), .paddingBeyondInput, at: .attribute("padding"))
        }
        shape[axis + 2] = input[axis + 2] + (pair.begin + pair.end)
      }
    }
    return [TensorType(shape)]
  }

  package func lower(_ site: LoweringSite, in lowering: inout Lowering) {
    emit(name, site, from: site.inputs[0], to: site.outputs[0], lowering.kernels.shape.pad, in: &lowering)
  }

  package func lowerGradient(_ site: GradientSite, in lowering: inout Lowering) {
    guard let upstream = site.upstream[0], let gradient = site.inputGradients[0] else { return }
    emit("pad gradient", site.forward, from: upstream, to: gradient, lowering.kernels.shape.padGradient, in: &lowering)
  }

  private func emit(
    _ step: String, _ site: LoweringSite, from source: Operand, to target: Operand,
    _ kernel: @escaping Kernel<PadArguments>, in lowering: inout Lowering
  ) {
    let axes = axes(site)
    let (rule, filling) = (rule, Float(value))
    lowering.emit(
      Step(
        kernel: step, path: site.path, reads: [source.buffer], writes: [target.buffer],
        units: site.inputs[0].sizes[0] * site.inputs[0].sizes[1]
      ) { run in
        kernel(
          PadArguments(
            input: run.floats(0), output: run.floats(1), depth: axes[0], height: axes[1], width: axes[2], rule: rule,
            value: filling), run.units)
      })
  }

  /// The last three axes; those that are absent have size 1.
  private func axes(_ site: LoweringSite) -> [PadAxis] {
    let rank = site.inputs[0].sizes.count - 2
    let pairs = padding.pairs.values(count: rank) ?? []
    return Array(repeating: PadAxis(input: 1, output: 1, begin: 0), count: 3 - rank)
      + pairs.enumerated().map { axis, pair in
        PadAxis(input: site.inputs[0].sizes[axis + 2], output: site.outputs[0].sizes[axis + 2], begin: pair.begin)
      }
  }

  private var rule: PadRule {
    switch mode {
    case .constant: .constant
    case .reflect: .reflect
    case .replicate: .replicate
    case .circular: .circular
    }
  }

  /// The most cells that the mode can take from an axis; nil when there is no limit.
  private func limit(for size: Int) -> Int? {
    switch mode {
    case .constant, .replicate: nil
    case .reflect: max(size - 1, 0)
    case .circular: size
    }
  }

  /// The smallest size that this many cells can be added to at one end; nil when any will do.
  private func minimumSize(for cells: Int) -> Int? {
    switch mode {
    case .constant, .replicate: nil
    case .reflect: cells + 1
    case .circular: cells
    }
  }

  private func tooWide(_ cells: Int, limit: Int, size: Int, _ input: Shape) -> Violation {
    Violation(
      .paddingBeyondInput,
      "'padding' with mode \(mode.rawValue) must be at most \(limit) for a size of \(size): it is \(cells)",
      at: .attribute("padding"), label: "adds \(cells)", remarks: [.init(.input(0), "produces \(input)")],
      help: ["use at most \(limit) cells, or mode constant or replicate"],
      repairs: [.init("change mode to replicate", safety: .unsafe, set: "mode", to: .string("replicate"))])
  }
}
