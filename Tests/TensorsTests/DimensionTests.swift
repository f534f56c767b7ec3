import Tensors
import Testing

@Suite struct DimensionTests {
  private let h = Dimension.symbol("H")
  private let w = Dimension.symbol("W")

  @Test("Equal expressions compare equal however they were built")
  func normalForm() {
    #expect((h + w) * 2 == w * 2 + h * 2)
    #expect(h - h == 0)
    #expect((h + 3) - 3 == h)
    #expect(h * w == w * h)
    #expect((h * 2).floorDivided(by: 4) == h.floorDivided(by: 2))
    #expect((h * 3).floorDivided(by: 2) == h + h.floorDivided(by: 2))
    #expect((h * 4 + 5).floorDivided(by: 4) == h + 1)
    #expect((h * 2 + 1).floorDivided(by: 2) == h)
    #expect(h.floorDivided(by: 2).floorDivided(by: 3) == h.floorDivided(by: 6))
    #expect((h.floorDivided(by: 2) + 1).floorDivided(by: 2) == (h + 2).floorDivided(by: 4))
    #expect(h.floorDivided(by: 2) != w.floorDivided(by: 2))
  }

  @Test("Two stride-2 windows with padding 1 and kernel 3 join into one division")
  func stackedStrides() {
    let once = (h + 2 - 3).floorDivided(by: 2) + 1
    let twice = (once + 2 - 3).floorDivided(by: 2) + 1
    #expect(once.description == "((H + 1)//2)")
    #expect(twice.description == "((H + 3)//4)")
    #expect(twice.binding(["H": 224]) == 56)
  }

  @Test("Printed expressions read as in the language")
  func description() {
    #expect((h * 2 - 1).description == "2*H - 1")
    #expect((h * w).description == "H*W")
    #expect((h.floorDivided(by: 8) * 64).description == "64*(H//8)")
    #expect((Dimension.known(0) - h).description == "-H")
    #expect(Dimension.unknown.description == "?")
  }

  @Test("Results beyond Int overflow and stay overflowed")
  func overflow() {
    let large = Dimension.known(.max)
    #expect(large + 1 == .overflow)
    #expect(large * 2 == .overflow)
    #expect((h * .max) * 2 == .overflow)
    #expect((h * .max + w) + h == .overflow)
    #expect((large + 1).floorDivided(by: 2) == .overflow)
    #expect(Dimension.unknown + .overflow == .overflow)
    #expect(Dimension.unknown * 3 == .unknown)
    #expect(h.floorDivided(by: .max).floorDivided(by: 2) == .overflow)
  }

  @Test("An expression that doubles with every layer ends as overflow instead of a hang")
  func growth() {
    var size = h
    for _ in 0..<200 { size = (size * 3).floorDivided(by: 2) }
    #expect(size == .overflow)
    var product = h + w
    for _ in 0..<200 { product = product * (h + w + 1) }
    #expect(product == .overflow)
  }

  @Test("Symbols that are not bound stay")
  func partialBinding() {
    let size = (h * w + 1).floorDivided(by: 2)
    #expect(size.binding(["W": 4]) == h * 2)
    #expect(size.binding(["W": 4, "H": 3]) == 6)
    #expect(Dimension.known(5).binding(["H": 1]) == 5)
  }

  @Test("Floor and ceiling round towards minus and plus infinity")
  func rounding() {
    #expect(Dimension.known(-1).floorDivided(by: 2) == -1)
    #expect(Dimension.known(7).ceilDivided(by: 2) == 4)
    #expect(Dimension.known(-7).ceilDivided(by: 2) == -3)
  }

  @Test("Symbolic arithmetic agrees with numbers on random expressions")
  func agreesWithNumbers() {
    var random = SeededGenerator(state: 7)
    for _ in 0..<2_000 {
      let values = ["H": Int.random(in: 1...90, using: &random), "W": Int.random(in: 1...90, using: &random)]
      var symbolic = h
      var number = values["H"]!
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let operand = Int.random(in: 1...5, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: (symbolic, number) = (symbolic + operand, number + operand)
        case 1: (symbolic, number) = (symbolic - operand, number - operand)
        case 2: (symbolic, number) = (symbolic * operand, number * operand)
        case 3: (symbolic, number) = (symbolic + w, number + values["W"]!)
        case 4: (symbolic, number) = (symbolic * -1, -number)
        default:
          (symbolic, number) = (
            symbolic.floorDivided(by: operand), Int((Double(number) / Double(operand)).rounded(.down))
          )
        }
      }
      #expect(symbolic.binding(values) == .known(number), "\(symbolic) with \(values)")
    }
  }
}

/// A small linear congruential generator, so that a failure repeats.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
