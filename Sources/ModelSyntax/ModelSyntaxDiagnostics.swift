package import Diagnostics

/// Every code that this target raises.
package enum ModelSyntaxDiagnostics {
  package static let codes: [DiagnosticCode] = [
    .invalidCharacter, .syntaxLimit, .tabIndentation, .unbalancedBracket, .unclosedQuote, .missingSpace,
    .badIndentation,
    .notYAML, .severalDocuments, .duplicateKey, .tag, .unknownAlias, .mergeKey, .numberOutOfRange, .invalidKey,
    .unknownKey, .missingKey, .wrongKind, .unsupportedVersion, .invalidIdentifier, .reservedName, .layerWithoutOperator,
    .severalOperators, .keyGivenTwice, .conflictingKeys,
    .expressionSyntax, .unclosedExpression, .strayDollar, .unknownName, .expressionType, .divisionByZero, .fraction,
    .numberOverflow, .indexOutOfRange, .unknownFunction, .argumentCount, .outsideDomain, .expressionLimit,
    .unavailableName,
  ]
}
