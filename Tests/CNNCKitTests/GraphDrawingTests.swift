import CNNCKit
import Graph
import TestSupport
import Testing

/// Drawings of networks.
@Suite struct GraphDrawingTests {
  /// The rectangles of one kind in a drawing.
  private func rectangles(_ kind: String, in svg: String) -> [[Double]] {
    let pattern = #/<rect class="([a-z ]+)" x="([-0-9.]+)" y="([-0-9.]+)" width="([0-9.]+)" height="([0-9.]+)"/#
    return svg.matches(of: pattern).filter { $0.1 == kind }.map { match in
      [match.2, match.3, match.4, match.5].compactMap { Double($0) }
    }
  }

  @Test("no box of the zoo lies on another, and every layer is drawn", arguments: Repository.models)
  func zoo(_ path: String) throws {
    let model = try Model(contentsOf: Repository.root + "/" + path)
    let svg = try GraphDrawing(model).text(.svg)
    let boxes = (rectangles("frame", in: svg) + rectangles("end", in: svg)).sorted { $0[1] < $1[1] }
    for (index, a) in boxes.enumerated() {
      for b in boxes[(index + 1)...] {
        if b[1] >= a[1] + a[3] { break }
        #expect(a[0] + a[2] <= b[0] || b[0] + b[2] <= a[0], "\(a) \(b)")
      }
    }
    let rows = svg.matches(of: #/<rect class="mark /#).count
    #expect(rows == (try model.validGraph()).nodes.count)
    #expect(try GraphDrawing(model).text(.svg) == svg)
  }

  @Test("every way of drawing names every scope and layer")
  func formats() throws {
    let model = try Model(contentsOf: Repository.root + "/models/resnet18.yaml")
    for format in [GraphDrawing.Format.dot, .mermaid] {
      let text = try GraphDrawing(model).text(format)
      let nodes = text.matches(of: format == .dot ? /(?m)^ *n[0-9]+ \[/ : /(?m)^ *n[0-9]+[\[(]/).count
      #expect(nodes == (try model.validGraph()).nodes.count + 2)
      #expect(text.matches(of: format == .dot ? /subgraph/ : /subgraph/).count == 15)
    }
  }

  @Test("scopes are one box below a depth, or by their path")
  func collapsed() throws {
    let model = try Model(contentsOf: Repository.root + "/models/resnet18.yaml")
    let outer = try GraphDrawing(model, DiagramDetail(depth: 0)).text(.mermaid)
    #expect(outer.contains("[[\"layer1<br/>14 layers<br/>[N, 64, 56, 56]\"]]"))
    #expect(!outer.contains("subgraph"))
    let one = try GraphDrawing(model, DiagramDetail(collapsed: ["layer3"])).text(.mermaid)
    #expect(one.contains("layer3<br/>16 layers"))
    #expect(one.contains("subgraph"))
    #expect(throws: ModelError.self) { try GraphDrawing(model, DiagramDetail(collapsed: ["layer9"])) }
  }
}
