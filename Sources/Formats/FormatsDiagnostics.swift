package import Diagnostics

/// The codes that this target raises.
package enum FormatsDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .invalidSafetensors, .invalidNPY, .invalidNPZ, .unsupportedElementType, .unknownFileType, .rawSize, .inputDataShape,
    .inputAssignment, .inputElementType, .missingParameter, .unexpectedParameter, .parameterShape,
    .parameterElementType, .foreignWeights, .shiftedNames,
  ]
}
