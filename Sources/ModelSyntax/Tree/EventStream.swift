import CYAML
import Diagnostics

/// libyaml's events of one text, with byte offsets for its marks.
///
/// The text must outlive the stream. After a failure no further event can be asked for.
struct EventStream: ~Copyable {
  /// What libyaml says of a text that is not YAML.
  struct Failure: Error {
    var problem: String
    var context: String
    /// Where it noticed.
    var offset: Int
    /// Where what it was reading began.
    var contextOffset: Int
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var marks: MarkOffsets
  /// Bytes before the text: those of a byte order mark.
  private let base: Int
  private(set) var event = yaml_event_t()

  /// nil when there is no memory.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, isASCII: Bool, base: Int) {
    parser = .allocate(capacity: 1)
    guard yaml_parser_initialize(parser) == 1 else {
      parser.deallocate()
      return nil
    }
    marks = MarkOffsets(bytes, isASCII: isASCII)
    self.base = base
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    var last = event
    yaml_event_delete(&last)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// Goes to the next event, which stays valid until the one after.
  mutating func advance() throws(Failure) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else { throw failure() }
  }

  mutating func offset(of mark: yaml_mark_t) -> Int { base + marks.offset(of: mark.index) }

  /// The byte range of the event by libyaml's marks.
  mutating func range() -> Range<Int> {
    let lower = offset(of: event.start_mark)
    return lower..<max(lower, offset(of: event.end_mark))
  }

  private mutating func failure() -> Failure {
    let state = parser.pointee
    return Failure(
      problem: state.problem.map { String(cString: $0) } ?? "",
      context: state.context.map { String(cString: $0) } ?? "",
      offset: offset(of: state.problem_mark),
      contextOffset: offset(of: state.context_mark))
  }
}
