package import Tensors

/// An operator that compares a prediction, its first input, with a target, its second, and makes one number of them.
package protocol LossOperator: DifferentiableOperator {
  /// The type of the target that belongs to a prediction.
  func targetType(for prediction: TensorType) -> TensorType
}
