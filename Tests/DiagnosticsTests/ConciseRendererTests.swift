import Diagnostics
import Testing

@Suite struct ConciseRendererTests {
  @Test("a finding is one line that starts with its place")
  func oneLine() {
    let example = ExampleFinding(path: "a.yaml", "x: 1\nté: 2\n")
    let finding = Diagnostic(
      ExampleFinding.code, "unknown key 'y'\nand more", at: Label(example.span("2", line: 2), "here"), notes: ["a note"]
    )
    #expect(
      ConciseRenderer().render(finding, in: example.sources) == "a.yaml:2:5: error[E0214]: unknown key 'y' and more\n")
  }
}
