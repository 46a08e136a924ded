import { CONTENT } from "../../../ooxml/namespaces.ts";
import type { Part } from "../../../ooxml/package.ts";
import { digestDeck } from "./digest.ts";
import { embeddedDigestOf, embeddedDigestPart } from "./embedded-digest.ts";
import { partsOfWritten, serialised, wholeOf } from "./parts.ts";

/** The parts as bytes, and docProps/custom.xml, which says what they hold, so that an edit is noticed later. */
export function withEmbeddedDigest(parts: readonly Part[]): readonly Part[] {
  const bytes = parts.map(serialised);
  const written = partsOfWritten(parts, bytes);
  const mark = embeddedDigestOf(digestDeck(written), wholeOf(written));
  return [
    ...bytes,
    { name: "/docProps/custom.xml", content: embeddedDigestPart(mark), type: CONTENT.custom },
  ];
}
