import Tensors
import Testing

@Suite struct ShapeTests {
  @Test("A shape has sizes only when every dimension is a number")
  func sizes() {
    #expect(Shape([1, 3, 8, 8]).sizes == [1, 3, 8, 8])
    #expect(Shape([.symbol("N"), 3]).sizes == nil)
    #expect(Shape([.symbol("N"), 3]).binding(["N": 2]).sizes == [2, 3])
  }

  @Test("The element count is a product that may hold symbols or overflow")
  func elementCount() {
    #expect(Shape([2, 3, 4]).elementCount == 24)
    #expect(Shape([.symbol("N"), 3]).elementCount == Dimension.symbol("N") * 3)
    #expect(Shape([.known(1 << 40), .known(1 << 40)]).elementCount == .overflow)
    #expect(Shape([Int]()).elementCount == 1)
  }

  @Test("Types print their shape, and their element type when it is not float32")
  func description() {
    #expect(TensorType(Shape([.symbol("N"), 3])).description == "[N, 3]")
    #expect(TensorType(Shape([4]), .int64).description == "[4] int64")
    #expect(TensorType.unknown.description == "[?]")
  }

  @Test("Every element type has its size in bytes")
  func bytes() {
    #expect(DType.allCases.map(\.byteCount) == [4, 8, 2, 2, 8, 4, 1, 1])
  }
}
