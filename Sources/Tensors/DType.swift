/// The element types of tensors, by PyTorch's names.
package enum DType: String, Hashable, Sendable, CaseIterable {
  case float32, float64, float16, bfloat16, int64, int32, uint8, bool

  /// The size of one element in bytes.
  package var byteCount: Int {
    switch self {
    case .float64, .int64: 8
    case .float32, .int32: 4
    case .float16, .bfloat16: 2
    case .uint8, .bool: 1
    }
  }
}
