/// The sizes of the part of a matrix that products read at a time, packed as `depth` rows of columns.
package enum PackedPart {
  /// Columns at most.
  package static let columns = 208
  /// Floats between two rows: an odd number of cache lines, so that rows spread over all sets.
  package static let pitch = 208
  package static let depth = 128
  /// Floats of the largest tile of any level.
  package static let tileCount = 6 * 64
}
