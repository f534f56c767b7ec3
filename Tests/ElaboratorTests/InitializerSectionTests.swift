import Diagnostics
import Elaborator
import Graph
import Testing

@Suite struct InitializerSectionTests {
  @Test("Rules scale by PyTorch's fans and gains")
  func rules() {
    // The weight is [6, 4, 3, 1]: fan_in is 12, fan_out 18.
    #expect(weight("kaiming_normal") == .normal(mean: 0, standardDeviation: 2.0.squareRoot() / 12.0.squareRoot()))
    #expect(
      weight("{kaiming_normal: {mode: fan_out, nonlinearity: relu}}")
        == .normal(mean: 0, standardDeviation: 2.0.squareRoot() / 18.0.squareRoot()))
    #expect(
      weight("{kaiming_normal: {nonlinearity: tanh}}")
        == .normal(mean: 0, standardDeviation: 5.0 / 3 / 12.0.squareRoot()))
    // The default of torch.nn.Conv2d is 1 / sqrt(fan_in).
    guard case .uniform(let low, let high) = weight("{kaiming_uniform: {a: 2.23606797749979}}") else {
      Issue.record("kaiming_uniform is uniform")
      return
    }
    #expect(abs(high - 1 / 12.0.squareRoot()) < 1e-12 && low == -high)
    #expect(weight("xavier_normal") == .normal(mean: 0, standardDeviation: (2.0 / 30).squareRoot()))
    #expect(
      weight("{xavier_uniform: {gain: 2}}") == .uniform(bound: 3.0.squareRoot() * (2 * (2.0 / 30).squareRoot())))
    #expect(weight("zeros") == .constant(0))
    #expect(weight("ones") == .constant(1))
    #expect(weight("{constant: 0.5}") == .constant(0.5))
    #expect(weight("{constant: {val: 2}}") == .constant(2))
    #expect(weight("{normal: {std: 0.01}}") == .normal(mean: 0, standardDeviation: 0.01))
    #expect(weight("uniform") == .uniform(low: 0, high: 1))
    #expect(weight("trunc_normal") == .truncatedNormal(mean: 0, standardDeviation: 1, low: -2, high: 2))
    #expect(weight("{orthogonal: {gain: 3}}") == .orthogonal(gain: 3))
  }

  @Test("Parameters can be named; those that are not, and other operators, keep PyTorch's defaults")
  func namedParameters() {
    let graph = elaborated("{bias: zeros}").graph
    #expect(graph?.parameters[1].declaration.initializer == .constant(0))
    #expect(graph?.parameters[0].declaration.initializer == .uniform(bound: 1 / 12.0.squareRoot()))
  }

  @Test(
    "Each mistake is one finding with a suggestion",
    arguments: [
      ("kaiming_nomal", "'init' must give a rule that there is: 'kaiming_nomal' is none", "kaiming_normal"),
      (
        "{kaiming_nomal: {mode: fan_in}}", "'init' must give a rule that there is: 'kaiming_nomal' is none",
        "kaiming_normal"
      ),
      ("{wieght: zeros}", "'init' must name a weight of 'conv2d' or a rule: 'wieght' is neither", "weight"),
      (
        "{bias: xavier_normal}", "this rule scales by two axes of a weight and must have them: 'bias' has one", nil
      ),
      (
        "{kaiming_normal: {mod: fan_in}}",
        "'kaiming_normal' has no attribute 'mod': it takes mode, nonlinearity, a", "mode"
      ),
      (
        "{kaiming_normal: {mode: fan_on}}", "'mode' must be one of fan_in, fan_out: found the string 'fan_on'", "fan_in"
      ),
      ("{normal: {std: -1}}", "'std' must be at least 0: found -1", nil),
      ("{orthogonal: {gain: x}}", "'gain' must be a finite number: found the string 'x'", nil),
      ("constant", "'constant' must have a map of val, or one number", nil),
      ("{uniform: {a: 2}}", "'a' must be at most 'b': 2.0 is above 1.0", nil),
      (
        "{trunc_normal: {a: 9, b: 10}}",
        "the interval from 'a' to 'b' must keep a hundredth of the distribution: [9.0, 10.0] keeps less", nil
      ),
    ])
  func mistakes(written: String, message: String, suggestion: String?) {
    let findings = elaborated(written).diagnostics
    #expect(findings.map(\.message) == [message])
    #expect(findings.map(\.code) == [.initializer])
    if let suggestion { #expect(findings.first?.help.contains { $0.contains("'\(suggestion)'") } == true) }
  }

  @Test("Operators without weights have no initialiser")
  func withoutWeights() {
    let findings = elaborated("zeros", for: "relu").diagnostics
    #expect(findings.map(\.message) == ["'init' must name operators with weights: 'relu' has none"])
  }

  private func weight(_ written: String) -> Initializer? {
    let elaboration = elaborated(written)
    #expect(elaboration.diagnostics.isEmpty)
    return elaboration.graph?.parameters[0].declaration.initializer
  }

  private func elaborated(_ written: String, for operation: String = "conv2d") -> Elaboration {
    let text = """
      cnnc: 1
      model: example
      input: [N, 4, 8, 8]
      layers:
        - conv2d: {out_channels: 6, kernel_size: [3, 1]}
        - relu
      init:
        \(operation): \(written)
      """
    var sources = SourceMap()
    return elaborate(text: SourceText(path: "m.yaml", text: text), sources: &sources) { _ in .failed("no such file") }
  }
}
