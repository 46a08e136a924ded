import { emuToPt } from "../../base/units.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages.ts";
import type { Checkup } from "../check/checkup.ts";
import { saidOf, sortFindings } from "./findings.ts";
import type { DeckFacts, Said, SlideFacts, SlideUpdate, Update } from "./message.ts";
import { type Drawings, slidesOf } from "./slides.ts";
import type { Places } from "./spot.ts";

/** What a page shows: everything of an update. */
export interface Shown extends Update {
  readonly slides: readonly (SlideUpdate & { readonly svg: string; readonly about: SlideFacts })[];
}

export const NOTHING: Shown = { revision: 0, slides: [], general: [], counts: "" };

/**
 * What is shown after a checkup. Without pages, or with errors that leave holes in them, the last good deck stays, and
 * what is wrong is said over it; errors that belong to a slide, such as text that does not fit, are shown on it.
 */
export async function showing(
  checkup: Checkup,
  before: Shown,
  places: Places,
  drawings: Drawings,
): Promise<Shown> {
  const { compiled, findings } = checkup;
  const revision = before.revision + 1;
  const counts = messages.findingCounts(count(findings, "error"), count(findings, "warning"));
  const holes =
    compiled?.diagnostics.filter(({ severity, page }) => severity === "error" && page === undefined) ?? [];
  if (compiled === undefined || (holes.length > 0 && before.deck !== undefined)) {
    const wrong = compiled === undefined ? findings.filter(({ severity }) => severity === "error") : holes;
    return { ...before, revision, counts, broken: wrong.map((finding) => saidOf(finding, places)) };
  }
  const { pages, deck } = compiled;
  const { byPage, general } = sortFindings(findings, pages.pages, places);
  const slides = (await slidesOf(compiled, places, drawings)).map(({ id, svg, facts }) => ({
    ...{ id, svg },
    about: { ...facts, findings: byPage.get(id) ?? NO_FINDINGS },
  }));
  const facts: DeckFacts = {
    title: compiled.told.title,
    language: pages.language,
    facts: messages.readinessTime(pages.pages.length, deck.minutes),
    width: emuToPt(pages.width),
    height: emuToPt(pages.height),
  };
  const broken = holes.length === 0 ? {} : { broken: holes.map((finding) => saidOf(finding, places)) };
  return { revision, deck: facts, slides, general, counts, ...broken };
}

const NO_FINDINGS: readonly Said[] = [];

const count = (findings: readonly Diagnostic[], severity: Diagnostic["severity"]): number =>
  findings.filter((finding) => finding.severity === severity).length;

/** What a page that shows the one has to be told to show the other. */
export function changes(before: Shown, after: Shown): Update {
  const known = new Map(before.slides.map((slide) => [slide.id, slide]));
  return {
    ...after,
    slides: after.slides.map(({ id, svg, about }) => {
      const old = known.get(id);
      return {
        id,
        ...(old?.svg === svg ? {} : { svg }),
        ...(old !== undefined && JSON.stringify(old.about) === JSON.stringify(about) ? {} : { about }),
      };
    }),
  };
}
