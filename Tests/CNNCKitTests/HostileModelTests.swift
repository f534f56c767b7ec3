import CNNCKit
import Diagnostics
import Testing

/// Files that ask for more than any network has: check ends soon, and says what is wrong.
@Suite struct HostileModelTests {
  private func findings(_ layers: String, input: String = "[N, 3, 32, 32]") -> [String] {
    let model = Model(text: "cnnc: 1\nmodel: m\ninput: \(input)\nlayers:\n\(layers)\n", path: "m.yaml")
    return ModelCheck(model).diagnostics.filter { $0.severity == .error }.map(\.code.id)
  }

  @Test("a loop of more passes than layers are allowed ends", arguments: ["", ", when: false"])
  func loops(_ extra: String) {
    #expect(findings("  - {repeat: 9223372036854775807, relu: {}\(extra)}") == ["E0212"])
    let nested = "  - {repeat: 1000000, sequential: [{repeat: 1000000, relu: {}\(extra)}]}"
    #expect(findings(nested) == ["E0212"])
  }

  @Test(
    "numbers at the end of all numbers are findings",
    arguments: ["stride", "padding", "dilation", "groups", "kernel_size", "out_channels"],
    [Int.min, -Int.max, 1 << 61, Int.max])
  func numbers(_ attribute: String, _ value: Int) {
    var attributes = ["out_channels": 4, "kernel_size": 3]
    attributes[attribute] = value
    let text = attributes.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ")
    #expect(!findings("  - conv2d: {\(text)}").isEmpty)
  }

  @Test("a file with hundreds of errors keeps a finding for each")
  func manyErrors() {
    let layer = "  - conv2d: {out_channels: 4, kernel_size: 3, padding: 1, groups: 7}"
    let codes = findings(Array(repeating: layer, count: 300).joined(separator: "\n"))
    #expect(codes.count == 300)
  }
}
