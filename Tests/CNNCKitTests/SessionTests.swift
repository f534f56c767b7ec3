import CNNCKit
import TestSupport
import Testing

/// The library's own road from a file to numbers.
@Suite struct SessionTests {
  private static let digits = Repository.root + "/models/digits.yaml"

  private func image(_ digit: Int) throws -> [Float] {
    let bytes = try TestFile.read("\(Repository.root)/models/digits/digit-\(digit).bin")
    return stride(from: 0, to: bytes.count, by: 4).map { start in
      Float(bitPattern: (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) })
    }
  }

  @Test("the trained model knows real handwritten digits")
  func digits() throws {
    let session = try Session(try Model(contentsOf: Self.digits), batch: 10, threads: 2)
    #expect(session.inputs.map(\.sizes) == [[10, 1, 8, 8]])
    let output = try #require(try session.run(["input": try (0..<10).flatMap(image)])["fc"])
    #expect(output.sizes == [10, 10])
    for digit in 0..<10 {
      let scores = output.values[digit * 10..<digit * 10 + 10]
      #expect(scores.firstIndex(of: scores.max() ?? 0).map { $0 - scores.startIndex } == digit)
    }
  }

  @Test("findings say where and what")
  func findings() {
    let model = Model(text: "cnnc: 1\nmodel: m\ninput: [N, 3]\nlayers:\n  - rleu\n", path: "m.yaml")
    #expect(!model.isValid)
    let finding = model.findings[0]
    #expect(finding.severity == .error && finding.path == "m.yaml" && finding.line == 5 && finding.column == 5)
    #expect(finding.code == "E0201" && finding.text.contains("relu"))
    #expect(throws: ModelError.self) { _ = try Session(model) }
  }

  @Test("settings and sizes reach the model")
  func options() throws {
    let text = "cnnc: 1\nmodel: m\nparams: {k: 3}\ninput: [N, F]\nlayers:\n  - linear: {name: fc, out_features: $k}\n"
    let model = Model(text: text, options: ModelOptions(settings: ["k=5"], sizes: ["F": 4]))
    let session = try Session(model, batch: 2, threads: 1)
    #expect(try session.run(["input": [Float](repeating: 1, count: 8)])["fc"]?.sizes == [2, 5])
    #expect(throws: ModelError.self) { _ = try session.run(["input": [1]]) }
    #expect(throws: ModelError.self) { _ = try session.run(["image": [1]]) }
  }

  @Test("a file that is not there is an error that says so")
  func missing() {
    #expect {
      _ = try Model(contentsOf: "/nonexistent/m.yaml")
    } throws: { error in
      "\(error)" == "cannot read '/nonexistent/m.yaml': no such file or directory"
    }
  }
}
