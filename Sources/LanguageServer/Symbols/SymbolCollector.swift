import Diagnostics
import Graph
import ModelSyntax
import Operators

/// Walks the written layers of a model's files and gathers names and their uses.
struct SymbolCollector {
  /// A name of a layer that is looked up when all names are known.
  struct Reference {
    var text: String
    var span: Span
    var scope: LayerScope
  }

  private(set) var symbols: [Symbol] = []
  var surroundings: [LayerSurroundings] = []
  let params = ValueScope(parent: nil)
  let fileScope = LayerScope(parent: nil)
  private(set) var blockScopes: [String: (values: ValueScope, layers: LayerScope)] = [:]
  private var blocks: [String: Int] = [:]
  private var references: [Reference] = []
  /// The attributes of each operator that name layers.
  private var layerAttributes: [String: [String]] = [:]

  mutating func collect(_ documents: [ModelDocument]) {
    guard let file = documents.first else { return }
    for param in file.params {
      collect(param.value, params)
      params.names.append((param.key.value, declare(.param, param.key)))
    }
    let written = documents.flatMap(\.blocks)
    for block in written { declare(block) }
    for block in written { collect(block) }
    for input in file.inputs {
      fileScope.declare(input.name.value, .init(symbol: declare(.input, input.name)))
      collect(input.shape, params)
    }
    for entries in [file.expect, file.initializers, file.train, file.lint] + file.defaults.operators.map(\.attributes) {
      for entry in entries { collect(entry.value, params) }
    }
    collect(file.layers, fileScope, params)
    for output in file.outputs { refer(to: output.source.value, at: output.source.span, in: fileScope) }
    for entry in file.expect where entry.key.value == "shapes" {
      guard case .map(let shapes) = entry.value.content else { continue }
      for shape in shapes { refer(to: shape.key.value, at: shape.key.span, in: fileScope) }
    }
    for reference in references { resolve(reference) }
  }

  mutating func declare(_ kind: Symbol.Kind, _ name: Located<String>) -> Int {
    symbols.append(
      Symbol(kind: kind, name: name.value, occurrences: [.init(span: name.span, isDeclaration: true)]))
    return symbols.count - 1
  }

  /// Gives a layer its name; a second layer of that name in the scope, which a `when` may allow, is the same symbol.
  mutating func declare(_ kind: Symbol.Kind, _ name: Located<String>, in scope: LayerScope, inner: LayerScope?) {
    if let earlier = scope.entries[name.value] {
      symbols[earlier.symbol].occurrences.append(.init(span: name.span, isDeclaration: true))
    } else {
      scope.declare(name.value, .init(symbol: declare(kind, name), inner: inner))
    }
  }

  mutating func use(_ symbol: Int, at span: Span) {
    symbols[symbol].occurrences.append(.init(span: span, isDeclaration: false))
  }

  private mutating func declare(_ block: BlockSyntax) {
    guard blocks[block.name.value] == nil else { return }
    blocks[block.name.value] = declare(.block, block.name)
    let unwritten = block.inputs.filter { $0.span == block.name.span }.map(\.value)
    blockScopes[block.name.value] = (ValueScope(parent: params), LayerScope(parent: nil, unwritten: unwritten))
  }

  private mutating func collect(_ block: BlockSyntax) {
    guard let symbol = blocks[block.name.value], symbols[symbol].declarations == [block.name.span],
      let (values, layers) = blockScopes[block.name.value]
    else { return }
    for param in block.params {
      if let value = param.defaultValue { collect(value, values) }
      values.names.append((param.name.value, declare(.blockParam, param.name)))
    }
    for input in block.inputs where input.span != block.name.span {
      layers.declare(input.value, .init(symbol: declare(.blockInput, input)))
    }
    collect(block.layers, layers, values)
  }

  /// Notes a call: of a block the name and the params that are given, of an operator the layers that it names.
  mutating func collectCall(
    _ name: Located<String>, _ arguments: LayerSyntax.Arguments, _ scope: LayerScope, _ values: ValueScope
  ) -> LayerScope? {
    let block = blockScopes[name.value]
    if let symbol = blocks[name.value] { use(symbol, at: name.span) }
    switch arguments {
    case .none: break
    case .shorthand(let value): collect(value, values)
    case .map(let entries, _, _):
      let references = block == nil ? namesOfLayerAttributes(of: name.value) : []
      for entry in entries {
        collect(entry.value, values)
        if let param = block?.values.names.first(where: { $0.name == entry.key.value }) {
          use(param.symbol, at: entry.key.span)
        } else if references.contains(entry.key.value) {
          refer(to: entry.value, in: scope)
        }
      }
    }
    return block?.layers
  }

  private mutating func namesOfLayerAttributes(of name: String) -> [String] {
    if let names = layerAttributes[name] { return names }
    let descriptions = OperatorRegistry.find(name)?.attributeDescriptions ?? []
    let names = descriptions.filter(\.kind.isLayer).map(\.name)
    layerAttributes[name] = names
    return names
  }

  /// Notes the names of layers in the value of `from`, or of an attribute.
  mutating func refer(to value: WrittenValue, in scope: LayerScope) {
    switch value.content {
    case .string(let text): refer(to: text, at: value.span, in: scope)
    case .list(let items): for item in items { refer(to: item, in: scope) }
    default: break
    }
  }

  private mutating func refer(to text: String, at span: Span, in scope: LayerScope) {
    references.append(Reference(text: text, span: span, scope: scope))
  }

  /// Follows a name such as `stage.conv1` part by part; `.stage.conv1`, with a dot before, starts at the file.
  private mutating func resolve(_ reference: Reference) {
    let text = reference.text
    let length = text.utf8.count
    let quotes = reference.span.upper - reference.span.lower - length
    guard quotes == 0 || quotes == 2 else { return }
    var scope: LayerScope? = text.hasPrefix(".") ? fileScope : reference.scope
    var offset = reference.span.lower + quotes / 2
    for (index, part) in text.split(separator: ".", omittingEmptySubsequences: false).enumerated() {
      defer { offset += part.utf8.count + 1 }
      if part.isEmpty, index == 0 { continue }
      let entry = index == 0 ? scope?.find(String(part)) : scope?.entries[String(part)]
      guard let entry else { return }
      use(entry.symbol, at: Span(reference.span.source, offset..<offset + part.utf8.count))
      scope = entry.inner
    }
  }
}
