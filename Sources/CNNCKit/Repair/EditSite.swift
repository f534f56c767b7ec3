import Diagnostics

/// A number that stands literally in a model file, where a repair may write another.
struct EditSite {
  /// What the number belongs to.
  enum Owner: Hashable {
    case operation(String)
    case defaults(String)
    /// An argument of a block, or the default of its param.
    case block(String)
    case params
    case loop
    case repetition
  }

  var owner: Owner
  /// The attribute, param or loop variable.
  var name: String
  var span: Span
  var value: Int
  /// The name of the operator or block whose layer it stands in.
  var keyword: Span?
  /// The other integers of the same map, by name.
  var companions: [String: Int] = [:]
  /// The list that it is an element of, and its place there.
  var list: [Int] = []
  var position: Int?

  let quantity: Quantity

  init(
    owner: Owner, name: String, span: Span, value: Int, keyword: Span? = nil, companions: [String: Int] = [:]
  ) {
    self.owner = owner
    self.name = name
    self.span = span
    self.value = value
    self.keyword = keyword
    self.companions = companions
    let isPooled = if case .operation(let operation) = owner { operation.hasPrefix("adaptive") } else { false }
    quantity = isPooled ? .pooledSize : Quantity(name: name, value: value)
  }

  /// What sites have in common whose numbers mean the same.
  struct Likeness: Hashable {
    let owner: Owner
    let name: String

    /// Whether it is the window of a pool, which does nothing at size 1.
    var isPoolWindow: Bool {
      if case .operation(let operation) = owner { operation.contains("pool") && name == "kernel_size" } else { false }
    }
  }

  var likeness: Likeness { Likeness(owner: owner, name: name) }

  /// The numbers written around it, as what layers of one kind have in common.
  struct Form: Hashable {
    let likeness: Likeness
    let companions: [String: Int]
  }

  var form: Form { Form(likeness: likeness, companions: companions) }
}

extension EditSite {
  /// Whether it can change how many parameters there are: windows of pools, and how a window moves, do not.
  var countsParameters: Bool {
    switch quantity {
    case .stride, .padding, .dilation, .outputPadding, .size, .pooledSize, .axis: return false
    case .kernelSize, .groups, .channels, .count, .other: break
    }
    if case .operation(let name) = owner { return !name.contains("pool") && name != "upsample" }
    return true
  }
}

/// Kinds of numbers that have their own usual values; `pooledSize` is what an adaptive pool makes of any size.
enum Quantity: Hashable {
  case kernelSize, stride, padding, dilation, groups, outputPadding, channels, count, size, pooledSize, axis, other

  init(name: String, value: Int) {
    let name = name.lowercased()
    func has(_ part: String) -> Bool { name.contains(part) }
    if has("kernel") || name == "k" {
      self = .kernelSize
    } else if has("output_padding") {
      self = .outputPadding
    } else if has("stride") || name == "s" {
      self = .stride
    } else if has("pad") || name == "p" {
      self = .padding
    } else if has("dilation") {
      self = .dilation
    } else if has("group") {
      self = .groups
    } else if name == "axis" || name == "dim" || has("_dim") {
      self = .axis
    } else if has("channels") || has("features") || has("width") || has("filters") || has("planes") || name == "c"
      || name == "w" || name == "out" || name == "inner" || has("squeeze") || has("hidden")
    {
      self = .channels
    } else if has("size") || has("height") || has("resolution") {
      self = .size
    } else if has("depth") || has("repeat") || has("layers") || has("blocks") || has("chunks") || has("heads")
      || has("factor") || name == "d" || name == "n" || name == "t" || has("expan")
    {
      self = .count
    } else {
      self = value >= 16 ? .channels : .other
    }
  }
}
