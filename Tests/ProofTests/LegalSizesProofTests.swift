import Diagnostics
import Glibc
import TestSupport
import Testing

/// The solver of legal sizes against inference with numbers, by brute force.
@Suite("Legal sizes, proven by brute force")
struct LegalSizesProofTests {
  /// How many random networks are tried; `make prove` prints what came of them.
  static var count: Int { getenv("CNNC_PROOF_COUNT").flatMap { Int(String(cString: $0)) } ?? 2000 }

  /// Networks whose files compute attributes from the size of a layer's input, so that it must be a number.
  static let sizedNetworks = ["models/attention/coatnet_small.yaml", "models/detection/ssd300_vgg16.yaml"]

  @Test("every network of the zoo accepts exactly the sizes that the solver says", arguments: Repository.models)
  func zoo(_ path: String) throws {
    let file = Repository.root + "/" + path
    let text = SourceText(path: path, text: try TestFile.text(file))
    let proof = SizeProof(text, folder: TestFile.parent(of: file) + "/")
    #expect((proof == nil) == Self.sizedNetworks.contains(path), "sizes can be symbols")
    guard let proof else { return }
    let result = proof.run()
    #expect(result.disagreements == [])
    #expect(result.accepted > 0)
    print("proof: \(path): \(result.tried) sizes, \(result.accepted) accepted")
  }

  @Test("random networks accept exactly the sizes that the solver says", arguments: 0..<8)
  func random(_ part: Int) {
    var result = SizeProof.Result()
    var networks = 0
    var seed = UInt64(part)
    while networks < Self.count / 8 {
      var network = RandomNetwork(seed: seed)
      let text = network.text()
      seed += 8
      guard let proof = SizeProof(SourceText(path: "seed \(seed - 8)", text: text), folder: "") else { continue }
      networks += 1
      let one = proof.run()
      #expect(one.disagreements == [], "\(text)")
      result += one
    }
    print(
      "proof: random networks, part \(part + 1) of 8: \(networks) networks of \(seed / 8) texts, \(result.tried) sizes,"
        + " \(result.accepted) accepted")
  }
}
