import Diagnostics
import Elaborator
import Graph
import Operators
import Passes
import Tensors

extension Model {
  /// The loss that a backward pass starts from; nil when it starts from the sum of the first output.
  func loss(for backward: RunRequest.Backward) throws(ModelError) -> (any LossOperator)? {
    guard case .loss = backward else { return nil }
    guard let loss = elaboration.sections.loss else {
      throw ModelError(.request("a target needs a loss: '\(name)' has no 'loss' in 'train'"))
    }
    return loss
  }
}

extension ModelSections {
  /// The loss of `train`, which the elaborator has checked: `cross_entropy`, or a map from the name to its attributes.
  var loss: (any LossOperator)? {
    var attributes: [AttributeValue.Entry] = []
    let name: String
    switch train.first(where: { $0.key == "loss" })?.value.content {
    case .string(let text): name = text
    case .map(let entries) where entries.count == 1:
      name = entries[0].key
      if case .map(let inner) = entries[0].value.content { attributes = inner }
    default: return nil
    }
    guard let kind = OperatorRegistry.find(name) as? any LossOperator.Type else { return nil }
    var loss = kind.init()
    for attribute in attributes { _ = try? loss.set(attribute.key, to: attribute.value) }
    return loss
  }
}

extension Graph {
  /// The graph with a loss on its first output.
  func appending(_ loss: (any LossOperator)?) throws(ModelError) -> Graph {
    guard let loss else { return self }
    do { return try appendLoss(loss, to: self) } catch { throw ModelError(.request(error.description)) }
  }

  /// The gradients that a backward pass computes: those of every trainable parameter and every input of numbers.
  func gradients(for backward: RunRequest.Backward) -> GradientRequest? {
    let names = inputs.filter { self[$0.value].type.dtype == .float32 && $0.name != LossPort.target }.map(\.name)
    switch backward {
    case .none: return nil
    case .sum: return GradientRequest(inputs: Set(names))
    case .loss: return GradientRequest(outputs: [LossPort.loss], inputs: Set(names))
    }
  }

  /// The outputs of layers by their paths; several outputs of one layer are numbered.
  func values(of layers: [String]) throws(ModelError) -> [(name: String, value: ValueID)] {
    var found: [(name: String, value: ValueID)] = []
    for layer in layers {
      guard let node = nodes.first(where: { $0.path == layer }) else {
        let near = Suggestion.nearest(to: layer, among: nodes.map(\.path)).first
        throw ModelError(
          .request("there is no layer '\(layer)'" + (near.map { "; did you mean '\($0)'?" } ?? "")))
      }
      let names = valueNames
      found += node.outputs.map { (names[$0.index], $0) }
    }
    return found
  }
}
