import { bottom, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import type { ContractPage, PageKind } from "../theme/contract.ts";
import type { Ground } from "../theme/ground.ts";
import type { Fact } from "./facts.ts";
import { type Match, titleOf } from "./match.ts";
import type { Holder } from "./placeholders.ts";
import { boxOf } from "./shapes.ts";
import { isFree, type Surface } from "./surface.ts";
import { type fitBox, type legibleColour, placeholder, placeOf } from "./text-box.ts";

/** The frames of one page kind, and the facts that were met on the way. */
export interface Learned {
  readonly page: ContractPage;
  readonly facts: readonly Fact[];
  /** Colour behind the body, hex without #. */
  readonly paper: string;
  /** True where that is a panel over what the template draws. */
  readonly panelled: boolean;
}

/** Height of the line of sources, in inches on a slide of 7.5 inches; smaller slides have smaller distances. */
export const SOURCE = 0.32;
/** Height of the line above the title, likewise. */
const KICKER = 0.24;
/** Distance to the edges of the slide where the template says none, likewise. */
export const MARGIN = 0.6;

/** A layout, and what is drawn behind the slides that stand on it. */
export interface TemplateSheet {
  readonly kind: PageKind;
  readonly match: Match;
  readonly surface: Surface;
  readonly ground: Ground;
  readonly width: number;
  readonly height: number;
  /** EMU of so many inches on a slide of 7.5 inches. */
  readonly unit: (inches: number) => number;
}

/** The layout, or the master that a layout is added to. */
export const drawnOf = ({ match }: TemplateSheet) => match.layout ?? match.master;

/** True for a frame of which something is seen on the slide. */
export const onSlide = (f: Frame | undefined, { width, height }: TemplateSheet): f is Frame =>
  f !== undefined && f.w > 0 && f.h > 0 && f.x < width && f.y < height && right(f) > 0 && bottom(f) > 0;

const FEET = [
  ["footer", "ftr"],
  ["date", "dt"],
  ["number", "sldNum"],
] as const;

/** True where a text box lies on half of a place or more. */
const covers = (box: Frame, place: Frame): boolean => {
  const wide = Math.min(right(box), right(place)) - Math.max(box.x, place.x);
  const high = Math.min(bottom(box), bottom(place)) - Math.max(box.y, place.y);
  return wide > 0 && high > 0 && 2 * wide * high >= place.w * place.h;
};

/** Date, footer and number where the layout has them on the slide. */
export function footersOf(sheet: TemplateSheet): Pick<ContractPage, "footer" | "date" | "number"> & {
  readonly frames: readonly Frame[];
  /** Places on which the template has words of its own, so that nothing can be written there. */
  readonly covered: readonly ("footer" | "date" | "number")[];
} {
  const { holders } = drawnOf(sheet);
  const words = sheet.surface.shapes.filter(({ type }) => type === "text").map(boxOf);
  const here = (type: string): Holder | undefined =>
    holders.find((holder) => holder.type === type && onSlide(holder.frame, sheet));
  const isCovered = (holder: Holder | undefined): boolean =>
    holder?.frame !== undefined &&
    words.some((box) => holder.frame !== undefined && covers(box, holder.frame));
  const found = (type: string): Holder | undefined => {
    const holder = here(type);
    return isCovered(holder) ? undefined : holder;
  };
  const entry = (name: "footer" | "date" | "number", type: string) => {
    const holder = found(type);
    return holder?.frame === undefined ? {} : { [name]: placeholder(holder, holder.frame) };
  };
  return {
    ...entry("footer", "ftr"),
    ...entry("date", "dt"),
    ...entry("number", "sldNum"),
    covered: FEET.flatMap(([name, type]) => (isCovered(here(type)) ? [name] : [])),
    frames: ["ftr", "dt", "sldNum"].flatMap((type) => found(type)?.frame ?? []),
  };
}

/** Colour of the template's own text, hex without #: of its bodies, else of its titles. */
export function textHex(sheet: TemplateSheet): string {
  const { holders, scheme } = drawnOf(sheet);
  const all = [...holders, ...sheet.match.master.holders];
  const found = ["body", "obj", "title", "ctrTitle"].flatMap(
    (type) => all.find((holder) => holder.type === type)?.text.colour?.hex ?? [],
  );
  return found[0] ?? scheme.tx1;
}

/** The title's placeholder, or the one that a layout of ours gets; undefined where the layout has none. */
export function titleHolder(
  sheet: TemplateSheet,
  usual: Frame,
): { readonly holder: Holder; readonly frame: Frame } | undefined {
  const { match } = sheet;
  const own = titleOf(drawnOf(sheet));
  if (own === undefined && match.layout !== undefined) return undefined;
  const text = own?.text ?? PLAIN;
  // On a layout that is added, a title of the master that is on the slide keeps its place.
  const keeps = sheet.kind === "content" || match.layout !== undefined;
  return {
    holder: own ?? { type: "title", name: "Title", text },
    frame: keeps && onSlide(own?.frame, sheet) ? own.frame : usual,
  };
}

/** The look of titles where the template has none. */
export const PLAIN: Holder["text"] = {
  size: 26,
  bold: true,
  italic: false,
  caps: false,
  align: "left",
  anchor: "bottom",
  lineSpacing: 1,
  insets: { left: 0, top: 0, right: 0, bottom: 0 },
  vertical: false,
};

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** Sizes go by half points. */
export const half = (size: number): number => Math.round(size * 2) / 2;

/** The layout by its name and part, and how it was found. */
export const about = ({ match }: TemplateSheet) => ({
  layout: match.layout?.name ?? "",
  ...(match.layout === undefined ? {} : { part: match.layout.part }),
  master: match.master.part,
  matched: match.by,
});

/** The fact that a layout was found by its name or its placeholders, or is added. */
export const guessed = (page: PageKind, { by, layout }: Match): readonly Fact[] =>
  by === "signature" || by === "name" || by === "added"
    ? [{ type: "guessed", page, layout: layout?.name ?? "", by }]
    : [];

/** Facts about a title: that there is none, is low, or was of a colour that is not legible on what is behind it. */
export function titleFacts(
  { kind, match }: TemplateSheet,
  own: Frame | undefined,
  fitted: ReturnType<typeof fitBox>,
  colour: ReturnType<typeof legibleColour>,
): readonly Fact[] {
  if (own === undefined) return [{ type: "noTitle", page: kind, layout: match.layout?.name ?? "" }];
  const { low, box, lines, size } = fitted;
  return [
    ...(low ? [{ type: "lowTitle", page: kind, had: own.h, has: box.h, lines, size } as const] : []),
    ...poorColour(kind, "title", colour),
  ];
}

/** Facts about places of a layout on which the template has words of its own. */
export const coveredFacts = (
  { kind, match }: TemplateSheet,
  covered: ReturnType<typeof footersOf>["covered"],
): readonly Fact[] =>
  covered.map((what) => ({ type: "coveredFooter", page: kind, layout: match.layout?.name ?? "", what }));

/** The fact that a colour was changed because it was not legible. */
export const poorColour = (
  page: PageKind,
  what: "title" | "subtitle",
  { colour, from, ground, ratio }: ReturnType<typeof legibleColour>,
): readonly Fact[] =>
  ground !== undefined && ratio !== undefined && ratio < 4.5
    ? [{ type: "contrast", page, what, from, to: colour.hex, ground, ratio }]
    : [];

/** The line above a title whose box and text lie there, and whether it stands on bare ground. */
export function kickerAbove(
  { surface, unit }: TemplateSheet,
  title: Frame,
  text: Frame,
  blocked: (cell: number) => boolean,
): { readonly kicker: Frame; readonly free: boolean } {
  const kicker = frame(text.x, title.y - unit(KICKER + 0.03), text.w, unit(KICKER));
  return { kicker, free: kicker.y >= unit(0.12) && isFree(surface, kicker, blocked) };
}

/** Shapes of the template in which nothing may stand: those that no frame of the page lies on. */
export function keepOuts(
  sheet: TemplateSheet,
  used: readonly Frame[],
  ground: number,
): ContractPage["keepOut"] {
  const { surface, width, height } = sheet;
  const found = surface.shapes.flatMap((shape, number) => {
    const box = boxOf(shape);
    const left = Math.max(0, box.x);
    const top = Math.max(0, box.y);
    const seen = frame(left, top, Math.min(width, right(box)) - left, Math.min(height, bottom(box)) - top);
    const within = seen.w >= 0 && seen.h >= 0 && seen.w + seen.h > 0;
    if (number === ground || !within || seen.w * seen.h > 0.5 * width * height) return [];
    if (used.some((f) => overlaps(f, seen))) return [];
    return [{ name: shape.name, place: placeOf(seen) }];
  });
  return found.slice(0, 60);
}
