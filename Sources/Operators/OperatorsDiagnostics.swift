package import Diagnostics

/// Every code that operators raise.
package enum OperatorsDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .pixelLoss, .paddingSlack, .windowTooLarge, .wrongRank, .pixelsNeverRead, .stridedSkip,
    .channelMismatch, .indivisibleGroups, .paddingBeyondInput, .outputPaddingTooLarge, .emptyTransposedOutput,
    .wrongType, .noSuchAxis, .unequalShapes, .axesOutOfOrder, .elementCount, .symbolicChannels,
    .notAPermutation, .squeezedSize, .symbolicSplit, .splitSizes, .sliceRange, .cropTooLarge, .indivisibleSize,
    .expandedSize, .sizeOrLike, .matmulSizes, .attentionInputs, .headCount,
    .emptyUpsample, .targetShape, .axisCount, .poolPadding, .sizeOrScale, .alignedNearest, .modeRank, .broadcast,
    .onePosition, .unpooledSize, .twoWeightForms,
    .repeatedAxis, .oddHalves, .boundsOutOfOrder, .missingBound, .classWeights,
  ]
}
