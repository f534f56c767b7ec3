import Execution
package import KernelInterface

/// The kernels that this process computes with, with the costs of this machine where they were measured.
package func selectedKernels() throws(ModelError) -> KernelTable {
  do { return try kernelsOfProcess.get() } catch { throw ModelError(.request(error.description)) }
}

/// Made once.
private let kernelsOfProcess = KernelSelection.ofProcess.map { selection in
  var kernels = selection.kernels
  if let costs = MachineCosts.stored(selection.level) { kernels.vectors.costs = costs }
  return kernels
}
