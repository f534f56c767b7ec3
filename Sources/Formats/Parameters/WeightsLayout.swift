/// The orders of axes in which other libraries store weights.
enum WeightsLayout {
  /// Why a tensor has the sizes of a parameter in another order; nil when it has not.
  ///
  /// - Parameters:
  ///   - found: the sizes in the file.
  ///   - expected: PyTorch's: out or in channels, in or out channels, then the kernel.
  static func hint(found: [Int], expected: [Int]) -> String? {
    guard expected.count >= 2, found.count == expected.count else {
      return product(found) == product(expected) ? "the file has as many elements in another shape" : nil
    }
    let (first, second, kernel) = (expected[0], expected[1], Array(expected.dropFirst(2)))
    if found == kernel + [second, first] || second == 1 && found == kernel + [first, second] {
      return kernel.isEmpty
        ? "the file has it transposed, as TensorFlow and Keras store it"
        : "the file has the kernel's axes first, as TensorFlow and Keras store it"
    }
    if found == [second, first] + kernel { return "the file has the first two axes exchanged" }
    return found.sorted() == expected.sorted() ? "the file has the same sizes in another order" : nil
  }

  /// nil when there is none that an integer holds.
  private static func product(_ sizes: [Int]) -> Int? {
    sizes.reduce(1 as Int?) { product, size in
      guard let product else { return nil }
      let (result, overflow) = product.multipliedReportingOverflow(by: size)
      return overflow ? nil : result
    }
  }
}
