import KernelInterface

/// A fold over axes, in blocks of vectors.
protocol AxisFold {
  /// What a fold of nothing is.
  static var neutral: Float { get }
  /// Whether it reads the right tensor.
  static var isPaired: Bool { get }
  static func combine(_ total: Lane, _ left: Lane, _ right: Lane) -> Lane
  /// Adds a block to the blocks so far; `lost` carries what rounding takes away.
  static func join(_ total: Lane, _ block: Lane, _ lost: inout Lane) -> Lane
  static func merge(_ total: Float, _ other: Float) -> Float
}

/// The sum of the left tensor.
///
/// Blocks are added with their rounding errors (Knuth's two-sum), so the error does not grow with the length.
enum TotalFold: AxisFold {
  static var neutral: Float { @inline(__always) get { 0 } }
  static var isPaired: Bool { @inline(__always) get { false } }
  @inline(__always) static func combine(_ total: Lane, _ left: Lane, _ right: Lane) -> Lane { total + left }
  @inline(__always) static func merge(_ total: Float, _ other: Float) -> Float { total + other }

  @inline(__always)
  static func join(_ total: Lane, _ block: Lane, _ lost: inout Lane) -> Lane {
    let sum = total + block
    let added = sum - total
    let error = (total - (sum - added)) + (block - added)
    lost += error.replacing(with: 0, where: error .!= error)
    return sum
  }
}

/// The sum of the products of both tensors.
enum ProductFold: AxisFold {
  static var neutral: Float { @inline(__always) get { 0 } }
  static var isPaired: Bool { @inline(__always) get { true } }
  @inline(__always) static func merge(_ total: Float, _ other: Float) -> Float { total + other }

  @inline(__always)
  static func combine(_ total: Lane, _ left: Lane, _ right: Lane) -> Lane { left.multiplied(by: right, adding: total) }

  @inline(__always)
  static func join(_ total: Lane, _ block: Lane, _ lost: inout Lane) -> Lane { TotalFold.join(total, block, &lost) }
}

/// The largest or smallest element.
extension AxisFold where Self: Extreme {
  static var isPaired: Bool { @inline(__always) get { false } }
  @inline(__always) static func combine(_ total: Lane, _ left: Lane, _ right: Lane) -> Lane { value(total, left) }
  @inline(__always) static func merge(_ total: Float, _ other: Float) -> Float { referenceValue(total, other) }

  @inline(__always)
  static func join(_ total: Lane, _ block: Lane, _ lost: inout Lane) -> Lane { value(total, block) }
}

extension Maximum: AxisFold {}
extension Minimum: AxisFold {}

/// Folds the reduced axes of some output elements.
///
/// The innermost axis of the left tensor is kept or reduced: vectors lie along the kept elements, or along the reduced
/// ones. Each output is folded in the same order however units are shared.
@inline(__always)
func foldAxes<F: AxisFold>(_: F.Type, _ arguments: ReductionArguments, _ units: Range<Int>) {
  let kept = arguments.kept
  let columns = kept.size(kept.count - 1)
  let isAlongColumns = columns > 1 && kept.leftStep(kept.count - 1) == 1
  var unit = units.lowerBound
  while unit < units.upperBound {
    let (left, right) = offsets(unit, in: kept, first: kept.count)
    if isAlongColumns {
      let width = min(Lane.scalarCount, columns - unit % columns, units.upperBound - unit)
      let total = foldColumns(F.self, arguments, left, right, width)
      arguments.output.store(total / arguments.divisor, unit, width: width)
      unit += width
    } else {
      arguments.output[unit] = foldRow(F.self, arguments, left, right) / arguments.divisor
      unit += 1
    }
  }
}

/// The number of vectors in a block.
private let blockLength = 64

/// The folds of neighbouring columns.
@inline(__always)
private func foldColumns<F: AxisFold>(
  _: F.Type, _ arguments: ReductionArguments, _ left: Int, _ right: Int, _ width: Int
) -> Lane {
  let reduced = arguments.reduced
  let inner = reduced.count - 1
  let (leftStep, rightStep) = (reduced.leftStep(inner), reduced.rightStep(inner))
  let isRepeated = arguments.kept.rightStep(arguments.kept.count - 1) == 0
  let factors = arguments.right ?? arguments.left
  var (total, lost) = (Lane(repeating: F.neutral), Lane())
  var (block, count) = (Lane(repeating: F.neutral), 0)
  for run in 0..<reduced.iterations(ofFirst: inner) {
    let place = offsets(run, in: reduced, first: inner)
    for i in 0..<reduced.size(inner) {
      let value = arguments.left.lane(left + place.left + i * leftStep, width: width)
      var factor = Lane()
      if F.isPaired {
        let offset = right + place.right + i * rightStep
        factor = isRepeated ? Lane(repeating: factors[offset]) : factors.lane(offset, width: width)
      }
      block = F.combine(block, value, factor)
      count += 1
      if count == blockLength {
        total = F.join(total, block, &lost)
        (block, count) = (Lane(repeating: F.neutral), 0)
      }
    }
  }
  return F.join(total, block, &lost) + lost
}

/// The fold of one row, whose elements are neighbours.
@inline(__always)
private func foldRow<F: AxisFold>(_: F.Type, _ arguments: ReductionArguments, _ left: Int, _ right: Int) -> Float {
  let reduced = arguments.reduced
  let inner = reduced.count - 1
  let isRepeated = reduced.rightStep(inner) == 0
  let factors = arguments.right ?? arguments.left
  var (total, lost) = (Lane(repeating: F.neutral), Lane())
  var (block, count) = (Lane(repeating: F.neutral), 0)
  for run in 0..<reduced.iterations(ofFirst: inner) {
    let place = offsets(run, in: reduced, first: inner)
    forColumns(reduced.size(inner)) { column, width in
      let value = arguments.left.lane(left + place.left + column, width: width, filler: F.neutral)
      var factor = Lane()
      if F.isPaired {
        let offset = right + place.right
        factor = isRepeated ? Lane(repeating: factors[offset]) : factors.lane(offset + column, width: width)
      }
      block = F.combine(block, value, factor)
      count += 1
      if count == blockLength {
        total = F.join(total, block, &lost)
        (block, count) = (Lane(repeating: F.neutral), 0)
      }
    }
  }
  total = F.join(total, block, &lost)
  var (result, rest) = (total[0], lost[0])
  for i in 1..<Lane.scalarCount {
    result = F.merge(result, total[i])
    rest += lost[i]
  }
  return result + rest
}
