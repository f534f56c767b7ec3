package import Diagnostics

/// The codes that this target raises.
package enum FormatsDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .invalidSafetensors, .invalidNPY, .invalidNPZ, .unsupportedElementType, .unknownFileType, .rawSize, .inputShape,
    .inputAssignment, .inputElementType, .missingParameter, .unexpectedParameter, .parameterShape,
    .parameterElementType, .unknownInitializer, .initializerTarget, .initializerAttribute, .initializerShape,
  ]
}
