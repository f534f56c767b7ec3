import KernelInterface

/// The softmax of each row of scaled scores, over those that the row sees.
@Sendable func attentionProbabilities(_ arguments: AttentionArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * AttentionArguments.rowsPerUnit, arguments.rowCount)
  for row in min(units.lowerBound * AttentionArguments.rowsPerUnit, end)..<end {
    let output = arguments.probabilities + row * arguments.keys
    let seen = arguments.isCausal ? min(row % arguments.queries + 1, arguments.keys) : arguments.keys
    scaleRow(arguments.scores + row * arguments.keys, by: arguments.scale, to: output, count: seen)
    let sum = exponentials(of: output, to: output, count: seen, below: largest(output, seen))
    scaleRow(output, by: 1 / sum, to: output, count: seen)
    clearCells(output + seen, arguments.keys - seen)
  }
}

/// The gradient `probability * (upstream - sum(upstream * probability)) * scale` of each row.
@Sendable func attentionScoreGradient(_ arguments: AttentionGradientArguments, _ units: Range<Int>) {
  let end = min(units.upperBound * AttentionArguments.rowsPerUnit, arguments.rowCount)
  for row in min(units.lowerBound * AttentionArguments.rowsPerUnit, end)..<end {
    let offset = row * arguments.keys
    let upstream = arguments.upstream + offset
    let probabilities = arguments.probabilities + offset
    let gradient = arguments.gradient + offset
    let sum = Lane(repeating: dotRows(upstream, probabilities, count: arguments.keys))
    forColumns(arguments.keys) { column, width in
      let distance = upstream.lane(column, width: width) - sum
      gradient.store(
        probabilities.lane(column, width: width) * distance * arguments.scale, column, width: width)
    }
  }
}
