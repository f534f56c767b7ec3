import KernelInterface

/// Sums each channel, image by image; within one, lanes first and their parts in order.
@Sendable func channelSum(_ arguments: ChannelSumArguments, _ units: Range<Int>) {
  let pixels = arguments.pixels
  for unit in units {
    let start = unit * ChannelSumArguments.channelsPerUnit
    for channel in start..<min(start + ChannelSumArguments.channelsPerUnit, arguments.channels) {
      var lanes = Lane()
      var rest: Float = 0
      for image in 0..<arguments.batch {
        let cells = arguments.input + (image * arguments.channels + channel) * pixels
        var i = 0
        while i + Lane.scalarCount <= pixels {
          lanes += cells.lane(i)
          i += Lane.scalarCount
        }
        while i < pixels {
          rest += cells[i]
          i += 1
        }
      }
      arguments.sums[channel] = total(lanes) + rest
    }
  }
}

@Sendable func referenceChannelSum(_ arguments: ChannelSumArguments, _ units: Range<Int>) {
  let unitCount = arguments.channels.groups(of: ChannelSumArguments.channelsPerUnit)
  for channel in share(units, of: unitCount, arguments.channels) {
    var sum = 0.0
    for image in 0..<arguments.batch {
      let cells = arguments.input + (image * arguments.channels + channel) * arguments.pixels
      for i in 0..<arguments.pixels { sum += Double(cells[i]) }
    }
    arguments.sums[channel] = Float(sum)
  }
}
