package import Tensors

extension DType {
  /// The name in a safetensors header.
  package var safetensorsName: String {
    switch self {
    case .bool: "BOOL"
    case .uint8: "U8"
    case .float16: "F16"
    case .bfloat16: "BF16"
    case .int32: "I32"
    case .float32: "F32"
    case .float64: "F64"
    case .int64: "I64"
    }
  }

  init?(safetensorsName name: String) {
    guard let type = DType.allCases.first(where: { $0.safetensorsName == name }) else { return nil }
    self = type
  }

  /// The place in a file as the reference implementation writes it: falling alignment, and one order among equals.
  var safetensorsRank: Int {
    switch self {
    case .int64: 0
    case .float64: 1
    case .float32: 2
    case .int32: 3
    case .bfloat16: 4
    case .float16: 5
    case .uint8: 6
    case .bool: 7
    }
  }

  /// Element types that safetensors has and tensors here have not.
  static let foreignSafetensorsNames: Set<String> = [
    "F4", "F6_E2M3", "F6_E3M2", "I8", "F8_E5M2", "F8_E4M3", "F8_E8M0", "F8_E4M3FNUZ", "F8_E5M2FNUZ", "I16", "U16",
    "U32",
    "U64", "C64",
  ]
}
