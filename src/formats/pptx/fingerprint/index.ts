import { CONTENT } from "../../../ooxml/namespaces.ts";
import type { Part } from "../../../ooxml/package.ts";
import { markOf, markPart } from "./mark.ts";
import { partsOfWritten, serialised, wholeOf } from "./parts.ts";
import { deckSeen } from "./seen.ts";

/** The parts as bytes, and docProps/custom.xml, which says what they hold, so that an edit is noticed later. */
export function withMark(parts: readonly Part[]): readonly Part[] {
  const bytes = parts.map(serialised);
  const written = partsOfWritten(parts, bytes);
  const mark = markOf(deckSeen(written), wholeOf(written));
  return [...bytes, { name: "/docProps/custom.xml", content: markPart(mark), type: CONTENT.custom }];
}
