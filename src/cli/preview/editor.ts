import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";

/** Makes the address that opens a file at a line and column in an editor. */
export type EditorLink = (file: string, line: number, column: number) => string;

/**
 * Addresses that editors answer to: Visual Studio Code and its kin ("Opening VS Code with URLs"), Zed, JetBrains
 * Toolbox ("idea://open"), TextMate ("txmt URL scheme").
 */
const EDITORS: Readonly<Record<string, string>> = {
  vscode: "vscode://file{file}:{line}:{column}",
  "vscode-insiders": "vscode-insiders://file{file}:{line}:{column}",
  vscodium: "vscodium://file{file}:{line}:{column}",
  cursor: "cursor://file{file}:{line}:{column}",
  windsurf: "windsurf://file{file}:{line}:{column}",
  zed: "zed://file{file}:{line}:{column}",
  idea: "idea://open?file={file}&line={line}&column={column}",
  textmate: "txmt://open?url=file://{file}&line={line}&column={column}",
};

export const EDITOR_NAMES: readonly string[] = Object.keys(EDITORS);

/** Name that asks for no links. */
export const NO_EDITOR = "none";

/** Programs that $VISUAL and $EDITOR name, with the editor of each. */
const PROGRAMS: Readonly<Record<string, string>> = {
  code: "vscode",
  "code-insiders": "vscode-insiders",
  codium: "vscodium",
  vscodium: "vscodium",
  cursor: "cursor",
  windsurf: "windsurf",
  zed: "zed",
  zeditor: "zed",
  idea: "idea",
  mate: "textmate",
};

/**
 * The editor that somebody works in, by the environment of its terminal, or else by $VISUAL and $EDITOR; undefined where
 * none of those that open by an address is known. On another machine (SSH) and in WSL, an editor knows the files by other
 * names.
 */
export function editorIn(env: Readonly<Record<string, string | undefined>>): string | undefined {
  if (env["SSH_CONNECTION"] || env["WSL_DISTRO_NAME"]) return undefined;
  if (env["TERM_PROGRAM"] === "vscode") return vscodeKin(env);
  if (env["TERM_PROGRAM"] === "zed") return "zed";
  if (env["TERMINAL_EMULATOR"] === "JetBrains-JediTerm") return "idea";
  for (const set of [env["VISUAL"], env["EDITOR"]]) {
    const program = /^\s*(?:"([^"]+)"|(\S+))/.exec(set ?? "");
    const name = (program?.[1] ?? program?.[2] ?? "").split(/[\\/]/).at(-1) ?? "";
    const known = name.toLowerCase().replace(/\.(exe|cmd)$/, "");
    if (Object.hasOwn(PROGRAMS, known)) return PROGRAMS[known];
  }
  return undefined;
}

/** Editors made from Visual Studio Code say that they are it; their git helper has the path of the program. */
function vscodeKin(env: Readonly<Record<string, string | undefined>>): string {
  const path = env["VSCODE_GIT_ASKPASS_NODE"] ?? "";
  if (env["CURSOR_TRACE_ID"] || /cursor/i.test(path)) return "cursor";
  if (/windsurf/i.test(path)) return "windsurf";
  if (/codium/i.test(path)) return "vscodium";
  return /-insider/.test(env["TERM_PROGRAM_VERSION"] ?? "") ? "vscode-insiders" : "vscode";
}

/** Schemes that a browser acts on itself; an address with one of them would leave the page or run in it. */
const OWN_SCHEMES = /^(https?|file|javascript|data|blob|about|vbscript|view-source|chrome|ftp|ws|wss):/i;

/**
 * The links of an editor by name, or by an address of one's own with {file}, {line} and {column}.
 * @throws DiagnosticsError with exit 2 for an unknown name, or an address that no editor answers to.
 */
export function editorLink(editor: string): EditorLink {
  const template = EDITORS[editor] ?? editor;
  if (!/^[a-z][a-z0-9+.-]*:/i.test(template) || !template.includes("{file}") || OWN_SCHEMES.test(template)) {
    throw new DiagnosticsError(
      [messages.unknownEditor(editor, nearest(editor, EDITOR_NAMES), EDITOR_NAMES)],
      2,
    );
  }
  return (file, line, column) => {
    // Windows writes C:\a\b; addresses write /C:/a/b. Everything else that means something in an address is escaped.
    const slashed = file.replaceAll("\\", "/");
    const path = encodeURI(slashed.startsWith("/") ? slashed : `/${slashed}`).replace(
      /[?#&]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
    const values: Readonly<Record<string, string>> = { file: path, line: `${line}`, column: `${column}` };
    return template.replace(/\{(file|line|column)\}/g, (whole, name: string) => values[name] ?? whole);
  };
}
