import Analysis
import Diagnostics
import Elaborator
import Graph

/// The number of channels that a broken promise about a shape names, for the layers that its labels show.
enum PromisedChannels {
  static func candidates(for error: Diagnostic, _ model: Model, _ sites: [EditSite]) -> [RepairCandidate] {
    guard error.code == .shapeExpectation, let promised = promisedChannels(of: error, in: model),
      case .int(let count) = promised.content
    else { return [] }
    let text = model.sources.text(of: promised.span)
    let makers = Set(error.labels.map(\.span))
    return sites.compactMap { site in
      guard let keyword = site.keyword, makers.contains(keyword), site.position == nil, site.value != count,
        site.name == "out_channels" || site.name == "out_features"
      else { return nil }
      let fix = Fix("change \(site.name) to \(text)", safety: .unsafe, edits: [Edit(site.span, text)])
      var candidate = RepairCandidate(fix, score: 8)
      candidate.label = Label(site.span, "\(text) here mends it")
      return candidate
    }
  }

  /// The second element of the shape that an error is about.
  private static func promisedChannels(of error: Diagnostic, in model: Model) -> AttributeValue? {
    var values = model.elaboration.sections.expect.map(\.value)
    values += model.elaboration.layerExpectations.map(\.written)
    for value in values {
      if case .map(let entries) = value.content { values += entries.map(\.value) }
    }
    guard case .list(let sizes)? = values.first(where: { $0.span == error.primary.span })?.content, sizes.count > 1
    else { return nil }
    return sizes[1]
  }
}
