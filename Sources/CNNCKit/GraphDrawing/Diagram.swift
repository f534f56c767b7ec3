/// A network as boxes, lines between them and scopes around them: what every drawing starts from.
struct Diagram: Sendable {
  struct Node: Sendable {
    enum Role: Hashable, Sendable {
      case input, output, layer
      /// A scope in one box, with the number of its layers.
      case scope(Int)
    }

    var role: Role
    /// The whole path, or the name of an input or output.
    var path: String
    /// The path inside of its scope.
    var name: String
    /// Empty where the role is another than that of a layer.
    var operatorName = ""
    /// The window and the step of a convolution or pool: `3x3 /2`.
    var detail = ""
    var shapes: [String] = []
    /// The index of its scope.
    var scope: Int
  }

  struct Edge: Hashable, Sendable {
    var from: Int
    var to: Int
  }

  struct Scope: Sendable {
    var path: String
    /// The path inside of the scope around.
    var name: String
    /// nil for the whole network, which is the first scope.
    var parent: Int?
    var nodes: [Int] = []
    var scopes: [Int] = []
  }

  var title: String
  var nodes: [Node] = []
  var edges: [Edge] = []
  var scopes: [Scope] = []
}

/// What a drawing shows in one box.
package struct DiagramDetail: Sendable {
  /// Scopes nested deeper than this are one box each; nil shows all layers.
  package var depth: Int?
  /// Paths of further scopes that are one box.
  package var collapsed: [String]

  package init(depth: Int? = nil, collapsed: [String] = []) {
    self.depth = depth
    self.collapsed = collapsed
  }
}
