/// A node of a file as it is written, with everything that a new layout has to keep.
struct LayoutNode {
  enum Kind {
    case scalar(LayoutScalar)
    /// `*name`.
    case alias(String)
    case sequence(LayoutCollection)
    case mapping(LayoutCollection)
  }

  var kind: Kind
  /// `&name` without its sign.
  var anchor: String?
  /// Behind its anchor; a block collection ends with its last child.
  var range: Range<Int>

  /// The members of a sequence or mapping.
  var collection: LayoutCollection? {
    get {
      switch kind {
      case .sequence(let collection), .mapping(let collection): collection
      case .scalar, .alias: nil
      }
    }
    set {
      guard let newValue else { return }
      switch kind {
      case .sequence: kind = .sequence(newValue)
      case .mapping: kind = .mapping(newValue)
      case .scalar, .alias: break
      }
    }
  }

  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let scalar) = kind else { return nil }
    return scalar.text
  }

  /// Whether nothing is written, not even an anchor.
  var isEmpty: Bool {
    guard case .scalar(let scalar) = kind else { return false }
    return anchor == nil && scalar.style == .plain && scalar.text.isEmpty
  }
}

/// A scalar with its way of writing.
struct LayoutScalar {
  enum Style {
    case plain, singleQuoted, doubleQuoted, literal, folded
  }

  var text: String
  var style: Style
  /// The lines of the source from the first to the last: of a block scalar those below its header, of others without
  /// the white space around them.
  var lines: [String]

  var isBlock: Bool { style == .literal || style == .folded }
}

/// The items of a sequence or the entries of a mapping.
struct LayoutCollection {
  var items: [LayoutItem]
  /// Whether it is written in brackets, or is a single pair inside of brackets.
  var isFlow: Bool
  /// Whether it is a single pair inside of brackets, without braces of its own.
  var isPair = false
  /// Whether it is put in brackets when it is short: the attributes of a layer.
  var joinsWhenShort = false
  /// Comments behind the last item.
  var closing: [LayoutComment] = []
}

/// An item of a sequence, or an entry of a mapping, with the comments that belong to it.
struct LayoutItem {
  /// nil in a sequence.
  var key: LayoutNode?
  var value: LayoutNode
  /// On the lines above.
  var leading: [LayoutComment] = []
  /// Behind the key, where the value goes on below.
  var head: String?
  /// Behind the end of the value.
  var tail: String?
  /// Whether the line above is blank.
  var followsBlankLine = false

  /// Whether a blank line stands above it and its comments.
  var startsParagraph: Bool {
    get { leading.first?.followsBlankLine ?? followsBlankLine }
    set {
      if leading.isEmpty { followsBlankLine = newValue } else { leading[0].followsBlankLine = newValue }
    }
  }

  /// Where it begins, anchors left out.
  var start: Int { key?.range.lowerBound ?? value.range.lowerBound }

  /// Where what is written of it ends.
  var end: Int { max(key?.range.upperBound ?? 0, value.range.upperBound) }

  /// Whether a comment stands at the item itself, not inside of its value.
  var hasComments: Bool { !leading.isEmpty || head != nil || tail != nil }
}

/// A comment on a line of its own.
struct LayoutComment {
  var text: String
  /// Whether the line above is blank.
  var followsBlankLine: Bool
}

/// A whole file.
struct LayoutDocument {
  /// Comments at the top, parted from the first key by a blank line.
  var header: [LayoutComment] = []
  var root: LayoutNode
}
