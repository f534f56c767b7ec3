/// Random numbers by position: the same for a seed, a name and an index, whatever is drawn before or beside.
///
/// The words are those of SplitMix64 (Steele, Lea, Flood 2014) from a state that the seed and the name choose.
package struct RandomStream: Sendable {
  private let state: UInt64

  package init(seed: UInt64, name: String) {
    // FNV-1a over the name.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    state = RandomStream.mix(RandomStream.mix(seed &+ RandomStream.increment) ^ hash)
  }

  private init(state: UInt64) { self.state = state }

  /// A stream of its own for repeated draws of one element.
  func attempt(_ number: UInt64) -> RandomStream {
    number == 0 ? self : RandomStream(state: RandomStream.mix(state ^ RandomStream.mix(number)))
  }

  private static let increment: UInt64 = 0x9E37_79B9_7F4A_7C15

  @inline(__always)
  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  @inline(__always)
  package func word(_ index: Int) -> UInt64 {
    RandomStream.mix(state &+ UInt64(truncatingIfNeeded: index &+ 1) &* RandomStream.increment)
  }

  /// Two uniform numbers from 0 up to 1, of 24 bits each.
  @inline(__always)
  func uniformPair(_ index: Int) -> (Float, Float) {
    let word = word(index)
    let scale = Float(sign: .plus, exponent: -24, significand: 1)
    let (high, low) = (Int32(truncatingIfNeeded: word >> 40), Int32(truncatingIfNeeded: word >> 8 & 0xFF_FFFF))
    return (Float(high) * scale, Float(low) * scale)
  }
}
