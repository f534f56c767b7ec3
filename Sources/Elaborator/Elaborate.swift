package import Diagnostics
import ModelSyntax

/// Turns the text of a model file into a graph with every finding: `SourceText -> SyntaxTree -> ModelDocument -> Graph`.
///
/// Reads no files: `load` gets the path of an included file relative to the folder of the model file, `/` between its
/// parts and no `..` among them. Every text read is added to `sources`, so that spans can be shown.
package func elaborate(
  text: SourceText, options: ElaborationOptions = ElaborationOptions(), sources: inout SourceMap,
  load: (String) -> IncludeResult
) -> Elaboration {
  let source = sources.add(text)
  return Elaboration(
    graph: nil, diagnostics: [], layers: [], document: ModelDocument(source: source), params: [], layerExpectations: [])
}
