package import Diagnostics

extension DiagnosticCode {
  package static let axesOutOfOrder = DiagnosticCode(
    "E0313", "axes-out-of-order",
    explanation: """
      `flatten` joins the axes from `start_dim` to `end_dim`, both included, so the first must not lie behind the last.
      Negative numbers count from the end.
      """,
    bad: """
      cnnc: 1
      model: axes_out_of_order
      input: [N, 3, 8, 8]
      layers:
        - flatten: {start_dim: 3, end_dim: 1}
      """,
    good: """
      cnnc: 1
      model: axes_in_order
      input: [N, 3, 8, 8]
      layers:
        - flatten: {start_dim: 1, end_dim: 3}
      """)

  package static let elementCount = DiagnosticCode(
    "E0314", "element-count",
    explanation: """
      `reshape` keeps every element, so the new shape must hold exactly as many as the input, for every batch size. One
      size may be -1: it takes what the others leave.
      """,
    bad: """
      cnnc: 1
      model: lost_elements
      input: [N, 16, 5, 5]
      layers:
        - reshape: {shape: [-1, 256]}
      """,
    good: """
      cnnc: 1
      model: kept_elements
      input: [N, 16, 5, 5]
      layers:
        - reshape: {shape: [-1, 400]}
      """)

  package static let axisCount = DiagnosticCode(
    "E0420", "axis-count",
    explanation: """
      A list of one value for each spatial axis must be as long as the input has spatial axes: 1 for `[N, C, L]`, 2 for
      `[N, C, H, W]`, 3 for `[N, C, D, H, W]`. One value alone stands for all axes.
      """,
    bad: """
      cnnc: 1
      model: axis_count
      input: [N, 3, 8, 8]
      layers:
        - pad: {padding: [1, 1, 1]}
      """,
    good: """
      cnnc: 1
      model: one_value_per_axis
      input: [N, 3, 8, 8]
      layers:
        - pad: {padding: [1, 1]}
      """)
}
