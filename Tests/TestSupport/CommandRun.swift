import Glibc

/// One run of a program with what it printed and how it ended.
package struct CommandRun: Sendable {
  package let status: Int
  package let output: [UInt8]
  package let errors: String

  package var text: String { String(decoding: output, as: UTF8.self) }

  /// The `cnnc` that was built beside the tests.
  package static let cnnc: String = {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &path, path.count)
    let executable = String(decoding: path.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return TestFile.parent(of: executable) + "/cnnc"
  }()

  /// Runs `cnnc` in a folder (the repository's root unless told otherwise) and waits for it.
  ///
  /// The environment is the one of the tests with the given variables set, and an empty cache folder.
  package static func cnnc(
    _ arguments: [String], input: [UInt8] = [], folder: String = Repository.root, environment: [String: String] = [:]
  ) throws -> CommandRun {
    let environment = ["XDG_CACHE_HOME": "/var/empty"].merging(environment) { _, given in given }
    return try CommandRun(executable: cnnc, arguments, input: input, folder: folder, environment: environment)
  }

  package init(
    executable: String, _ arguments: [String], input: [UInt8] = [], folder: String = Repository.root,
    environment: [String: String] = [:]
  ) throws {
    let exchange = try TestFile.makeTemporaryFolder()
    let files = ["in", "out", "err"].map { exchange + "/" + $0 }
    defer {
      for file in files { TestFile.remove(file) }
      rmdir(exchange)
    }
    try TestFile.write(input, to: files[0])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, files[0], O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, files[1], O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, files[2], O_WRONLY | O_CREAT, 0o600)
    // Glibc's module hides the call that sets a child's folder, so `env` does it.
    let command = ["/usr/bin/env", "-C", folder, executable] + arguments
    status = try Self.spawn(command, Self.environment(with: environment), &actions)
    output = try TestFile.read(files[1])
    errors = try TestFile.text(files[2])
  }

  /// Starts a process and waits; a process that a signal ended has 128 and the signal's number as status, as in shells.
  private static func spawn(
    _ arguments: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t
  ) throws -> Int {
    var argumentPointers = arguments.map { strdup($0) } + [nil]
    var environmentPointers = environment.map { strdup($0) } + [nil]
    defer { for pointer in argumentPointers + environmentPointers { free(pointer) } }
    var process = pid_t()
    let code = posix_spawn(&process, arguments[0], &actions, nil, &argumentPointers, &environmentPointers)
    guard code == 0 else {
      throw TestFile.Failure(description: "cannot start \(arguments[0]): \(String(cString: strerror(code)))")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  private static func environment(with changes: [String: String]) -> [String] {
    var variables: [String] = []
    var pointer = environ
    while let entry = pointer.pointee {
      let variable = String(cString: entry)
      if changes[String(variable.prefix { $0 != "=" })] == nil { variables.append(variable) }
      pointer += 1
    }
    return variables + changes.map { "\($0.key)=\($0.value)" }
  }
}
