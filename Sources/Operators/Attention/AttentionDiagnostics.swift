package import Diagnostics
import Graph
import Tensors

extension Violation {
  /// Queries, keys and values that do not belong together.
  static func attentionInputs(_ rule: String, of name: String, _ shapes: [Shape]) -> Violation {
    Violation(
      .attentionInputs,
      "the inputs of '\(name)' \(rule): they are \(shapes.map(\.description).joined(separator: ", "))",
      remarks: shapes.enumerated().map { .init(.input($0), "produces \($1)") })
  }

  static func headCount(_ heads: Int, _ features: Int, _ shape: Shape) -> Violation {
    let valid = divisors(of: features)
    let nearest = nearest(to: heads, among: valid)
    return Violation(
      .headCount,
      "'num_heads' must divide the features of the input: \(shape) has \(features), not a multiple of \(heads)",
      at: .attribute("num_heads"), label: "\(heads)", remarks: [.init(.input(0), "produces \(shape)")],
      notes: ["valid head counts for \(features) are \(listed(valid))"],
      repairs: [Repair("change num_heads to \(nearest)", safety: .unsafe, set: "num_heads", to: .int(nearest))])
  }

  static func symbolicFeatures(_ shape: Shape, for name: String) -> Violation {
    Violation(
      .symbolicChannels, "the last axis must be a number, since '\(name)' has parameters for each feature: \(shape)",
      remarks: [.init(.input(0), "produces \(shape)")])
  }
}

extension DiagnosticCode {
  package static let attentionInputs = DiagnosticCode(
    "E0359", "attention-inputs",
    explanation: """
      Attention compares queries with keys and adds up values: queries and keys have equally many features, there is one
      value for each key, and the axes before are equal. `multihead_attention` takes one input for all three, or three.
      """,
    bad: """
      cnnc: 1
      model: attention_inputs
      inputs: {q: [N, 5, 8], k: [N, 7, 8], v: [N, 5, 8]}
      layers:
        - scaled_dot_product_attention: {from: [q, k, v]}
      """,
    good: """
      cnnc: 1
      model: one_value_for_each_key
      inputs: {q: [N, 5, 8], k: [N, 7, 8], v: [N, 7, 8]}
      layers:
        - scaled_dot_product_attention: {from: [q, k, v]}
      """)

  package static let headCount = DiagnosticCode(
    "E0360", "head-count",
    explanation: """
      The heads of `multihead_attention` share the features of its input equally, so `num_heads` divides the size of the
      last axis.
      """,
    bad: """
      cnnc: 1
      model: head_count
      input: [N, 16, 10]
      layers:
        - multihead_attention: 4
      """,
    good: """
      cnnc: 1
      model: dividing_heads
      input: [N, 16, 12]
      layers:
        - multihead_attention: 4
      """)
}
