/// Arguments of a batch of matrix products `c = a * b + bias`, with any strides of both factors.
package struct MatmulArguments {
  /// The sizes: c is `rows` by `columns`, summed over `steps`.
  package struct Sizes: Hashable, Sendable {
    package var batch: Int
    package var rows: Int
    package var columns: Int
    package var steps: Int

    package init(batch: Int = 1, rows: Int, columns: Int, steps: Int) {
      self.batch = batch
      self.rows = rows
      self.columns = columns
      self.steps = steps
    }

    package static let rowsPerUnit = 192
    /// Columns of a unit at most: fewer when whole blocks would be few.
    package static let columnsPerBlock = 192
    static let columnGranule = 48
    static let sufficientUnits = 8

    package var columnsPerUnit: Int {
      let wholes = batch * rows.groups(of: Self.rowsPerUnit) * columns.groups(of: Self.columnsPerBlock)
      return wholes >= Self.sufficientUnits ? Self.columnsPerBlock : Self.columnGranule
    }

    package var units: Int { batch * rows.groups(of: Self.rowsPerUnit) * columns.groups(of: columnsPerUnit) }
    package static let scratchBytes =
      4
      * (PackedPart.depth * PackedPart.pitch
        + PackedPart.tileCount)
  }

  /// Distances in floats between two batches, rows, steps or columns.
  package struct Strides: Hashable, Sendable {
    package var batch: Int
    package var row: Int
    package var column: Int

    package init(batch: Int = 0, row: Int, column: Int) {
      self.batch = batch
      self.row = row
      self.column = column
    }
  }

  package var sizes: Sizes
  package var a: UnsafePointer<Float>
  /// Of a's rows and of its columns, which are the steps.
  package var aStrides: Strides
  package var b: UnsafePointer<Float>
  /// Of b's rows, which are the steps, and of its columns.
  package var bStrides: Strides
  /// Dense: `[batch, rows, columns]`.
  package var c: UnsafeMutablePointer<Float>
  package var scratch: UnsafeMutableRawPointer

  package init(
    sizes: Sizes, a: UnsafePointer<Float>, aStrides: Strides, b: UnsafePointer<Float>, bStrides: Strides,
    c: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    self.sizes = sizes
    self.a = a
    self.aStrides = aStrides
    self.b = b
    self.bStrides = bStrides
    self.c = c
    self.scratch = scratch
  }
}

/// The sizes of a linear layer: `rows` vectors of `inputs` become vectors of `outputs`.
package struct LinearSizes: Hashable, Sendable {
  package var rows: Int
  package var inputs: Int
  package var outputs: Int

  package init(rows: Int, inputs: Int, outputs: Int) {
    self.rows = rows
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Outputs of a unit: a multiple of every level's tile width.
  package static let outputsPerUnit = 192
  package static let rowsPerUnit = 192

  /// Units of the product: a block of rows by a block of outputs.
  package var units: Int { rows.groups(of: Self.rowsPerUnit) * outputs.groups(of: Self.outputsPerUnit) }
  package var packUnits: Int { outputs.groups(of: Self.outputsPerUnit) }
  /// Floats of the packed weights.
  package var packedCount: Int { outputs.groups(of: 16) * 16 * inputs }
  package static let scratchBytes = 4 * PackedPart.tileCount
}

/// Arguments of a linear layer: `output = input * weights^T + bias`.
package struct LinearArguments {
  package var sizes: LinearSizes
  package var input: UnsafePointer<Float>
  /// What `packLinear` wrote.
  package var weights: UnsafePointer<Float>
  package var bias: UnsafePointer<Float>?
  package var output: UnsafeMutablePointer<Float>
  package var scratch: UnsafeMutableRawPointer

  package init(
    sizes: LinearSizes, input: UnsafePointer<Float>, weights: UnsafePointer<Float>, bias: UnsafePointer<Float>? = nil,
    output: UnsafeMutablePointer<Float>, scratch: UnsafeMutableRawPointer
  ) {
    self.sizes = sizes
    self.input = input
    self.weights = weights
    self.bias = bias
    self.output = output
    self.scratch = scratch
  }
}

/// Arguments of bringing the weights `[outputs, inputs]` of a linear layer into the order in which it reads them.
package struct LinearWeightArguments {
  package var sizes: LinearSizes
  package var weights: UnsafePointer<Float>
  package var packed: UnsafeMutablePointer<Float>

  package init(sizes: LinearSizes, weights: UnsafePointer<Float>, packed: UnsafeMutablePointer<Float>) {
    self.sizes = sizes
    self.weights = weights
    self.packed = packed
  }
}

/// Matrix products.
package struct MatmulKernels: Sendable {
  package var matmul: Kernel<MatmulArguments>
  package var packLinear: Kernel<LinearWeightArguments>
  package var linear: Kernel<LinearArguments>

  package init(
    matmul: @escaping Kernel<MatmulArguments>, packLinear: @escaping Kernel<LinearWeightArguments>,
    linear: @escaping Kernel<LinearArguments>
  ) {
    self.matmul = matmul
    self.packLinear = packLinear
    self.linear = linear
  }
}
