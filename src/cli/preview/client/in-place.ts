import type { SlideSpot, Written } from "../message.ts";
import { make, type Say } from "./dom.ts";
import type { Drafts } from "./drafts.ts";

/** A text on a slide that can be edited where it stands. */
export interface PlaceOnSlide {
  readonly article: HTMLElement;
  /** Value of data-path of the paragraph. */
  readonly path: string;
  /** Left and right edge of the paragraph's lines in pt. */
  readonly column: readonly [left: number, right: number];
}

/** CSS pixels that letters need, so that they can be read while somebody writes. */
const LEAST_LETTERS = 9;

/**
 * Finds where a text stands on a slide, at the paragraph that was pointed at or else at the one with the largest letters;
 * or why it cannot be edited there: `composed` where other words stand around it, `drawing` where it is part of a drawing,
 * `small` where its letters are too small to write in.
 */
export function placeOnSlide(
  article: HTMLElement,
  key: string,
  spots: Readonly<Record<string, SlideSpot>>,
  pointedAt: string | undefined,
): PlaceOnSlide | "composed" | "drawing" | "small" {
  const pathOf = (element: Element): string => element.getAttribute("data-path") ?? "";
  const paragraphs = [...article.querySelectorAll("svg [data-path]")].filter(
    (element) => element.querySelector(":scope > text") !== null,
  );
  const whole = paragraphs
    .filter((element) => spots[pathOf(element)]?.key === key)
    .sort((a, b) => sizeOf(b) - sizeOf(a));
  const first = whole.find((element) => pathOf(element) === pointedAt) ?? whole[0];
  if (first === undefined) {
    const among = paragraphs.some((element) =>
      spots[pathOf(element)]?.lines?.some((spans) => spans.some((span) => span.key === key)),
    );
    return among ? "composed" : "drawing";
  }
  const path = pathOf(first);
  const column = spots[path]?.column;
  const svg = first.closest("svg");
  if (column === undefined || svg === null || first.querySelector("text[transform]") !== null)
    return "drawing";
  return sizeOf(first) * scaleOf(svg) < LEAST_LETTERS ? "small" : { article, path, column };
}

/** Size of the letters of a paragraph in pt. */
const sizeOf = (paragraph: Element): number =>
  Number(paragraph.querySelector("text:not([aria-hidden])")?.getAttribute("font-size") ?? 0);

/** CSS pixels of a pt of the slide. */
const scaleOf = (svg: SVGSVGElement): number => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;

const paragraphAt = ({ article, path }: PlaceOnSlide): SVGGElement | undefined =>
  [...article.querySelectorAll<SVGGElement>("svg [data-path]")].find(
    (element) => element.getAttribute("data-path") === path,
  );

/** Words of a text on a slide, in the order in which they are read. */
export function drawnWords(place: PlaceOnSlide): string {
  const texts = paragraphAt(place)?.querySelectorAll("text:not([aria-hidden])") ?? [];
  return [...texts].map((text) => text.textContent ?? "").join(" ");
}

/** True where a text as it is written gives what is drawn, and nothing of ours stands around it. */
export function givesAll(source: string, drawn: string): boolean {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "");
  const unlinked = source.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const pieces = unlinked.split(/\{\{[^}]*\}\}/).map(letters);
  const pattern = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join(".*");
  return new RegExp(`^${pattern}$`, "u").test(letters(drawn));
}

export interface InPlace {
  /** Opens a field over a text, as it is written in the bundle. */
  readonly open: (place: PlaceOnSlide, key: string, slide: string, found: Written) => void;
  /** Hides the text under the field again after its slide was drawn anew. */
  readonly redrawn: () => void;
}

export interface InPlaceOptions {
  readonly say: Say;
  readonly drafts: Drafts;
  readonly save: (asked: {
    readonly key: string;
    readonly before: string;
    readonly after: string;
  }) => Promise<Written>;
  /** Says that a draft was kept. */
  readonly kept: () => void;
}

/** Edits of texts where they stand on the slide: a field in the place, size, font and colour of the text. */
export function createInPlace({ say, drafts, save, kept }: InPlaceOptions): InPlace {
  let shown: { readonly place: PlaceOnSlide; readonly close: (focus: boolean) => void } | undefined;

  const hideText = (place: PlaceOnSlide): void => {
    paragraphAt(place)?.classList.add("edited");
  };
  const open: InPlace["open"] = (place, key, slide, { text: before = "", lines = false }) => {
    shown?.close(false);
    const paragraph = paragraphAt(place);
    if (paragraph === undefined) return;
    const draft = drafts.of(key);
    const field = make("textarea", {
      ...{ id: "edit-here", rows: "1", spellcheck: "true", dir: "auto" },
      ...{ "aria-label": say("editLabel"), "aria-describedby": "edit-here-hint" },
    });
    const refused = make("p", { id: "edit-here-refused", role: "alert" });
    const hint = make("p", { id: "edit-here-hint" });
    const said = make("div", { class: "edit-said" }, refused, hint);
    const layer = make("div", { class: "edit-layer" }, field, said);
    lay(field, paragraph, place);
    // Beside a narrow column it has room to the left.
    const left = `min(${field.style.left}, 55cqw)`;
    said.style.left = left;
    said.style.maxWidth = `calc(100cqw - ${left})`;
    hint.textContent = [
      ...(draft === undefined ? [] : [say("draftShown")]),
      ...(draft === undefined || draft.before === before ? [] : [say("draftChanged", { text: before })]),
      ...(givesAsIs(before, drawnWords(place)) ? [] : [say("editSource")]),
      say(lines ? "editKeysLines" : "editKeys"),
    ].join(" ");
    field.value = draft?.after ?? before;

    const grow = (): void => {
      field.style.height = "auto";
      field.style.height = `${field.scrollHeight}px`;
      said.style.top = `${field.offsetTop + field.offsetHeight + 6}px`;
    };
    const observer = new ResizeObserver(grow);
    const close = (focus: boolean): void => {
      if (shown?.close !== close) return;
      shown = undefined;
      observer.disconnect();
      layer.remove();
      const under = paragraphAt(place);
      under?.classList.remove("edited");
      if (focus) under?.focus({ preventScroll: true });
    };
    let saving = false;
    const saveNow = async (): Promise<void> => {
      saving = true;
      const found = await save({ key, before, after: field.value });
      saving = false;
      refused.textContent = found.refused ?? "";
      if (found.refused !== undefined) return;
      drafts.drop(key);
      close(true);
    };
    field.addEventListener("input", () => {
      // Pasted lines become one where the field takes one.
      if (!lines && /[\r\n]/.test(field.value)) field.value = field.value.replace(/\s*[\r\n]+\s*/g, " ");
      if (field.value === before) drafts.drop(key);
      else drafts.keep(key, { before, after: field.value, slide });
      grow();
    });
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "Escape") {
        event.preventDefault();
        drafts.drop(key);
        close(true);
      } else if (event.key === "Enter" && (!event.shiftKey || !lines)) {
        event.preventDefault();
        if (!event.shiftKey) void saveNow();
      }
    });
    field.addEventListener("blur", () => {
      // Another window has the keys for a while; the field waits.
      if (!document.hasFocus() || saving) return;
      const changed = field.value !== before;
      close(false);
      if (changed) kept();
    });
    // A click in the field is none on the slide.
    for (const type of ["click", "dblclick"])
      layer.addEventListener(type, (event) => event.stopPropagation());
    place.article.append(layer);
    shown = { place, close };
    hideText(place);
    observer.observe(layer);
    grow();
    field.focus({ preventScroll: true });
    field.select();
  };
  return {
    open,
    redrawn: () => {
      if (shown !== undefined) hideText(shown.place);
    },
  };
}

/** True where a text is drawn as it is written, but for signs. */
const givesAsIs = (source: string, drawn: string): boolean =>
  !/\{\{|\*|\]\(/.test(source) && givesAll(source, drawn);

/** Gives a field place, size, font and colours of a paragraph; in parts of the slide's width, so that it follows zoom. */
function lay(field: HTMLElement, paragraph: SVGGElement, { column: [left, right] }: PlaceOnSlide): void {
  const svg = paragraph.ownerSVGElement;
  const texts = [...paragraph.querySelectorAll<SVGTextElement>("text:not([aria-hidden])")];
  const [first, second] = texts;
  if (svg === null || first === undefined) return;
  const number = (text: Element, name: string): number => Number(text.getAttribute(name));
  const wide = svg.viewBox.baseVal.width;
  const cqw = (pt: number): string => `${(100 * pt) / wide}cqw`;
  const size = number(first, "font-size");
  const pitch = second === undefined ? size * 1.2 : number(second, "y") - number(first, "y");
  const look = getComputedStyle(first);
  // The first line's letters keep their line: half of the leading is above them, and about four fifths of the size.
  const top = number(first, "y") - size * 0.93 - (pitch - size * 1.2) / 2;
  const rules = {
    left: cqw(left),
    top: cqw(top),
    width: cqw(right - left),
    "font-family": look.fontFamily,
    "font-size": cqw(size),
    "font-weight": look.fontWeight,
    "font-style": look.fontStyle,
    "line-height": String(pitch / size),
    color: look.fill,
    "caret-color": look.fill,
    background: groundOf(first),
    "text-align": { start: "start", middle: "center", end: "end" }[look.textAnchor] ?? "start",
  };
  for (const [name, value] of Object.entries(rules)) field.style.setProperty(name, value);
}

/** Colour of what lies under a text. */
function groundOf(text: SVGTextElement): string {
  const { left, top, width, height } = text.getBoundingClientRect();
  const under = document
    .elementsFromPoint(left + Math.min(4, width / 2), top + height / 2)
    .filter((element) => element instanceof SVGElement && /^(rect|path)$/.test(element.tagName))
    .map((element) => getComputedStyle(element))
    .find(({ fill, fillOpacity }) => /^rgb\(/.test(fill) && Number(fillOpacity) > 0.5);
  return under?.fill ?? "#fff";
}
