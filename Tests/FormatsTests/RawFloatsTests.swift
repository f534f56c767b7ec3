import Formats
import Tensors
import TestSupport
import Testing

@Suite struct RawFloatsTests {
  private static let images = Shape([.symbol("N"), 1, 8, 8])

  @Test("The one open size is deduced from the size of the file")
  func deduction() throws {
    #expect(try RawFloats.sizes(byteCount: 1024, shape: RawFloatsTests.images, path: "x.bin") == [4, 1, 8, 8])
    #expect(try RawFloats.sizes(byteCount: 48, shape: Shape([1, 3, .symbol("L")]), path: "x.bin") == [1, 3, 4])
    #expect(try RawFloats.sizes(byteCount: 24, shape: Shape([2, 3]), path: "x.bin") == [2, 3])
  }

  @Test("Values go to a file and come back")
  func roundTrip() throws {
    let path = try TestFile.makeTemporaryFolder() + "/x.bin"
    try RawFloats.write(Tensor([1, -2.5, 3, 0], sizes: [2, 2]), to: path)
    #expect(try TestFile.read(path).prefix(8) == [0, 0, 128, 63, 0, 0, 32, 192])
    let tensor = try RawFloats.read(path, shape: Shape([.symbol("N"), 2]))
    #expect(tensor.sizes == [2, 2])
    #expect(tensor.floats == [1, -2.5, 3, 0])
  }

  @Test("A size that does not fit is told with the shape, the bytes and the batch it would make")
  func messages() {
    func message(_ byteCount: Int, _ shape: Shape) -> String? {
      problem { () throws(DataError) in
        do throws(DataProblem) {
          _ = try RawFloats.sizes(byteCount: byteCount, shape: shape, path: "x.bin")
        } catch { throw .content(error) }
      }?.message
    }
    #expect(
      message(1000, RawFloatsTests.images)
        == "'x.bin' must hold whole float32 [N, 1, 8, 8], 256 bytes for each N: its 1000 bytes would make N = 3.90")
    #expect(message(0, RawFloatsTests.images)?.hasSuffix("would make N = 0") == true)
    #expect(message(1025, RawFloatsTests.images)?.hasSuffix("would make N = 4.01") == true)
    #expect(message(20, Shape([2, 3])) == "'x.bin' must hold float32 [2, 3], 24 bytes: it has 20")
    #expect(
      message(20, Shape([.symbol("N"), 3, .symbol("H"), .symbol("W")]))
        == "'x.bin' can tell one size of the input, but [N, 3, H, W] leaves several open")
    #expect(message(20, Shape([.known(.max), 4]))?.contains("too large to count") == true)
  }
}
