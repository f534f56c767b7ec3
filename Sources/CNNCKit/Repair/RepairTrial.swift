import Analysis
import Diagnostics
import Elaborator
import Graph

/// What is left of the errors of a file after edits to it.
struct RepairOutcome {
  /// Errors by their codes and where they were before the edits; not all of them where the trial stopped at the first.
  var errors: Set<ErrorPlace>
  /// Warnings and notes.
  var remarks: Int
  /// The elements of all weights; nil when the network could not be made.
  var parameterCount: Int?

  var checks: Bool { errors.isEmpty }
}

/// An error as it is known again after an edit elsewhere.
struct ErrorPlace: Hashable {
  let code: DiagnosticCode
  let source: Int
  let offset: Int

  init(_ error: Diagnostic, after edits: [Edit] = []) {
    code = error.code
    source = error.primary.span.source.index
    offset = edits.original(of: error.primary.span).lower
  }
}

/// Makes edits to the files of a model and checks them as a whole, as long as the work allowed is not used up.
struct RepairTrials {
  /// The layers that all trials of a file may make together.
  private static let layerLimit = 30_000
  static let trialLimit = 300
  /// The layers that could be made in the time that finding an error takes.
  private static let errorCost = 20
  /// A file of more layers is only tried with what its errors propose.
  private static let largestSearch = 3000

  private let model: Model
  /// How many trials are left.
  private(set) var left: Int
  private var known: [[Edit]: RepairOutcome] = [:]

  /// - Parameter errors: how many errors the file has, each of which every trial finds again.
  init(_ model: Model, errors: Int) {
    self.model = model
    let layers = model.graph?.nodes.count ?? 0
    let work = max(1, layers + Self.errorCost * (errors - 1))
    left = layers > Self.largestSearch ? 2 : min(Self.trialLimit, Self.layerLimit / work)
  }

  /// What checking finds after the edits; nil when they overlap or no further trial is allowed.
  mutating func outcome(of edits: [Edit], stopsAtError: Bool) -> RepairOutcome? {
    if let outcome = known[edits] { return outcome }
    guard left > 0, let edited = model.edited(edits, stopsAtError: stopsAtError) else { return nil }
    left -= 1
    let errors = edited.diagnostics.filter { $0.severity == .error }
    let isWhole = edited.graph != nil && !edited.elaboration.diagnostics.hasErrors
    let outcome = RepairOutcome(
      errors: Set(errors.map { ErrorPlace($0, after: edits) }),
      remarks: edited.diagnostics.count - errors.count,
      parameterCount: isWhole ? edited.graph?.parameterCount : nil)
    known[edits] = outcome
    return outcome
  }
}

extension Graph {
  /// The elements of all weights; sums that do not fit count as the largest number.
  var parameterCount: Int {
    parameters.filter { $0.declaration.role == .weight }.reduce(0) { sum, parameter in
      let count = parameter.declaration.sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
      return sum.addingReportingOverflow(count).partialValue
    }
  }
}
