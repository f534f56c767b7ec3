package import Diagnostics
import Graph
import Tensors

extension Elaborator {
  /// Whether a size or the number of known elements does not fit; such sizes become unknown, so that nothing follows.
  func silenceOverflow(in types: inout [TensorType]) -> Bool {
    var isTooLarge = false
    for index in types.indices {
      guard let shape = types[index].shape else { continue }
      var bytes = 8
      var overflows = false
      for dimension in shape.dimensions {
        switch dimension {
        case .known(let size):
          let (product, overflow) = bytes.multipliedReportingOverflow(by: size)
          (bytes, overflows) = (product, overflows || overflow)
        case .overflow: overflows = true
        case .symbolic, .unknown: break
        }
      }
      guard overflows else { continue }
      isTooLarge = true
      types[index].shape = Shape(shape.dimensions.map { _ in .unknown })
    }
    return isTooLarge
  }

  /// Adds the bytes of parameters to the model's; false the first time they do not fit.
  func countBytes(of parameters: [ParameterDeclaration]) -> Bool {
    for parameter in parameters {
      guard let total = parameterBytes else { return true }
      var bytes = parameter.dtype.byteCount
      var overflows = false
      for size in parameter.sizes {
        let (product, overflow) = bytes.multipliedReportingOverflow(by: size)
        (bytes, overflows) = (product, overflows || overflow)
      }
      let (sum, overflow) = total.addingReportingOverflow(bytes)
      if overflows || overflow {
        parameterBytes = nil
        return false
      }
      parameterBytes = sum
    }
    return true
  }
}

extension DiagnosticCode {
  package static let sizeTooLarge = DiagnosticCode(
    "E0390", "size-too-large",
    explanation: """
      The bytes of every tensor, and of all parameters together, must fit a 64-bit integer; symbolic sizes must stay
      readable expressions. No machine comes near.
      """,
    bad: """
      cnnc: 1
      model: enormous
      input: [N, 4000000000, 4000000000]
      layers:
        - relu
      """,
    good: """
      cnnc: 1
      model: large
      input: [N, 4000, 4000]
      layers:
        - relu
      """)

  package static let wrongInputCount = DiagnosticCode(
    "E0205", "wrong-input-count",
    explanation: """
      Every operator takes a fixed number of inputs, or at least some. A layer reads what the layer before puts out:
      after a layer with several outputs, or for several inputs, `from` chooses.
      """,
    bad: """
      cnnc: 1
      model: relu_of_two
      input: [N, 8]
      layers:
        - relu: {name: a}
        - relu: {from: [a, input]}
      """,
    good: """
      cnnc: 1
      model: relu_of_one
      input: [N, 8]
      layers:
        - relu: {name: a}
        - relu: {from: a}
      """)
}

extension Diagnostic {
  static func sizeTooLarge(at span: Span) -> Diagnostic {
    Diagnostic(.sizeTooLarge, "the output must be smaller: its size does not fit a 64-bit integer", at: Label(span))
  }

  static func tooManyParameters(at span: Span) -> Diagnostic {
    Diagnostic(
      .sizeTooLarge, "the parameters must be fewer: their bytes do not fit a 64-bit integer", at: Label(span))
  }

  static func wrongInputCount(_ kind: OperatorKind, given: Int, at span: Span) -> Diagnostic {
    let takes =
      kind.arity.count == 1
      ? counted(kind.arity.lowerBound, "input")
      : kind.arity.upperBound > 1_000
        ? "\(counted(kind.arity.lowerBound, "input")) or more"
        : "\(kind.arity.lowerBound) to \(kind.arity.upperBound) inputs"
    return Diagnostic(
      .wrongInputCount, "'\(kind.name)' takes \(takes), and gets \(given)", at: Label(span),
      help: ["say with 'from' what it reads"])
  }
}
