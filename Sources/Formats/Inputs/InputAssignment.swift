package import Diagnostics
import Graph
import Tensors

/// Which file, and which tensor of it, each input of a model reads.
struct InputAssignment {
  /// By input name; raw files are read later, when their shape is known.
  private(set) var tensors: [String: Tensor] = [:]
  private(set) var raw: [String: String] = [:]
  private(set) var paths: [String: String] = [:]

  init(_ sources: [InputSource], for graph: Graph) throws(DataError) {
    let names = graph.inputs.map(\.name)
    let given = Set(sources.compactMap(\.name))
    for source in sources {
      if let name = source.name, !names.contains(name) {
        throw .content(.unknownInput(name, names))
      }
      try assign(source, names, given)
    }
    if let name = names.first(where: { paths[$0] == nil }) {
      throw .content(.missingInput(name, paths: sources.map(\.path), candidates: candidates))
    }
  }

  /// Names of tensors in the files that no input took.
  private var candidates: [String] = []

  private mutating func assign(
    _ source: InputSource, _ names: [String], _ given: Set<String>
  ) throws(DataError) {
    let path = source.path
    let type: DataFileType
    do { type = try DataFileType(path: path) } catch { throw .content(error) }
    if type.isCollection {
      return try assign(type == .npz ? NPZ.read(path) : Safetensors.read(path), of: source, names)
    }
    let name: String
    if let given = source.name { name = given } else { name = try onlyInput(names, given, path) }
    if type == .bin { raw[name] = path } else { tensors[name] = try NPY.read(path) }
    try note(path, for: name)
  }

  private mutating func assign(
    _ collection: TensorCollection, of source: InputSource, _ names: [String]
  ) throws(DataError) {
    let wanted = source.name.map { [$0] } ?? names
    if wanted.count == 1, collection.entries.count == 1 {
      tensors[wanted[0]] = collection.entries[0].tensor
      return try note(source.path, for: wanted[0])
    }
    for name in wanted {
      guard let tensor = collection[name] else { continue }
      tensors[name] = tensor
      try note(source.path, for: name)
    }
    candidates += collection.names.filter { !names.contains($0) }
  }

  /// The input that a file without a name is for: the only one, or the only one that no other source names.
  private func onlyInput(_ names: [String], _ given: Set<String>, _ path: String) throws(DataError) -> String {
    let open = names.count == 1 ? names : names.filter { !given.contains($0) }
    guard open.count == 1 else { throw .content(.ambiguousInput(path, names)) }
    return open[0]
  }

  private mutating func note(_ path: String, for name: String) throws(DataError) {
    if let other = paths.updateValue(path, forKey: name) { throw .content(.repeatedInput(name, other, path)) }
  }
}

extension DiagnosticCode {
  package static let inputAssignment = DiagnosticCode(
    "E0508", "input-assignment",
    explanation: """
      Every input of the model needs exactly one tensor. Files of one array are given to an input with `--input \
      name=x.npy`; with a single input the name can be left out. Files of several tensors give each input the tensor \
      of its name.
      """,
    exampleKind: .words,
    bad: "`cnnc run two_inputs.yaml --input image.npy`, where the model reads `image` and `mask`.",
    good: "`cnnc run two_inputs.yaml --input image=image.npy --input mask=mask.npy`")

  package static let inputElementType = DiagnosticCode(
    "E0509", "input-element-type",
    explanation: """
      Data for a float32 input may have any type; integers are converted with a note. An int64 input, such as class \
      labels, takes integers and booleans alone, because rounding would invent a class.
      """,
    exampleKind: .words,
    bad: "Labels saved as `np.array([0.0, 3.0])` for an int64 input.",
    good: "Labels saved as `np.array([0, 3])`.")
}

extension DataProblem {
  fileprivate static func unknownInput(_ name: String, _ names: [String]) -> DataProblem {
    let near = Suggestion.nearest(to: name, among: names).first
    return DataProblem(
      .inputAssignment, "the model must have the input '\(name)': its inputs are \(quotedList(names))",
      help: near.map { ["did you mean '\($0)'?"] } ?? [])
  }

  fileprivate static func missingInput(_ name: String, paths: [String], candidates: [String]) -> DataProblem {
    let near = Suggestion.nearest(to: name, among: candidates).first
    let place = paths.isEmpty ? "no file is given" : "\(quotedList(paths)) gives none"
    return DataProblem(
      .inputAssignment, "input '\(name)' must have a tensor: \(place)",
      help: near.map { ["the file has '\($0)'"] } ?? ["give one with --input \(name)=FILE"])
  }

  fileprivate static func ambiguousInput(_ path: String, _ names: [String]) -> DataProblem {
    DataProblem(
      .inputAssignment, "'\(path)' must be given to one of the inputs \(quotedList(names))",
      help: ["name it: --input \(names.first ?? "name")=\(path)"])
  }

  fileprivate static func repeatedInput(_ name: String, _ first: String, _ second: String) -> DataProblem {
    DataProblem(.inputAssignment, "input '\(name)' must have one tensor: '\(first)' and '\(second)' give it two")
  }

  static func inputElementType(_ port: String, _ dtype: DType, _ path: String, _ given: DType) -> DataProblem {
    DataProblem(
      .inputElementType, "input '\(port)' must be \(dtype.rawValue): '\(path)' holds \(given.rawValue)")
  }
}

/// Names in quotes as an enumeration: `'a', 'b' and 'c'`.
func quotedList(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and " + last
}
