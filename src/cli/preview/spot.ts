import { resolve } from "node:path";
import { pathText } from "../../base/json-path.ts";
import type { Place } from "../../diagnostics/diagnostic.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { EditorLink } from "./editor.ts";
import type { BundleSpot } from "./message.ts";

/** Facts for turning places into links. */
export interface BundleLocations {
  /** Folder that the names of files start from. */
  readonly cwd: string;
  readonly editor?: EditorLink;
  /** True where a click on a text opens the editor; else its place is a link. */
  readonly opens?: boolean;
}

/** Characters of a line that are shown; a minified bundle is one line. */
const SHOWN = 160;

export function bundleSpotOf(path: JsonPath, place: Place, { cwd, editor }: BundleLocations): BundleSpot {
  const { file, line, column, cell } = place;
  return {
    path: pathText(path),
    ...{ file, line, column, text: excerpt(place) },
    ...(cell === undefined ? {} : { cell }),
    // No editor of text opens a workbook.
    ...(editor === undefined || cell !== undefined ? {} : { href: editor(resolve(cwd, file), line, column) }),
  };
}

/** The part of the line that begins with what is meant, or all of a short one. */
function excerpt({ text = "", column, textColumn = 1 }: Place): string {
  const whole = text.trim();
  if (whole.length <= SHOWN) return printable(whole);
  const at = column - textColumn;
  const part = text.slice(at, at + SHOWN);
  return printable(`${text.slice(0, at).trim() === "" ? "" : "… "}${part}${part.length < SHOWN ? "" : " …"}`);
}
