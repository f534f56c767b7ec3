import Diagnostics
package import Graph

/// Which parameters of one model fit another, by name and shape.
package struct WeightMatching: Sendable {
  package struct Change: Hashable, Sendable {
    package var name: String
    package var oldSizes: [Int]
    package var newSizes: [Int]
  }

  package struct Renaming: Hashable, Sendable {
    package var oldName: String
    package var newName: String
    package var sizes: [Int]
  }

  /// A parameter that only one model has.
  package struct Single: Hashable, Sendable {
    package var name: String
    package var sizes: [Int]
  }

  /// Those of the same name and shape.
  package private(set) var fitting: [String] = []
  package private(set) var changed: [Change] = []
  /// Those that stand in the same order with the same last name and shape, under other paths.
  package private(set) var renamed: [Renaming] = []
  package private(set) var removed: [Single] = []
  package private(set) var added: [Single] = []

  package var isSame: Bool { changed.isEmpty && renamed.isEmpty && removed.isEmpty && added.isEmpty }

  package init(_ old: Graph, _ new: Graph) {
    let places = Dictionary(new.parameters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let known = Set(old.parameters.map(\.name))
    var oldRest: [Parameter] = []
    for parameter in old.parameters {
      guard let other = places[parameter.name] else {
        oldRest.append(parameter)
        continue
      }
      if other.declaration.sizes == parameter.declaration.sizes {
        fitting.append(parameter.name)
      } else {
        changed.append(
          Change(
            name: parameter.name, oldSizes: parameter.declaration.sizes, newSizes: other.declaration.sizes))
      }
    }
    pair(oldRest, new.parameters.filter { !known.contains($0.name) })
  }

  private mutating func pair(_ old: [Parameter], _ new: [Parameter]) {
    func signature(_ parameter: Parameter) -> [String] {
      [parameter.declaration.name] + parameter.declaration.sizes.map { "\($0)" }
    }
    for step in LineDifference.steps(from: old.map(signature), to: new.map(signature)) {
      switch (step.oldIndex.map { old[$0] }, step.newIndex.map { new[$0] }) {
      case (let before?, let after?):
        renamed.append(Renaming(oldName: before.name, newName: after.name, sizes: after.declaration.sizes))
      case (let before?, nil): removed.append(Single(name: before.name, sizes: before.declaration.sizes))
      case (nil, let after?): added.append(Single(name: after.name, sizes: after.declaration.sizes))
      case (nil, nil): break
      }
    }
  }
}
