import Diagnostics
import Elaborator
import Graph

/// By how much a network misses the counts that its file promises: what that says about the numbers in the file.
struct PromiseGap {
  /// What must be added to the number of parameters; 0 when it is the promised one.
  private let parameters: Int
  /// What must be added to the multiply-accumulates; nil when that is not known.
  private let operations: Int?
  /// The weights of each layer by the place of its kernel's size.
  private var kernels: [Span: [(elements: Int, rank: Int)]] = [:]

  /// nil where the file promises no number of parameters, or the error is about something else than promises.
  init?(_ model: Model, error: Diagnostic) {
    guard error.isBrokenPromise, let graph = model.graph,
      let promise = model.elaboration.sections.expect.first(where: { $0.key == "params" })?.value
    else { return nil }
    let isBroken = model.diagnostics.contains { $0.isBrokenPromise && $0.primary.span == promise.span }
    if case .int(let promised) = promise.content {
      let (gap, overflows) = promised.subtractingReportingOverflow(graph.parameterCount)
      if overflows { return nil }
      parameters = gap
    } else {
      parameters = isBroken ? -1 : 0
    }
    operations = Self.gap(in: model, of: "macs")
    for node in graph.nodes {
      guard let place = node.origin.attributes["kernel_size"],
        let weight = node.parameters.map({ graph[$0].declaration }).first(where: { $0.name == "weight" }),
        weight.sizes.count > 2
      else { continue }
      kernels[place, default: []].append((weight.sizes.reduce(1, *), weight.sizes.count - 2))
    }
  }

  private static func gap(in model: Model, of key: String) -> Int? {
    guard let promise = model.elaboration.sections.expect.first(where: { $0.key == key })?.value,
      case .int(let promised) = promise.content,
      let broken = model.diagnostics.first(where: { $0.isBrokenPromise && $0.primary.span == promise.span }),
      let record = broken.fixes.first(where: \.isRecord)?.edits.first, let actual = Int(record.text)
    else { return nil }
    let (gap, overflows) = promised.subtractingReportingOverflow(actual)
    return overflows ? nil : gap
  }

  /// How much more plausible the gap makes another number at a place.
  func support(for value: Int, at site: EditSite) -> Double {
    if parameters == 0 { return site.countsParameters ? -2.5 : 1 + direction(of: value, at: site) }
    guard site.countsParameters else { return -2.5 }
    if let change = kernelChange(to: value, at: site) { return change == parameters ? 6 : -2 }
    let grows = (value > site.value) != (site.quantity == .groups)
    return grows == (parameters > 0) ? 1 : -3
  }

  /// Whether a number changes the multiply-accumulates the right way: a larger window leaves fewer positions.
  private func direction(of value: Int, at site: EditSite) -> Double {
    guard let operations, operations != 0 else { return 0 }
    let shrinks: Bool
    switch site.quantity {
    case .stride, .dilation, .kernelSize: shrinks = value > site.value
    case .padding, .outputPadding, .size, .pooledSize, .count: shrinks = value < site.value
    case .groups, .channels, .axis, .other: return 0
    }
    return shrinks == (operations < 0) ? 0.5 : -2
  }

  /// The parameters that another size of a kernel adds; nil where it is not known.
  private func kernelChange(to value: Int, at site: EditSite) -> Int? {
    guard site.position == nil, site.value > 0, value > 0, value < 100, let weights = kernels[site.span] else {
      return nil
    }
    return weights.reduce(0) { sum, weight in
      let (old, new) = (power(site.value, weight.rank), power(value, weight.rank))
      return sum &+ (weight.elements / old &* new &- weight.elements)
    }
  }

  private func power(_ base: Int, _ exponent: Int) -> Int { (0..<exponent).reduce(1) { result, _ in result &* base } }
}
