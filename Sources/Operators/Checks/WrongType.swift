package import Diagnostics
import Graph
import Tensors

extension Operator {
  /// Reports inputs that are not float32.
  func checkFloat(_ inputs: [TensorType], reporting violations: inout [Violation]) {
    for (index, input) in inputs.enumerated() where input.dtype != .float32 {
      violations.append(.wrongType(input.dtype, of: name, expected: .float32, input: index))
    }
  }
}

extension Violation {
  /// An input whose elements have another type than the operator computes with.
  static func wrongType(_ found: DType, of name: String, expected: DType, input: Int = 0) -> Violation {
    Violation(
      .wrongType, "the elements of an input of '\(name)' must be \(expected.rawValue): they are \(found.rawValue)",
      label: "computes with \(expected.rawValue)", remarks: [.init(.input(input), "produces \(found.rawValue)")],
      help: expected == .float32
        ? ["declare an input of the model as float32: a file of another type is converted when it is read"] : [])
  }
}

extension DiagnosticCode {
  package static let wrongType = DiagnosticCode(
    "E0310", "wrong-type",
    explanation: """
      Operators compute with `float32`. Other types are for what is read as it is: class indices of a loss are `int64`.
      Declare the input as `float32`; a file of another type is converted when it is read.
      """,
    bad: """
      cnnc: 1
      model: wrong_type
      input: {shape: [N, 3, 8, 8], dtype: int64}
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: right_type
      input: {shape: [N, 3, 8, 8], dtype: float32}
      layers:
        - relu
      """)
}
