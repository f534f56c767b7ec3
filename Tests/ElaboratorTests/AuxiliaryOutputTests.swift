import Elaborator
import Graph
import Testing

@Suite("Outputs that only their numbers mean")
struct AuxiliaryOutputTests {
  private func model(_ layers: String) -> ModelText {
    ModelText("input: [N, 3, 8, 8]\nlayers:\n" + layers.split(separator: "\n").map { "  \($0)\n" }.joined())
  }

  @Test("the next layer and the bare name read the first output, a number the second")
  func places() {
    let model = model(
      """
      - max_pool2d: {name: pool, kernel_size: 2, return_indices: true}
      - relu: {name: next}
      - add: {from: [next, pool]}
      - max_unpool2d: {from: [pool, pool.1], kernel_size: 2}
      """)
    #expect(model.codes == [])
    #expect(model.shape() == "[N, 3, 8, 8]")
    #expect(model.elaboration.graph?.nodes.map { $0.inputs.map(\.index) } == [[0], [1], [3, 1], [1, 2]])
  }

  @Test("they are reached inside of scopes, and as outputs of the model")
  func scopes() {
    let model = ModelText(
      """
      input: [N, 3, 8, 8]
      layers:
        - name: encoder
          sequential:
            - max_pool2d: {name: pool, kernel_size: 2, return_indices: true}
        - relu
        - max_unpool2d: {from: [encoder, encoder.pool.1], kernel_size: 2}
        - max_pool2d: {name: last, kernel_size: 2, return_indices: true}
      outputs: [last, last.1]
      """)
    #expect(model.codes == [])
    #expect(model.elaboration.graph?.outputs.map(\.name) == ["last", "last.1"])
    #expect(model.shape(ofOutput: 1) == "[N, 3, 4, 4] int64")
  }

  @Test("a last layer puts out its first output, and numbers end where outputs do")
  func ends() {
    let last = model("- max_pool2d: {name: pool, kernel_size: 2, return_indices: true}")
    #expect(last.elaboration.graph?.outputs.map(\.name) == ["pool"])
    let absent = model("- max_pool2d: {name: pool, kernel_size: 2}\n- relu: {from: pool.1}")
    #expect(absent.codes == ["no-such-output"])
    let third = model("- max_pool2d: {name: pool, kernel_size: 2, return_indices: true}\n- relu: {from: pool.2}")
    #expect(third.codes == ["no-such-output"])
  }
}
