import Diagnostics
import Graph
import ModelSyntax

/// What a layer reads.
struct LayerSource {
  var values: [ValueID]
  /// What `from` says, with a block's inputs as full paths; nil when it reads the layer before.
  var written: [String]?
  var findings: [Diagnostic] = []
}

/// A place that names a layer.
struct LayerReference {
  /// The key or attribute that names it, for messages.
  var key: String
  var text: String
  /// The text with its place.
  var value: AttributeValue
  /// Where the reading layer begins in the text; layers behind it come later.
  var offset: Int
}

/// What a reference stands for.
enum ResolvedReference {
  case found([ValueID], isBlockInput: Bool)
  /// Nothing it stands for is known; the finding is nil where the cause is reported already.
  case failed(Diagnostic?)
  /// A near name was taken instead.
  case corrected([ValueID], Diagnostic)
}

extension Elaborator {
  /// What a layer reads by its `from`; findings are not reported yet, since its `when` may leave it out.
  func source(of layer: LayerSyntax, in context: LayerContext, flow: Flow) -> LayerSource {
    guard let from = layer.from else { return LayerSource(values: flow.values) }
    var source = LayerSource(values: [], written: [])
    let value: AttributeValue
    if let literal = AttributeValue(literal: from) {
      value = literal
    } else {
      let scope = context.environment.expressionScope
      guard let evaluated = from.evaluate(in: scope, reporting: &source.findings) else {
        return LayerSource(values: [unknownValue], written: [], findings: source.findings)
      }
      value = AttributeValue(evaluated)
    }
    if case .list(let items) = value.content {
      for item in items { read(item, in: context, before: layer.span.lower, into: &source) }
      if items.isEmpty {
        source.findings.append(.notAReference(value))
        source.values = [unknownValue]
      }
    } else {
      read(value, in: context, before: layer.span.lower, into: &source)
    }
    return source
  }

  private func read(
    _ value: AttributeValue, in context: LayerContext, before offset: Int, into source: inout LayerSource
  ) {
    guard case .string(let text) = value.content else {
      source.findings.append(.notAReference(value))
      source.values.append(unknownValue)
      return
    }
    switch resolve(LayerReference(key: "from", text: text, value: value, offset: offset), in: context) {
    case .found(let values, let isBlockInput):
      source.values += values
      source.written? += isBlockInput ? values.map(fullPath(of:)) : [text]
    case .corrected(let values, let finding):
      source.values += values
      source.findings.append(finding)
    case .failed(let finding):
      source.values.append(unknownValue)
      if let finding { source.findings.append(finding) }
    }
  }

  /// Finds what a name stands for, from the innermost scope outwards.
  ///
  /// `a.b` is the layer `b` inside the scope `a`, `a.1` the second output of `a`, and `.a.b`, with a dot before, a full
  /// path as `summary` prints it.
  func resolve(_ reference: LayerReference, in context: LayerContext) -> ResolvedReference {
    if reference.text.hasPrefix("."), context.instance == nil { return resolveFullPath(reference) }
    let parts = reference.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    var scope: Scope? = context.scope
    var isIncomplete = false
    while let current = scope {
      if let entry = current.entries[parts[0]] { return descend(parts, from: entry, reference) }
      isIncomplete = isIncomplete || current.isIncomplete
      scope = current.parent
    }
    return isIncomplete ? .failed(nil) : missing(parts[0], reference, in: context)
  }

  /// Follows the parts of a name into scopes and outputs.
  private func descend(
    _ parts: [String], from entry: Scope.Entry, _ reference: LayerReference
  ) -> ResolvedReference {
    var entry = entry
    for (index, part) in parts.enumerated().dropFirst() {
      if let outputs = entry.outputs, isUnknown(outputs) { return .failed(nil) }
      if let next = entry.inner?.entries[part] {
        entry = next
        continue
      }
      let whole = parts[..<index].joined(separator: ".")
      if index == parts.count - 1, let number = Int(part) {
        guard let outputs = entry.outputs else { return .failed(.readsItself(whole, reference, entry.span)) }
        let numbered = outputs + entry.auxiliary
        if numbered.indices.contains(number) { return .found([numbered[number]], isBlockInput: entry.isBlockInput) }
        return .failed(.noSuchOutput(whole, count: numbered.count, reference))
      }
      if entry.inner?.isIncomplete == true { return .failed(nil) }
      let near = advisor.nearest(to: part, among: entry.inner?.names ?? [])
      return .failed(.noSuchInnerLayer(part, of: whole, reference, near: near))
    }
    guard let outputs = entry.outputs else { return .failed(.readsItself(reference.text, reference, entry.span)) }
    return .found(outputs, isBlockInput: entry.isBlockInput)
  }

  /// Explains why no scope has a name, and takes a near one where there is one.
  private func missing(_ name: String, _ reference: LayerReference, in context: LayerContext) -> ResolvedReference {
    if Int(name) != nil { return .failed(.numericReference(reference)) }
    var visible: [String] = []
    var scope: Scope? = context.scope
    while let current = scope {
      if let layer = advisor.affords(1_000) ? current.firstWritten(named: name) : nil {
        let isLater = layer.span.lower > reference.offset
        return .failed(isLater ? .forwardReference(name, reference, layer.span) : .leftOut(name, reference, layer.span))
      }
      visible += current.names.filter { current.entries[$0]?.outputs != nil }
      scope = current.parent
    }
    let near = advisor.nearest(to: name, among: visible)
    let rest = reference.text.dropFirst(name.count)
    let finding = Diagnostic.unknownLayer(
      reference, near: near.map { $0 + rest }, visible: visible, block: context.instance?.name)
    guard let best = near.first, rest.isEmpty else { return .failed(finding) }
    var found: Scope.Entry?
    scope = context.scope
    while found == nil, let current = scope { (found, scope) = (current.entries[best], current.parent) }
    return found?.outputs.map { .corrected($0, finding) } ?? .failed(finding)
  }

  private func resolveFullPath(_ reference: LayerReference) -> ResolvedReference {
    let path = String(reference.text.dropFirst())
    if let input = graph.inputs.first(where: { $0.name == path }) { return .found([input.value], isBlockInput: false) }
    while indexedNodes < graph.nodes.count {
      nodesByPath[graph.nodes[indexedNodes].path] = NodeID(index: indexedNodes)
      indexedNodes += 1
    }
    if let node = nodesByPath[path] {
      return .found(graph[node].operation.flowingOutputs(graph[node].outputs), isBlockInput: false)
    }
    if let dot = path.lastIndex(of: "."), let node = nodesByPath[String(path[..<dot])],
      let number = Int(path[path.index(after: dot)...]), graph[node].outputs.indices.contains(number)
    {
      return .found([graph[node].outputs[number]], isBlockInput: false)
    }
    if findings.hasErrors { return .failed(nil) }
    return .failed(.unknownLayer(reference, near: [], visible: [], block: nil))
  }

  /// The way to call a value from everywhere outside of blocks.
  func fullPath(of value: ValueID) -> String {
    guard let producer = graph[value].producer else {
      return "." + (graph.inputs.first { $0.value == value }?.name ?? "?")
    }
    let node = graph[producer]
    guard node.outputs.count > 1, let index = node.outputs.firstIndex(of: value) else { return "." + node.path }
    return ".\(node.path).\(index)"
  }
}
