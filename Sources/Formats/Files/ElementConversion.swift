package import Tensors

extension DType {
  package var isFloat: Bool {
    switch self {
    case .float32, .float64, .float16, .bfloat16: true
    case .int64, .int32, .uint8, .bool: false
    }
  }
}

extension Tensor {
  /// The same numbers as float32, rounded to nearest; itself when it is float32 already.
  package func convertedToFloat32() -> Tensor {
    switch dtype {
    case .float32: self
    case .float64: mapped(from: Double.self, to: .float32) { Float($0) }
    case .float16: mapped(from: Float16.self, to: .float32) { Float($0) }
    case .bfloat16: mapped(from: UInt16.self, to: .float32) { Float(bitPattern: UInt32($0) << 16) }
    case .int64: mapped(from: Int64.self, to: .float32) { Float($0) }
    case .int32: mapped(from: Int32.self, to: .float32) { Float($0) }
    case .uint8: mapped(from: UInt8.self, to: .float32) { Float($0) }
    case .bool: mapped(from: UInt8.self, to: .float32) { $0 == 0 ? Float(0) : 1 }
    }
  }

  /// The same numbers as int64; nil for floating-point elements.
  package func convertedToInt64() -> Tensor? {
    switch dtype {
    case .int64: self
    case .int32: mapped(from: Int32.self, to: .int64) { Int64($0) }
    case .uint8: mapped(from: UInt8.self, to: .int64) { Int64($0) }
    case .bool: mapped(from: UInt8.self, to: .int64) { $0 == 0 ? Int64(0) : 1 }
    case .float32, .float64, .float16, .bfloat16: nil
    }
  }

  private func mapped<Source: BitwiseCopyable, Target: BitwiseCopyable>(
    from _: Source.Type, to target: DType, _ transform: (Source) -> Target
  ) -> Tensor {
    let result = Tensor(zeros: sizes, dtype: target)
    withExtendedLifetime((storage, result.storage)) {
      let source = pointer.assumingMemoryBound(to: Source.self)
      let destination = result.pointer.assumingMemoryBound(to: Target.self)
      for index in 0..<elementCount { destination[index] = transform(source[index]) }
    }
    return result
  }
}
