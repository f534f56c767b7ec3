import Formats
import Testing

@Suite struct JSONTests {
  @Test("A document is read with exact integers, ordered keys and every escape")
  func parsing() throws {
    let text = #" {"b": [1, -2, 1.0, 1e-3, true, false, null], "a": "\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00é"} "#
    let value = try JSON(parsing: text)
    let numbers: JSON = [1, -2, .double(1), .double(0.001), true, false, nil]
    #expect(value == ["b": numbers, "a": "\"\\/\u{8}\u{C}\n\r\té😀é"])
    #expect(value["b"]?.elements?[0].int == 1)
    #expect(value["b"]?.elements?[2].int == nil)
    #expect(value["b"]?.elements?[2].double == 1)
    #expect(value["missing"] == nil)
    #expect(try JSON(parsing: "9223372036854775807") == .int(.max))
    #expect(try JSON(parsing: "-9223372036854775808") == .int(.min))
    #expect(try JSON(parsing: "-0").double?.sign == .minus)
  }

  @Test(
    "What is not JSON is refused with the byte where it goes wrong",
    arguments: [
      ("", "expected a value at byte 0"), ("[1,]", "expected a value at byte 3"),
      ("[1 2]", "expected ',' or ']' at byte 3"),
      ("{\"a\":1,\"a\":2}", "the key 'a' occurs twice at byte 7"), ("{a:1}", "expected a key in quotes at byte 1"),
      ("{\"a\" 1}", "expected ':' at byte 5"), ("{\"a\":1", "expected ',' or '}' at byte 6"),
      ("01", "not a number at byte 0"),
      ("1.", "not a number at byte 0"), ("-", "not a number at byte 0"), ("1e", "not a number at byte 0"),
      (".5", "expected a value at byte 0"), ("1e999", "a number out of range at byte 0"),
      ("9223372036854775808", "a number out of range at byte 0"), ("nul", "expected a value at byte 0"),
      ("1 2", "text after the value at byte 2"), ("\"a", "a string without an end at byte 0"),
      ("\"\\x\"", "an invalid escape at byte 1"), ("\"\\u12g4\"", "an invalid escape at byte 1"),
      ("\"\\ud800\"", "an unpaired surrogate at byte 1"), ("\"\\ud800\\u0041\"", "an unpaired surrogate at byte 1"),
      ("\"\n\"", "a control character in a string at byte 1"),
      (String(repeating: "[", count: 65), "nested more than 64 levels deep at byte 64"),
    ])
  func refusal(text: String, message: String) {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.description == message)
  }

  @Test("Invalid UTF-8 is refused")
  func invalidUTF8() {
    let error = #expect(throws: JSONError.self) { try JSON(parsing: [0x22, 0xFF, 0x22]) }
    #expect(error?.problem == .invalidUTF8)
  }

  @Test("Compact text keeps the order of keys, escapes what must be, and writes NaN and infinity as null")
  func compact() throws {
    let value: JSON = ["z": 1, "a": [1.5, .double(1e-7), .double(.nan), .double(.infinity)], "t": "a\"\\\n\u{1}é/"]
    #expect(value.serialized() == #"{"z":1,"a":[1.5,1e-07,null,null],"t":"a\"\\\n\u0001é/"}"#)
    #expect(JSON.float(0.1).serialized() == "0.1")
    #expect(JSON.float(.nan).serialized() == "null")
    #expect(try JSON(parsing: JSON.double(0.1 + 0.2).serialized()) == .double(0.1 + 0.2))
  }

  @Test("Pretty text is indented by two spaces with plain lists on one line")
  func pretty() {
    let value: JSON = ["shape": ["N", 3], "layers": [["path": "a"]], "none": [], "empty": [:]]
    #expect(
      value.serialized(pretty: true)
        == """
        {
          "shape": ["N", 3],
          "layers": [
            {
              "path": "a"
            }
          ],
          "none": [],
          "empty": {}
        }
        """)
  }
}
