import Glibc
import KernelInterface

/// The definition, one element at a time, in double precision.
@Sendable func referenceAttentionProbabilities(_ arguments: AttentionArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * AttentionArguments.rowsPerUnit, arguments.rowCount)
  for row in min(units.lowerBound * AttentionArguments.rowsPerUnit, end)..<end {
    let scores = arguments.scores + row * arguments.keys
    let output = arguments.probabilities + row * arguments.keys
    let seen = arguments.isCausal ? min(row % arguments.queries + 1, arguments.keys) : arguments.keys
    var bound = -Double.infinity
    for i in 0..<seen {
      let score = Double(scores[i]) * Double(arguments.scale)
      if score > bound || score != score { bound = score }
    }
    var sum = 0.0
    for i in 0..<seen { sum += exp(Double(scores[i]) * Double(arguments.scale) - bound) }
    for i in 0..<seen { output[i] = Float(exp(Double(scores[i]) * Double(arguments.scale) - bound) / sum) }
    for i in seen..<arguments.keys { output[i] = 0 }
  }
}

@Sendable func referenceAttentionScoreGradient(_ arguments: AttentionGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * AttentionArguments.rowsPerUnit, arguments.rowCount)
  for row in min(units.lowerBound * AttentionArguments.rowsPerUnit, end)..<end {
    let first = row * arguments.keys
    var sum = 0.0
    for i in first..<first + arguments.keys {
      sum += Double(arguments.upstream[i]) * Double(arguments.probabilities[i])
    }
    for i in first..<first + arguments.keys {
      let distance = Double(arguments.upstream[i]) - sum
      arguments.gradient[i] = Float(Double(arguments.probabilities[i]) * distance * Double(arguments.scale))
    }
  }
}
