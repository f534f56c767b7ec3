/// Arguments of scaling rows to given lengths, `output = gain * input / |input|`, and of the gradients; a unit is one row.
package struct WeightNormArguments {
  package var input: UnsafePointer<Float>
  /// The length that each row gets.
  package var gain: UnsafePointer<Float>
  package var rowLength: Int
  /// The scaled rows, or the gradient by the input.
  package var output: UnsafeMutablePointer<Float>
  /// The gradient by the scaled rows; read by the gradient.
  package var upstream: UnsafePointer<Float>?
  /// The gradient by the lengths; written by the gradient.
  package var gainGradient: UnsafeMutablePointer<Float>?

  package init(
    input: UnsafePointer<Float>, gain: UnsafePointer<Float>, rowLength: Int, output: UnsafeMutablePointer<Float>,
    upstream: UnsafePointer<Float>? = nil, gainGradient: UnsafeMutablePointer<Float>? = nil
  ) {
    self.input = input
    self.gain = gain
    self.rowLength = rowLength
    self.output = output
    self.upstream = upstream
    self.gainGradient = gainGradient
  }
}
