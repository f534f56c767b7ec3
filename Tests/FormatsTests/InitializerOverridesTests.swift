import Diagnostics
import Formats
import Graph
import Operators
import Tensors
import Testing

@Suite struct InitializerOverridesTests {
  private static let graph: Graph = {
    var linear = Linear()
    linear.outFeatures = 6
    return Graph(layers: [
      (
        "fc", linear,
        [ParameterDeclaration("weight", [6, 4, 2], .constant(9)), ParameterDeclaration("bias", [6], .constant(9))]
      )
    ])
  }()

  @Test("Rules scale by PyTorch's fans and gains")
  func rules() {
    // fan_in = 4 * 2, fan_out = 6 * 2
    #expect(weight("kaiming_normal") == .normal(mean: 0, deviation: (2.0 / 8).squareRoot()))
    let fanOut = map("kaiming_normal", [("mode", .string("fan_out")), ("nonlinearity", .string("relu"))])
    #expect(weight(fanOut) == .normal(mean: 0, deviation: 2.0.squareRoot() / 12.0.squareRoot()))
    let slope = map("kaiming_uniform", [("a", .float(5.0.squareRoot()))])
    guard case .uniform(let low, let high) = weight(slope) else {
      Issue.record("kaiming_uniform is uniform")
      return
    }
    // torch.nn.Linear's default: 1 / sqrt(fan_in)
    #expect(abs(high - 1 / 8.0.squareRoot()) < 1e-12 && low == -high)
    #expect(weight("xavier_normal") == .normal(mean: 0, deviation: (2.0 / 20).squareRoot()))
    #expect(
      weight(map("xavier_uniform", [("gain", .int(2))]))
        == .uniform(low: -3.0.squareRoot() * 2 * 0.1.squareRoot(), high: 3.0.squareRoot() * 2 * 0.1.squareRoot()))
    #expect(weight("zeros") == .constant(0))
    #expect(weight("ones") == .constant(1))
    #expect(weight(map("constant", .float(0.5))) == .constant(0.5))
    #expect(weight(map("normal", [("std", .float(0.01))])) == .normal(mean: 0, deviation: 0.01))
    #expect(weight("uniform") == .uniform(low: 0, high: 1))
    #expect(weight("trunc_normal") == .truncatedNormal(mean: 0, deviation: 1, low: -2, high: 2))
    #expect(weight("orthogonal") == .orthogonal(gain: 1))
  }

  @Test("Parameters can be named, and those that are not keep their own initialiser")
  func namedParameters() {
    let written = value(.map([entry("bias", value(.string("zeros")))]))
    let (overrides, diagnostics) = read([entry("linear", written)])
    #expect(diagnostics.isEmpty)
    let graph = InitializerOverridesTests.graph
    #expect(overrides.rule(for: graph.parameters[0], in: graph) == nil)
    #expect(overrides.rule(for: graph.parameters[1], in: graph) == .fixed(.constant(0)))
  }

  @Test("Each mistake is one finding with a suggestion")
  func mistakes() {
    func check(_ code: DiagnosticCode, _ message: String, _ entry: AttributeValue.Entry, help: [String] = []) {
      let diagnostics = read([entry]).diagnostics
      #expect(diagnostics.map(\.message) == [message])
      #expect(diagnostics.map(\.code) == [code])
      #expect(diagnostics.first?.help == help)
    }
    let names =
      "zeros, ones, constant, uniform, normal, trunc_normal, kaiming_normal, kaiming_uniform, "
      + "xavier_normal, xavier_uniform, orthogonal"
    check(
      .unknownInitializer, "an initialiser must be one of \(names): found 'kaiming_nomal'",
      entry("linear", value(.string("kaiming_nomal"))), help: ["did you mean 'kaiming_normal'?"])
    check(
      .unknownInitializer, "an initialiser must be a name, or a map of one name and its attributes",
      entry("linear", value(.int(1))))
    check(
      .initializerTarget, "'init' must name operators: there is no 'linaer'", entry("linaer", value(.string("zeros"))),
      help: ["did you mean 'linear'?"])
    check(
      .initializerTarget, "'init' must name operators with weights: 'relu' has none of its own",
      entry("relu", value(.string("zeros"))))
    check(
      .initializerTarget, "'linear' must have what is initialised, 'weight' and 'bias': 'wieght' is none of it",
      entry("linear", value(.map([entry("wieght", value(.string("zeros")))]))), help: ["did you mean 'weight'?"])
    check(
      .initializerShape, "this initialiser must have two axes to scale by: 'fc.bias' is [6]",
      entry("linear", value(.map([entry("bias", value(.string("xavier_normal")))]))))
    check(
      .initializerAttribute, "'kaiming_normal' has no attribute 'mod': it takes mode, nonlinearity, a",
      entry("linear", map("kaiming_normal", [("mod", .string("fan_in"))])), help: ["did you mean 'mode'?"])
    check(
      .initializerAttribute, "'mode' must be one of fan_in, fan_out: found the string 'fan_on'",
      entry("linear", map("kaiming_normal", [("mode", .string("fan_on"))])), help: ["did you mean 'fan_in'?"])
    check(
      .initializerAttribute, "'std' must be at least 0: found -1.0",
      entry("linear", map("normal", [("std", .float(-1))])))
    check(
      .initializerAttribute, "'gain' must be a finite number: found the string 'x'",
      entry("linear", map("orthogonal", [("gain", .string("x"))])))
    check(
      .initializerAttribute, "'constant' must have a map of val, or one number",
      entry("linear", value(.string("constant"))))
    check(
      .initializerAttribute, "'a' must be at most 'b': 2.0 is above 1.0",
      entry("linear", map("uniform", [("a", .int(2))])))
    check(
      .initializerAttribute,
      "the interval from 'a' to 'b' must keep a hundredth of the distribution: [9.0, 10.0] keeps less",
      entry("linear", map("trunc_normal", [("a", .int(9)), ("b", .int(10))])))
  }

  private func weight(_ written: AttributeValue) -> WeightDistribution? {
    let graph = InitializerOverridesTests.graph
    let (overrides, diagnostics) = read([entry("linear", written)])
    #expect(diagnostics.isEmpty)
    return overrides.rule(for: graph.parameters[0], in: graph)?.distribution(for: [6, 4, 2])
  }

  private func weight(_ name: String) -> WeightDistribution? { weight(value(.string(name))) }

  private func read(_ entries: [AttributeValue.Entry]) -> (overrides: InitializerOverrides, diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let overrides = InitializerOverrides(
      reading: entries, for: InitializerOverridesTests.graph, reporting: &diagnostics)
    return (overrides, diagnostics)
  }

  private func value(_ content: AttributeValue.Content) -> AttributeValue {
    AttributeValue(content, at: Span(Graph.source, 0..<1))
  }

  private func entry(_ key: String, _ value: AttributeValue) -> AttributeValue.Entry {
    AttributeValue.Entry(key: key, keySpan: Span(Graph.source, 0..<1), value: value)
  }

  private func map(_ name: String, _ content: AttributeValue.Content) -> AttributeValue {
    value(.map([entry(name, value(content))]))
  }

  private func map(_ name: String, _ attributes: [(String, AttributeValue.Content)]) -> AttributeValue {
    map(name, .map(attributes.map { entry($0.0, value($0.1)) }))
  }
}
