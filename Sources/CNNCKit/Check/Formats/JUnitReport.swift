import Diagnostics

/// A test report in the XML of JUnit, which CI servers show: a test for each file.
///
/// A file fails by its errors, or by warnings that are denied; a file that cannot be read is an error of its test.
enum JUnitReport {
  static func xml(_ results: CheckResults) -> String {
    let failed = results.files.count { results.denies(FindingCounts($0.diagnostics)) }
    let totals = """
      tests="\(results.files.count + results.failures.count)" failures="\(failed)" errors="\(results.failures.count)"
      """
    let cases = results.files.map { test($0, results) } + results.failures.map(test)
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="cnnc" \(totals)>
        <testsuite name="cnnc check" \(totals) skipped="0">
      \(cases.joined())  </testsuite>
      </testsuites>

      """
  }

  private static func test(_ file: CheckedFile, _ results: CheckResults) -> String {
    guard !file.diagnostics.isEmpty else { return opening(file.path) + "/>\n" }
    let counts = FindingCounts(file.diagnostics)
    let text = XMLText.escaped(TextReport().render(file.diagnostics, in: file.sources, path: file.path))
    guard results.denies(counts) else {
      return opening(file.path) + ">\n      <system-out>\(text)</system-out>\n    </testcase>\n"
    }
    let worst = file.diagnostics.max { $0.severity < $1.severity }
    let type = worst.map { "\($0.code.id) \($0.code.name)" } ?? ""
    return opening(file.path) + ">\n" + """
            <failure message="\(XMLText.attribute("\(counts)"))" type="\(XMLText.attribute(type))">\(text)</failure>
          </testcase>

      """
  }

  private static func test(_ failure: CheckFailure) -> String {
    let phrase = XMLText.attribute(TerminalText.visible(failure.error.description))
    return opening(failure.path) + ">\n      <error message=\"\(phrase)\" type=\"unreadable\"/>\n    </testcase>\n"
  }

  private static func opening(_ path: String) -> String {
    let path = XMLText.attribute(TerminalText.visible(path))
    return "    <testcase classname=\"cnnc check\" name=\"\(path)\" file=\"\(path)\""
  }
}
