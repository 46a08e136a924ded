import { type Frame, frame } from "../base/geometry.ts";
import { type Emu, emu, emuToPt, pt, ptToEmu } from "../base/units.ts";
import type { Slide } from "../model/deck.ts";
import type { PlaceholderName, TextItem } from "../model/page.ts";
import type { DeckProperties, ObjectionMark } from "../model/story.ts";
import { type Rich, rich } from "../model/text.ts";
import type { LayoutFrame } from "../theme/frames.ts";
import { NO_INSETS } from "./context/insets.ts";
import type { LayoutContext } from "./context/layout-context.ts";
import { measure, setText, textHeight } from "./context/paragraphs.ts";
import { roomFor } from "./context/text-measurer.ts";
import { shrinkToFit } from "./roles.ts";
import { clip, tooMany } from "./title.ts";

/** Between pills, and inside them at either end, in pt. */
const BETWEEN = 5;
const PILL_PAD = 5;
/**
 * The text rectangle of a rounded rectangle is set in by 0.29289 × the corner's radius, and the radius is at most half
 * the height (presetShapeDefinitions.xml, roundRect: il = x1 × 29289 / 100000).
 */
const CORNER = 0.29289 / 2;

/** Share of the row above the title that the tracker may take; where it needs more, it is left out. */
const TRACKER_MOST = 0.6;

/** The row above the title: kicker at the left, a pill for every mark and the tracker at the right. They never meet. */
export function kickerRow(slide: Slide, layout: LayoutFrame, context: LayoutContext): readonly TextItem[] {
  const { kicker } = layout;
  if (kicker === undefined) return [];
  const tracker = trackerItem(slide, kicker, context);
  const [tracked] = tracker;
  const end = tracked === undefined ? undefined : tracked.frame.x - ptToEmu(BETWEEN * 3);
  const { x, y, w, h } = kicker;
  const row = frame(x, y, end === undefined ? w : end - x, h);
  return [...kickerAndMarks(slide, row, context), ...tracker];
}

/** The sections of the deck; an ornament to screen readers, which would say it on every slide. */
function trackerItem(slide: Slide, row: Frame, context: LayoutContext): readonly TextItem[] {
  const { tracker = [] } = slide;
  if (tracker.length === 0) return [];
  const width = ptToEmu(roomFor(measure(tracker, { role: "tracker" }, context).width()));
  if (width > row.w * TRACKER_MOST) return [];
  const { paragraphs } = setText([{ text: tracker }], { role: "tracker", align: "right" }, width, context);
  return [
    {
      type: "text",
      name: "Tracker",
      role: "tracker",
      frame: frame(row.x + row.w - width, row.y, width, row.h),
      paragraphs,
      anchor: "bottom",
      insets: NO_INSETS,
      decorative: true,
    },
  ];
}

function kickerAndMarks(slide: Slide, row: Frame, context: LayoutContext): readonly TextItem[] {
  const pills = marks(slide, row, context);
  if (slide.kicker === undefined || slide.kicker.length === 0) return pills;
  const start = pills.reduce((left, pill) => Math.min(left, pill.frame.x), row.x + row.w);
  const room = emu(Math.max(0, start - row.x - (pills.length > 0 ? ptToEmu(BETWEEN * 2) : 0)));
  const text = clip(slide.kicker, { role: "kicker" }, room, context);
  const { paragraphs } = setText([{ text }], { role: "kicker" }, room, context);
  const kicker: TextItem = {
    type: "text",
    name: "Kicker",
    role: "kicker",
    frame: frame(row.x, row.y, room, row.h),
    paragraphs,
    anchor: "bottom",
    insets: NO_INSETS,
  };
  return [kicker, ...pills];
}

function marks(slide: Slide, row: Frame, context: LayoutContext): readonly TextItem[] {
  const gap = ptToEmu(BETWEEN);
  const pad = ptToEmu(PILL_PAD);
  const end = emu(pad + row.h * CORNER);
  // Two thirds of the row at most; where not all pills fit, one stands for all. The tip says all of it.
  const most = emu((row.w * 2) / 3);
  const widthsOf = (all: readonly ObjectionMark[]) =>
    all.map((mark) =>
      emu(ptToEmu(roomFor(measure(rich(mark.label), { role: "label" }, context).width())) + 2 * end),
    );
  const totalOf = (all: readonly number[]) =>
    all.reduce((sum, width) => sum + width, 0) + gap * Math.max(0, all.length - 1);
  const changed = slide.changed === undefined ? [] : [slide.changed];
  const all = [...changed, ...slide.marks];
  const each = widthsOf(all);
  const shown = totalOf(each) > most && slide.gathered !== undefined ? [...changed, slide.gathered] : all;
  const wanted = shown === all ? each : widthsOf(shown);
  const total = totalOf(wanted);
  const equal = emu((most - gap * Math.max(0, wanted.length - 1)) / Math.max(1, wanted.length));
  const widths = total > most ? wanted.map((width) => emu(Math.min(width, equal))) : wanted;
  let x =
    row.x + row.w - widths.reduce((sum, width) => sum + width, 0) - gap * Math.max(0, widths.length - 1);
  return shown.map((mark, index): TextItem => {
    const width = widths[index] ?? emu(0);
    const inner = emu(width - 2 * end);
    const text = total > most ? clip(rich(mark.label), { role: "label" }, inner, context) : rich(mark.label);
    const { paragraphs } = setText(
      [{ text }],
      { role: "label", align: "center", ink: "accent" },
      inner,
      context,
    );
    const item: TextItem = {
      type: "text",
      name: mark === slide.changed ? `Changes: ${mark.label}` : `Objection: ${mark.label}`,
      role: "label",
      frame: frame(x, row.y, width, row.h),
      paragraphs,
      anchor: "middle",
      insets: { ...NO_INSETS, left: pad, right: pad },
      fill: "accentSoft",
      line: { ink: "accent", width: pt(0.75) },
      geometry: "roundRect",
      to: mark.to,
      tip: mark.tip,
    };
    x += width + gap;
    return item;
  });
}

export interface FittedSource {
  readonly items: readonly TextItem[];
  /** Characters to cut where the sources take more than the two lines that they have. */
  readonly excess?: number;
}

/**
 * Sources at the foot, above the footer, in the longest form that takes two lines; never shrunk, for they are at their
 * smallest already. When lenient those that take too many lines are, so that they cover nothing else.
 */
export function sourceItems(
  slide: Slide,
  layout: LayoutFrame,
  context: LayoutContext,
  lenient: boolean,
): FittedSource {
  if (slide.source.length === 0) return { items: [] };
  const area = layout.source;
  const fits = (text: Rich, sized: LayoutContext) =>
    textHeight([{ text }], SOURCE, area.w, sized) <= area.h + ptToEmu(0.5);
  const item = (text: Rich, sized: LayoutContext): TextItem => ({
    type: "text",
    name: "Source",
    role: "source",
    frame: area,
    anchor: "bottom",
    ...textIn(text, area.w, sized),
  });
  const forms = [slide.source, ...(slide.sourceShorter ?? [])];
  const fitting = forms.find((form) => fits(form, context));
  if (fitting !== undefined) return { items: [item(fitting, context)] };
  // What comes before the sources is too long: a legend, a note of the investment.
  const shortest = forms.at(-1) ?? slide.source;
  const excess = tooMany(shortest, (text) => fits(text, context));
  const sized = lenient
    ? shrinkToFit(context, new Set([SOURCE.role]), (smaller) => fits(shortest, smaller))
    : context;
  return { items: [item(shortest, sized)], excess };
}

const SOURCE = { role: "source" } as const;

function textIn(source: Rich, width: Emu, context: LayoutContext): Pick<TextItem, "paragraphs" | "insets"> {
  const { paragraphs, insets } = setText([{ text: source }], SOURCE, width, context);
  return { paragraphs, insets };
}

/** Footer text, date and page number in the layout's placeholders; a layout without them has none. */
export function footers(
  layout: LayoutFrame,
  properties: DeckProperties,
  number: number,
  context: LayoutContext,
): readonly TextItem[] {
  const words = [properties.draft ? properties.draftWord : "", properties.title, properties.confidentiality];
  const item = (name: PlaceholderName, label: string, text: Rich, field: boolean): readonly TextItem[] => {
    const placeholder = layout.placeholders[name];
    if (placeholder === undefined || text.length === 0) return [];
    const { role, align, anchor } = placeholder;
    const shown = clip(text, { role }, placeholder.frame.w, context);
    const { paragraphs } = setText([{ text: shown }], { role, align }, placeholder.frame.w, context);
    return [
      {
        type: "text",
        name: label,
        role,
        placeholder: name,
        frame: placeholder.frame,
        paragraphs: field
          ? paragraphs.map((one) => ({
              ...one,
              runs: one.runs.map((run) => ({ ...run, field: "slidenum" as const })),
            }))
          : paragraphs,
        anchor,
        insets: NO_INSETS,
      },
    ];
  };
  return [
    ...item(
      "footer",
      "Footer",
      footerText(words, layout.placeholders.footer?.frame.w ?? emu(0), context),
      false,
    ),
    ...item("date", "Date", rich(properties.dateText), false),
    ...item("number", "Page number", rich(String(number)), true),
  ];
}

/** The title gives way first: what must not be missing are draft and confidentiality. */
function footerText(words: readonly string[], width: Emu, context: LayoutContext): Rich {
  const join = (title: string) =>
    rich([words[0] ?? "", title, words[2] ?? ""].filter((word) => word !== "").join(" · "));
  const around = measure(join("…"), { role: "footer" }, context).width();
  const room = emu(Math.max(0, width - ptToEmu(around)));
  const whole = join(words[1] ?? "");
  const fits = roomFor(measure(whole, { role: "footer" }, context).width()) <= emuToPt(width);
  if (fits || (words[1] ?? "") === "") return whole;
  return join(
    clip(rich(words[1] ?? ""), { role: "footer" }, room, context)
      .map((run) => run.text)
      .join(""),
  );
}
