import Tensors

/// Guesses about the order of an input's axes, for notes.
enum Layout {
  /// A sentence when an input looks like N H W C: few channels last, where N C H W has its width.
  static func hint(for input: Shape) -> String? {
    guard input.rank == 4, let last = input[3].value, [1, 3, 4].contains(last) else { return nil }
    guard input[1] == input[2] || (input[1].value ?? 0) > 4 && (input[2].value ?? 0) > 4 else { return nil }
    return "axes are in the order N C H W; \(input) looks like N H W C"
  }
}
