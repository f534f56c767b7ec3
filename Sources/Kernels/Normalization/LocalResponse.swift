import Glibc
import KernelInterface

/// `x / (k + factor * sum of squares of the channels around)^beta`.
@Sendable func localResponse(_ arguments: LocalResponseArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for unit in units {
    forResponseColumns(layout, unit) { start, width in
      let input = arguments.input + start
      let output = arguments.output + start
      for channel in 0..<layout.channels {
        let power = negativePower(scale(input, channel, arguments, width), arguments.window.beta)
        let place = channel * layout.spatial
        output.store(input.lane(place, width: width) * power, place, width: width)
      }
    }
  }
}

/// `g * s^-beta - 2 * factor * beta * x * sum of g * x * s^(-beta - 1)` over the channels whose window has this one, with
/// `s` what each is divided by.
@Sendable func localResponseGradient(_ arguments: LocalResponseArguments, _ units: Range<Int>) {
  guard let upstream = arguments.upstream else { return }
  let (layout, window) = (arguments.layout, arguments.window)
  let ratios = arguments.scratch.assumingMemoryBound(to: Float.self)
  for unit in units {
    forResponseColumns(layout, unit) { start, width in
      let input = arguments.input + start
      let output = arguments.output + start
      for channel in 0..<layout.channels {
        let place = channel * layout.spatial
        let scale = scale(input, channel, arguments, width)
        let flowing = upstream.lane(start + place, width: width) * negativePower(scale, window.beta)
        ratios.store(flowing * input.lane(place, width: width) / scale, channel * Lane.scalarCount)
        output.store(flowing, place, width: width)
      }
      let factor = -2 * window.factor * window.beta
      for channel in 0..<layout.channels {
        var sums = Lane()
        for reader in window.readers(of: channel, layout.channels) { sums += ratios.lane(reader * Lane.scalarCount) }
        let place = channel * layout.spatial
        let rest = input.lane(place, width: width) * factor * sums
        output.store(output.lane(place, width: width) + rest, place, width: width)
      }
    }
  }
}

@Sendable func referenceLocalResponse(_ arguments: LocalResponseArguments, _ units: Range<Int>) {
  let layout = arguments.layout
  for unit in units {
    forResponsePositions(layout, unit) { start in
      for channel in 0..<layout.channels {
        let scale = referenceScale(arguments.input + start, channel, arguments)
        let place = start + channel * layout.spatial
        arguments.output[place] = Float(Double(arguments.input[place]) * pow(scale, -Double(arguments.window.beta)))
      }
    }
  }
}

@Sendable func referenceLocalResponseGradient(_ arguments: LocalResponseArguments, _ units: Range<Int>) {
  guard let upstream = arguments.upstream else { return }
  let (layout, window) = (arguments.layout, arguments.window)
  let beta = Double(window.beta)
  for unit in units {
    forResponsePositions(layout, unit) { start in
      let input = arguments.input + start
      for channel in 0..<layout.channels {
        let place = channel * layout.spatial
        var sum = 0.0
        for reader in window.readers(of: channel, layout.channels) {
          let place = reader * layout.spatial
          let scale = referenceScale(input, reader, arguments)
          sum += Double(upstream[start + place]) * Double(input[place]) * pow(scale, -beta - 1)
        }
        let own = Double(upstream[start + place]) * pow(referenceScale(input, channel, arguments), -beta)
        arguments.output[start + place] = Float(own - 2 * Double(window.factor) * beta * Double(input[place]) * sum)
      }
    }
  }
}

extension LocalResponseWindow {
  /// The channels that a channel is normalised with: one more before than behind when the size is even.
  @inline(__always)
  func channels(around channel: Int, _ count: Int) -> Range<Int> {
    max(channel - size / 2, 0)..<min(channel + (size - 1) / 2 + 1, count)
  }

  /// The channels that are normalised with a channel.
  @inline(__always)
  func readers(of channel: Int, _ count: Int) -> Range<Int> {
    max(channel - (size - 1) / 2, 0)..<min(channel + size / 2 + 1, count)
  }
}

/// What a channel is divided by, before the power.
@inline(__always)
private func scale(
  _ input: UnsafePointer<Float>, _ channel: Int, _ arguments: LocalResponseArguments, _ width: Int
) -> Lane {
  var squares = Lane()
  for other in arguments.window.channels(around: channel, arguments.layout.channels) {
    let value = input.lane(other * arguments.layout.spatial, width: width)
    squares.accumulate(value, value)
  }
  return squares.multiplied(
    by: Lane(repeating: arguments.window.factor), adding: Lane(repeating: arguments.window.k))
}

@inline(__always)
private func referenceScale(
  _ input: UnsafePointer<Float>, _ channel: Int, _ arguments: LocalResponseArguments
) -> Double {
  var squares = 0.0
  for other in arguments.window.channels(around: channel, arguments.layout.channels) {
    let value = Double(input[other * arguments.layout.spatial])
    squares += value * value
  }
  return Double(arguments.window.k) + Double(arguments.window.factor) * squares
}

/// `x^-beta`; roots where they do, since nearly every network has 0.75.
@inline(__always)
private func negativePower(_ x: Lane, _ beta: Float) -> Lane {
  if beta == 0.75 {
    let root = x.squareRoot()
    return 1 / (root * root.squareRoot())
  }
  if beta == 0.5 { return 1 / x.squareRoot() }
  if beta == 1 { return 1 / x }
  var result = Lane()
  for i in 0..<Lane.scalarCount { result[i] = powf(x[i], -beta) }
  return result
}

/// Calls the body with the place of the first channel of each group of positions of a unit.
@inline(__always)
private func forResponseColumns(_ layout: ChannelLayout, _ unit: Int, _ body: (_ start: Int, _ width: Int) -> Void) {
  let unitsPerSample = layout.spatial.groups(of: LocalResponseArguments.columnsPerUnit)
  let first = unit % unitsPerSample * LocalResponseArguments.columnsPerUnit
  let start = unit / unitsPerSample * layout.channels * layout.spatial + first
  forColumns(min(LocalResponseArguments.columnsPerUnit, layout.spatial - first)) { body(start + $0, $1) }
}

/// Calls the body with the place of the first channel of each position of a unit.
@inline(__always)
private func forResponsePositions(_ layout: ChannelLayout, _ unit: Int, _ body: (_ start: Int) -> Void) {
  forResponseColumns(layout, unit) { start, width in
    for i in 0..<width { body(start + i) }
  }
}
