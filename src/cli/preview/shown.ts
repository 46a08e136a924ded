import { kept } from "../../base/kept.ts";
import { emuToPt } from "../../base/units.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { foldPoints } from "../../diagnostics/findings/index.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Page } from "../../model/page.ts";
import type { Laid } from "../../stages.ts";
import type { DeckFacts, OpenReplies, Said, SlideFacts, SlideUpdate, Update } from "./message.ts";
import { openReplies } from "./replies.ts";
import { type Drawings, slidesOf } from "./slides.ts";
import { type BundleLocations, bundleSpotOf } from "./spot.ts";

/** Complete content of a preview page. Unchanged parts are the same objects as before. */
export interface Shown extends Update {
  readonly slides: readonly ShownSlide[];
}

type ShownSlide = SlideUpdate & { readonly svg: string; readonly about: SlideFacts };

const NO_REPLIES: OpenReplies = { shown: [], more: 0, settled: 0 };
export const NOTHING_SHOWN: Shown = {
  revision: 0,
  save: 0,
  slides: [],
  general: [],
  replies: NO_REPLIES,
  counts: "",
};

/** Errors that leave holes in the pages; others belong to a slide, such as text that does not fit, and are shown on it. */
export const holesOf = ({ diagnostics }: Laid): readonly Diagnostic[] =>
  diagnostics.filter(({ severity, page }) => severity === "error" && page === undefined);

/** The last good deck stays, and what is wrong is said over it. */
export const broken = (
  before: Shown,
  wrong: readonly Diagnostic[],
  findings: readonly Diagnostic[],
  places: BundleLocations,
): Shown => ({
  ...before,
  revision: before.revision + 1,
  save: before.save + 1,
  counts: countsOf(findings),
  broken: foldPoints(wrong.filter(({ severity }) => severity === "error")).map((finding) =>
    saidOf(finding, places),
  ),
});

/** The slides as they are now, with the findings of before: the rules take longer than to draw. */
export async function drawn(before: Shown, laid: Laid, drawings: Drawings): Promise<Shown> {
  const { pages, deck } = laid;
  const old = slidesById(before);
  const slides = (await slidesOf(laid, drawings)).map(({ id, svg, facts }) => {
    const { about } = old.get(id) ?? {};
    return { id, svg, about: kept(about, { ...facts, findings: about?.findings ?? NO_FINDINGS }) };
  });
  const facts: DeckFacts = {
    title: laid.resolved.title,
    language: pages.language,
    facts: messages.readinessTime(pages.pages.length, deck.minutes),
    width: emuToPt(pages.width),
    height: emuToPt(pages.height),
  };
  const { general, replies, counts } = before;
  return {
    ...{ revision: before.revision + 1, save: before.save + 1, deck: kept(before.deck, facts) },
    ...{ slides, general, replies, counts },
  };
}

/** The slides that are shown, with the findings on them. */
export function judged(
  before: Shown,
  laid: Laid,
  findings: readonly Diagnostic[],
  places: BundleLocations,
): Shown {
  const sources = sourcesOf(laid.pages.pages);
  const { byPage, general } = sortFindings(foldPoints(findings), sources, places);
  const replies = openReplies(laid.replies, (path) => nearestPage(path, sources));
  const slides = before.slides.map(({ id, svg, about }) => ({
    ...{ id, svg },
    about: kept(about, { ...about, findings: byPage.get(id) ?? NO_FINDINGS }),
  }));
  const holes = foldPoints(holesOf(laid)).map((finding) => saidOf(finding, places));
  return {
    ...{ ...before, revision: before.revision + 1, slides },
    ...{ general: kept(before.general, general), replies: kept(before.replies, replies) },
    ...{ counts: countsOf(findings), ...(holes.length === 0 ? {} : { broken: holes }) },
  };
}

const NO_FINDINGS: readonly Said[] = [];

const slidesById = ({ slides }: Shown): ReadonlyMap<string, ShownSlide> =>
  new Map(slides.map((slide) => [slide.id, slide]));

function countsOf(findings: readonly Diagnostic[]): string {
  const count = (severity: Diagnostic["severity"]): number =>
    findings.filter((finding) => finding.severity === severity).length;
  return messages.findingCounts(count("error"), count("warning"));
}

/** Update that turns a page showing the one state into one showing the other. */
export function changesBetween(before: Shown, after: Shown): Update {
  const known = slidesById(before);
  return {
    ...after,
    slides: after.slides.map(({ id, svg, about }) => {
      const old = known.get(id);
      return { id, ...(old?.svg === svg ? {} : { svg }), ...(old?.about === about ? {} : { about }) };
    }),
  };
}

/** Findings by the id of the page that they concern, and those that concern none. */
interface Sorted {
  readonly byPage: ReadonlyMap<string, readonly Said[]>;
  readonly general: readonly Said[];
}

/** A page with the places in the bundle that it comes from. */
interface PageSources {
  readonly id: string;
  readonly from: readonly JsonPath[];
}

const sourcesOf = (pages: readonly Page[]): readonly PageSources[] =>
  pages.map((page) => ({
    id: page.id,
    from: [...page.from, ...page.items.flatMap((item) => (item.from === undefined ? [] : [item.from]))],
  }));

function sortFindings(
  findings: readonly Diagnostic[],
  pages: readonly PageSources[],
  places: BundleLocations,
): Sorted {
  const byPage = new Map<string, Said[]>();
  const general: Said[] = [];
  for (const finding of findings) {
    const id = pages.find((page) => page.id === finding.page)?.id ?? nearestPage(finding.path ?? [], pages);
    const list = id === undefined ? general : (byPage.get(id) ?? []);
    list.push(saidOf(finding, places));
    if (id !== undefined) byPage.set(id, list);
  }
  return { byPage, general };
}

const saidOf = (
  { severity, code, what, why, hint, path, place }: Diagnostic,
  places: BundleLocations,
): Said => ({
  ...{ severity, code, what: printable(what) },
  ...(why === undefined ? {} : { why: printable(why) }),
  ...(hint === undefined ? {} : { hint: printable(hint) }),
  ...(place === undefined ? {} : { spot: bundleSpotOf(path ?? [], place, places) }),
});

/**
 * The page that shows a part of the bundle: the first of those that come from it most closely, by steps of the path in
 * common. A path above or below another one is the same part, more or less of it; two side by side are not.
 */
function nearestPage(path: JsonPath, pages: readonly PageSources[]): string | undefined {
  let best: { readonly id: string; readonly score: number } | undefined;
  for (const { id, from } of pages) {
    for (const source of from) {
      const common = Math.min(source.length, path.length);
      if (common === 0 || !source.slice(0, common).every((step, n) => step === path[n])) continue;
      const score = 2 * common + (source.length === path.length ? 1 : 0);
      if (best === undefined || score > best.score) best = { id, score };
    }
  }
  return best?.id;
}
