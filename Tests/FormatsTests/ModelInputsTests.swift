import Formats
import Graph
import Tensors
import TestSupport
import Testing

@Suite struct ModelInputsTests {
  private static let image = Shape([.symbol("N"), 3, .symbol("H"), .symbol("W")])
  private let folder: String

  init() throws { folder = try TestFile.makeTemporaryFolder() }

  @Test("A single array binds the symbols of a single input")
  func singleInput() throws {
    let path = try save(Tensor(zeros: [2, 3, 4, 5]))
    let inputs = try ModelInputs.read(
      [InputSource(path: path)], for: graph([("input", TensorType(ModelInputsTests.image))]))
    #expect(inputs.tensors.map(\.sizes) == [[2, 3, 4, 5]])
    #expect(inputs.symbols == ["N": 2, "H": 4, "W": 5])
    #expect(inputs.notes.isEmpty)
  }

  @Test("Several inputs come from one archive by name, or from files by name, in the order of the model")
  func severalInputs() throws {
    let graph = graph([("image", TensorType(Shape([.symbol("N"), 2]))), ("mask", TensorType(Shape([.symbol("N")])))])
    let image = Tensor([1, 2, 3, 4], sizes: [2, 2])
    let mask = Tensor([5, 6], sizes: [2])
    for name in ["both.npz", "both.safetensors"] {
      let path = folder + "/" + name
      let both = TensorCollection([("mask", mask), ("other", mask), ("image", image)])
      try OutputFile.write(both, to: path)
      #expect(
        try ModelInputs.read([InputSource(path: path)], for: graph).tensors.map(\.floats) == [[1, 2, 3, 4], [5, 6]])
    }
    let first = try InputSource(name: "image", path: save(image))
    try RawFloats.write(mask, to: folder + "/mask.bin")
    let second = InputSource(name: "mask", path: folder + "/mask.bin")
    let inputs = try ModelInputs.read([second, first], for: graph)
    #expect(inputs.tensors.map(\.floats) == [[1, 2, 3, 4], [5, 6]])
  }

  @Test("A raw file takes sizes that another input binds")
  func rawAfterBinding() throws {
    let shape = Shape([.symbol("N"), .symbol("H")])
    let graph = graph([("raw", TensorType(shape)), ("sizes", TensorType(Shape([.symbol("N")])))])
    try RawFloats.write(Tensor(zeros: [6]), to: folder + "/raw.bin")
    let sources = [
      InputSource(name: "raw", path: folder + "/raw.bin"),
      InputSource(name: "sizes", path: try save(Tensor(zeros: [2]))),
    ]
    #expect(try ModelInputs.read(sources, for: graph).symbols == ["N": 2, "H": 3])
  }

  @Test("Integers become floats with a note, and integer inputs refuse floats")
  func elementTypes() throws {
    let shape = Shape([.symbol("N")])
    let integers = try save(Tensor(integers: [1, -2], sizes: [2]))
    let floats = try ModelInputs.read([InputSource(path: integers)], for: graph([("x", TensorType(shape))]))
    #expect(floats.tensors[0].floats == [1, -2])
    #expect(floats.notes == ["input 'x' is converted from int64 to float32"])
    let labels = graph([("labels", TensorType(shape, .int64))])
    #expect(try ModelInputs.read([InputSource(path: integers)], for: labels).tensors[0].integers == [1, -2])
    let path = try save(Tensor([1], sizes: [1]))
    #expect(message([InputSource(path: path)], labels) == "input 'labels' must be int64: '\(path)' holds float32")
  }

  @Test(
    "A wrong shape is told with both shapes and what most likely went wrong",
    arguments: [
      ([1, 8, 9, 3], "the channels look last instead of first: x.transpose(0, 3, 1, 2)"),
      ([8, 9, 3], "the channels look last instead of first: x.transpose(2, 0, 1)[None]"),
      ([3, 8, 9], "add a batch axis: x[None]"), ([1, 4, 8, 9], nil), ([0, 3, 8, 9], nil), ([7], nil),
    ])
  func wrongShape(sizes: [Int], help: String?) throws {
    let path = try save(Tensor(zeros: sizes))
    let found = problem { () throws(DataError) in
      _ = try ModelInputs.read([InputSource(path: path)], for: graph([("input", TensorType(ModelInputsTests.image))]))
    }
    #expect(found?.message == "input 'input' must be [N, 3, H, W]: '\(path)' holds \(sizes)")
    #expect(found?.help == (help.map { [$0] } ?? []))
  }

  @Test("A symbol has one size everywhere")
  func symbolConflicts() throws {
    let type = TensorType(Shape([.symbol("N")]))
    let (one, two) = (try save(Tensor(zeros: [1])), try save(Tensor(zeros: [2]), "two"))
    let pair = graph([("a", type), ("b", type)])
    let sources = [InputSource(name: "a", path: one), InputSource(name: "b", path: two)]
    #expect(message(sources, pair) == "N must have one size: it is 1 in input 'a' and 2 in input 'b' of '\(two)'")
    let fixed = message([InputSource(path: two)], graph([("a", type)]), symbols: ["N": 3])
    #expect(fixed == "N must have one size: it is 3 by --shape and 2 in input 'a' of '\(two)'")
    let square = try save(Tensor(zeros: [2, 3]), "square")
    #expect(
      message([InputSource(path: square)], graph([("a", TensorType(Shape([.symbol("H"), .symbol("H")])))]))
        == "H must have one size: it is 2 at its other axis and 3 in input 'a' of '\(square)'")
  }

  @Test("Inputs without a file, files without an input, and doubles are told apart")
  func assignment() throws {
    let type = TensorType(Shape([.symbol("N")]))
    let pair = graph([("image", type), ("mask", type)])
    let path = try save(Tensor(zeros: [1]))
    #expect(
      message([InputSource(path: path)], pair) == "'\(path)' must be given to one of the inputs 'image' and 'mask'")
    #expect(message([], pair) == "input 'image' must have a tensor: no file is given")
    #expect(message([InputSource(path: path), InputSource(name: "mask", path: path)], pair) == nil)
    #expect(
      message([InputSource(name: "mask", path: path)], pair) == "input 'image' must have a tensor: '\(path)' gives none"
    )
    #expect(
      message([InputSource(name: "maks", path: path)], pair)
        == "the model must have the input 'maks': its inputs are 'image' and 'mask'")
    #expect(
      message([InputSource(name: "mask", path: path), InputSource(name: "mask", path: path)], pair)
        == "input 'mask' must have one tensor: '\(path)' and '\(path)' give it two")
    #expect(message([InputSource(path: "x.tiff")], pair) == "'x.tiff' must be a .bin, .npy, .npz or .safetensors file")
  }

  @Test("Outputs go to files by their extension: the first alone, or all by name")
  func outputs() throws {
    let outputs = TensorCollection([("b", Tensor([1], sizes: [1])), ("a", Tensor([2, 3], sizes: [2]))])
    for name in ["y.npy", "y.bin", "y.npz", "y.safetensors"] { try OutputFile.write(outputs, to: folder + "/" + name) }
    #expect(try NPY.read(folder + "/y.npy").floats == [1])
    #expect(try TestFile.read(folder + "/y.bin") == [0, 0, 128, 63])
    #expect(try NPZ.read(folder + "/y.npz").names == ["b", "a"])
    #expect(try Safetensors.read(folder + "/y.safetensors")["a"]?.floats == [2, 3])
    let found = problem { () throws(DataError) in try OutputFile.write(outputs, to: "y.txt") }
    #expect(found?.code == .unknownFileType)
    #expect(throws: DataError.file(FileError(.write, "/no/y.npy", .system(2)))) {
      try OutputFile.write(outputs, to: "/no/y.npy")
    }
  }

  private func graph(_ inputs: [(String, TensorType)]) -> Graph {
    var graph = Graph(name: "example")
    for (name, type) in inputs { _ = graph.addInput(name, type) }
    return graph
  }

  private func save(_ tensor: Tensor, _ name: String = "x") throws -> String {
    try NPY.write(tensor, to: folder + "/\(name).npy")
    return folder + "/\(name).npy"
  }

  private func message(_ sources: [InputSource], _ graph: Graph, symbols: [String: Int] = [:]) -> String? {
    problem { () throws(DataError) in _ = try ModelInputs.read(sources, for: graph, symbols: symbols) }?.message
  }
}
