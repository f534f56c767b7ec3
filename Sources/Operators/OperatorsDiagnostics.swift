package import Diagnostics

/// Every code that operators raise.
package enum OperatorsDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .channelMismatch, .indivisibleGroups, .paddingBeyondInput, .outputPaddingTooLarge, .emptyTransposedOutput,
    .linearOnFeatureMap,
    .pixelLoss, .paddingSlack, .windowTooLarge, .wrongRank, .wrongType, .noSuchAxis,
    .pixelsNeverRead, .stridedSkip,
  ]
}
