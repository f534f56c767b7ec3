import Graph
import Operators
import Tensors

extension Graph {
  /// Refuses to train where a batch norm has a single value for a channel: it would be its own mean, and the output
  /// would not depend on the input. PyTorch refuses it too.
  func checkTrainingSizes() throws(ModelError) {
    for node in nodes where node.operation is BatchNorm {
      guard let shape = node.inputs.first.flatMap({ self[$0].type.shape }), shape.rank >= 2,
        shape.elementCount == Shape([shape[1]]).elementCount
      else { continue }
      throw ModelError(
        .request(
          "training needs more than one value per channel: '\(node.path)' normalises \(shape); give more samples"))
    }
  }
}
