import Diagnostics
import Graph
import ModelSyntax

/// How often a layer is made and what its loop variables are each time.
struct LoopPlan {
  var count: Int
  /// The values pass by pass; a list that is too short leaves the rest poisoned.
  var variables: [(name: String, values: [ExpressionValue?])] = []

  func environment(ofPass pass: Int, around outer: Environment) -> Environment {
    let environment = Environment(parent: outer)
    environment.bind("i", to: .value(.int(pass)))
    for (name, values) in variables {
      let value = values.indices.contains(pass) ? values[pass] : nil
      environment.bind(name, to: value.map(Environment.Binding.value) ?? .poisoned)
    }
    return environment
  }
}

extension Elaborator {
  /// The passes of a loop; nil when their number cannot be known, which is reported.
  func plan(of loop: LayerSyntax.Loop, _ layer: LayerSyntax, in context: LayerContext, input: [ValueID]) -> LoopPlan? {
    let site = LayerSite(syntax: layer, context: context, input: input)
    switch loop {
    case .times(let written):
      guard let value = evaluate(written, at: site) else { return nil }
      if case .int(let count) = value.content, count >= 0 { return LoopPlan(count: count) }
      report(.notACount(value), at: site)
      return nil
    case .each(let entries, _): return plan(ofEach: entries, site)
    }
  }

  private func plan(ofEach entries: [WrittenEntry], _ site: LayerSite) -> LoopPlan? {
    var plan = LoopPlan(count: 0)
    var longest: WrittenEntry?
    var lengths: [(WrittenEntry, Int)] = []
    for entry in entries {
      guard let value = evaluate(entry.value, at: site) else {
        plan.variables.append((entry.key.value, []))
        continue
      }
      guard case .list(let items) = value.content else {
        report(.notAList(entry.key.value, value), at: site)
        plan.variables.append((entry.key.value, []))
        continue
      }
      for item in items where item.expressionValue == nil { report(.notALoopValue(entry.key.value, item), at: site) }
      plan.variables.append((entry.key.value, items.map(\.expressionValue)))
      lengths.append((entry, items.count))
      if longest == nil || items.count > plan.count { (longest, plan.count) = (entry, items.count) }
    }
    guard let longest else { return nil }
    for (entry, length) in lengths where length != plan.count {
      report(
        .unequalLists(
          short: entry.key.value, length, at: entry.value.span, long: longest.key.value, plan.count, longest.value.span),
        at: site)
    }
    return plan
  }
}
