import KernelInterface

// The only place where the instruction set shows: every kernel is written for `Lane`, products for the tile of sums that
// its registers hold without spilling, and transpositions for as many vectors as a vector has elements.
#if AVX512
  typealias Lane = SIMD16<Float>
  typealias TileSums = InlineArray<6, InlineArray<4, Lane>>
  typealias LaneSquare = InlineArray<16, Lane>
  let laneLevel = KernelLevel.avx512
  let vectorShape = VectorShape(width: 16, usualBlocks: 4, mostBlocks: 4)
  var panelPixels: (Int, Int, Int, Int) { @inline(__always) get { (8, 8, 7, 6) } }
#elseif AVX2
  typealias Lane = SIMD8<Float>
  typealias TileSums = InlineArray<4, InlineArray<3, Lane>>
  typealias LaneSquare = InlineArray<8, Lane>
  let laneLevel = KernelLevel.avx2
  let vectorShape = VectorShape(width: 8, usualBlocks: 2, mostBlocks: 3)
  var panelPixels: (Int, Int, Int, Int) { @inline(__always) get { (8, 6, 4, 0) } }
#else
  typealias Lane = SIMD4<Float>
  typealias TileSums = InlineArray<4, InlineArray<2, Lane>>
  typealias LaneSquare = InlineArray<4, Lane>
  let laneLevel = KernelLevel.baseline
  let vectorShape = VectorShape(width: 4, usualBlocks: 2, mostBlocks: 3)
  var panelPixels: (Int, Int, Int, Int) { @inline(__always) get { (8, 4, 3, 0) } }
#endif

extension SIMD where Scalar == Float {
  /// Adds the product of two vectors, with one rounding where the instruction set has it.
  @inline(__always)
  mutating func accumulate(_ a: Self, _ b: Self) {
    #if AVX512 || AVX2 || arch(arm64)
      self.addProduct(a, b)
    #else
      self += a * b
    #endif
  }
}

/// The sum of a vector's elements in order. The library's `sum` may stay a function, of which each instruction set has
/// one.
@inline(__always)
func total(_ lane: Lane) -> Float {
  var total: Float = 0
  for i in 0..<Lane.scalarCount { total += lane[i] }
  return total
}

extension UnsafePointer where Pointee == Float {
  /// The elements from an offset on as a vector; needs no alignment.
  @inline(__always)
  func lane(_ offset: Int) -> Lane { UnsafeRawPointer(self + offset).loadUnaligned(as: Lane.self) }
}

extension UnsafeMutablePointer where Pointee == Float {
  @inline(__always)
  func lane(_ offset: Int) -> Lane { UnsafeRawPointer(self + offset).loadUnaligned(as: Lane.self) }

  @inline(__always)
  func store(_ lane: Lane, _ offset: Int) {
    UnsafeMutableRawPointer(self + offset).storeBytes(of: lane, as: Lane.self)
  }
}
