package import Diagnostics
import Graph
import Tensors

extension DiagnosticCode {
  package static let missingParameter = DiagnosticCode(
    "E0510", "missing-parameter",
    explanation: """
      A weights file must hold every parameter of the model under its state_dict name: the layer's path, a dot, and \
      `weight`, `bias`, `running_mean` and so on. Only `num_batches_tracked` may be missing. `cnnc summary` shows \
      the paths; a layer without a name is called by its position in its scope.
      """,
    exampleKind: .words,
    bad: "Weights of ResNet-18 for a model whose stem is named `stem` instead of `conv1`.",
    good: "The same weights for a model whose layers have torchvision's names.")

  package static let unexpectedParameter = DiagnosticCode(
    "E0511", "unexpected-parameter",
    explanation: """
      Every tensor of a weights file must belong to a parameter of the model, so that a file of another network is \
      not taken for this one. Only `num_batches_tracked` may be there without one.
      """,
    exampleKind: .words,
    bad: "Weights with `aux.weight` for a model without the auxiliary classifier.",
    good: "The same weights without the tensors that the model does not have.")

  package static let parameterShape = DiagnosticCode(
    "E0512", "parameter-shape",
    explanation: """
      A tensor of a weights file must have the shape of its parameter, which follows from the layer's attributes and \
      its input. Layouts are PyTorch's: a convolution's weight is (out, in / groups, kernel...), a transposed \
      convolution's (in, out / groups, kernel...), a linear layer's (out, in).
      """,
    exampleKind: .words,
    bad: "Weights with `fc.weight` of shape (1000, 512) for a model with `num_classes: 10`.",
    good: "The same weights with `--set num_classes=1000`.")

  package static let parameterElementType = DiagnosticCode(
    "E0513", "parameter-element-type",
    explanation: """
      Weights are float32; files may hold them as float16, bfloat16 or float64, which are converted. Integers and \
      booleans are no weights: quantised files need the scales that belong to them.
      """,
    exampleKind: .words,
    bad: "A file with `conv1.weight` as int32.",
    good: "The file with `conv1.weight` as float32.")

  package static let foreignWeights = DiagnosticCode(
    "E0514", "foreign-weights",
    explanation: """
      Hardly any parameter of the model is in the weights file under its name and in its shape, so the file belongs to \
      another model, to another version of this one, or was written by another library. One finding says so instead \
      of one for every parameter; where at least a tenth of them fits, each that does not is named.
      """,
    exampleKind: .words,
    bad: "Weights of ResNet-18 for a model of VGG-16, or a checkpoint of Keras with names such as `conv1/kernel:0`.",
    good: "Weights that were trained with this model, under PyTorch's names.")

  package static let shiftedNames = DiagnosticCode(
    "E0515", "shifted-names",
    explanation: """
      The names in a weights file must be the model's from their beginning. Wrappers put a part before them: \
      `nn.DataParallel` writes `module.`, `torch.compile` writes `_orig_mod.`, a Lightning module `model.` or the \
      attribute that holds the network, and a checkpoint that was saved whole has `state_dict.`. The finding says \
      which part it is and how many parameters fit without it.
      """,
    exampleKind: .words,
    bad: "A checkpoint of `nn.DataParallel`, whose names all begin with `module.`.",
    good: "The checkpoint saved from `model.module.state_dict()`.")
}

extension Diagnostic {
  static func missingParameters(
    _ missing: [Parameter], _ node: Node, _ path: String, help: [String]
  ) -> Diagnostic {
    let list = missing.map { "'\($0.name)' \($0.declaration.sizes)" }.joined(separator: ", ")
    return Diagnostic(
      .missingParameter, "weights must hold every parameter: '\(path)' lacks \(list)",
      at: Label(node.origin.span, "needs \(missing.count == 1 ? "it" : "them")"), help: help, layer: node.path)
  }

  static func unexpectedTensors(_ names: [String], _ path: String, at place: Span) -> Diagnostic {
    let belong = names.count == 1 ? "is no parameter" : "are no parameters"
    return Diagnostic(
      .unexpectedParameter,
      "weights must belong to the model: \(quotedList(names.map(\.escapingControls))) in '\(path)' \(belong)",
      at: Label(place))
  }

  static func unexpectedLayers(_ count: Int, of layers: [String], _ path: String, at place: Span) -> Diagnostic {
    let names = layers.prefix(20).map { "'\($0.escapingControls)'" }.joined(separator: ", ")
    return Diagnostic(
      .unexpectedParameter, "weights must belong to the model: \(count) tensors in '\(path)' are no parameters",
      at: Label(place), notes: ["they are of \(layers.count) layers: \(names)\(layers.count > 20 ? ", ..." : "")"])
  }

  static func shiftedNames(
    _ shift: NameShift, _ path: String, found: Int, fits: Int, of count: Int, at place: Span
  ) -> Diagnostic {
    let (prefix, replacement) = (shift.prefix.escapingControls, shift.replacement.escapingControls)
    let rule: String
    let help: String
    switch (prefix.isEmpty, replacement.isEmpty) {
    case (false, true):
      rule = "'\(path)' has '\(prefix)' before them"
      help = "save the inner module's state_dict, or rename the tensors without '\(prefix)'"
    case (true, _):
      rule = "'\(path)' lacks '\(replacement)' before them"
      help = "rename the tensors with '\(replacement)' before their names, or take the layers out of that scope"
    case (false, false):
      rule = "'\(path)' has '\(prefix)' where the model has '\(replacement)'"
      help = "rename the tensors, or the scope of the model"
    }
    let fitting = fits == found ? "" : ", \(fits) of them in its shape"
    return Diagnostic(
      .shiftedNames, "weights must have the model's names: \(rule)", at: Label(place),
      notes: ["renamed, \(found) of the model's \(count) parameters are there\(fitting)"], help: [help])
  }

  /// - Parameters:
  ///   - needed: the parameters of the model.
  ///   - held: the tensors of the file, those of no parameter first.
  ///   - named: how many parameters are in the file, in whatever shape.
  static func foreignWeights(
    _ path: String, needed: [TensorDescription], held: [TensorDescription], named: Int, fits: Int, at place: Span
  ) -> Diagnostic {
    let others = named > fits ? "; \(named - fits) more are there in other shapes or types" : ""
    let isForeign = held.contains { $0.name.contains("/") || $0.name.hasSuffix(":0") }
    return Diagnostic(
      .foreignWeights,
      "weights must be of this model: \(fits) of its \(needed.count) parameters fit '\(path)', which has "
        + "\(held.count) tensors\(others)",
      at: Label(place), notes: ["the model needs \(needed.telling)", "the file has \(held.telling)"],
      help: isForeign ? ["the names are TensorFlow's or Keras's: convert them and the order of axes to PyTorch's"] : [])
  }

  static func parameterShape(
    _ parameter: Parameter, _ node: Node, _ path: String, found: [Int]
  ) -> Diagnostic {
    let sizes = parameter.declaration.sizes
    let hint = WeightsLayout.hint(found: found, expected: sizes)
    return Diagnostic(
      .parameterShape, "'\(parameter.name)' must be \(sizes): '\(path)' holds \(found)",
      at: Label(node.origin.span, "makes it \(sizes)"), help: hint.map { [$0] } ?? [],
      layer: node.path)
  }

  static func parameterElementType(
    _ parameter: Parameter, _ node: Node, _ path: String, found: DType
  ) -> Diagnostic {
    Diagnostic(
      .parameterElementType,
      "'\(parameter.name)' must be \(parameter.declaration.dtype.rawValue): '\(path)' holds \(found.rawValue)",
      at: Label(node.origin.span), layer: node.path)
  }
}

extension [TensorDescription] {
  /// The first three in words; weights with several axes say more than biases and go before them.
  fileprivate var telling: String {
    let shown = (filter { $0.sizes.count > 1 } + filter { $0.sizes.count <= 1 }).prefix(3).map {
      "'\($0.name.escapingControls)' \($0.sizes)" + ($0.dtype == .float32 ? "" : " \($0.dtype.rawValue)")
    }
    return shown.joined(separator: ", ") + (shown.count < count ? ", ..." : "")
  }
}
