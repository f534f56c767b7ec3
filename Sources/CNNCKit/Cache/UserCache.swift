import Glibc

/// The folder of what this program can find again by itself: `cnnc` below `XDG_CACHE_HOME`, or below `~/.cache`.
package enum UserCache {
  /// The path of a file or folder in it; nil without a home.
  package static func path(of name: String) -> String? {
    (folder("XDG_CACHE_HOME") ?? folder("HOME").map { "\($0)/.cache" }).map { "\($0)/cnnc/\(name)" }
  }

  private static func folder(_ variable: String) -> String? {
    getenv(variable).map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil }
  }
}
