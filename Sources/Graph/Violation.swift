package import Diagnostics
package import Tensors

/// A broken constraint as an operator's shape rule reports it: without places, which the elaborator adds.
package struct Violation: Hashable, Sendable {
  /// What a label points at.
  package enum Subject: Hashable, Sendable {
    /// The value of an attribute; the operator's name when the file does not write it.
    case attribute(String)
    /// The layer that produces an input.
    case input(Int)
    /// The operator's name.
    case layer
  }

  package struct Remark: Hashable, Sendable {
    package var subject: Subject
    package var text: String
    package init(_ subject: Subject, _ text: String) {
      self.subject = subject
      self.text = text
    }
  }

  /// New values for attributes that would repair it.
  package struct Repair: Hashable, Sendable {
    package var title: String
    package var safety: Fix.Safety
    package var assignments: [Assignment]
    /// An attribute that has to go; the first assignment is written in its place.
    package var replaced: String?

    package struct Assignment: Hashable, Sendable {
      package var attribute: String
      package var value: AttributeLiteral
    }

    package init(
      _ title: String, safety: Fix.Safety, set attribute: String, to value: AttributeLiteral,
      inPlaceOf replaced: String? = nil
    ) {
      self.title = title
      self.safety = safety
      self.replaced = replaced
      assignments = [Assignment(attribute: attribute, value: value)]
    }
  }

  package var code: DiagnosticCode
  /// One phrase without a final period; the rule first, then the numbers that break it.
  package var message: String
  package var subject: Subject
  /// The text under the primary label.
  package var label: String
  package var remarks: [Remark]
  package var notes: [String]
  package var help: [String]
  package var repairs: [Repair]
  /// Numbers of channels that the first input might have instead, the nearest first.
  package var wantedChannels: [Int] = []
  /// What a rule demands of sizes with symbols: it is broken for those for which this does not hold.
  package var demand: Demand?

  package struct Demand: Hashable, Sendable {
    package var condition: SizeCondition
    /// Whether only training demands it.
    package var isForTraining: Bool
  }

  package init(
    _ code: DiagnosticCode, _ message: String, at subject: Subject = .layer, label: String = "",
    remarks: [Remark] = [], notes: [String] = [], help: [String] = [], repairs: [Repair] = []
  ) {
    self.code = code
    self.message = message
    self.subject = subject
    self.label = label
    self.remarks = remarks
    self.notes = notes
    self.help = help
    self.repairs = repairs
  }
}

extension [Violation] {
  /// Keeps in mind what a rule demands of sizes that depend on symbols; says nothing about sizes that are numbers, which
  /// their own checks report.
  package mutating func demand(
    _ condition: SizeCondition, _ code: DiagnosticCode, at subject: Violation.Subject = .layer,
    inTraining isForTraining: Bool = false
  ) {
    guard condition.isKnown, condition.holds == nil else { return }
    var violation = Violation(code, "", at: subject)
    violation.demand = Violation.Demand(condition: condition, isForTraining: isForTraining)
    append(violation)
  }

  /// Those that do not depend on symbols.
  package var certain: [Violation] { filter { $0.demand == nil } }
}
