import KernelInterface

// What arguments choose, asked by pattern: `==` may go through the library's generic equality, of which each instruction
// set would make a copy under one name.

extension ConvolutionDirection {
  var isForward: Bool { @inline(__always) get { if case .forward = self { true } else { false } } }
}

extension LossReduction {
  var isMean: Bool { @inline(__always) get { if case .mean = self { true } else { false } } }
  var isNone: Bool { @inline(__always) get { if case .none = self { true } else { false } } }
}

extension WindowKind {
  var isPlain: Bool { @inline(__always) get { if case .plain = self { true } else { false } } }
}

extension WindowLoading {
  var isNone: Bool { @inline(__always) get { if case .none = self { true } else { false } } }
  var isOfCells: Bool { @inline(__always) get { if case .cells = self { true } else { false } } }
  var isOfRows: Bool { @inline(__always) get { if case .rows = self { true } else { false } } }
  var isOfTaps: Bool { @inline(__always) get { if case .taps = self { true } else { false } } }
}
