package import Graph

/// An operator that runs.
package protocol LowerableOperator: Operator {
  /// How its values are compared with PyTorch's and with other kernel levels'.
  static var tolerance: Tolerance { get }

  /// Emits the steps that compute the outputs of a site from its inputs and parameters.
  func lower(_ site: LoweringSite, in lowering: inout Lowering)
}

/// An operator whose gradient runs.
package protocol DifferentiableOperator: LowerableOperator {
  /// Emits the steps that compute every wanted gradient of a site. May read all forward operands; the planner keeps
  /// alive what the emitted steps read.
  func lowerGradient(_ site: GradientSite, in lowering: inout Lowering)
}

/// An operator whose output is its first input's memory under another shape: nothing is computed in either direction.
package protocol ViewOperator: Operator {
  /// Whether it is a view in this mode; when not, it is lowered.
  func isView(in mode: ExecutionMode) -> Bool
}
