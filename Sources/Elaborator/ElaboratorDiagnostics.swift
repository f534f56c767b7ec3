package import Diagnostics

/// Every code that this target raises.
package enum ElaboratorDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .unknownOperator, .unknownLayer, .forwardReference, .duplicateName, .wrongInputCount, .unknownSetting, .settingType,
    .missingBlockParam, .unknownBlockParam, .recursiveBlock, .nestingTooDeep, .tooManyLayers, .unequalLists, .loopValue,
    .includePath, .includeCycle, .unreadableInclude, .tooManyIncludes, .duplicateBlock, .invalidName, .notAFlag,
    .unknownSymbol, .inputShape, .inputWord, .duplicateOutput, .unknownJoin, .unknownLoss, .initializer, .trainingValue,
    .lintLevel, .noSuchOutput, .notAReference, .blockInputCount, .weightsPath, .paramValue, .sizeTooLarge,
    .unknownAttribute, .missingAttribute, .attributeValue, .noShorthand,
  ]
}
