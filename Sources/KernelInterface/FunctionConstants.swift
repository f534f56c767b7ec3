/// The constants of a function of elements, such as the slope of leaky ReLU; a function ignores what it has not.
package struct FunctionConstants: Hashable, Sendable {
  package var alpha: Float
  package var beta: Float

  package init(alpha: Float = 0, beta: Float = 0) {
    self.alpha = alpha
    self.beta = beta
  }
}
