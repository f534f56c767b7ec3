import Elaborator
package import Formats
import Graph
import Tensors

extension Model {
  /// The names of the classes that the model's first labelled input declares; empty without any.
  package var labels: [String] {
    for input in elaboration.sections.inputs {
      guard case .list(let items)? = input.labels?.content else { continue }
      return items.map { item in
        switch item.content {
        case .string(let text): text
        case .int(let number): "\(number)"
        default: item.phrase
        }
      }
    }
    return []
  }

  /// Writes tensors to a file that an option names, in the format of its extension.
  package func write(_ tensors: TensorCollection, to path: String, option: String) throws(ModelError) {
    do { try OutputFile.write(tensors, to: path) } catch {
      throw NamedArgument(option, path, in: sources).error(error)
    }
  }

  /// Writes each tensor to a `.npy` file of its name in a folder.
  package func write(_ tensors: TensorCollection, below folder: String) throws(ModelError) {
    for entry in tensors.entries {
      let name = entry.name.replacing("/", with: "_")
      do { try NPY.write(entry.tensor, to: "\(folder)/\(name).npy") } catch { throw ModelError(.file(error)) }
    }
  }

  package func write(_ text: String, to path: String) throws(ModelError) {
    do { try AtomicFile.write(Array(text.utf8), to: path) } catch { throw ModelError(.file(error)) }
  }
}
