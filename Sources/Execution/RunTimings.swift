import Glibc

/// When each thread worked on each step of one run.
package struct RunTimings: Sendable {
  /// The work of one thread on one step, in nanoseconds since the run began.
  package struct Interval: Hashable, Sendable {
    package var start: UInt64
    package var end: UInt64
  }

  /// For every step of the plan, for every thread that was awake.
  package let intervals: [[Interval]]
  /// The whole run, preparation and copies included.
  package let nanoseconds: UInt64

  /// From the first thread's start of a step to the last one's end.
  package func nanoseconds(ofStep step: Int) -> UInt64 {
    let start = intervals[step].map(\.start).min() ?? 0
    return (intervals[step].map(\.end).max() ?? start) - start
  }
}

/// The monotonic clock.
enum Clock {
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
