/// What is decided outside a model file when it is read.
public struct ModelOptions: Sendable {
  /// New values for the file's params, each `name=value` with a YAML scalar or flow list as value.
  public var settings: [String]
  /// Sizes for symbols such as `N` and `H`; symbols without one stay symbolic.
  public var sizes: [String: Int]
  /// Whether spatial sizes of the inputs that are numbers become symbols.
  package var opensSizes = false

  public init(settings: [String] = [], sizes: [String: Int] = [:]) {
    self.settings = settings
    self.sizes = sizes
  }
}
