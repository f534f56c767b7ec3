import Diagnostics
import TestSupport
import Testing

@testable import ModelSyntax

@Suite("Reading the keys of a file")
struct DocumentReaderTests {
  private let full = """
    cnnc: 1
    model: net
    doc: A net, 5$ cheap.
    params: {width: 64, name: x, list: [1, 2], rate: 0.5, flag: true}
    inputs:
      image: [N, 3, H, W]
      mask: {shape: [N, 1, H, W], dtype: float32, layout: nchw, preprocess: {mean: 0.5}, labels: labels.txt}
    defaults: {rounding: floor, conv2d: {bias: false}}
    blocks:
      unit:
        doc: One.
        params: {width: required, stride: 1}
        inputs: [in, skip]
        layers: [relu]
      plain: {layers: []}
    include: [blocks/a.yaml, b.yaml]
    layers:
      - relu
    outputs: [fc, {probabilities: softmax}]
    expect: {params: 10, macs: "<= 5M"}
    init: {conv2d: kaiming_normal}
    weights: net.safetensors
    train: {loss: cross_entropy}
    lint: {gridding: off}
    """

  @Test("Every key is read into its place")
  func allKeys() throws {
    let (read, diagnostics) = read(full)
    #expect(diagnostics.isEmpty)
    let document = try #require(read)
    #expect(document.model?.value == "net" && document.doc?.value == "A net, 5$ cheap.")
    #expect(document.params.map(\.key.value) == ["width", "name", "list", "rate", "flag"])
    #expect(document.inputs.map(\.name.value) == ["image", "mask"])
    #expect(document.inputs[1].dtype?.value == "float32" && document.inputs[1].layout?.value == "nchw")
    #expect(document.inputs[1].preprocess != nil && document.inputs[1].labels?.content == .string("labels.txt"))
    #expect(document.defaults.rounding?.value.content == .string("floor"))
    #expect(document.defaults.operators.map(\.name.value) == ["conv2d"])
    #expect(document.blocks.map(\.name.value) == ["unit", "plain"])
    #expect(document.blocks[0].params.map(\.name.value) == ["width", "stride"])
    #expect(document.blocks[0].params.map { $0.defaultValue == nil } == [true, false])
    #expect(
      document.blocks[0].inputs.map(\.value) == ["in", "skip"] && document.blocks[1].inputs.map(\.value) == ["in"])
    #expect(document.includes.map(\.value) == ["blocks/a.yaml", "b.yaml"])
    #expect(document.outputs.map { $0.alias?.value } == [nil, "probabilities"])
    #expect(document.outputs.map(\.source.value) == ["fc", "softmax"])
    #expect(document.expect.map(\.value.content) == [.int(10), .string("<= 5M")])
    #expect(document.initializers.count == 1 && document.weights?.value == "net.safetensors")
    #expect(document.train.count == 1 && document.lint.first?.value.content == .string("off"))
  }

  @Test("The models of the project are read without a finding", arguments: Repository.models)
  func models(path: String) throws {
    let source = SourceText(path: path, bytes: try TestFile.read(Repository.root + "/" + path))
    let (document, diagnostics) = readModel(source, id: testSource, kind: .model)
    #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
    #expect(document?.layers.isEmpty == false)
  }

  @Test("The short input is named 'input', outputs can be a map or one name")
  func shortForms() {
    let short = read("cnnc: 1\nmodel: m\ninput: [N, 3]\nlayers: [relu]\noutputs: {a: x, b: y}\n")
    #expect(short.document?.inputs.map(\.name.value) == ["input"] && short.document?.outputs.count == 2)
    let single = read("cnnc: 1\nmodel: m\ninput: {shape: [N]}\nlayers: [relu]\noutputs: fc\n")
    #expect(single.diagnostics.isEmpty && single.document?.outputs.map(\.source.value) == ["fc"])
  }

  @Test("A file of blocks needs no other key when it is included")
  func include() {
    let text = "blocks: {unit: {layers: [relu]}}\n"
    #expect(read(text, kind: .include).diagnostics.isEmpty)
    #expect(
      read(text).diagnostics.map(\.message) == [
        "a model file must have the key 'cnnc'", "a model file must have the key 'model'",
        "a model file must have the key 'layers'",
        "a model file must have the key 'input'",
      ])
  }

  @Test("Unknown keys suggest what was meant, and a misspelt key is read as that")
  func unknownKeys() {
    let text = """
      cnnc: 1
      model: m
      input: {shape: [N], typ: 1}
      layer: [relu]
      blocks: {unit: {parms: {w: 1}, layers: [relu]}}
      colour: red
      """
    let (document, diagnostics) = read(text)
    #expect(diagnostics.map(\.code) == [.unknownKey, .unknownKey, .unknownKey, .unknownKey])
    #expect(Set(diagnostics.compactMap { underlined($0, in: text) }) == ["typ", "layer", "parms", "colour"])
    #expect(diagnostics.contains { $0.help == ["did you mean 'layers'?"] })
    #expect(document?.layers.count == 1 && document?.blocks[0].params.count == 1)
  }

  @Test("All independent mistakes of a file are reported in one run")
  func manyMistakes() {
    let text = """
      cnnc: 2
      model: my-net
      params: [1]
      input: 3
      inputs: {a: [N]}
      defaults: {conv2d: 3}
      blocks: {sequential: {layers: [relu]}, b: {params: {name: 1}}, c: 3}
      include: a.yaml
      layers: relu
      outputs: [[a]]
      weights: [x]
      """
    let (document, diagnostics) = read(text)
    #expect(document != nil)
    #expect(
      diagnostics.map(\.code.id).sorted() == [
        "E0121", "E0122", "E0122", "E0122", "E0122", "E0122", "E0122", "E0122", "E0122", "E0123", "E0124", "E0125",
        "E0125", "E0129",
      ])
  }

  @Test(
    "Names must be identifiers and not taken",
    arguments: [
      ("params: {my-width: 1}", "E0124"), ("params: {i: 1}", "E0125"), ("params: {in_channels: 1}", "E0125"),
      ("params: {not: 1}", "E0125"),
      ("params: {true: 1}", "E0125"), ("blocks: {a b: {layers: [relu]}}", "E0124"),
      ("blocks: {name: {layers: [relu]}}", "E0125"),
      ("blocks: {residual: {layers: [relu]}}", "E0125"), ("blocks: {b: {params: {from: 1}, layers: [relu]}}", "E0125"),
      ("blocks: {b: {inputs: [1a], layers: [relu]}}", "E0124"),
    ])
  func names(line: String, code: String) {
    #expect(read("cnnc: 1\nmodel: m\ninput: [N]\nlayers: [relu]\n\(line)\n").diagnostics.map(\.code.id) == [code])
  }

  @Test("A file that is no map is one finding", arguments: ["", "# nothing\n", "- a\n", "hello\n", "---\n"])
  func noMap(text: String) {
    let (document, diagnostics) = read(text)
    #expect(document == nil)
    #expect(diagnostics.map(\.code) == [.wrongKind])
  }
}
