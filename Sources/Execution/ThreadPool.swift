import Glibc

/// Threads that run one task at a time together; the thread that calls `run` is the first of them.
///
/// Between tasks they spin for a moment, then sleep. Only one thread at a time may call `run`.
package final class ThreadPool: @unchecked Sendable {
  package let count: Int
  private let shared: Shared
  private var threads: [pthread_t] = []

  /// Starts one thread less than the count.
  package init(count: Int = ProcessorCount.usable) throws(ThreadPoolError) {
    precondition(count >= 1, "a pool has at least the calling thread")
    self.count = count
    shared = Shared(count: count)
    for number in 1..<max(count, 1) {
      let worker = Unmanaged.passRetained(Worker(number: number, shared: shared))
      var thread = pthread_t()
      let status = pthread_create(
        &thread, nil,
        { context in
          guard let context else { return nil }
          Unmanaged<Worker>.fromOpaque(context).takeRetainedValue().work()
          return nil
        }, worker.toOpaque())
      guard status == 0 else {
        worker.release()
        throw ThreadPoolError(count: count, status: status)
      }
      threads.append(thread)
    }
  }

  deinit {
    shared.run.change(to: Shared.end)
    for thread in threads { pthread_join(thread, nil) }
  }

  /// Runs a task on every thread with the thread's number; returns when all are done.
  package func run(_ task: @escaping @Sendable (Int) -> Void) {
    guard count > 1 else { return task(0) }
    shared.task = task
    shared.run.change(to: shared.run.current &+ 1)
    task(0)
    shared.barrier.wait()
    shared.task = nil
  }

  /// Waits inside a task until every thread of the run has come here.
  @inline(__always)
  func meet() {
    if count > 1 { shared.barrier.wait() }
  }
}

/// The system refused a thread.
package struct ThreadPoolError: Error, Hashable, CustomStringConvertible {
  package let count: Int
  package let status: Int32

  package var description: String { "\(count) threads cannot be started: \(String(cString: strerror(status)))" }
}

/// What the threads of a pool see. It does not own the pool, so that the pool's end can end them.
private final class Shared: @unchecked Sendable {
  /// The run number that ends the threads.
  static let end = -1

  /// Meets in the middle of runs and at their end.
  let barrier: Barrier
  /// The number of the present run.
  let run: Signal
  /// Written before a run begins and after it ends.
  var task: (@Sendable (Int) -> Void)?

  init(count: Int) {
    // Waking a thread takes longer than most steps, above all on a virtual machine: about a millisecond is spun within a
    // run, and less after it. With more threads than processors, a thread that spins keeps the one from running that it
    // waits for.
    let isOversubscribed = count > ProcessorCount.usable
    barrier = Barrier(count: count, spins: isOversubscribed ? 20 : 50_000)
    run = Signal(spins: isOversubscribed ? 20 : 20_000)
  }
}

/// One thread of a pool beside the caller's.
private final class Worker: Sendable {
  private let number: Int
  private let shared: Shared

  init(number: Int, shared: Shared) {
    self.number = number
    self.shared = shared
  }

  func work() {
    var run = 0
    while true {
      run = shared.run.wait(while: run)
      guard run != Shared.end, let task = shared.task else { return }
      task(number)
      shared.barrier.wait()
    }
  }
}
