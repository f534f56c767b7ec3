/// The memory that a step touches.
struct Footprint {
  struct Region {
    var start: UnsafeMutableRawPointer
    var byteCount: Int

    func overlaps(_ other: Region) -> Bool {
      start < other.start + other.byteCount && other.start < start + byteCount
    }
  }

  /// Whether the first thread runs it alone; such steps need no meeting between them.
  var isSerial: Bool
  var reads: [Region]
  var writes: [Region]
  /// The scratch memory of all threads, and the bytes of each.
  var workspace: Region
  var workspaceStride: Int

  /// Before which of some steps threads have to meet: those that touch what a step since the last meeting writes, or
  /// write what it touches.
  static func meetings(of footprints: [Footprint]) -> [Bool] {
    var sinceMeeting: [Footprint] = []
    return footprints.map { footprint in
      let meets = sinceMeeting.contains { $0.conflicts(with: footprint) }
      if meets { sinceMeeting.removeAll() }
      sinceMeeting.append(footprint)
      return meets
    }
  }

  func conflicts(with other: Footprint) -> Bool {
    if isSerial, other.isSerial { return false }
    // Scratch memory that is divided alike stays with its threads.
    let sharesWorkspace = workspace.start == other.workspace.start && workspaceStride == other.workspaceStride
    if !sharesWorkspace, workspace.overlaps(other.workspace) { return true }
    return overlaps(reads, with: other.writes + [other.workspace])
      || overlaps(writes, with: other.reads + other.writes + [other.workspace])
      || overlaps([workspace], with: other.reads + other.writes)
  }

  private func overlaps(_ regions: [Region], with others: [Region]) -> Bool {
    regions.contains { region in others.contains { region.overlaps($0) } }
  }
}
