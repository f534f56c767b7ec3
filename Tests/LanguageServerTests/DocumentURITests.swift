import LanguageServer
import Testing

/// Paths in the URIs of clients.
@Suite struct DocumentURITests {
  @Test(
    "a path is the same both ways",
    arguments: [("/a/b.yaml", "file:///a/b.yaml"), ("/a b/ä%#?.yaml", "file:///a%20b/%C3%A4%25%23%3F.yaml")])
  func roundTrip(_ path: String, _ uri: String) {
    #expect(DocumentURI.uri(ofPath: path) == uri)
    #expect(DocumentURI.path(of: uri) == path)
  }

  @Test("other spellings are understood, and other schemes have no path")
  func others() {
    #expect(DocumentURI.path(of: "file://localhost/a.yaml") == "/a.yaml")
    #expect(DocumentURI.path(of: "FILE:///a%2Fb") == "/a/b")
    #expect(DocumentURI.path(of: "file:///100%") == "/100%")
    #expect(DocumentURI.path(of: "file:///%zz%4") == "/%zz%4")
    #expect(DocumentURI.path(of: "file:///%+f%4") == "/%+f%4")
    #expect(DocumentURI.path(of: "untitled:Untitled-1") == nil)
    #expect(DocumentURI.path(of: "file://host") == nil)
  }
}
