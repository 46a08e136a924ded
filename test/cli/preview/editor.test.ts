import { describe, expect, test } from "vitest";
import { editorIn, editorLink } from "../../../src/cli/preview/editor.ts";
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

describe("the editor that somebody works in", () => {
  test.each([
    [{ TERM_PROGRAM: "vscode" }, "vscode"],
    [{ TERM_PROGRAM: "vscode", TERM_PROGRAM_VERSION: "1.99.0-insider" }, "vscode-insiders"],
    [{ TERM_PROGRAM: "vscode", VSCODE_GIT_ASKPASS_NODE: "/Applications/Cursor.app/x" }, "cursor"],
    [{ TERM_PROGRAM: "vscode", VSCODE_GIT_ASKPASS_NODE: "C:\\VSCodium\\VSCodium.exe" }, "vscodium"],
    [{ TERM_PROGRAM: "zed", EDITOR: "vim" }, "zed"],
    [{ TERMINAL_EMULATOR: "JetBrains-JediTerm" }, "idea"],
    [{ VISUAL: "code --wait", EDITOR: "vim" }, "vscode"],
    [{ VISUAL: "vim", EDITOR: "/usr/local/bin/zed -w" }, "zed"],
    [{ EDITOR: '"C:\\Program Files\\Code\\code.cmd" --wait' }, "vscode"],
    [{ EDITOR: "nano" }, undefined],
    [{ EDITOR: "constructor" }, undefined],
    [{ TERM_PROGRAM: "Apple_Terminal" }, undefined],
    [{ TERM_PROGRAM: "vscode", SSH_CONNECTION: "10.0.0.1 22" }, undefined],
    [{ TERM_PROGRAM: "vscode", WSL_DISTRO_NAME: "Ubuntu" }, undefined],
    [{}, undefined],
  ])("in %j is %s", (env, editor) => {
    expect(editorIn(env)).toBe(editor);
    if (editor !== undefined) expect(editorLink(editor)("/a.json", 1, 2)).toContain("/a.json");
  });
});
