import { describe, expect, test } from "vitest";
import { editorLink } from "../../../src/cli/preview/editor.ts";
import { DiagnosticsError } from "../../../src/diagnostics/diagnostic.ts";

describe("links to an editor", () => {
  test.each([
    ["vscode", "/a b/deck.json", "vscode://file/a%20b/deck.json:3:7"],
    ["vscode", "C:\\decks\\x.json", "vscode://file/C:/decks/x.json:3:7"],
    ["idea", "/a&b/d?.json", "idea://open?file=/a%26b/d%3F.json&line=3&column=7"],
    ["my-ed://open?file={file}&line={line}", "/d.json", "my-ed://open?file=/d.json&line=3"],
  ])("%s opens %s", (editor, file, link) => expect(editorLink(editor)(file, 3, 7)).toBe(link));

  test.each([
    "emacs",
    "vscod",
    "",
    "javascript:alert('{file}')",
    "JavaScript:{file}",
    "http://evil.example/{file}",
    "data:{file}",
    "vscode://x",
  ])("%j is refused", (editor) => expect(() => editorLink(editor)).toThrow(DiagnosticsError));

  test("a mistyped name is known", () => {
    try {
      editorLink("vscod");
      expect.unreachable();
    } catch (cause) {
      expect((cause as DiagnosticsError).diagnostics[0]?.hint).toContain("Did you mean vscode?");
    }
  });
});
