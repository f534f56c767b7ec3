import CNNCKit
import Diagnostics
import Elaborator
import Graph
import Operators
import Passes
import TestSupport
import Testing

/// The models that come with the project.
@Suite struct ModelZooTests {
  @Test("every model checks without errors and warnings, and states what it expects", arguments: Repository.models)
  func check(_ path: String) throws {
    let model = try Model(contentsOf: Repository.root + "/" + path)
    #expect(model.isValid)
    #expect(ModelCheck(model).diagnostics.filter { $0.severity > .note }.map(\.message) == [])
    #expect(model.elaboration.sections.expect.contains { $0.key == "params" })
    #expect(model.elaboration.sections.expect.contains { $0.key == "macs" })
    #expect(GraphVerifier(try #require(model.graph)).problems() == [])
  }

  @Test("every model expands to a file that makes the same graph and expands to itself", arguments: Repository.models)
  func expand(_ path: String) throws {
    let model = try Model(contentsOf: Repository.root + "/" + path)
    let expansion = ModelExpansion(model).text
    let again = Model(text: expansion)
    #expect(again.isValid, "\(again.findings.map(\.text).joined(separator: "\n"))")
    #expect(ModelExpansion(again).text == expansion)
    #expect(GraphPrinter(try again.validGraph()).text() == GraphPrinter(try model.validGraph()).text())
  }

  @Test("every model has a memory plan for inference and training", arguments: Repository.models)
  func plan(_ path: String) throws {
    let model = try Model(contentsOf: Repository.root + "/" + path).concrete()
    let kernels = try selectedKernels()
    let inference = try model.plan(.inference, kernels: kernels)
    let training = try model.plan(.training, kernels: kernels)
    #expect(inference.lowerBound > 0 && inference.lowerBound <= inference.arenaByteCount)
    #expect(training.arenaByteCount > inference.arenaByteCount)
    #expect(inference.violations == [] && training.violations == [])
  }
}
