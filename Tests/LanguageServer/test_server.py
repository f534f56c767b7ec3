"""The built server against an independent client, pytest-lsp: `make lsp-test`.

A development target only; the recorded sessions of Tests/Fixtures/lsp are what continuous integration runs.
"""

import os
import pathlib

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

ROOT = pathlib.Path(__file__).parents[2]
CNNC = os.environ.get("CNNC", str(ROOT / ".build/release/cnnc"))
URI = "file:///work/net.yaml"
TEXT = """cnnc: 1
model: net
params: {width: 48}
input: [N, 3, 32, 32]
blocks:
  unit:
    params: {channels: required}
    layers:
      - conv2d: {name: conv, out_channels: $channels, kernel_size: 3, padding: 1}
layers:
  - conv2d: {name: stem, out_channels: $width, kernel_size: 3, padding: 1}
  - unit: {name: body, channels: 64}
  - conv2d: {name: mix, out_channels: 64, kernel_size: 3, groups: 3}
  - add: {from: [mix, mix]}
"""


@pytest_lsp.fixture(
    params=["neovim", "visual-studio-code"], config=ClientServerConfig(server_command=[CNNC, "lsp"])
)
async def client(request, lsp_client: LanguageClient):
    capabilities = client_capabilities(request.param)
    await lsp_client.initialize_session(types.InitializeParams(capabilities=capabilities))
    open_document(lsp_client, TEXT)
    await lsp_client.wait_for_notification("textDocument/publishDiagnostics")
    yield
    await lsp_client.shutdown_session()


def open_document(client: LanguageClient, text: str) -> None:
    item = types.TextDocumentItem(uri=URI, language_id="yaml", version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(item))


def document() -> types.TextDocumentIdentifier:
    return types.TextDocumentIdentifier(URI)


def place(needle: str, offset: int = 0) -> types.Position:
    before = TEXT[: TEXT.index(needle) + offset]
    return types.Position(before.count("\n"), len(before) - before.rfind("\n") - 1)


def changes(edit: types.WorkspaceEdit) -> list[types.TextEdit]:
    """The edits of the document, in the form that the client takes: with its version or without."""
    if edit.changes:
        return edit.changes[URI]
    (changed,) = edit.document_changes
    assert (changed.text_document.uri, changed.text_document.version) == (URI, 1)
    return changed.edits


def whole() -> types.Range:
    return types.Range(types.Position(0, 0), types.Position(TEXT.count("\n"), 0))


@pytest.mark.asyncio
async def test_diagnostics(client: LanguageClient):
    findings = client.diagnostics[URI]
    assert [finding.code for finding in findings] == ["E0430"]
    assert findings[0].range.start == place("groups: 3", 8)
    assert findings[0].severity == types.DiagnosticSeverity.Error


@pytest.mark.asyncio
async def test_edit(client: LanguageClient):
    change = types.TextDocumentContentChangePartial(
        range=types.Range(place("groups: 3", 8), place("groups: 3", 9)), text="4"
    )
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    await client.wait_for_notification("textDocument/publishDiagnostics")
    assert all(finding.severity != types.DiagnosticSeverity.Error for finding in client.diagnostics[URI])


@pytest.mark.asyncio
async def test_hover(client: LanguageClient):
    hover = await client.text_document_hover_async(types.HoverParams(document(), place("conv2d: {name: stem")))
    assert "`[N, 48, 32, 32]`" in hover.contents.value
    assert "parameters 1,344" in hover.contents.value


@pytest.mark.asyncio
async def test_completion(client: LanguageClient):
    result = await client.text_document_completion_async(
        types.CompletionParams(document(), place("padding: 1}\n  - unit", 0))
    )
    labels = [item.label for item in result.items]
    assert "dilation" in labels and "kernel_size" not in labels


@pytest.mark.asyncio
async def test_definition_and_references(client: LanguageClient):
    locations = await client.text_document_definition_async(types.DefinitionParams(document(), place("unit: {name")))
    assert [location.range.start for location in locations] == [place("unit:\n")]
    uses = await client.text_document_references_async(
        types.ReferenceParams(types.ReferenceContext(True), document(), place("mix, out"))
    )
    assert len(uses) == 3


@pytest.mark.asyncio
async def test_rename(client: LanguageClient):
    edit = await client.text_document_rename_async(types.RenameParams(document(), place("width: 48"), "channels"))
    assert [change.new_text for change in changes(edit)] == ["channels", "channels"]


@pytest.mark.asyncio
async def test_quick_fix(client: LanguageClient):
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document(), whole(), types.CodeActionContext([]))
    )
    assert actions[0].title == "change groups to 4"
    assert actions[0].kind == types.CodeActionKind.QuickFix


@pytest.mark.asyncio
async def test_hints_and_outline(client: LanguageClient):
    hints = await client.text_document_inlay_hint_async(types.InlayHintParams(document(), whole()))
    assert [hint.label for hint in hints[:2]] == ["[N, 64, 32, 32]", "[N, 48, 32, 32]"]
    symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document()))
    assert [symbol.name for symbol in symbols][:3] == ["width", "input", "unit"]


@pytest.mark.asyncio
async def test_formatting(client: LanguageClient):
    options = types.FormattingOptions(tab_size=2, insert_spaces=True)
    (edit,) = await client.text_document_formatting_async(types.DocumentFormattingParams(document(), options))
    lines = TEXT.splitlines(keepends=True)
    assert edit.range.start.character == edit.range.end.character == 0
    laid_out = lines[: edit.range.start.line] + [edit.new_text] + lines[edit.range.end.line :]
    change = types.TextDocumentContentChangePartial(range=edit.range, text=edit.new_text)
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(types.VersionedTextDocumentIdentifier(2, URI), [change])
    )
    assert not await client.text_document_formatting_async(types.DocumentFormattingParams(document(), options))
    assert "".join(laid_out).split() == TEXT.split()


@pytest.mark.asyncio
async def test_ignoring_a_lint(client: LanguageClient):
    text = TEXT.replace("groups: 3", "groups: 4")
    text = text.replace("$width, kernel_size: 3, padding: 1", "$width, kernel_size: 3, padding: 4")
    open_document(client, text)
    await client.wait_for_notification("textDocument/publishDiagnostics")
    (lint,) = [finding for finding in client.diagnostics[URI] if finding.code == "W0933"]
    actions = await client.text_document_code_action_async(
        types.CodeActionParams(document(), lint.range, types.CodeActionContext([lint]))
    )
    (action,) = [action for action in actions if action.title == "ignore wide-padding here"]
    assert [change.new_text for change in changes(action.edit)] == ["  # cnnc: ignore[wide-padding]"]
