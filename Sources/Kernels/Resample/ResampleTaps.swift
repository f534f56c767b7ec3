import KernelInterface

extension ResampleTaps {
  /// The first input element that an output element reads.
  @inline(__always)
  func first(_ index: Int) -> Int { Int(truncatingIfNeeded: ranges[2 * index]) }

  /// How many input elements an output element reads.
  @inline(__always)
  func count(_ index: Int) -> Int { Int(truncatingIfNeeded: ranges[2 * index + 1]) }

  @inline(__always)
  func weight(_ index: Int, _ tap: Int) -> Float { weights[index * tapLimit + tap] }
}

extension ResampleArguments {
  var depthTaps: ResampleTaps { @inline(__always) get { ResampleTaps(taps, depth) } }
  var heightTaps: ResampleTaps { @inline(__always) get { ResampleTaps(taps + depth.tapBytes, height) } }
  var widthTaps: ResampleTaps {
    @inline(__always) get { ResampleTaps(taps + depth.tapBytes + height.tapBytes, width) }
  }
}
