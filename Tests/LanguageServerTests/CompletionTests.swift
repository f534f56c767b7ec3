import Formats
import LanguageServer
import Testing

/// What is offered at a cursor, written `|`, in texts that mostly do not parse.
@Suite struct CompletionTests {
  static let model = """
    cnnc: 1
    model: net
    params: {width: 16}
    input: [N, 3, 32, 32]
    blocks:
      unit:
        params: {channels: required, stride: 1}
        layers:
          - conv2d: {name: conv, out_channels: $channels, kernel_size: 3, padding: 1}
    layers:
      - conv2d: {name: stem, out_channels: $width, kernel_size: 3, padding: 1}
      - each: {c: [16, 32]}
        unit: {channels: $c}

    """

  /// What follows the model, labels that are offered, and labels that are not.
  static let cases: [(text: String, offered: [String], absent: [String])] = [
    ("  - |", ["conv2d", "unit", "residual"], ["name", "width"]),
    ("  - re|", ["relu", "residual"], []),
    ("  - re|: {}", ["relu", "name"], []),
    ("  |", ["conv2d", "unit"], []),
    ("  - relu\n    |", [], ["conv2d"]),
    ("  - name: x\n    |", ["conv2d", "from"], ["name"]),
    ("  - relu:\n    |", ["name", "when"], ["relu", "conv2d"]),
    ("  - conv2d: {|", ["out_channels", "groups", "from"], ["conv2d", "channels"]),
    ("  - conv2d: {name: a, |}", ["out_channels"], ["name"]),
    ("  - conv2d: {|, kernel_size: 3}", ["out_channels"], ["kernel_size"]),
    ("  - conv2d: {kernel_size: 3,\n      |stride: 2}\n  - relu", ["padding"], ["kernel_size"]),
    ("  - conv2d: {kernel_size: 3, |\n  - relu: {name: last}", ["padding", "name"], ["kernel_size"]),
    ("  - conv2d:\n      kernel_size: 3\n      |\n      stride: 2\n", ["padding"], ["kernel_size", "stride"]),
    ("  - conv2d:\n      |", ["out_channels"], ["conv2d"]),
    ("  - conv2d: {padding: |", ["same", "valid", "$width"], ["padding", "true"]),
    ("  - conv2d: {bias: |}", ["true", "false"], []),
    ("  - conv2d:\n      rounding: |", ["floor", "exact"], []),
    ("  - unit: {|", ["channels", "stride", "repeat"], ["out_channels"]),
    ("  - add: {from: |", ["stem", "input"], ["conv", "unit"]),
    ("  - add: {from: [stem, |]}", ["stem"], []),
    ("  - linear: {out_features: $|", ["width", "i", "in_channels"], ["channels", "c", "max"]),
    ("  - linear: {out_features: \"$(max(wid|", ["width", "max"], ["channels"]),
    ("  - residual: [|", ["conv2d"], ["body"]),
    ("  - residual:\n      |", ["body", "join", "conv2d"], ["branches"]),
    ("  - residual: {join: |", ["add", "concat"], ["none"]),
    ("  - parallel:\n      branches:\n        - [relu, |]\n", ["conv2d"], []),
    ("  - parallel: {branches: {a: [|", ["conv2d"], []),
    ("  - relu: {name: a} # cnnc: ignore[|", ["pixels-never-read"], ["relu"]),
    ("  - relu # text |", [], ["conv2d"]),
    ("|", ["expect", "outputs"], ["layers", "model", "conv2d"]),
    ("out|", ["outputs"], ["input"]),
    ("outputs: [|", ["stem"], []),
    ("expect: {|", ["macs", "activation_bytes"], ["from"]),
    ("lint:\n  |", ["pixels-never-read"], []),
    ("lint: {broadcast: |", ["off", "error"], []),
    ("defaults:\n  conv2d: {|", ["bias"], ["name"]),
    ("defaults:\n  |", ["rounding", "conv2d"], []),
    ("init: {conv2d: |", ["kaiming_normal"], []),
    ("train: {|", ["loss", "batch_size"], []),
  ]

  /// The labels at the cursor of a text.
  static func labels(_ text: String) throws -> [String] {
    let session = try EditorSession.started()
    let cursor = try #require(text.firstIndex(of: "|"))
    let before = text[..<cursor].split(separator: "\n", omittingEmptySubsequences: false)
    _ = session.open("file:///net.yaml", text.replacing("|", with: ""))
    let result = try session.request(
      "completion", "file:///net.yaml", line: before.count - 1, character: before.last?.utf16.count ?? 0)
    return (result["items"]?.elements ?? []).compactMap { $0["label"]?.string }
  }

  @Test("what can be written is offered, and what cannot is not", arguments: cases)
  func offers(_ text: String, _ offered: [String], _ absent: [String]) throws {
    let labels = try Self.labels(Self.model + text)
    for label in offered { #expect(labels.contains(label), "\(text) offers \(labels.prefix(20))") }
    for label in absent { #expect(!labels.contains(label), "\(text)") }
  }

  @Test("inside a block its own names are offered")
  func blocks() throws {
    let values = try Self.labels(Self.model.replacing("$channels, kernel", with: "$|, kernel"))
    #expect(values.contains("channels") && values.contains("width") && !values.contains("c"))
    let layers = try Self.labels(
      Self.model.replacing("    layers:\n  ", with: "    layers:\n      - relu: {from: |}\n  "))
    #expect(layers == ["in"])
  }

  @Test("an empty file is offered the keys of a model, and other YAML nothing")
  func otherFiles() throws {
    #expect(try Self.labels("|").contains("cnnc"))
    #expect(try Self.labels("# a comment\ncn|").contains("cnnc"))
    #expect(try Self.labels("services:\n  |") == [])
  }
}
