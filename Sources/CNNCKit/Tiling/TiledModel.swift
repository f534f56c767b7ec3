package import Analysis
package import Graph
import Tensors

/// A model of known sizes, cut into tiles that are all of one size.
package struct TiledModel: Sendable {
  /// The network for the whole inputs, and for a tile of them; nodes and parameters are the same.
  package let whole: Graph
  package let tile: Graph
  /// The tiles along each spatial axis.
  package let axes: [AxisTiles]
  /// What a user should know about the sizes of the tiles, as phrases.
  package let notes: [String]

  /// Cuts a model whose sizes are numbers.
  ///
  /// - Parameter wanted: the size of tiles, for all axes or one for each. An axis that is no longer is not cut.
  ///
  /// Throws the finding when an axis that must be cut cannot be.
  package init(_ model: Model, wanted: [Int]) throws(ModelError) {
    let whole = try model.validGraph()
    let certificate = TilingCertificate(whole)
    guard !certificate.axes.isEmpty else {
      throw ModelError(.request("'\(model.name)' has no spatial axes to cut: its inputs are not [N, C, ...]"))
    }
    guard wanted.count == 1 || wanted.count == certificate.axes.count else {
      throw ModelError(
        .request("--tile has \(wanted.count) sizes, '\(model.name)' has \(certificate.axes.count) spatial axes"))
    }
    let outputs = whole.outputs.map { whole[$0.value].type.shape?.sizes ?? [] }
    var axes: [AxisTiles] = []
    var notes: [String] = []
    for (index, axis) in certificate.axes.enumerated() {
      let wanted = wanted.count == 1 ? wanted[0] : wanted[index]
      let sizes = outputs.map { $0.count > index + 2 ? $0[index + 2] : 1 }
      var tiles = AxisTiles(wholeOf: axis.size, outputSizes: sizes)
      if wanted < axis.size {
        let rule = try model.rule(axis, in: whole)
        let size = rule.tileSize(nearest: wanted)
        if size < rule.size { tiles = AxisTiles(rule, tileSize: size) }
        if size != wanted { notes.append(rule.note(wanted: wanted, taken: size, axis: axis.letter)) }
      }
      axes.append(tiles)
    }
    self.whole = whole
    self.axes = axes
    self.notes = notes
    switch whole.resized(toSpatial: axes.map { .known($0.tileSize) }) {
    case .types(let types): tile = whole.withTypes(types)
    case .refused(let node, let message):
      throw ModelError(.request("'\(whole[node].path)' does not take tiles of this size: \(message)"))
    }
  }

  /// The number of tiles.
  package var count: Int { axes.reduce(1) { $0 * $1.tiles.count } }

  /// The number and the size of tiles: `6 tiles of 512 x 512 (2 x 3)`.
  package var summary: String {
    let sizes = axes.map { "\($0.tileSize)" }.joined(separator: " x ")
    if count == 1 { return "1 tile of \(sizes), the whole" }
    return "\(count) tiles of \(sizes) (" + axes.map { "\($0.tiles.count)" }.joined(separator: " x ") + ")"
  }
}

extension TileRule {
  /// Why tiles have another size than was wanted.
  fileprivate func note(wanted: Int, taken: Int, axis: String) -> String {
    if taken == size { return "\(axis) is not cut: tiles must have at least \(minimum) cells of it, not \(wanted)" }
    if wanted < minimum { return "tiles have \(taken) cells of \(axis), not \(wanted), which would add nothing" }
    let rest = size % step
    let rule = rest == 0 ? "a multiple of \(step)" : "\(rest) more than a multiple of \(step), as the whole is"
    return "tiles have \(taken) cells of \(axis), not \(wanted): their size is \(rule)"
  }
}

extension Model {
  fileprivate func rule(_ axis: TilingCertificate.Axis, in graph: Graph) throws(ModelError) -> TileRule {
    switch axis.verdict {
    case .tileable(let rule): return rule
    case .forbidden(let obstacle):
      throw ModelError(.findings([obstacle.diagnostic(axis: axis.letter, in: self, graph)], sources))
    }
  }
}
