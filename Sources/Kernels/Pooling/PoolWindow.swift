import KernelInterface

extension PoolAxis {
  /// The input index that an offset of the window reads at an output position.
  @inline(__always)
  func index(_ position: Int, _ offset: Int) -> Int { position * stride - padBegin + offset * dilation }

  /// The offsets of the window that read the input, and not padding, at an output position.
  @inline(__always)
  func offsets(inside position: Int) -> Range<Int> {
    let start = position * stride - padBegin
    var first = max(-start, 0)
    var end = max(input - start, 0)
    if dilation > 1 {
      first = (first + dilation - 1) / dilation
      end = (end + dilation - 1) / dilation
    }
    end = min(end, kernelSize)
    return first < end ? first..<end : 0..<0
  }

  /// The output positions at which an offset of the window reads the input.
  @inline(__always)
  func positions(inside offset: Int) -> Range<Int> {
    let shift = offset * dilation - padBegin
    let last = input - 1 - shift
    let first = shift >= 0 ? 0 : (stride - 1 - shift) / stride
    let end = last < 0 ? 0 : min(last / stride + 1, output)
    return first < end ? first..<end : 0..<0
  }

  /// The input indices that an undilated window reads at a position.
  @inline(__always)
  func cells(_ position: Int) -> Range<Int> {
    let start = position * stride - padBegin
    let first = max(start, 0)
    let end = min(start + kernelSize, input)
    return first < end ? first..<end : 0..<0
  }

  /// The cells of a window that lie inside the input or its padding.
  @inline(__always)
  func cellsWithPadding(_ position: Int) -> Int {
    let start = position * stride - padBegin
    return min(start + kernelSize, input + padEnd) - start
  }

  /// The window of an adaptive pool: `floor(i * in / out) ..< ceil((i + 1) * in / out)`.
  @inline(__always)
  func adaptiveCells(_ position: Int) -> Range<Int> {
    position * input / output..<((position + 1) * input + output - 1) / output
  }
}

extension PoolDivisor {
  /// What the sum of a window is divided by.
  @inline(__always)
  func value(_ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int) -> Float {
    switch self {
    case .fixed(let divisor): Float(divisor)
    case .windowWithPadding:
      Float(
        geometry.depth.cellsWithPadding(d) * geometry.height.cellsWithPadding(h) * geometry.width.cellsWithPadding(w))
    case .windowInsideInput:
      Float(length(geometry.depth.cells(d)) * length(geometry.height.cells(h)) * length(geometry.width.cells(w)))
    }
  }
}
