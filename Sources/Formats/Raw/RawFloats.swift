package import Diagnostics
package import Tensors

/// Files of nothing but little-endian float32 numbers in C order, as `ndarray.tofile` writes them.
package enum RawFloats {
  /// Reads a file whose shape is known but for one size, as a view of the mapped file.
  package static func read(_ path: String, shape: Shape) throws(DataError) -> Tensor {
    let storage: TensorStorage
    do { storage = try InputFile.map(path) } catch { throw .file(error) }
    let sizes: [Int]
    do { sizes = try self.sizes(byteCount: storage.byteCount, shape: shape, path: path) } catch {
      throw .content(error)
    }
    return Tensor(sizes: sizes, dtype: .float32, storage: storage)
  }

  /// Writes the elements of a tensor as float32, atomically.
  package static func write(_ tensor: Tensor, to path: String) throws(FileError) {
    let tensor = tensor.convertedToFloat32()
    try AtomicFile.write(to: path) { (file: inout AtomicFile) throws(FileError) in try file.append(tensor.bytes) }
  }

  /// The sizes of a file of this many bytes; at most one symbol of the shape, in one place, is deduced.
  package static func sizes(byteCount: Int, shape: Shape, path: String) throws(DataProblem) -> [Int] {
    let free = shape.dimensions.indices.filter { shape[$0].value == nil }
    let fixed = Shape(shape.dimensions.filter { $0.value != nil }).sizes ?? []
    guard let sample = TensorLayout(sizes: fixed, dtype: .float32)?.byteCount, sample > 0 else {
      throw .rawShapeNotCountable(path, shape)
    }
    guard let axis = free.first else {
      guard byteCount == sample else { throw .rawSizeDiffers(path, shape, needed: sample, given: byteCount) }
      return fixed
    }
    guard free.count == 1, let symbol = shape[axis].symbolName else { throw .rawShapeNotDeducible(path, shape) }
    guard byteCount > 0, byteCount % sample == 0 else {
      throw .rawSizeNotWhole(path, shape, symbol: symbol, unit: sample, given: byteCount)
    }
    var sizes = fixed
    sizes.insert(byteCount / sample, at: axis)
    return sizes
  }
}

extension Dimension {
  /// The symbol when the size is one alone.
  var symbolName: String? {
    guard case .symbolic(let polynomial) = self, let name = polynomial.symbols.first, self == .symbol(name) else {
      return nil
    }
    return name
  }
}

extension DiagnosticCode {
  package static let rawSize = DiagnosticCode(
    "E0506", "raw-size",
    explanation: """
      A `.bin` file has no header: it is float32 numbers in the machine's (little-endian) order, so its size must be \
      the size of the input. One size that the model leaves open, such as the batch `N`, is deduced: the file must \
      then hold a whole number of samples. Further open sizes are given with `--shape H=256`.
      """,
    exampleKind: .words,
    bad: "1,000 bytes for an input `[N, 1, 8, 8]`, whose samples have 256 bytes: 3.9 samples.",
    good: "1,024 bytes for an input `[N, 1, 8, 8]`: N is 4.")
}

extension DataProblem {
  fileprivate static func rawSizeDiffers(_ path: String, _ shape: Shape, needed: Int, given: Int) -> DataProblem {
    let batches = hundredths(given, over: needed)
    return DataProblem(
      .rawSize, "'\(path)' must hold float32 \(shape), \(needed) bytes: it has \(given)",
      notes: given == 0 ? [] : ["that is \(batches) times the input's size"])
  }

  fileprivate static func rawSizeNotWhole(
    _ path: String, _ shape: Shape, symbol: String, unit: Int, given: Int
  ) -> DataProblem {
    DataProblem(
      .rawSize,
      "'\(path)' must hold whole float32 \(shape), \(unit) bytes for each \(symbol): its \(given) bytes would make "
        + "\(symbol) = \(hundredths(given, over: unit))")
  }

  fileprivate static func rawShapeNotDeducible(_ path: String, _ shape: Shape) -> DataProblem {
    DataProblem(
      .rawSize, "'\(path)' can tell one size of the input, but \(shape) leaves several open",
      help: ["give the others with --shape, or use a .npy file, which has its shape in it"])
  }

  fileprivate static func rawShapeNotCountable(_ path: String, _ shape: Shape) -> DataProblem {
    DataProblem(.rawSize, "'\(path)' must hold float32 \(shape), which is too large to count")
  }

  /// A quotient with two decimals, rounded down but never to a whole number it is not.
  private static func hundredths(_ a: Int, over b: Int) -> String {
    let (whole, rest) = a.quotientAndRemainder(dividingBy: b)
    if rest == 0 { return "\(whole)" }
    let parts = min(max(Int(Double(rest) / Double(b) * 100), 1), 99)
    return "\(whole)." + (parts < 10 ? "0" : "") + "\(parts)"
  }
}
