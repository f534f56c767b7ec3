import KernelInterface

/// The plain loops over tensors in blocks of channels; weights stay in the order in which they are declared.
func makeReferenceBlockedKernels() -> BlockedKernels {
  BlockedKernels(
    packWindows: { arguments, units in
      let geometry = arguments.blocking.geometry
      packReference(
        arguments.weights, geometry, arguments.blocking.direction, arguments.packed,
        biases: arguments.blocking.packedWeightCount, units, of: WindowWeightArguments.units(arguments.blocking))
    },
    convolveWindows: referenceWindows,
    convolvePooled: { arguments, units in
      let windows = arguments.blocking.convolution
      referencePooledConvolution(
        arguments.operands, windows.geometry, arguments.blocking.pool, isPlain: windows.kind.isPlain,
        width: windows.vectors.width, biases: windows.packedWeightCount, units, of: arguments.blocking.units)
    },
    packChannels: { arguments, units in
      let geometry = arguments.blocking.geometry
      packReference(
        arguments.weights, geometry, arguments.blocking.direction, arguments.packed,
        biases: arguments.blocking.packedWeightCount, units, of: arguments.blocking.groups)
    },
    convolveChannels: referenceWindows,
    convolvePointwiseDepthwise: referencePointwiseDepthwise,
    packWinograd: { arguments, units in
      let blocking = arguments.blocking
      packReference(
        arguments.weights, blocking.geometry, blocking.tile.direction, arguments.packed,
        biases: blocking.packedWeightCount, units, of: blocking.panels)
    },
    convolveWinograd: { arguments, units in
      let blocking = arguments.blocking
      if arguments.pooledRows > 0 {
        func axis(_ input: Int, _ output: Int) -> PoolAxis {
          PoolAxis(input: input, output: output, kernelSize: 2, stride: 2)
        }
        let pool = PoolGeometry(
          depth: .absent, height: axis(blocking.geometry.height.output, arguments.pooledRows),
          width: axis(blocking.geometry.width.output, arguments.pooledColumns))
        return referencePooledConvolution(
          arguments.operands, blocking.geometry, pool, isPlain: false, width: blocking.vectors.width,
          biases: blocking.packedWeightCount, units, of: blocking.units)
      }
      convolveReference(
        arguments.operands, blocking.geometry, blocking.tile.direction, isPlain: (source: false, result: false),
        width: blocking.vectors.width, biases: blocking.packedWeightCount, units, of: blocking.units)
    },
    block: { arguments, units in
      forEachElement(arguments.sizes, units, parts: ReorderArguments.parts(arguments.sizes)) {
        image, channel, pixel, isChannel in
        let plain = (image * arguments.sizes.channels + channel) * arguments.sizes.pixels + pixel
        let element = element(arguments.sizes, image, channel, pixel, arguments.blocked.imageStride)
        arguments.blocked.start[element] = isChannel ? arguments.plain[plain] : 0
      }
    },
    unblock: { arguments, units in
      forEachElement(arguments.sizes, units, parts: ReorderArguments.parts(arguments.sizes)) {
        image, channel, pixel, isChannel in
        let plain = (image * arguments.sizes.channels + channel) * arguments.sizes.pixels + pixel
        let element = element(arguments.sizes, image, channel, pixel, arguments.blocked.imageStride)
        if isChannel { arguments.plain[plain] = arguments.blocked.start[element] }
      }
    },
    maxPool: { arguments, units in
      referencePool(arguments, units) { channel, d, h, w in
        var largest = -Float.infinity
        forEachWindowCell(arguments.geometry, d, h, w) { cell in
          let x = channel[cell * arguments.sizes.width]
          if x > largest || x.isNaN { largest = x }
        }
        return largest
      }
    },
    averagePool: { arguments, units in
      referencePool(arguments, units) { channel, d, h, w in
        var sum: Float = 0
        forEachWindowCell(arguments.geometry, d, h, w) { sum += channel[$0 * arguments.sizes.width] }
        return sum / arguments.divisor.value(arguments.geometry, d, h, w)
      }
    },
    adaptiveAveragePool: { arguments, units in
      let geometry = arguments.geometry
      referencePool(arguments, units) { channel, d, h, w in
        var (sum, count) = (0.0, 0)
        for slice in geometry.depth.adaptiveCells(d) {
          for row in geometry.height.adaptiveCells(h) {
            for column in geometry.width.adaptiveCells(w) {
              let cell = (slice * geometry.height.input + row) * geometry.width.input + column
              sum += Double(channel[cell * arguments.sizes.width])
              count += 1
            }
          }
        }
        return Float(sum / Double(count))
      }
    },
    activate: { arguments, units in referenceElements(arguments, units) { x, _ in x } },
    add: { arguments, units in referenceElements(arguments, units) { $0 + $1 } },
    multiply: { arguments, units in referenceElements(arguments, units) { $0 * $1 } },
    multiplyChannels: { arguments, units in referenceElements(arguments, units, repeatsOther: true) { $0 * $1 } },
    copy: { arguments, units in referenceElements(arguments, units) { x, _ in x } },
    normalize: { arguments, units in
      let elements = arguments.elements
      let count = elements.sizes.blocks * elements.sizes.width
      forEachElement(elements.sizes, units) { image, channel, pixel, _ in
        let from = element(elements.sizes, image, channel, pixel, elements.input.imageStride)
        let to = element(elements.sizes, image, channel, pixel, elements.output.imageStride)
        let x = elements.input.start[from] * arguments.factors[channel] + arguments.factors[count + channel]
        elements.output.start[to] = referenceActivated(x, elements.activation)
      }
    },
    normalizePixels: referenceNormalizePixels, normalizationFactors: writeNormalizationFactors)
}

/// Each pixel from the sums over its channels, in double precision.
private func referenceNormalizePixels(_ arguments: BlockedPixelNormalizationArguments, _ units: Range<Int>) {
  let elements = arguments.elements
  let sizes = elements.sizes
  let factorCount = sizes.blocks * sizes.width
  let bands = sizes.pixels.groups(of: BlockedPixelNormalizationArguments.pixelsPerUnit)
  for unit in units {
    let (image, band) = (unit / bands, unit % bands)
    for pixel in sizes.pixels * band / bands..<sizes.pixels * (band + 1) / bands {
      func value(_ channel: Int) -> Double {
        Double(elements.input.start[element(sizes, image, channel, pixel, elements.input.imageStride)])
      }
      var (sum, squares) = (0.0, 0.0)
      for channel in 0..<sizes.channels { sum += value(channel) }
      let mean = sum / Double(sizes.channels)
      for channel in 0..<sizes.channels { squares += (value(channel) - mean) * (value(channel) - mean) }
      let deviation = (squares / Double(sizes.channels) + Double(arguments.epsilon)).squareRoot()
      for channel in 0..<factorCount {
        let x = channel < sizes.channels ? (value(channel) - mean) / deviation : 0
        let y = Float(x) * arguments.factors[channel] + arguments.factors[factorCount + channel]
        let place = element(sizes, image, channel, pixel, elements.output.imageStride)
        elements.output.start[place] = referenceActivated(y, elements.activation)
      }
    }
  }
}

/// Folds weights and biases, each in the declared order.
private func packReference(
  _ weights: FoldedWeights, _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection,
  _ packed: UnsafeMutablePointer<Float>, biases: Int, _ units: Range<Int>, of unitCount: Int
) {
  let forward = direction.isForward
  let rows = geometry.resultChannels(direction)
  let inputs = geometry.inputChannelsPerGroup
  for i in share(units, of: unitCount, geometry.weightCount) {
    let output = i / geometry.taps / inputs
    let row = forward ? output : output / geometry.outputChannelsPerGroup * inputs + i / geometry.taps % inputs
    packed[i] = Float(Double(weights.weights[i]) * rowFactors(weights, row).scale)
  }
  for row in share(units, of: unitCount, rows) { packed[biases + row] = rowFactors(weights, row).bias }
}

private func referenceWindows(_ arguments: WindowArguments, _ units: Range<Int>) {
  let blocking = arguments.blocking
  convolveReference(
    arguments.operands, blocking.geometry, blocking.direction,
    isPlain: (source: blocking.kind.isPlain || blocking.blocksSource, result: blocking.unblocksResult),
    width: blocking.vectors.width, biases: blocking.packedWeightCount, units, of: blocking.units)
}

/// One element of a convolution: the sum over channels and taps, and the bias.
func referenceSum(
  _ operands: BlockedOperands, _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection, isPlain: Bool,
  width: Int, biases: Int, _ element: (image: Int, channel: Int, pixel: Int)
) -> Double {
  let sourcePixels = direction.isForward ? geometry.inputPixels : geometry.outputPixels
  var sum = Double(operands.weights[biases + element.channel])
  forEachTap(geometry, direction, element.channel, element.pixel) { read, cell, weight in
    let place =
      isPlain ? read * sourcePixels + cell : (read / width * sourcePixels + cell) * width + read % width
    sum += Double(operands.weights[weight]) * Double(operands.source[element.image * operands.sourceStride + place])
  }
  return sum
}

/// Each element of the result as one sum over channels and taps.
private func convolveReference(
  _ operands: BlockedOperands, _ geometry: ConvolutionGeometry, _ direction: ConvolutionDirection,
  isPlain: (source: Bool, result: Bool), width: Int, biases: Int, _ units: Range<Int>, of unitCount: Int
) {
  let forward = direction.isForward
  let channels = geometry.resultChannels(direction)
  let pixels = forward ? geometry.outputPixels : geometry.inputPixels
  for index in share(units, of: unitCount, geometry.batch * channels * pixels) {
    let (image, channel, pixel) = (index / pixels / channels, index / pixels % channels, index % pixels)
    var sum = referenceSum(
      operands, geometry, direction, isPlain: isPlain.source, width: width, biases: biases, (image, channel, pixel))
    let blocked = (channel / width * pixels + pixel) * width + channel % width
    if let addend = operands.finish.addend { sum += Double(addend[image * operands.finish.addendStride + blocked]) }
    let place = isPlain.result ? channel * pixels + pixel : blocked
    operands.result[image * operands.resultStride + place] = referenceActivated(Float(sum), operands.finish.activation)
  }
}

private func referencePool(
  _ arguments: BlockedPoolArguments, _ units: Range<Int>,
  _ value: (UnsafePointer<Float>, _ d: Int, _ h: Int, _ w: Int) -> Float
) {
  let geometry = arguments.geometry
  forEachElement(arguments.sizes, units) { image, channel, pixel, _ in
    let width = arguments.sizes.width
    let plane = channel / width * geometry.inputCount * width + channel % width
    let input = arguments.input.start + image * arguments.input.imageStride + plane
    let row = pixel / geometry.width.output
    arguments.output.start[element(arguments.sizes, image, channel, pixel, arguments.output.imageStride)] = value(
      UnsafePointer(input), row / geometry.height.output, row % geometry.height.output, pixel % geometry.width.output)
  }
}

private func referenceElements(
  _ arguments: BlockedElementsArguments, _ units: Range<Int>, repeatsOther: Bool = false,
  _ function: (Float, Float) -> Float
) {
  let sizes = arguments.sizes
  forEachElement(sizes, units) { image, channel, pixel, _ in
    let x = arguments.input.start[element(sizes, image, channel, pixel, arguments.input.imageStride)]
    var y: Float = 0
    if let other = arguments.other {
      y =
        other.start[
          repeatsOther
            ? image * other.imageStride + channel : element(sizes, image, channel, pixel, other.imageStride)]
    }
    let result = referenceActivated(function(x, y), arguments.activation)
    arguments.output.start[element(sizes, image, channel, pixel, arguments.output.imageStride)] = result
  }
}

/// Calls the body with every element of the units' planes, and whether its channel is one.
private func forEachElement(
  _ sizes: BlockedSizes, _ units: Range<Int>, parts: Int = 1,
  _ body: (_ image: Int, _ channel: Int, _ pixel: Int, Bool) -> Void
) {
  for unit in units {
    let (plane, part) = (unit / parts, unit % parts)
    for pixel in sizes.pixels * part / parts..<sizes.pixels * (part + 1) / parts {
      for i in 0..<sizes.width {
        let channel = plane % sizes.blocks * sizes.width + i
        body(plane / sizes.blocks, channel, pixel, channel < sizes.channels)
      }
    }
  }
}

private func element(_ sizes: BlockedSizes, _ image: Int, _ channel: Int, _ pixel: Int, _ imageStride: Int) -> Int {
  image * imageStride + (channel / sizes.width * sizes.pixels + pixel) * sizes.width + channel % sizes.width
}

/// Calls the body with every cell of the input that a window reads.
func forEachWindowCell(_ geometry: PoolGeometry, _ d: Int, _ h: Int, _ w: Int, _ body: (Int) -> Void) {
  let (depth, height, width) = (geometry.depth, geometry.height, geometry.width)
  for slice in depth.offsets(inside: d) {
    for row in height.offsets(inside: h) {
      for column in width.offsets(inside: w) {
        body((depth.index(d, slice) * height.input + height.index(h, row)) * width.input + width.index(w, column))
      }
    }
  }
}

func referenceActivated(_ x: Float, _ activation: FusedActivation) -> Float {
  switch activation {
  case .none: x
  case .clamp(let low, let high): Clamp.referenceValue(x, Constants(alpha: low, beta: high))
  case .leakyRelu(let slope): LeakyRelu.referenceValue(x, Constants(alpha: slope))
  case .elu(let alpha): Elu.referenceValue(x, Constants(alpha: alpha, beta: 1))
  case .silu: Silu.referenceValue(x, Constants())
  case .sigmoid: Sigmoid.referenceValue(x, Constants())
  case .hardswish: Hardswish.referenceValue(x, Constants())
  case .hardsigmoid: Hardsigmoid.referenceValue(x, Constants())
  case .tanh: Tanh.referenceValue(x, Constants())
  case .gelu: Gelu.referenceValue(x, Constants())
  case .geluTanh: GeluTanh.referenceValue(x, Constants())
  case .mish: Mish.referenceValue(x, Constants())
  }
}
