package import Graph
import Tensors

/// The way of every axis of every value back to where its size came from.
///
/// Each axis has at most one axis before it, so the ways form trees. Where sides of a join came to the same size on
/// different ways, the axis before is the last one that all the ways have in common.
package struct OriginTree: Sendable {
  /// One axis of a value.
  package struct Key: Hashable, Sendable {
    package var value: ValueID
    package var axis: Int

    package init(_ value: ValueID, axis: Int) {
      self.value = value
      self.axis = axis
    }
  }

  /// How an axis came to be from those before it.
  package struct Link: Sendable {
    package enum Kind: Sendable {
      /// An input of the model.
      case input
      case kept
      /// By a formula from one axis, or from none.
      case step(String)
      /// By a formula from several axes.
      case combined(String, [Key])
      /// The size of several sides that are told apart, because they came to it on different ways.
      case sides([Key])
      /// Nothing is known of it.
      case unknown
    }

    package var kind: Kind
    /// The axis before.
    package var previous: Key?
    /// The number of axes before it on its way.
    var depth: Int
    /// The last axis, this or one before, that is not merely kept.
    package var source: Key
  }

  private var links: [Key: Link] = [:]

  package subscript(_ key: Key) -> Link? { links[key] }

  /// The ways of all values; one pass, in the order of the nodes.
  package init(_ graph: Graph) {
    let origins = AxisOrigins(graph)
    for input in graph.inputs {
      for axis in (graph[input.value].type.shape?.dimensions ?? []).indices {
        add(.input, to: Key(input.value, axis: axis), previous: nil)
      }
    }
    for node in graph.nodes {
      for (index, output) in node.outputs.enumerated() {
        for axis in (graph[output].type.shape?.dimensions ?? []).indices {
          let origin = origins.origin(ofAxis: axis, ofOutput: index, of: node)
          link(Key(output, axis: axis), origin, node)
        }
      }
    }
  }

  private mutating func link(_ key: Key, _ origin: AxisOrigin?, _ node: Node) {
    func source(_ source: AxisSource) -> Key { Key(node.inputs[source.input], axis: source.axis) }
    switch origin {
    case .kept(let axis): add(.kept, to: key, previous: source(axis))
    case .computed(let formula, let axis): add(.step(formula), to: key, previous: source(axis))
    case .given(let text): add(.step(text), to: key, previous: nil)
    case .combined(let formula, let axes):
      let keys = axes.map(source)
      add(.combined(formula, keys), to: key, previous: continued(keys))
    case .shared(let axes):
      let keys = axes.map(source)
      if Set(keys.map { links[$0]?.source ?? $0 }).count == 1 {
        add(.kept, to: key, previous: keys.min { (links[$0]?.depth ?? 0) < (links[$1]?.depth ?? 0) })
      } else {
        add(.sides(keys), to: key, previous: commonPrevious(keys))
      }
    case nil: add(.unknown, to: key, previous: nil)
    }
  }

  private mutating func add(_ kind: Link.Kind, to key: Key, previous: Key?) {
    let before = previous.flatMap { links[$0] }
    let source = if case .kept = kind { before?.source ?? key } else { key }
    let known = before == nil ? nil : previous
    links[key] = Link(kind: kind, previous: known, depth: (before?.depth ?? -1) + 1, source: source)
  }

  /// Of the parts of a sum the one whose own way is a sum; the others are told at its side.
  private func continued(_ keys: [Key]) -> Key? {
    keys.first { key in
      guard let source = links[key]?.source, case .combined? = links[source]?.kind else { return false }
      return true
    }
  }

  /// The last axis on the ways of all keys.
  private func commonPrevious(_ keys: [Key]) -> Key? {
    var common: Key? = keys.first
    for key in keys.dropFirst() {
      var (left, right) = (common, Optional(key))
      while let a = left, let b = right, a != b {
        if depth(a) >= depth(b) { left = links[a]?.previous } else { right = links[b]?.previous }
      }
      common = left == right ? left : nil
    }
    return common
  }

  private func depth(_ key: Key) -> Int { links[key]?.depth ?? 0 }
}
