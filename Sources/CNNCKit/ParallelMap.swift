import Execution
import Glibc
import Synchronization

/// Runs one function over many values on all processors.
enum ParallelMap {
  /// The functions recurse as deep as a model's blocks, as they do on a process's first thread.
  private static let stackSize = 16 << 20

  /// The results in the order of the values.
  ///
  /// The calling thread works too, and alone when there is one value or one job. A thread that the system refuses is
  /// done without.
  ///
  /// - Parameters:
  ///   - jobs: the most threads to use; nil for one on each processor.
  ///   - progress: called on the calling thread after each of its values, with the number of values begun.
  static func map<Value: Sendable, Output: Sendable>(
    _ values: [Value], jobs: Int? = nil, progress: (Int) -> Void = { _ in },
    _ body: @escaping @Sendable (Value) -> Output
  ) -> [Output] {
    let work = Work(values, body)
    let count = values.count > 1 ? min(jobs ?? ProcessorCount.usable, values.count) : 1
    let threads = (0..<count - 1).compactMap { _ in start { work.run() } }
    work.run(progress: progress)
    for thread in threads { pthread_join(thread, nil) }
    return work.results()
  }

  private static func start(_ body: @escaping @Sendable () -> Void) -> pthread_t? {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return nil }
    defer { pthread_attr_destroy(&attributes) }
    pthread_attr_setstacksize(&attributes, stackSize)
    let task = Unmanaged.passRetained(ThreadTask(body))
    var thread = pthread_t()
    let status = pthread_create(
      &thread, &attributes,
      { context in
        guard let context else { return nil }
        Unmanaged<ThreadTask>.fromOpaque(context).takeRetainedValue().body()
        return nil
      }, task.toOpaque())
    guard status == 0 else {
      task.release()
      return nil
    }
    return thread
  }
}

/// What a new thread does.
private final class ThreadTask: Sendable {
  let body: @Sendable () -> Void

  init(_ body: @escaping @Sendable () -> Void) { self.body = body }
}

/// The values of one map, taken by whichever thread is free.
private final class Work<Value: Sendable, Output: Sendable>: Sendable {
  private let values: [Value]
  private let body: @Sendable (Value) -> Output
  private let next = Atomic<Int>(0)
  private let outputs = Mutex<[Int: Output]>([:])

  init(_ values: [Value], _ body: @escaping @Sendable (Value) -> Output) {
    self.values = values
    self.body = body
  }

  func run(progress: (Int) -> Void = { _ in }) {
    var mine: [Int: Output] = [:]
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < values.count else { break }
      mine[index] = body(values[index])
      progress(min(next.load(ordering: .relaxed), values.count))
    }
    outputs.withLock { $0.merge(mine) { own, _ in own } }
  }

  /// To be asked for when every thread has ended.
  func results() -> [Output] { outputs.withLock { outputs in values.indices.compactMap { outputs[$0] } } }
}
