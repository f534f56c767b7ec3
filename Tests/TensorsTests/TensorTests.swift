import Tensors
import Testing

@Suite struct TensorTests {
  @Test("A new tensor is zero, aligned and as large as its sizes say")
  func zeros() {
    let tensor = Tensor(zeros: [2, 3])
    #expect(tensor.floats == [0, 0, 0, 0, 0, 0])
    #expect(tensor.byteCount == 24)
    #expect(UInt(bitPattern: tensor.pointer) % UInt(TensorStorage.alignment) == 0)
  }

  @Test("Values are stored in row-major order and views share them")
  func views() {
    let tensor = Tensor([1, 2, 3, 4, 5, 6], sizes: [2, 3])
    let row = Tensor(sizes: [3], dtype: .float32, storage: tensor.storage, byteOffset: 12)
    #expect(row.floats == [4, 5, 6])
  }

  @Test("A tensor without elements is allowed")
  func empty() {
    #expect(Tensor([], sizes: [0, 4]).floats.isEmpty)
  }
}
