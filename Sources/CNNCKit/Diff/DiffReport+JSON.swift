import Analysis
package import Formats

extension DiffReport {
  /// What programs read.
  package var json: JSON {
    let weights = difference.weights
    return [
      "version": 1,
      "differs": .bool(hasDifferences),
      "first": json(difference.old, path: names.old, peak: peaks.old),
      "second": json(difference.new, path: names.new, peak: peaks.new),
      "layers": .array(difference.layers.filter(\.isChanged).map(json)),
      "weights": [
        "fitting": .int(weights.fitting.count),
        "changed": .array(
          weights.changed.map {
            ["name": .string($0.name), "first": .ints($0.oldSizes), "second": .ints($0.newSizes)]
          }),
        "renamed": .array(
          weights.renamed.map {
            ["first": .string($0.oldName), "second": .string($0.newName), "shape": .ints($0.sizes)]
          }),
        "removed": .array(weights.removed.map { ["name": .string($0.name), "shape": .ints($0.sizes)] }),
        "added": .array(weights.added.map { ["name": .string($0.name), "shape": .ints($0.sizes)] }),
      ],
    ]
  }

  private func json(_ summary: ModelSummary, path: String, peak: Int?) -> JSON {
    [
      "path": .string(path), "model": .string(summary.model), "params": .int(summary.totals.parameters),
      "trainable_params": .int(summary.totals.trainableParameters),
      "macs": summary.totals.multiplyAccumulates.map { .int($0) } ?? .null,
      "weight_bytes": .int(summary.totals.weightBytes), "peak_bytes": peak.map { .int($0) } ?? .null,
      "outputs": .array(summary.outputs.map { ["name": .string($0.name), "shape": .shape($0.shape)] }),
    ]
  }

  private func json(_ pair: ModelDifference.LayerPair) -> JSON {
    [
      "first": pair.old.map(json) ?? .null, "second": pair.new.map(json) ?? .null,
      "attributes": .strings(pair.attributes),
    ]
  }

  private func json(_ layer: ModelSummary.Layer) -> JSON {
    [
      "path": .string(layer.path), "operator": .string(layer.operatorName),
      "output_shapes": .array(layer.outputShapes.map { .shape($0) }), "params": .int(layer.cost.parameters),
      "macs": layer.cost.multiplyAccumulates.map { .int($0) } ?? .null,
    ]
  }
}
