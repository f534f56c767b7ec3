import Formats
import Graph

/// A network as a drawing: what `cnnc graph` prints.
package struct GraphDrawing: Sendable {
  package enum Format: String, CaseIterable, Sendable { case dot, mermaid, svg }

  private let diagram: Diagram

  /// The drawing of a model as far as it could be built; throws its findings when it has no layers.
  package init(_ model: Model, _ detail: DiagramDetail = DiagramDetail()) throws(ModelError) {
    guard let graph = model.graph else { throw ModelError(.findings(model.diagnostics, model.sources)) }
    let scopes = Set(graph.nodes.flatMap { DiagramBuilder.scopePaths(of: $0.path) })
    for path in detail.collapsed where !scopes.contains(path) {
      throw ModelError(.request("the model has no scope '\(path)'"))
    }
    diagram = DiagramBuilder.diagram(of: graph, detail)
  }

  package func text(_ format: Format) -> String {
    switch format {
    case .dot: DotWriter(diagram: diagram).text
    case .mermaid: MermaidWriter(diagram: diagram).text
    case .svg: SVGWriter.text(of: diagram)
    }
  }

  /// Writes the drawing to a file, all or nothing.
  package func write(_ format: Format, to path: String) throws(ModelError) {
    do { try AtomicFile.write(Array(text(format).utf8), to: path) } catch { throw ModelError(.file(error)) }
  }
}
