import type { Page } from "../../model/page.ts";
import { plain, type Rich } from "../../model/text.ts";
import { type Passage, paragraphText } from "./reading.ts";

/** Notes that say more than the slide does; the sources stand on it. */
export function notesBeside(page: Page, read: readonly Passage[]): readonly Rich[] {
  const said = new Set(
    [
      page.title,
      ...read.flatMap((one) => (one.type === "text" ? one.paragraphs.map(paragraphText) : [])),
    ].map(stopless),
  );
  return page.notes.filter((note, n) => n !== page.sourcesNote && !said.has(stopless(plain(note))));
}

/** Without its full stop, which titles do not have. */
const stopless = (text: string): string => text.replace(/\s+/gu, " ").trim().replace(/\.$/, "");
