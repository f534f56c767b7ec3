/// Where a cursor stands in a YAML text that need not be valid.
struct CursorContext: Equatable {
  /// One way into a container.
  enum Step: Equatable {
    case key(String)
    case item
  }

  /// What stands, or would stand, at the cursor.
  enum Slot: Equatable {
    /// A key of a map.
    case key
    /// The value of a key of a map.
    case value(String)
    /// An item of a list, which a block list begins with a dash that is written already.
    case item
    /// A list's next item at the beginning of a line, still without its dash.
    case dash
    /// The first thing below a key: an item with its dash, a key, or a value.
    case start(String)
    /// The text after a `#`.
    case comment
  }

  /// From the file to the container of the slot.
  var path: [Step]
  var slot: Slot
  /// The word at the cursor that a completion replaces; empty in white space.
  var word: Range<Int>
  /// The other keys of the container.
  var siblings: [String] = []
  /// Whether it stands inside brackets.
  var isFlow = false
}
