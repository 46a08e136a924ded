import { bottom, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import { inchesToEmu } from "../base/units.ts";
import type { ContractPage } from "../theme/contract.ts";
import type { Ground } from "../theme/ground.ts";
import type { Fact } from "./facts.ts";
import type { Missed } from "./fills.ts";
import { groundOf } from "./grounds.ts";
import { isContent, type Match, titleOf } from "./match.ts";
import type { PageKind } from "./names.ts";
import type { Template } from "./open.ts";
import type { Holder } from "./placeholders.ts";
import { boxOf } from "./shapes.ts";
import {
  freeIn,
  hardest,
  isFree,
  mostlyFree,
  obstacles,
  type Surface,
  surfaceOf,
  type Under,
  under,
} from "./surface.ts";
import { fitBox, legibleColour, placeholder, placeOf, textArea, textBox } from "./text-box.ts";

export interface Learned {
  readonly page: ContractPage;
  readonly facts: readonly Fact[];
  /** Colour behind the body; undefined for a picture. */
  readonly paper: string | undefined;
  /** Colour of the title, by which a paper that is a picture is judged. */
  readonly titleHex: string;
}

/** Distances in inches on a slide of 7.5 inches; smaller slides have smaller ones. */
const SOURCE = 0.32;
const KICKER = 0.24;
const GAP = 0.1;
const EDGE = 0.25;
const MARGIN = 0.6;

interface Sheet {
  readonly kind: PageKind;
  readonly match: Match;
  readonly surface: Surface;
  readonly ground: Ground;
  readonly width: number;
  readonly height: number;
  /** EMU of so many inches on a slide of 7.5 inches. */
  readonly unit: (inches: number) => number;
}

/** Frames of one page kind: title and subtitle, footers, body, sources, kicker, and what must stay clear. */
export function learnPage(kind: PageKind, match: Match, template: Template, missed: Missed): Learned {
  const { width, height } = template.size;
  const ground = groundOf(match.layout, match.master, missed);
  const scale = Math.min(1, height / inchesToEmu(7.5));
  const sheet: Sheet = {
    kind,
    match,
    ground,
    surface: surfaceOf(ground, width, height),
    width,
    height,
    unit: (inches) => inchesToEmu(inches) * scale,
  };
  return kind === "content" ? contentPage(sheet, scale) : openingPage(sheet, scale);
}

const drawnOf = ({ match }: Sheet) => match.layout ?? match.master;

const onSlide = (f: Frame | undefined, { width, height }: Sheet): f is Frame =>
  f !== undefined && f.w > 0 && f.h > 0 && f.x < width && f.y < height && right(f) > 0 && bottom(f) > 0;

/** Date, footer and number where the layout has them on the slide. */
function footersOf(
  sheet: Sheet,
): Pick<ContractPage, "footer" | "date" | "number"> & { readonly frames: readonly Frame[] } {
  const { holders } = drawnOf(sheet);
  const found = (type: string): Holder | undefined =>
    holders.find((holder) => holder.type === type && onSlide(holder.frame, sheet));
  const entry = (name: "footer" | "date" | "number", type: string) => {
    const holder = found(type);
    return holder?.frame === undefined ? {} : { [name]: placeholder(holder, holder.frame) };
  };
  return {
    ...entry("footer", "ftr"),
    ...entry("date", "dt"),
    ...entry("number", "sldNum"),
    frames: ["ftr", "dt", "sldNum"].flatMap((type) => found(type)?.frame ?? []),
  };
}

/** The title's placeholder, or the one that a layout of ours gets; undefined where the layout has none. */
function titleHolder(
  sheet: Sheet,
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

const PLAIN: Holder["text"] = {
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

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** Sizes go by half points. */
const half = (size: number): number => Math.round(size * 2) / 2;

function contentPage(sheet: Sheet, scale: number): Learned {
  const { surface, width, height, unit, match } = sheet;
  const facts: Fact[] = [];
  const usual = frame(unit(MARGIN), unit(0.5), width - 2 * unit(MARGIN), unit(0.95));
  const title = titleHolder(sheet, usual);
  const name = match.layout?.name ?? "";
  const { frames: footers, ...furniture } = footersOf(sheet);
  const scheme = drawnOf(sheet).scheme;
  const own = title?.holder.text ?? PLAIN;
  const sizes = [half(clamp(own.size, 22, 26) * scale), half(22 * scale)] as const;
  const boxed = (within: readonly [number, number]) =>
    fitBox(title?.frame ?? usual, own, { sizes: within, lines: 2 }, surface, height * 0.4);
  const usually = boxed(sizes);
  // A low box that cannot grow has two smaller lines rather than one: titles are sentences.
  const smaller = usually.lines < 2 ? boxed([half(21.5 * scale), half(17 * scale)]) : usually;
  const fitted = smaller.lines === 2 ? smaller : usually;
  const colour = legibleColour(own, fitted.box, surface, scheme);
  if (title === undefined) facts.push({ type: "noTitle", page: "content", layout: name });
  else {
    facts.push(...lowTitle("content", title.frame, fitted), ...poorColour("content", "title", colour));
  }
  const text = textArea(fitted.box, own);
  const base = bodyBase(sheet, title?.frame ?? usual, fitted.box, footers);
  const ground = under(surface, base);
  const blocked = obstacles(surface, ground);
  // Ground that changes below the body is like a picture: no one colour is read on all of it.
  const { body, source } = bodyAndSource(sheet, base, fitted.box, text, footers, blocked);
  const share = ({ w, h }: Frame): number => (w * h) / (width * height);
  if (Math.min(share(base), share(body)) < SMALL)
    facts.push({ type: "smallBody", own: share(base), used: share(body), layout: name });
  const busy = ground.picture || !mostlyFree(surface, body, blocked);
  if (busy) facts.push({ type: "picture", page: "content", layout: name });
  if (furniture.number === undefined) facts.push({ type: "noNumber", layout: name });
  facts.push(...guessed("content", match));
  const kicker = frame(text.x, fitted.box.y - unit(KICKER + 0.03), text.w, unit(KICKER));
  const paper = busy ? undefined : hardest(under(surface, body));
  return {
    page: {
      ...about(sheet),
      ...(title === undefined ? {} : { title: textBox(title.holder, fitted, colour.colour) }),
      ...furniture,
      body: placeOf(body),
      source: placeOf(source),
      ...(kicker.y >= unit(0.12) &&
      isFree(surface, kicker, blocked) &&
      !footers.some((f) => overlaps(f, kicker))
        ? { kicker: placeOf(kicker) }
        : {}),
      keepOut: keepOuts(sheet, [fitted.box, body, source, kicker], ground.number),
      paper: paper === undefined ? "picture" : { hex: paper },
    },
    facts,
    paper,
    titleHex: colour.colour.hex,
  };
}

/** Share of the slide below which a body is small; Office's own is 0.5. */
const SMALL = 0.4;

const about = ({ match }: Sheet) => ({
  layout: match.layout?.name ?? "",
  ...(match.layout === undefined ? {} : { part: match.layout.part }),
  master: match.master.part,
  matched: match.by,
});

const guessed = (page: PageKind, { by, layout }: Match): readonly Fact[] =>
  by === "signature" || by === "name" || by === "added"
    ? [{ type: "guessed", page, layout: layout?.name ?? "", by }]
    : [];

const lowTitle = (page: PageKind, own: Frame, fitted: ReturnType<typeof fitBox>): readonly Fact[] =>
  fitted.low
    ? [{ type: "lowTitle", page, had: own.h, has: fitted.box.h, lines: fitted.lines, size: fitted.size }]
    : [];

const poorColour = (
  page: PageKind,
  what: "title" | "subtitle",
  { colour, from, ground, ratio }: ReturnType<typeof legibleColour>,
): readonly Fact[] =>
  ground !== undefined && ratio !== undefined && ratio < 4.5
    ? [{ type: "contrast", page, what, from, to: colour.hex, ground, ratio }]
    : [];

/** The area that the template gives to content: of this layout, of one with the same title, of the master; else what is left. */
function bodyBase(sheet: Sheet, ownTitle: Frame, title: Frame, footers: readonly Frame[]): Frame {
  const { match, width, height, unit } = sheet;
  const large = ({ frame: f, text }: Holder): boolean =>
    f !== undefined && f.w >= width * 0.35 && f.h >= height * 0.25 && !text.vertical && onSlide(f, sheet);
  const largest = (holders: readonly Holder[]): Holder | undefined =>
    holders
      .filter((holder) => isContent(holder) && large(holder))
      .sort((a, b) => (b.frame?.w ?? 0) * (b.frame?.h ?? 0) - (a.frame?.w ?? 0) * (a.frame?.h ?? 0))[0];
  const near = (a: number, b: number): boolean => Math.abs(a - b) < inchesToEmu(0.3);
  const sibling = match.master.layouts.find((layout) => {
    const other = titleOf(layout)?.frame;
    const alike =
      other !== undefined &&
      near(other.x, ownTitle.x) &&
      near(other.y, ownTitle.y) &&
      near(other.w, ownTitle.w);
    return alike && layout.holders.filter(isContent).length === 1 && largest(layout.holders) !== undefined;
  });
  const found =
    (match.layout && largest(match.layout.holders)) ??
    (sibling && largest(sibling.holders)) ??
    largest(match.master.holders);
  if (found?.frame !== undefined) {
    const { x, y, w, h } = textArea(found.frame, found.text);
    const [left, top] = [Math.max(0, x), Math.max(0, y)];
    return frame(left, top, Math.min(width, x + w) - left, Math.min(height, y + h) - top);
  }
  const left = clamp(title.x, unit(0.3), width * 0.3);
  const top = bottom(title) + unit(0.15);
  const foot = Math.min(height - unit(0.5), ...footers.filter(({ y }) => y > height * 0.7).map(({ y }) => y));
  return frame(left, top, width - left - Math.min(left, unit(MARGIN) * 1.5), foot - top - unit(GAP));
}

/** Body and the line of sources below it, clear of the title, the footers and what the template draws. */
function bodyAndSource(
  sheet: Sheet,
  base: Frame,
  title: Frame,
  text: Frame,
  footers: readonly Frame[],
  blocked: (cell: number) => boolean,
): { readonly body: Frame; readonly source: Frame } {
  const { surface, width, height, unit } = sheet;
  const beside = (f: Frame): boolean => right(f) <= base.x + 1 || f.x >= right(base) - 1;
  const floor = Math.min(
    height - unit(EDGE),
    ...footers.filter((f) => f.y > height * 0.6 && !beside(f)).map(({ y }) => y - unit(0.03)),
  );
  const under = beside(title) || title.y > base.y + base.h / 2 ? 0 : bottom(title) + unit(GAP);
  const small = (base.w * base.h) / (width * height) < 0.5;
  // A small body may take the bare paper between the title and the footers.
  const top = small && under > 0 ? Math.min(base.y, under + unit(0.05)) : base.y;
  const foot = small ? floor - unit(SOURCE + 0.06) : bottom(base);
  const [y1, y2] = [Math.max(top, under), Math.min(foot, floor - unit(0.02))];
  // Nor need it be narrower than the title above it.
  const wide = small && under > 0 && text.w > base.w;
  const [x1, x2] = wide
    ? [Math.min(base.x, text.x), Math.max(right(base), right(text))]
    : [base.x, right(base)];
  const wished = frame(x1, y1, x2 - x1, Math.max(unit(1), y2 - y1));
  const worth = ({ w, h }: Frame): number => w ** 1.3 * h;
  const clear = freeIn(surface, wished, blocked, worth) ?? wished;
  // What leaves next to nothing is no obstacle but the template's own ground.
  const body = clear.w * clear.h >= wished.w * wished.h * 0.35 ? clear : wished;
  const line = frame(body.x, bottom(body) + unit(0.03), body.w, unit(SOURCE));
  if (bottom(line) <= floor && isFree(surface, line, blocked)) return { body, source: line };
  const space = frame(
    body.x,
    bottom(body) + unit(0.03),
    body.w,
    Math.max(0, floor - bottom(body) - unit(0.03)),
  );
  const free = freeIn(surface, space, blocked, ({ w, h }) => (h >= unit(SOURCE) ? w : 0));
  if (free !== undefined && free.w >= body.w * 0.6)
    return { body, source: frame(free.x, free.y, free.w, unit(SOURCE)) };
  const least = Math.max(0, Math.min(unit(SOURCE + 0.05), bottom(body) + unit(SOURCE + 0.05) - floor));
  const gap = isFree(surface, frame(line.x, line.y, line.w, Math.max(1, floor - line.y)), blocked)
    ? least
    : unit(SOURCE + 0.05);
  const shorter = frame(body.x, body.y, body.w, body.h - gap);
  return { body: shorter, source: frame(body.x, bottom(shorter) + unit(0.03), body.w, unit(SOURCE)) };
}

/** Shapes of the template in which nothing may stand: those that no frame of the page lies on. */
function keepOuts(sheet: Sheet, used: readonly Frame[], ground: number): ContractPage["keepOut"] {
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

function openingPage(sheet: Sheet, scale: number): Learned {
  const { kind, surface, width, height, unit, match } = sheet;
  const facts: Fact[] = [];
  const left = usualLeft(sheet);
  const usual = frame(left, height * 0.28, width - 2 * left, height * 0.22);
  const title = titleHolder(sheet, usual);
  const { frames: footers, ...furniture } = footersOf(sheet);
  const { scheme, holders } = drawnOf(sheet);
  const own = title?.holder.text ?? PLAIN;
  const [largest, smallest] = kind === "cover" ? [40, 26] : [36, 24];
  const wanted = {
    sizes: [half(clamp(own.size, 30, largest) * scale), half(smallest * scale)] as const,
    lines: 3,
  };
  const lowest = { ...wanted, lines: 2 };
  const titled = title?.frame ?? usual;
  const three = fitBox(titled, own, wanted, surface, bottom(titled));
  const fitted = three.low ? fitBox(titled, own, lowest, surface, height * 0.8) : three;
  const colour = legibleColour(own, fitted.box, surface, scheme);
  const name = match.layout?.name ?? "";
  if (title === undefined) facts.push({ type: "noTitle", page: kind, layout: name });
  else facts.push(...lowTitle(kind, titled, fitted), ...poorColour(kind, "title", colour));
  const sub =
    match.layout === undefined
      ? undefined
      : (holders.find(({ type }) => type === "subTitle") ??
        holders.find((holder) => isContent(holder) && ["body", "obj"].includes(holder.type)));
  const subtitle =
    onSlide(sub?.frame, sheet) && sub !== undefined
      ? subtitleOf(sheet, sub, sub.frame, titled, scale)
      : undefined;
  if (subtitle !== undefined) facts.push(...poorColour(kind, "subtitle", subtitle.colour));
  facts.push(...guessed(kind, match));
  const texts = [textArea(fitted.box, own), ...(subtitle === undefined ? [] : [subtitle.fitted.box])];
  const { area, ground } = openingBody(sheet, fitted.box, texts, footers, own.align);
  const blocked = obstacles(surface, ground);
  const sourceHeight = Math.min(unit(SOURCE), area.h / 4);
  const body = frame(area.x, area.y, area.w, area.h - sourceHeight);
  const source = frame(area.x, bottom(body), area.w, sourceHeight);
  const text = textArea(fitted.box, own);
  const kicker = frame(text.x, fitted.box.y - unit(KICKER + 0.03), text.w, unit(KICKER));
  const busy = ground.picture || !mostlyFree(surface, body, blocked);
  if (busy) facts.push({ type: "picture", page: kind, layout: name });
  const paper = busy ? undefined : hardest(under(surface, body));
  const roomy =
    kicker.y >= unit(0.12) &&
    isFree(surface, kicker, blocked) &&
    !overlaps(kicker, body) &&
    !overlaps(kicker, source);
  return {
    page: {
      ...about(sheet),
      ...(title === undefined ? {} : { title: textBox(title.holder, fitted, colour.colour) }),
      ...(subtitle === undefined
        ? {}
        : { subtitle: textBox(subtitle.holder, subtitle.fitted, subtitle.colour.colour) }),
      ...furniture,
      body: placeOf(body),
      source: placeOf(source),
      ...(roomy && !(subtitle && overlaps(subtitle.fitted.box, kicker)) ? { kicker: placeOf(kicker) } : {}),
      keepOut: keepOuts(
        sheet,
        [fitted.box, body, source, kicker, ...(subtitle ? [subtitle.fitted.box] : [])],
        ground.number,
      ),
      paper: paper === undefined ? "picture" : { hex: paper },
    },
    facts,
    paper,
    titleHex: colour.colour.hex,
  };
}

/** The left edge of titles on the master, for layouts that Foredeck adds to it. */
function usualLeft(sheet: Sheet): number {
  const { match, unit, width } = sheet;
  const x =
    titleOf(match.master)?.frame?.x ??
    match.master.layouts.map((layout) => titleOf(layout)?.frame?.x).find((found) => found !== undefined);
  return clamp(x ?? unit(MARGIN), unit(0.3), width * 0.25);
}

function subtitleOf(sheet: Sheet, holder: Holder, own: Frame, title: Frame, scale: number) {
  const { surface } = sheet;
  const sizes = [half(clamp(holder.text.size, 16, 20) * scale), half(14 * scale)] as const;
  const fitted = fitBox(own, holder.text, { sizes, lines: 2 }, surface, bottom(own));
  const { insets, lineSpacing, anchor } = holder.text;
  const { x, y, w, h } = fitted.box;
  // Of a high box two lines are used, next to the title; the rest is free.
  const need = Math.min(
    h,
    2 * fitted.size * 1.2 * Math.max(lineSpacing, 1) * 12_700 + insets.top + insets.bottom,
  );
  const box =
    anchor !== "top" && h < need * 2
      ? fitted.box
      : frame(x, y >= title.y || anchor === "top" ? y : y + h - need, w, need);
  return {
    holder,
    fitted: { ...fitted, box },
    colour: legibleColour(holder.text, box, surface, drawnOf(sheet).scheme),
  };
}

/** The area of a cover's or divider's content: bare ground below its titles, else beside or above them. */
function openingBody(
  sheet: Sheet,
  box: Frame,
  texts: readonly Frame[],
  footers: readonly Frame[],
  align: string,
): { readonly area: Frame; readonly ground: Under } {
  const { surface, width, height, unit } = sheet;
  const [title] = texts;
  const left =
    align === "left" && title !== undefined && title.x < width * 0.6
      ? Math.max(unit(0.3), title.x)
      : unit(MARGIN);
  const low = Math.max(...texts.map(bottom)) + unit(0.2);
  const floor = Math.min(
    height - unit(0.4),
    ...footers.filter(({ y }) => y > height * 0.75).map(({ y }) => y - unit(0.08)),
  );
  const most = width - left - Math.min(left, unit(MARGIN));
  const lower = frame(left, low, most, Math.max(0, floor - low));
  const all = frame(unit(MARGIN), unit(0.4), width - 2 * unit(MARGIN), floor - unit(0.4));
  const good = ({ w, h }: Frame): number =>
    w >= unit(4) && h >= unit(0.9) ? Math.min(w, unit(12)) * Math.min(h, unit(2.6)) : 0;
  // The titles may stand on a band of their own; their ground comes first, then that of most of the area.
  const grounds = [under(surface, box), under(surface, lower), under(surface, all)];
  const pad = unit(0.2);
  const boxes = texts.map(
    (text) => [text.x - pad, text.y - pad, right(text) + pad, bottom(text) + pad] as const,
  );
  // On a picture nobody knows what can be read; bare ground is worth more.
  const worth = ({ area, ground }: { readonly area: Frame; readonly ground: Under }): number =>
    good(area) * (ground.picture ? 0.3 : 1);
  const search = (where: Frame, clear: boolean) =>
    grounds
      .flatMap((ground) => {
        const blocked = obstacles(surface, ground);
        const area = freeIn(surface, where, clear ? withTexts(surface, boxes, blocked) : blocked, good);
        return area === undefined ? [] : [{ area, ground }];
      })
      .sort((a, b) => worth(b) - worth(a))[0];
  const found = search(lower, false) ?? search(all, true);
  if (found !== undefined) return found;
  // Nothing is bare: the content stands over the template's drawing, below the titles as far as there is room.
  const top = Math.min(low, floor - unit(1.2));
  const area = frame(left, top, most, floor - top);
  return { area, ground: under(surface, area) };
}

/** Cells that are blocked, or in one of these rectangles (left, top, right, bottom). */
function withTexts(
  surface: Surface,
  boxes: readonly (readonly [number, number, number, number])[],
  blocked: (cell: number) => boolean,
): (cell: number) => boolean {
  const { columns, rows } = surface;
  return (cell) => {
    const x = (((cell % columns) + 0.5) / columns) * surface.width;
    const y = ((Math.floor(cell / columns) + 0.5) / rows) * surface.height;
    return blocked(cell) || boxes.some(([l, t, r, b]) => x > l && x < r && y > t && y < b);
  };
}
