import type { SlideFacts, SlidePlaces, SlideSpot, Update } from "../message.ts";
import { make } from "./dom.ts";

export interface PreviewSlide {
  readonly id: string;
  readonly svg: string;
  readonly about: SlideFacts;
  readonly sheet: SlideElements;
}

/** Elements on the stage for one slide. */
export interface SlideElements {
  readonly article: HTMLElement;
  /** The drawing that it shows; an older one until somebody is to see the new one. */
  shows: string;
}

/** The slides that the page holds, in order. */
export type PreviewDeck = readonly PreviewSlide[];

export interface Changed {
  readonly deck: PreviewDeck;
  /** Ids of slides that look different. */
  readonly drawn: ReadonlySet<string>;
  /** Ids of slides of which something else is different. */
  readonly told: ReadonlySet<string>;
}

/** Brings the stage to what an update says, but for the drawings. Slides that are there already keep their elements. */
export function applyUpdate(stage: HTMLElement, deck: PreviewDeck, update: Update): Changed {
  const before = new Map(deck.map((slide) => [slide.id, slide]));
  const drawn = new Set<string>();
  const told = new Set<string>();
  const after = update.slides.map((news): PreviewSlide => {
    const old = before.get(news.id);
    const svg = news.svg ?? old?.svg ?? "";
    const about = news.about ?? old?.about;
    if (about === undefined) throw new Error(`nothing is known of the slide ${news.id}`);
    const sheet = old?.sheet ?? createSheet(news.id);
    if (svg !== old?.svg) drawn.add(news.id);
    if (news.about !== undefined || old === undefined) {
      const [heading] = sheet.article.getElementsByTagName("h2");
      if (heading !== undefined) heading.textContent = about.title;
      told.add(news.id);
    }
    return { id: news.id, svg, about, sheet };
  });
  const kept = new Set<Element>(after.map(({ sheet }) => sheet.article));
  for (const child of [...stage.children]) if (!kept.has(child)) child.remove();
  for (const [n, { sheet }] of after.entries())
    if (stage.children[n] !== sheet.article) stage.insertBefore(sheet.article, stage.children[n] ?? null);
  return { deck: after, drawn, told };
}

function createSheet(id: string): SlideElements {
  const heading = make("h2", { class: "unseen" });
  return { article: make("article", { class: "slide-page", "data-id": id }, heading), shows: "" };
}

export const isStale = ({ svg, sheet }: PreviewSlide): boolean => sheet.shows !== svg;

/** Draws a slide that is not drawn yet as it is now; true where it was not. */
export function drawSlide(slide: PreviewSlide): boolean {
  if (!isStale(slide)) return false;
  const { svg, sheet } = slide;
  sheet.article.querySelector("svg")?.remove();
  // What lies over the drawing stays over it.
  sheet.article.querySelector("h2")?.after(parsed(svg));
  sheet.shows = svg;
  return true;
}

/** Markup of the program's own; scripts in it would not run (the page's policy forbids them). */
function parsed(svg: string): Node {
  const template = document.createElement("template");
  template.innerHTML = svg;
  return template.content;
}

/** Key of the part whose words are at a point, or which was hit there, or else of the smallest one around. */
export function partAt(event: MouseEvent, { parts, spots }: SlidePlaces): string | undefined {
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  const known = new Set(parts.map(({ key }) => key));
  const keyOf = (element: Element): string | undefined => {
    const place = element.getAttribute("data-path") ?? "";
    return spots[place]?.key ?? (known.has(place) ? place : undefined);
  };
  for (let hit = target.closest("[data-path]"); hit !== null; hit = outside(hit)) {
    if (hit.getAttribute("data-kind") === "ornament") break;
    const key = wordsAt(event, hit, spots[hit.getAttribute("data-path") ?? ""]) ?? keyOf(hit);
    if (key !== undefined) return key;
  }
  const around = [...(target.closest("svg")?.querySelectorAll("[data-path]") ?? [])]
    .filter((element) => keyOf(element) !== undefined)
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(
      ({ box }) =>
        box.left <= event.clientX &&
        event.clientX <= box.right &&
        box.top <= event.clientY &&
        event.clientY <= box.bottom,
    )
    .sort((a, b) => a.box.width * a.box.height - b.box.width * b.box.height);
  return around[0] === undefined ? undefined : keyOf(around[0].element);
}

const outside = (element: Element): Element | null => element.parentElement?.closest("[data-path]") ?? null;

/** The key of the words that were hit, where they are written elsewhere than their paragraph. */
function wordsAt(
  { target, clientX, clientY }: MouseEvent,
  paragraph: Element,
  spot: SlideSpot | undefined,
): string | undefined {
  const text = target instanceof Element ? target.closest("text") : null;
  const matrix = text?.getScreenCTM();
  if (text === null || !matrix || spot?.lines === undefined) return undefined;
  // Bullets are no words.
  const line = [...paragraph.querySelectorAll("text:not([aria-hidden])")].indexOf(text);
  const at = text.getCharNumAtPosition(new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse()));
  return spot.lines[line]?.find(({ start, end }) => start <= at && at < end)?.key;
}

/** Marks what is written at one place on a slide, and nothing else. */
export function markParts(
  article: HTMLElement,
  key: string | undefined,
  spots: SlidePlaces["spots"] = {},
): void {
  for (const element of article.querySelectorAll("[data-path]")) {
    const place = element.getAttribute("data-path") ?? "";
    const { key: own = place, lines = [] } = spots[place] ?? {};
    const words = lines.some((spans) => spans.some((span) => span.key === key));
    element.classList.toggle("chosen", key !== undefined && (own === key || words));
  }
}
