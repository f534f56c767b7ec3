import ArgumentParser
import CNNCKit

/// `cnnc fmt`: model files in the canonical layout.
struct Fmt: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt", abstract: "Lay model files out in the one canonical way; comments are kept.",
    discussion: """
      Folders are searched as by check; - reads the standard input and writes the result to the standard output. A file \
      that is not YAML is left as it is, and the exit status is 1. Shapes that --annotate writes are comments like \
      '#: [N, 64, 56, 56]'; they stay until they are renewed or removed.
      """)

  @Argument(help: ArgumentHelp("Model files, folders, or - for the standard input.", valueName: "path"))
  var paths: [String]

  @Flag(help: "Change nothing; name the files that would change, and exit with 1 if there are any.")
  var check = false

  @Flag(help: "Change nothing; show what would change, and exit with 1 if anything would.")
  var diff = false

  @Flag(help: "Write the shape of each layer's output behind it.")
  var annotate = false

  @Flag(help: "Remove the shapes that --annotate wrote.")
  var removeAnnotations = false

  @OptionGroup var settings: ModelSettings

  func validate() throws {
    if annotate, removeAnnotations {
      throw ValidationError("--annotate and --remove-annotations exclude each other")
    }
    if !annotate, !settings.settings.isEmpty || !settings.shapes.isEmpty {
      throw ValidationError("--set and --shape need --annotate")
    }
  }

  private var request: FormatRequest {
    annotate ? .annotate(settings.options) : removeAnnotations ? .removeAnnotations : .layout
  }

  func run() throws {
    let targets = CheckTargets(paths)
    var status = ExitStatus.success
    for failure in targets.failures { fail(.model(failure.error), &status) }
    for path in targets.files {
      do throws(CommandFailure) { try format(path, &status) } catch { fail(error, &status) }
    }
    if status != .success { throw CommandFailure.silent(status) }
  }

  private func fail(_ error: CommandFailure, _ status: inout ExitStatus) {
    error.report()
    status = max(status, error.status)
  }

  private func format(_ path: String, _ status: inout ExitStatus) throws(CommandFailure) {
    let file: FormattedFile
    do throws(ModelError) {
      file = path == "-" ? try FormattedFile(standardInput: request) : try FormattedFile(contentsOf: path, request)
    } catch {
      throw .model(error)
    }
    if check || diff {
      guard file.isChanged else { return }
      if diff { Terminal.write(file.difference) }
      if check { Terminal.write("would lay out \(file.path)\n") }
      status = max(status, .findings)
    } else if path == "-" {
      Terminal.write(file.text)
    } else if file.isChanged {
      do { try file.write() } catch { throw .model(error) }
      Terminal.write("laid out \(file.path)\n")
    }
  }
}
