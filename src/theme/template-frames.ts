import { bottom, contains, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import { type Emu, emu, inchesToEmu, ptToEmu } from "../base/units.ts";
import type { LayoutName } from "../model/deck.ts";
import type { Insets, PlaceholderName } from "../model/page.ts";
import type { Role } from "../model/text.ts";
import type { ContractPage, TemplateContract } from "./contract.ts";
import type { LayoutFrame, PlaceholderFrame } from "./frames.ts";
import type { Ground } from "./ground.ts";
import type { RoleStyle, Theme } from "./theme.ts";

interface Task {
  readonly contract: TemplateContract;
  readonly roles: Readonly<Record<Role, RoleStyle>>;
  readonly space: Theme["space"];
  readonly size: { readonly width: Emu; readonly height: Emu };
  readonly grounds: Readonly<Partial<Record<LayoutName, Ground>>>;
}

/** Line pitch as a multiple of the font size. */
const PITCH = 1.2;
/** Lines that sources may take, and a subtitle. */
const SOURCE_LINES = 2;
const SUBTITLE_LINES = 2;
/** Share of the slide's height that a body has at least below a title that was made higher than the template's. */
const BODY_LEAST = 0.45;
/** Share of the slide that a drawing covers from which it is a background, on which a body may stand. */
const BACKGROUND = 0.5;

/** The frames of every layout by a contract: its places, less what may not be covered, with what our slides need of each. */
export function templateFrames(task: Task): Readonly<Record<LayoutName, LayoutFrame>> {
  const { cover, content, divider } = task.contract.pages;
  const usual = contentFrame(content, task);
  const short = shortFrame(usual, task);
  return {
    cover: openingFrame(cover, task),
    content: usual,
    contentShort: short,
    statement: statementFrame(usual, task),
    divider: openingFrame(divider, task, footersOf(divider)),
  };
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const placed = ({ x, y, w, h }: Place): Frame =>
  frame(inchesToEmu(x), inchesToEmu(y), inchesToEmu(w), inchesToEmu(h));

/** Insets of text that a placeholder has where nobody says others, in inches (ECMA-376 Part 1, 21.1.2.1.1). */
const USUAL_INSETS = { left: 0.1, top: 0.05, right: 0.1, bottom: 0.05 };

/** Insets of the text in a placeholder, in EMU. */
export function textInsets({ insets = USUAL_INSETS }: NonNullable<ContractPage["footer"]>): Insets {
  const { left, top, right, bottom } = insets;
  return {
    left: inchesToEmu(left),
    top: inchesToEmu(top),
    right: inchesToEmu(right),
    bottom: inchesToEmu(bottom),
  };
}

/** The area of the text in a placeholder, in EMU. */
export function textArea({ place, insets = USUAL_INSETS }: NonNullable<ContractPage["footer"]>): Frame {
  const { x, y, w, h } = place;
  const { left, top, right, bottom } = insets;
  return placed({
    ...{ x: x + left, y: y + top },
    ...{ w: Math.max(0, w - left - right), h: Math.max(0, h - top - bottom) },
  });
}

/** The largest part of a frame, cut straight across, that keeps off all areas in which nothing may stand. */
function clear(at: Frame, { keepOut }: ContractPage): Frame {
  return keepOut.reduce((left, { place }) => {
    const taken = placed(place);
    if (!overlaps(left, taken)) return left;
    const parts = [
      frame(left.x, left.y, taken.x - left.x, left.h),
      frame(right(taken), left.y, right(left) - right(taken), left.h),
      frame(left.x, left.y, left.w, taken.y - left.y),
      frame(left.x, bottom(taken), left.w, bottom(left) - bottom(taken)),
    ].filter(({ w, h }) => w > 0 && h > 0);
    return parts.reduce((best, part) => (part.w * part.h > best.w * best.h ? part : best), frame(0, 0, 0, 0));
  }, at);
}

const linesOf = (role: Role, lines: number, { roles }: Task, size: "size" | "min" = "size"): Emu =>
  ptToEmu(roles[role][size] * PITCH * lines);

/** A frame from a height on, down to where it ends. */
const below = (at: Frame, top: number): Frame => frame(at.x, top, at.w, Math.max(0, bottom(at) - top));

interface Titled {
  readonly title: PlaceholderFrame;
  readonly lines: number;
  readonly body: Frame;
}

/**
 * The box of a title with room for its lines at their smallest, and the body below it: a box too low for them grows into the
 * body, and where the layout has none it stands at the body's top.
 */
function titled(page: ContractPage, role: Role, body: Frame, task: Task): Titled {
  const { title } = page;
  const lines = title?.lines ?? 2;
  const needed = linesOf(role, lines, task, "min");
  const gap = ptToEmu(task.space.tight);
  if (title === undefined) {
    const at = frame(body.x, body.y, body.w, needed);
    return {
      title: { frame: at, role, align: "left", anchor: "top" },
      lines,
      body: below(body, bottom(at) + gap),
    };
  }
  const { align, anchor } = title;
  const box = clear(textArea(title), page);
  if (box.h >= needed) return { title: { frame: box, role, align, anchor }, lines, body };
  const grown = frame(box.x, box.y, box.w, needed);
  const meets =
    body.y < bottom(grown) + gap && overlaps(frame(body.x, 0, body.w, 1), frame(box.x, 0, box.w, 1));
  return {
    title: { frame: grown, role, align, anchor: "top" },
    lines,
    body: meets ? below(body, bottom(grown) + gap) : body,
  };
}

/** The row above a title, a little off it, where a line has room there. */
function kickerOf(page: ContractPage, title: PlaceholderFrame, task: Task): Pick<LayoutFrame, "kicker"> {
  if (page.kicker === undefined) return {};
  const { roles, space } = task;
  const row = clear(placed(page.kicker), page);
  const edge = title.frame.y - ptToEmu(space.hair);
  const foot = row.y < title.frame.y ? Math.min(bottom(row), edge) : bottom(row);
  const needed = ptToEmu(roles.kicker.size * PITCH);
  const wanted = Math.min(
    foot - row.y,
    ptToEmu(Math.max(roles.kicker.size * PITCH, roles.label.size * PITCH + 5)),
  );
  return wanted < needed || row.w <= 0 ? {} : { kicker: frame(row.x, foot - wanted, row.w, wanted) };
}

/** Sources with room for their lines, and the body above them. */
function sourced(page: ContractPage, task: Task): { readonly source: Frame; readonly body: Frame } {
  const body = clear(placed(page.body), page);
  const given = clear(placed(page.source), page);
  const needed = linesOf("source", SOURCE_LINES, task);
  const source = given.h >= needed ? given : frame(given.x, bottom(given) - needed, given.w, needed);
  const end = source.y < bottom(body) && bottom(source) > body.y ? source.y : bottom(body);
  return { source, body: frame(body.x, body.y, body.w, Math.max(0, end - body.y)) };
}

function footersOf(page: ContractPage): LayoutFrame["placeholders"] {
  const names = ["footer", "date", "number"] as const satisfies readonly PlaceholderName[];
  return Object.fromEntries(
    names.flatMap((name) => {
      const at = page[name];
      if (at === undefined) return [];
      const { align, anchor } = at;
      return [[name, { frame: textArea(at), role: "footer" as const, align, anchor }]];
    }),
  );
}

/** Width of a page number, in ems of its size. */
const NUMBER_WIDTH = 4;

/** The number of a page at the end of its sources, where the template has no place for one: other pages refer to it. */
function numbered(
  source: Frame,
  { roles, space }: Task,
): { readonly source: Frame; readonly number: PlaceholderFrame } {
  const width = ptToEmu(roles.footer.size * NUMBER_WIDTH);
  const left = emu(right(source) - width);
  return {
    source: frame(source.x, source.y, Math.max(0, left - source.x - ptToEmu(space.tight)), source.h),
    number: {
      frame: frame(left, source.y, width, source.h),
      role: "footer",
      align: "right",
      anchor: "bottom",
    },
  };
}

/** The footer on the line that the contract has for it, where the layout has no placeholder. */
function footerOnLine(page: ContractPage, { roles }: Task): LayoutFrame["placeholders"] {
  if (page.footer !== undefined || page.footerLine === undefined) return {};
  const line = clear(placed(page.footerLine), page);
  if (line.h < ptToEmu(roles.footer.size * PITCH) || line.w <= 0) return {};
  return { footer: { frame: line, role: "footer", align: "left", anchor: "middle" } };
}

const bodyPlaceholder = (at: Frame): PlaceholderFrame => ({
  frame: at,
  role: "body",
  align: "left",
  anchor: "top",
});

function contentFrame(page: ContractPage, task: Task): LayoutFrame {
  const { source: whole, body: room } = sourced(page, task);
  const { title, lines, body } = titled(page, "title", room, task);
  const { source, number } = page.number === undefined ? numbered(whole, task) : { source: whole };
  return {
    placeholders: {
      title,
      body: bodyPlaceholder(body),
      ...footersOf(page),
      ...footerOnLine(page, task),
      ...(number === undefined ? {} : { number }),
    },
    body,
    ...kickerOf(page, title, task),
    source,
    titleLines: lines,
    ornaments: [],
  };
}

/** Covers and dividers: a large title, words below it, and a body; what the layout lacks stands at the body's top. */
function openingFrame(
  page: ContractPage,
  task: Task,
  footers: LayoutFrame["placeholders"] = {},
): LayoutFrame {
  const { source, body: room } = sourced(page, task);
  const { title, lines, body: rest } = titled(page, "coverTitle", room, task);
  const given = page.subtitle;
  const own = given && clear(textArea(given), page);
  const height = linesOf("lead", SUBTITLE_LINES, task);
  const single = linesOf("lead", 1, task);
  const stands = given !== undefined && own !== undefined && own.h >= single && !overlaps(own, title.frame);
  const subtitle: PlaceholderFrame = stands
    ? { frame: own, role: "lead", align: given.align, anchor: given.anchor }
    : { frame: frame(rest.x, rest.y, rest.w, height), role: "lead", align: title.align, anchor: "top" };
  const gap = ptToEmu(task.space.normal);
  const body =
    overlaps(subtitle.frame, rest) || !stands
      ? below(rest, Math.max(rest.y, bottom(subtitle.frame) + gap))
      : rest;
  return {
    placeholders: { title, subtitle, body: bodyPlaceholder(body), ...footers },
    body,
    ...kickerOf(page, title, task),
    source,
    titleLines: lines,
    ornaments: [],
  };
}

/**
 * The content under a title of one line, its body a line higher: only where the title hangs from the top of its box, and
 * nothing is drawn where the second line was.
 */
function shortFrame(usual: LayoutFrame, task: Task): LayoutFrame {
  const { title } = usual.placeholders;
  const line = linesOf("title", 1, task);
  if (title === undefined || title.anchor !== "top" || usual.titleLines < 2) return usual;
  const top = emu(usual.body.y - line);
  const freed = frame(usual.body.x, top, usual.body.w, line);
  const room = title.frame.y + line + ptToEmu(task.space.tight) <= top;
  if (!room || usual.titleLines > 2 || isDrawnOn(freed, task, "contentShort")) return usual;
  const body = frame(usual.body.x, top, usual.body.w, usual.body.h + line);
  const height = Math.min(title.frame.h, top - title.frame.y);
  const { x, y, w } = title.frame;
  return {
    ...usual,
    placeholders: {
      ...usual.placeholders,
      title: { ...title, frame: frame(x, y, w, height) },
      body: bodyPlaceholder(body),
    },
    body,
    titleLines: 1,
  };
}

/** True where the template draws something that is no background, or keeps a place free. */
function isDrawnOn(at: Frame, { contract, grounds, size }: Task, layout: LayoutName): boolean {
  const { panels = [] } = contract.pages.content;
  // A panel ends where the words of the usual page do.
  if (panels.length > 0 && !panels.some((panel) => contains(placed(panel), at))) return true;
  const shapes = (grounds[layout] ?? grounds.content)?.shapes ?? [];
  const drawn = shapes
    .map((shape) => shape.frame)
    .filter(({ w, h }) => w * h < size.width * size.height * BACKGROUND);
  const kept = contract.pages.content.keepOut.map(({ place }) => placed(place));
  // A line has no height of its own.
  return [...drawn, ...kept].some((one) => overlaps(frame(one.x, one.y, one.w || 1, one.h || 1), at));
}

/** A larger title of up to three lines, where the body has the room to give; else that of the content. */
function statementFrame(usual: LayoutFrame, task: Task): LayoutFrame {
  const { title } = usual.placeholders;
  if (title === undefined) return usual;
  const lines = 3;
  const height = emu(linesOf("statement", lines, task) + ptToEmu(task.space.hair));
  const { x, y, w } = title.frame;
  const grown = frame(x, y, w, Math.max(title.frame.h, height));
  const gap = Math.max(ptToEmu(task.space.normal), usual.body.y - bottom(title.frame));
  const top = Math.max(usual.body.y, bottom(grown) + gap);
  const body = below(usual.body, top);
  const freed = frame(usual.body.x, usual.body.y, usual.body.w, Math.max(1, top - usual.body.y));
  const between = frame(grown.x, bottom(title.frame), grown.w, Math.max(1, grown.h - title.frame.h));
  const drawn = [freed, between].some((at) => isDrawnOn(at, task, "statement"));
  if (drawn || body.h < task.size.height * BODY_LEAST) return usual;
  return {
    ...usual,
    placeholders: {
      ...usual.placeholders,
      title: { ...title, frame: grown, role: "statement" },
      body: bodyPlaceholder(body),
    },
    body,
    titleLines: lines,
  };
}
