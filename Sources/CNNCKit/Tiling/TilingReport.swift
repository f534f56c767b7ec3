import Analysis
import Diagnostics
package import Formats
import Graph

/// The forms in which `summary` says how a network is run in tiles.
package struct TilingReport: Sendable {
  private let certificate: TilingCertificate
  private let graph: Graph
  private let sources: SourceMap

  /// The report on a network without errors; nil when it has no spatial axes, or no sizes are found that it takes.
  package init?(_ model: Model) {
    guard model.isValid, let graph = model.graph?.withExampleSizes() else { return nil }
    let certificate = TilingCertificate(graph)
    guard !certificate.axes.isEmpty else { return nil }
    self.certificate = certificate
    self.graph = graph
    sources = model.sources
  }

  /// One line for axes that are cut alike: `tiles along H and W: from 208 in steps of 16, halo 92, scale 1`.
  package var text: String {
    var lines: [(phrase: String, letters: [String])] = []
    for axis in certificate.axes {
      let phrase = phrase(axis)
      if let index = lines.firstIndex(where: { $0.phrase == phrase }) {
        lines[index].letters.append(axis.letter)
      } else {
        lines.append((phrase, [axis.letter]))
      }
    }
    return lines.map { "tiles along \($0.letters.joined(separator: " and ")): \($0.phrase)\n" }.joined()
  }

  private func phrase(_ axis: TilingCertificate.Axis) -> String {
    switch axis.verdict {
    case .forbidden(let obstacle):
      let layer = obstacle.node.map { "'\(TerminalText.visible(graph[$0].path))'" } ?? "an input"
      let place = line(of: obstacle).map { " (line \($0))" } ?? ""
      return "none, \(layer) \(obstacle.reason.phrase(axis: "the axis"))\(place)"
    case .tileable(let rule):
      var phrase = "from \(rule.minimum) in steps of \(rule.step)"
      for (name, output) in zip(certificate.outputs, rule.outputs) {
        if rule.outputs.count > 1 { phrase += "; '\(TerminalText.visible(name))'" } else { phrase += "," }
        let isEven = output.haloBegin == output.haloEnd
        phrase += " halo \(isEven ? "\(output.haloBegin)" : "\(output.haloBegin) before and \(output.haloEnd) after")"
        phrase += ", scale \(Self.number(output.scale))"
        if output.offset != 0 { phrase += ", offset \(Self.number(output.offset))" }
      }
      return phrase
    }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  private func line(of obstacle: TilingObstacle) -> Int? {
    obstacle.node.map { id in
      let span = graph[id].origin.span
      return sources[span.source].position(at: span.lower).line
    }
  }

  /// The key `tiling` of `summary --format json`: what inputs may be, and what each output makes of it.
  package var json: JSON {
    [
      "inputs": .array(certificate.axes.map(inputAxis)),
      "outputs": .array(
        certificate.outputs.enumerated().map { index, name in
          ["name": .string(name), "axes": .array(certificate.axes.map { outputAxis($0, index) })]
        }),
    ]
  }

  private func inputAxis(_ axis: TilingCertificate.Axis) -> JSON {
    switch axis.verdict {
    case .tileable(let rule):
      return ["axis": .string(axis.letter), "min": .int(rule.minimum), "step": .int(rule.step)]
    case .forbidden(let obstacle):
      return [
        "axis": .string(axis.letter), "min": .null, "step": .null,
        "forbidden_by": [
          "layer": obstacle.node.map { .string(graph[$0].path) } ?? .null,
          "reason": .string(obstacle.reason.phrase(axis: axis.letter)),
          "span": line(of: obstacle).map { ["line": .int($0)] } ?? .null,
        ],
      ]
    }
  }

  private func outputAxis(_ axis: TilingCertificate.Axis, _ index: Int) -> JSON {
    guard case .tileable(let rule) = axis.verdict else { return ["axis": .string(axis.letter)] }
    let output = rule.outputs[index]
    return [
      "axis": .string(axis.letter), "halo": .ints([output.haloBegin, output.haloEnd]),
      "scale": .double(output.scale), "offset": .double(output.offset),
    ]
  }
}
