package import Diagnostics

extension DiagnosticCode {
  package static let invalidSafetensors = DiagnosticCode(
    "E0501", "invalid-safetensors",
    explanation: """
      A safetensors file is 8 bytes of header length, a JSON header, and the tensors' bytes, each tensor exactly \
      where the header says, without gaps, overlaps or rest. A file that breaks any of this was cut off in transit, \
      written by a faulty program, or made to be read differently by different readers, so nothing of it is used.

      Names must be distinct and without control characters, metadata must be strings, and the header is at most 100 MB.
      """,
    exampleKind: .words,
    bad: "A file whose header announces two tensors at the same bytes, or which ends before its last tensor does.",
    good: "The file as `safetensors.torch.save_file` wrote it; download or export it again.")

  package static let invalidNPY = DiagnosticCode(
    "E0502", "invalid-npy",
    explanation: """
      A `.npy` file is numpy's signature, a version, a header that states type, order and shape, and exactly the \
      bytes that these need. Versions 1.0 to 3.0, both byte orders and both element orders are read. A file that is \
      too short or too long for its header was cut off or written by something else, so nothing of it is used.
      """,
    exampleKind: .words,
    bad: "A `.npy` file of shape (1, 3, 224, 224) whose copy stopped after the first megabyte.",
    good: "The file as `numpy.save` wrote it.")

  package static let invalidNPZ = DiagnosticCode(
    "E0503", "invalid-npz",
    explanation: """
      An `.npz` file is a ZIP archive of `.npy` entries, stored or deflated. Its directory, names, sizes and \
      checksums must agree, entries must not share bytes, and nothing is encrypted. This keeps archives that were \
      damaged, or made to fill the memory, from being used.
      """,
    exampleKind: .words,
    bad: "An `.npz` file with a wrong checksum, or one that holds a text file beside its arrays.",
    good: "The file as `numpy.savez(\"x.npz\", image=image, mask=mask)` wrote it.")

  package static let unsupportedElementType = DiagnosticCode(
    "E0504", "unsupported-element-type",
    explanation: """
      Data files are read with elements of type float32, float64, float16, bfloat16, int64, int32, uint8 and bool. \
      Others, such as 8-bit floats, complex numbers, and numpy's objects and records, are refused by name: they \
      would need a meaning that a network's tensors do not have. Objects in `.npy` files are pickles, which can run \
      code, and are never read.
      """,
    exampleKind: .words,
    bad: "`np.save(\"x.npy\", np.array([1 + 2j]))`: complex numbers.",
    good: "`np.save(\"x.npy\", np.array([1, 2], dtype=np.float32))`")
}
