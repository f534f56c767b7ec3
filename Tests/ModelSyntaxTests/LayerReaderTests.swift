import Diagnostics
import Testing

@testable import ModelSyntax

@Suite("Reading layers")
struct LayerReaderTests {
  /// One line for each layer, with everything that was read of it.
  private func outline(_ layers: [LayerSyntax]) -> [String] {
    layers.map { layer in
      var text: String
      switch layer.kind {
      case .call(let name, .none): text = name.value
      case .call(let name, .shorthand(let value)): text = "\(name.value)=\(print(value))"
      case .call(let name, .map(let attributes, _, let isFlow)):
        text =
          name.value + (isFlow ? "{" : "(")
          + attributes.map { "\($0.key.value)=\(print($0.value))" }.joined(separator: " ") + "}"
      case .sequential(_, let inner): text = "sequential[\(outline(inner).joined(separator: ", "))]"
      case .residual(_, let body, let shortcut, let join):
        text = "residual[\(outline(body).joined(separator: ", "))]"
        if let shortcut { text += "[\(outline(shortcut).joined(separator: ", "))]" }
        if let join { text += " " + join.value }
      case .parallel(_, let branches, let join, let axis):
        text =
          "parallel"
          + branches.map { "\($0.name?.value ?? "")[\(outline($0.layers).joined(separator: ", "))]" }.joined()
        if let join { text += " " + join.value }
        if let axis { text += " " + print(axis) }
      case .invalid: text = "invalid"
      }
      for (key, value) in [
        ("name", layer.name), ("from", layer.from), ("when", layer.when), ("expect", layer.expect),
        ("freeze", layer.freeze),
      ] {
        if let value { text += " \(key):\(print(value))" }
      }
      if let doc = layer.doc { text += " doc:\(doc.value)" }
      switch layer.loop {
      case .times(let count): text += " repeat:\(print(count))"
      case .each(let variables, _):
        text += " each:" + variables.map { "\($0.key.value)=\(print($0.value))" }.joined(separator: ",")
      case nil: break
      }
      return text
    }
  }

  private func print(_ value: WrittenValue) -> String {
    switch value.content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .string(let value): "'\(value)'"
    case .expression(let expression): "$\(expression.span.upper - expression.span.lower)"
    case .interpolation(let parts): "parts\(parts.count)"
    case .list(let items): "[" + items.map(print).joined(separator: " ") + "]"
    case .map(let entries): "{" + entries.map { "\($0.key.value)=\(print($0.value))" }.joined(separator: " ") + "}"
    case .invalid: "invalid"
    }
  }

  @Test("Operators: bare, empty, shorthand, flow and block attributes")
  func operators() {
    let (layers, diagnostics) = readLayers(
      """
      - relu
      - tanh:
      - linear: 10
      - reshape: [N, -1]
      - conv2d: {out_channels: $width, kernel_size: [3, 3]}
      - conv2d:
          out_channels: 8
          padding: [[0, 1], [1, 0]]
      - max_pool2d: $(k + 1)
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      outline(layers) == [
        "relu", "tanh", "linear=10", "reshape=['N' -1]", "conv2d{out_channels=$5 kernel_size=[3 3]}",
        "conv2d(out_channels=8 padding=[[0 1] [1 0]]}", "max_pool2d=$5",
      ])
  }

  @Test("Common keys stand beside the operator or inside its map")
  func commonKeys() {
    let (layers, diagnostics) = readLayers(
      """
      - conv2d: {name: a, out_channels: 1, from: x, when: $flag, expect: [N, 1], freeze: true, doc: first, repeat: 2}
      - relu:
        name: b$i
        from: [a, halves.1]
        each: {v: [1, 2], w: $ws}
      - name: "1"
        sequential: [relu]
      - relu: {name: 0}
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      outline(layers) == [
        "conv2d{out_channels=1} name:'a' from:'x' when:$4 expect:['N' 1] freeze:true doc:first repeat:2",
        "relu name:parts2 from:['a' 'halves.1'] each:v=[1 2],w=$2", "sequential[relu] name:'1'", "relu{} name:'0'",
      ])
  }

  @Test("Combinators in all their forms")
  func combinators() {
    let (layers, diagnostics) = readLayers(
      """
      - sequential: []
      - residual: [relu, tanh]
      - residual: {body: [relu], shortcut: [], join: mul, name: r}
      - residual:
          body:
            - relu
      - parallel: {branches: [[relu], []], join: concat, axis: 1}
      - parallel:
          branches:
            left: [relu]
            right: [tanh, relu]
        name: p
      """)
    #expect(diagnostics.isEmpty)
    #expect(
      outline(layers) == [
        "sequential[]", "residual[relu, tanh]", "residual[relu][] mul name:'r'", "residual[relu]",
        "parallel[relu][] concat 1",
        "parallelleft[relu]right[tanh, relu] name:'p'",
      ])
  }

  @Test(
    "A mistake in one layer leaves one unreadable layer and the others",
    arguments: [
      ("- name: x", "E0126"), ("- ", "E0126"), ("- {}", "E0126"), ("- [relu]", "E0126"), ("- ~", "E0126"),
      ("- {relu: {}, tanh: {}}", "E0127"), ("- conv2d:\n  out_channels: 3", "E0127"), ("- sequential", "E0122"),
      ("- residual: 3", "E0122"),
      ("- residual: {shortcut: [relu]}", "E0121"), ("- parallel: [[relu]]", "E0122"),
      ("- parallel: {join: add}", "E0121"),
      ("- parallel: {branches: 3}", "E0122"), ("- sequential: {a: 1}", "E0122"), ("- conv2d:3", "E0107"),
      ("- conv2d:{a: 1}", "E0107"),
      ("- Conv 2d", "E0124"), ("- conv2d {a: 1}", "E0124"), ("- 3: 4", "E0124"), ("- relu: {each: [1]}", "E0122"),
    ])
  func mistakes(lines: String, code: String) {
    let (layers, diagnostics) = readLayers("- first\n\(lines)\n- last")
    #expect(diagnostics.map(\.code.id) == [code], "\(diagnostics.map(\.message))")
    let outline = outline(layers)
    #expect(outline.count == 3 && outline.first == "first" && outline.last == "last")
    #expect(outline.dropFirst().first?.hasPrefix("invalid") == true)
  }

  @Test(
    "A mistake in a part of a layer keeps the layer",
    arguments: [
      ("- relu: {name: a}\n  name: b", "E0128", "relu{} name:'b'"),
      ("- relu: {repeat: 2, each: {v: [1]}}", "E0129", "relu{} repeat:2"),
      ("- relu: {each: {i: [1]}}", "E0125", "relu{} each:i=[1]"), ("- {relu: {}, nmae: x}", "E0120", "relu{}"),
      ("- linear: 99999999999999999999", "E0115", "linear=invalid"),
      ("- relu: {name: [a]}", "E0122", "relu{} name:invalid"),
      ("- relu: {name: }", "E0122", "relu{} name:invalid"),
      ("- residual: {body: [relu], shortcut: 3}", "E0122", "residual[relu][invalid]"),
      ("- residual: {body: [relu], jion: add}", "E0120", "residual[relu] add"),
      ("- parallel: {branches: [relu, []]}", "E0122", "parallel[invalid][]"),
      ("- conv2d: {out_channels: $(max(a, b)), kernel_size: 3}", "E0241", "conv2d{out_channels=invalid kernel_size=3}"),
      ("- linear: $(1 +)", "E0240", "linear=invalid"),
    ])
  func partialMistakes(lines: String, code: String, outline expected: String) {
    let (layers, diagnostics) = readLayers(lines)
    #expect(diagnostics.map(\.code.id) == [code], "\(diagnostics.map(\.message))")
    #expect(outline(layers) == [expected])
  }

  @Test("A file with fifty mistakes among two thousand layers reports exactly these")
  func fiftyMistakes() {
    let lines = (0..<2000).map { index in
      index % 40 == 7
        ? "- conv2d: {out_channels: $(1 +), kernel_size: 3}" : "- conv2d: {out_channels: 8, kernel_size: 3}"
    }
    let (layers, diagnostics) = readLayers(lines.joined(separator: "\n"))
    #expect(diagnostics.count == 50 && layers.count == 2000)
  }
}
