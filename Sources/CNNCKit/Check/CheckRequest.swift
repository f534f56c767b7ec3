/// What `check` does with each file.
package struct CheckRequest: Sendable {
  package var options: ModelOptions
  /// The file of weights that every model must fit; nil for the one that a model names.
  package var weights: String?

  package init(options: ModelOptions = ModelOptions(), weights: String? = nil) {
    self.options = options
    self.weights = weights
  }

  /// The findings of one file; `-` is the standard input.
  package func check(_ path: String) throws(ModelError) -> CheckedFile {
    let model =
      path == "-" ? try Model(standardInput: options) : try Model(contentsOf: path, options: options)
    var check = ModelCheck(model)
    try check.compareWeights(of: model, with: weights)
    return CheckedFile(path: model.path, check)
  }

  /// The findings of many files in their order; one that cannot be read keeps no other from being checked.
  ///
  /// - Parameters:
  ///   - jobs: the most threads to use; nil for one on each processor.
  ///   - progress: called now and then with the number of files that are begun.
  package func check(_ targets: CheckTargets, jobs: Int? = nil, progress: (Int) -> Void = { _ in }) -> CheckResults {
    let outcomes = ParallelMap.map(targets.files, jobs: jobs, progress: progress) { path in
      Result { () throws(ModelError) in try check(path) }
    }
    var results = CheckResults(failures: targets.failures)
    for (path, outcome) in zip(targets.files, outcomes) {
      switch outcome {
      case .success(let file): results.files.append(file)
      case .failure(let error): results.failures.append(CheckFailure(path: path, error: error))
      }
    }
    return results
  }
}
