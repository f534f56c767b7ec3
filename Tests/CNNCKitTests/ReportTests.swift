import CNNCKit
import Diagnostics
import Formats
import Tensors
import Testing

@Suite struct ReportTests {
  @Test("a table fits the terminal by cutting the beginnings of what may shrink")
  func table() {
    var table = TextTable([.init("layer", canShrink: true), .init("bytes", isNumber: true)])
    table.append(["encoder.stage1.block2.conv", "1,024"])
    table.append(["fc", "8"])
    #expect(
      table.render()
        == "layer                       bytes\nencoder.stage1.block2.conv  1,024\nfc                              8\n")
    #expect(
      table.render(style: TextStyle(width: 20)) == "layer          bytes\n..block2.conv  1,024\nfc                 8\n")
  }

  @Test("values with commas and quotes are quoted, and Markdown's bars escaped")
  func delimited() {
    #expect(DelimitedText.csv([["a", "[N, 3]"], ["x\"y", "1"]]) == "a,\"[N, 3]\"\n\"x\"\"y\",1\n")
    #expect(
      DelimitedText.markdown(titles: ["a", "b"], rows: [["x|y", "1"]], numbersFrom: 1)
        == "| a | b |\n| --- | --: |\n| x\\|y | 1 |\n")
  }

  @Test("tensors are printed in nested brackets, long axes shortened")
  func tensors() {
    #expect(
      TensorText.text(of: Tensor([1, 2.5, -3, 4e9], sizes: [2, 2])) == "[[      1  2.5000]\n [     -3 4.000e9]]")
    #expect(TensorText.text(of: Tensor([7], sizes: [])) == "7")
    let long = TensorText.text(of: Tensor((0..<300).map(Float.init), sizes: [300]))
    #expect(long == "[  0   1   2 ... 297 298 299]")
    #expect(TensorText.text(of: Tensor([], sizes: [0])) == "[]")
    #expect(TensorText.text(of: Tensor([.nan, .infinity], sizes: [2])) == "[nan inf]")
  }

  @Test("health is good on this machine")
  func health() {
    let report = HealthReport()
    #expect(report.isHealthy, "\(report.text())")
    #expect(report.text().contains("reference  works"))
  }
}
