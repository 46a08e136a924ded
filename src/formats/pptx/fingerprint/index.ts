import { CONTENT } from "../../../ooxml/namespaces.ts";
import type { Part } from "../../../ooxml/package.ts";
import { all, type Element, textOf } from "../../../ooxml/xml.ts";
import { readZip } from "../../../ooxml/zip.ts";
import { changesBetween, type DeckChange } from "./compare.ts";
import { markOf, markPart, readMark } from "./mark.ts";
import { type DeckParts, partsOfRead, partsOfWritten, serialised, wholeOf } from "./parts.ts";
import { deckSeen } from "./seen.ts";

export type { DeckChange } from "./compare.ts";
export type { Aspect } from "./seen.ts";

/** The parts as bytes, and docProps/custom.xml, which says what they hold, so that an edit is noticed later. */
export async function withMark(parts: readonly Part[]): Promise<readonly Part[]> {
  const bytes = parts.map(serialised);
  const written = await partsOfWritten(parts, bytes);
  const mark = await markOf(deckSeen(written), await wholeOf(written));
  return [...bytes, { name: "/docProps/custom.xml", content: markPart(mark), type: CONTENT.custom }];
}

/** Who saved a deck last, as far as the file says. */
export interface Saved {
  readonly person?: string;
  readonly program?: string;
  /** ISO date, as "2026-11-12T09:30:00Z". */
  readonly at?: string;
}

/**
 * "ours": as it was written. "saved": a program has saved it since, and nothing that a person sees is otherwise.
 * "edited": something is. "foreign": not written here, or its mark is gone.
 */
export type Origin =
  | { readonly state: "ours" | "foreign" }
  | { readonly state: "saved"; readonly by: Saved }
  | { readonly state: "edited"; readonly by: Saved; readonly changes: readonly DeckChange[] };

/** Tells whether a deck still is what was written, and if not, what changed. Throws PackageError for what is no readable package. */
export async function originOf(deck: Uint8Array): Promise<Origin> {
  const parts = await partsOfRead(await readZip(deck));
  const custom = parts.element("/docProps/custom.xml");
  const then = custom === undefined ? undefined : readMark(custom);
  if (then === undefined) return { state: "foreign" };
  const bytes = await wholeOf(parts);
  if (bytes === then.bytes) return { state: "ours" };
  const seen = deckSeen(parts);
  const now = await markOf(seen, bytes);
  const titles = seen.slides.map(({ title }) => title);
  const changes = changesBetween(then, now, titles);
  const by = savedBy(parts);
  return changes.length === 0 ? { state: "saved", by } : { state: "edited", by, changes };
}

function savedBy(parts: DeckParts): Saved {
  const [core, app] = ["/docProps/core.xml", "/docProps/app.xml"].map((name) => parts.element(name));
  const say = (root: Element | undefined, name: string): string =>
    root === undefined ? "" : all(root, name).map(textOf).join("").trim();
  const person = say(core, "cp:lastModifiedBy");
  const program = say(app, "Application");
  const at = say(core, "dcterms:modified");
  return {
    ...(person === "" ? {} : { person }),
    // A program that changes a deck without saying so leaves our own name.
    ...(program === "" || program === "Foredeck" ? {} : { program }),
    ...(at === "" ? {} : { at }),
  };
}
