import TestSupport

/// The symbol table of a compiled file (ELF, 64 bits, little-endian).
struct ObjectFile {
  struct Symbol {
    let name: String
    let isWeak: Bool
    let isFunction: Bool
    let isDefined: Bool
  }

  struct Malformed: Error {
    let reason: String
  }

  let symbols: [Symbol]

  /// The compiled files of a target: those of this build and, where `make build` has run, those of the product, which
  /// is compiled without the access that tests have.
  static func paths(ofTarget target: String) -> [String] {
    let builds = [TestFile.parent(of: CommandRun.cnnc), Repository.root + "/.build/release"]
    return builds.flatMap { build in
      let folder = "\(build)/\(target).build"
      return TestFile.files(below: folder, withExtension: "o").map { folder + "/" + $0 }
    }
  }

  init(path: String) throws {
    let bytes = try TestFile.read(path)
    func number(_ offset: Int, _ size: Int) -> Int {
      bytes[offset..<offset + size].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    guard bytes.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else {
      throw Malformed(reason: "\(path) is no object file of 64 bits")
    }
    let sections = number(0x28, 8)
    let sectionSize = number(0x3A, 2)
    let symbolTableKind = 2
    // Many sections make the count overflow into the first section's size.
    let count = number(0x3C, 2) == 0 ? number(sections + 0x20, 8) : number(0x3C, 2)
    guard
      let table = (0..<count).map({ sections + $0 * sectionSize })
        .first(where: { number($0 + 4, 4) == symbolTableKind })
    else {
      throw Malformed(reason: "\(path) has no symbols")
    }
    let names = number(sections + number(table + 0x28, 4) * sectionSize + 0x18, 8)
    symbols = stride(from: number(table + 0x18, 8), to: number(table + 0x18, 8) + number(table + 0x20, 8), by: 24)
      .map { entry in
        let name = bytes[(names + number(entry, 4))...].prefix { $0 != 0 }
        let info = bytes[entry + 4]
        return Symbol(
          name: String(decoding: name, as: UTF8.self), isWeak: info >> 4 == 2, isFunction: info & 0xF == 2,
          isDefined: number(entry + 6, 2) != 0)
      }
  }
}
