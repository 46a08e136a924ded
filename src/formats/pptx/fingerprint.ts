import { NS } from "../../ooxml/namespaces.ts";
import { parse } from "../../ooxml/parse.ts";
import { all, type Element, el, textOf } from "../../ooxml/xml.ts";
import { readZip } from "../../ooxml/zip.ts";
import { sha256 } from "./hash.ts";

/** The custom document property that holds the hash of the slides as they were written. */
const PROPERTY = "Foredeck";
/** Format id of user-defined properties ([MS-OLEPS] 2.25.2). */
const USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/** docProps/custom.xml. `slides` are the bytes of the slide parts in order. */
export const fingerprintPart = async (slides: readonly Uint8Array[]): Promise<Element> =>
  el(
    "Properties",
    { xmlns: NS.custom, "xmlns:vt": NS.vt },
    el(
      "property",
      { fmtid: USER_DEFINED, pid: 2, name: PROPERTY },
      el("vt:lpwstr", {}, await sha256(...slides)),
    ),
  );

/** "ours": as it was written; "edited": someone changed a slide since; "foreign": not written here, or the mark is gone. */
export type Origin = "ours" | "edited" | "foreign";

/** Tells whether a deck still is what was written. Throws PackageError for what is no readable package. */
export async function originOf(deck: Uint8Array): Promise<Origin> {
  const files = await readZip(deck);
  const custom = files.get("docProps/custom.xml");
  if (custom === undefined) return "foreign";
  const mark = [...all(parse(custom), "property")].find((one) => one.attributes["name"] === PROPERTY);
  if (mark === undefined) return "foreign";
  const order = (name: string): number => Number(/(\d+)\.xml$/.exec(name)?.[1] ?? 0);
  const slides = [...files.keys()]
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => order(a) - order(b))
    .map((name) => files.get(name) ?? new Uint8Array());
  return (await sha256(...slides)) === textOf(mark) ? "ours" : "edited";
}
