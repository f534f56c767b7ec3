import Diagnostics
import Graph
import Tensors

extension Window {
  /// Reports what is wrong, or left over, on any axis: one finding for each kind, over all axes it concerns.
  func report(_ fits: [AxisFit], for input: Shape, to violations: inout [Violation]) {
    let empty = fits.filter(\.isEmpty)
    if !empty.isEmpty { violations.append(windowTooLarge(empty, input)) }
    let lost = fits.filter { $0.unread > 0 }
    let slack = fits.filter(\.hasSlack)
    if rounding == .exact, padding != .same {
      if !lost.isEmpty { violations.append(pixelLoss(lost, input)) }
      if !slack.isEmpty { violations.append(paddingSlack(slack, input)) }
      return
    }
    let skipped = lost.filter(\.skips)
    let unread = lost.filter { !$0.skips }
    if !unread.isEmpty { violations.append(neverRead(unread, .pixelsNeverRead, input)) }
    if !skipped.isEmpty { violations.append(neverRead(skipped, .stridedSkip, input)) }
  }

  /// What the windows demand of sizes with symbols.
  func demand(_ fits: [AxisFit], reporting violations: inout [Violation]) {
    for fit in fits where fit.input.value == nil {
      violations.demand(.atLeast(fit.output, 1), .windowTooLarge, at: .attribute("kernel_size"))
      if rounding == .exact, padding != .same {
        violations.demand(.multiple(fit.span, of: fit.window.stride), .pixelLoss, at: .attribute("stride"))
      }
    }
  }

  private func windowTooLarge(_ fits: [AxisFit], _ input: Shape) -> Violation {
    let fit = fits[0]
    let padding = fit.window.padBegin + fit.window.padEnd
    let padded = padding == 0 ? "" : " with \(padding) of padding"
    return Violation(
      .windowTooLarge,
      "a window must fit into the padded input: 'kernel_size' \(kernelSize.literal)"
        + " covers \(fit.axis.counted(fit.window.extent)), the input has \(fit.input)\(padded)",
      at: .attribute("kernel_size"), label: "covers \(fit.axis.counted(fit.window.extent))",
      remarks: [producer(input)],
      help: [
        "use a smaller kernel_size or dilation, more padding, or an input of at least"
          + " \(fit.axis.counted(fit.window.extent - padding))"
      ])
  }

  private func pixelLoss(_ fits: [AxisFit], _ input: Shape) -> Violation {
    let losses = fits.map { "the last \($0.unread) of \($0.axis.counted($0.input.value ?? 0))" }
    let verb = fits.count == 1 && fits[0].unread == 1 ? "is" : "are"
    let wider = Padding<rank>.explicit(borders(for: input) { fit in fit.window.stride - fit.rest })
    return Violation(
      .pixelLoss,
      "'stride' must bring the windows to the end of the input exactly: "
        + "\(losses.joined(separator: " and ")) \(verb) never read",
      at: .attribute("stride"), label: "leaves \(fits.map(\.unread).map(String.init).joined(separator: " and "))",
      remarks: [producer(input)], notes: fits.map { "\($0.axis.letter): \($0.sum)" },
      help: fits.map(nearestSizes),
      repairs: [
        .init("pad the end so that one window more fits", safety: .unsafe, set: "padding", to: wider.literal),
        .init("accept the loss with rounding: floor", safety: .unsafe, set: "rounding", to: .string("floor")),
      ])
  }

  private func paddingSlack(_ fits: [AxisFit], _ input: Shape) -> Violation {
    let surplus = fits.map { "the last \($0.rest) of \($0.window.padEnd) at the end of \($0.axis.letter)" }
    let verb = fits.count == 1 && fits[0].rest == 1 ? "is" : "are"
    let trimmed = Padding<rank>.explicit(borders(for: input) { fit in fit.hasSlack ? -fit.rest : 0 })
    return Violation(
      .paddingSlack,
      "'padding' must be read by some window: \(surplus.joined(separator: " and ")) \(verb) never read",
      at: .attribute("padding"), label: "\(fits.map(\.rest).map(String.init).joined(separator: " and ")) too many",
      remarks: [producer(input)], notes: fits.map { "\($0.axis.letter): \($0.sum)" },
      repairs: [
        .init(
          "trim the padding at the end; the values stay the same", safety: .safe, set: "padding", to: trimmed.literal),
        .init("accept it with rounding: floor", safety: .safe, set: "rounding", to: .string("floor")),
      ])
  }

  private func neverRead(_ fits: [AxisFit], _ code: DiagnosticCode, _ input: Shape) -> Violation {
    let losses = fits.map { "the last \($0.unread) of \($0.axis.counted($0.input.value ?? 0))" }
    let verb = fits.count == 1 && fits[0].unread == 1 ? "is" : "are"
    return Violation(
      code, "\(losses.joined(separator: " and ")) \(verb) never read by a window with 'stride' \(stride.literal)",
      at: .attribute("stride"), remarks: [producer(input)], notes: fits.map { "\($0.axis.letter): \($0.sum)" },
      help: fits.map(nearestSizes))
  }

  /// Every axis' border with its end changed.
  private func borders(for input: Shape, change: (AxisFit) -> Int) -> [Padding<rank>.Border] {
    let spatial = Array(input.dimensions.suffix(rank))
    return axes(for: spatial).enumerated().map { axis, window in
      let fit = AxisFit(axis: AxisName(axis, of: rank), input: spatial[axis], window: window, rule: .exact)
      let end = fit.rest > 0 && !fit.isEmpty ? window.padEnd + change(fit) : window.padEnd
      return Padding<rank>.Border(begin: window.padBegin, end: end)
    }
  }

  private func nearestSizes(_ fit: AxisFit) -> String {
    let size = fit.input.value ?? 0
    let smaller = size - fit.rest
    let larger = smaller + fit.window.stride
    let fitsSmaller = smaller > 0 && smaller + fit.window.padBegin + fit.window.padEnd >= fit.window.extent
    return fitsSmaller
      ? "the nearest exact sizes of \(fit.axis.letter) are \(smaller) and \(larger)"
      : "the nearest exact size of \(fit.axis.letter) is \(larger)"
  }

  private func producer(_ input: Shape) -> Violation.Remark { .init(.input(0), "produces \(input)") }
}
