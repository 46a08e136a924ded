import { bottom, type Frame, frame, overlaps, right } from "../base/geometry.ts";
import type { Fact } from "./facts.ts";
import { isContent, titleOf } from "./match.ts";
import { around, isHardForBody, isHardForTitle, panelColour, panelsUnder } from "./panels.ts";
import type { Holder } from "./placeholders.ts";
import {
  about,
  clamp,
  coveredFacts,
  drawnOf,
  footersOf,
  guessed,
  half,
  keepOuts,
  kickerAbove,
  type Learned,
  MARGIN,
  onSlide,
  PLAIN,
  poorColour,
  SOURCE,
  type TemplateSheet,
  textHex,
  titleFacts,
  titleHolder,
} from "./sheet.ts";
import { blockedOr, freeIn, mostlyFree, withGap } from "./surface.ts";
import { fitBox, legibleColour, placeOf, textArea, textBox } from "./text-box.ts";
import { marks, obstacles, readingOn, type Under, under } from "./under.ts";

/** Frames of a cover or a divider. */
export function openingPage(sheet: TemplateSheet, scale: number): Learned {
  const { kind, surface, width, height, unit, match } = sheet;
  const facts: Fact[] = [];
  const left = usualLeft(sheet);
  const usual = frame(left, height * 0.28, width - 2 * left, height * 0.22);
  const title = titleHolder(sheet, usual);
  const { frames: footers, covered, ...furniture } = footersOf(sheet);
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
  const name = match.layout?.name ?? "";
  const sub =
    match.layout === undefined
      ? undefined
      : (holders.find(({ type }) => type === "subTitle") ??
        holders.find((holder) => isContent(holder) && ["body", "obj"].includes(holder.type)));
  const subtitle =
    onSlide(sub?.frame, sheet) && sub !== undefined
      ? subtitleOf(sheet, sub, sub.frame, titled, scale)
      : undefined;
  const text = textArea(fitted.box, own);
  const texts = [text, ...(subtitle === undefined ? [] : [subtitle.fitted.box])];
  const subText = subtitle && textArea(subtitle.fitted.box, subtitle.holder.text);
  // A subtitle may begin further left than the title; the content begins with the first of them.
  const first = own.align === "left" ? Math.min(text.x, subText?.x ?? text.x) : undefined;
  const { area, ground } = openingBody(sheet, fitted.box, texts, footers, first);
  const blocked = obstacles(surface, ground);
  const sourceHeight = Math.min(unit(SOURCE), area.h / 4);
  const body = frame(area.x, area.y, area.w, area.h - sourceHeight);
  const source = frame(area.x, bottom(body), area.w, sourceHeight);
  const above = kickerAbove(sheet, fitted.box, text, blocked);
  const reads = readingOn(surface, area);
  const hard = !mostlyFree(surface, body, blocked) || isHardForBody(surface, area);
  const hardTitle = title !== undefined && isHardForTitle(surface, text);
  const hardSubtitle = subText !== undefined && isHardForTitle(surface, subText);
  const paper = hard || reads === undefined ? panelColour(scheme, textHex(sheet)) : reads.hex;
  const roomy =
    above.free &&
    ![body, source, ...(subtitle ? [subtitle.fitted.box] : [])].some((f) => overlaps(above.kicker, f));
  const kicker = roomy && (hardTitle || !hard) ? above.kicker : undefined;
  const panels = panelsUnder(
    sheet,
    [
      ...(hardTitle ? [kicker === undefined ? text : around([text, kicker])] : []),
      ...(hardSubtitle ? [subText] : []),
      ...(hard ? [area] : []),
    ],
    footers,
  );
  const colour = legibleColour(own, text, surface, scheme, hardTitle ? paper : undefined);
  facts.push(...titleFacts(sheet, title?.frame, fitted, colour));
  const second =
    subtitle &&
    subText &&
    legibleColour(subtitle.holder.text, subText, surface, scheme, hardSubtitle ? paper : undefined);
  if (second !== undefined) facts.push(...poorColour(kind, "subtitle", second));
  facts.push(...guessed(kind, match), ...coveredFacts(sheet, covered));
  if (panels.length > 0) facts.push({ type: "panel", page: kind, layout: name, paper });
  return {
    page: {
      ...about(sheet),
      ...(title === undefined ? {} : { title: textBox(title.holder, fitted, colour.colour) }),
      ...(subtitle === undefined || second === undefined
        ? {}
        : { subtitle: textBox(subtitle.holder, subtitle.fitted, second.colour) }),
      ...furniture,
      body: placeOf(body),
      source: placeOf(source),
      ...(kicker === undefined ? {} : { kicker: placeOf(kicker) }),
      keepOut: keepOuts(
        sheet,
        [fitted.box, body, source, above.kicker, ...panels, ...(subtitle ? [subtitle.fitted.box] : [])],
        ground.number,
      ),
      paper: { hex: paper },
      ...(panels.length === 0 ? {} : { panels: panels.map(placeOf) }),
    },
    facts,
    paper,
    panelled: hard,
  };
}

/** The left edge of titles on the master, for layouts that Foredeck adds to it. */
function usualLeft(sheet: TemplateSheet): number {
  const { match, unit, width } = sheet;
  const x =
    titleOf(match.master)?.frame?.x ??
    match.master.layouts.map((layout) => titleOf(layout)?.frame?.x).find((found) => found !== undefined);
  return clamp(x ?? unit(MARGIN), unit(0.3), width * 0.25);
}

function subtitleOf(sheet: TemplateSheet, holder: Holder, own: Frame, title: Frame, scale: number) {
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
  return { holder, fitted: { ...fitted, box } };
}

/** Distance of the content from what the template draws, in inches on a slide of 7.5 inches. */
const GAP = 0.1;

/** The area of a cover's or divider's content: bare ground below its titles, else beside or above them. */
function openingBody(
  sheet: TemplateSheet,
  box: Frame,
  texts: readonly Frame[],
  footers: readonly Frame[],
  first: number | undefined,
): { readonly area: Frame; readonly ground: Under } {
  const { surface, width, height, unit } = sheet;
  const left = first !== undefined && first < width * 0.6 ? Math.max(unit(0.3), first) : unit(MARGIN);
  const low = Math.max(...texts.map(bottom)) + unit(0.2);
  const floor = Math.min(
    height - unit(0.4),
    ...footers.filter(({ y }) => y > height * 0.75).map(({ y }) => y - unit(0.08)),
  );
  const most = width - left - Math.min(left, unit(MARGIN));
  const lower = frame(left, low, most, Math.max(0, floor - low));
  const all = frame(unit(MARGIN), unit(0.4), width - 2 * unit(MARGIN), floor - unit(0.4));
  // The facts of a cover stand side by side; where they have less than half of the width, the cover is continued.
  const narrow = ({ w }: Frame): number => (w >= unit(6) || w >= 0.8 * most ? 1 : 0.5);
  const good = (f: Frame): number =>
    f.w >= unit(4) && f.h >= unit(0.9) ? Math.min(f.w, unit(12)) * Math.min(f.h, unit(2.6)) * narrow(f) : 0;
  // The titles may stand on a band of their own; their ground comes first, then that of most of the area.
  const grounds = [under(surface, box), under(surface, lower), under(surface, all)];
  const pad = unit(0.2);
  const boxes = texts.map(
    (text) => [text.x - pad, text.y - pad, right(text) + pad, bottom(text) + pad] as const,
  );
  interface Found {
    readonly area: Frame;
    readonly ground: Under;
    readonly panel: boolean;
  }
  // Bare ground is worth more than a panel over the template's drawing.
  const worth = ({ area, panel }: Found): number => good(area) * (panel ? 0.4 : 1);
  const free = (where: Frame, clear: boolean, blocked: (cell: number) => boolean): Frame | undefined => {
    const found = freeIn(surface, where, clear ? blockedOr(surface, boxes, blocked) : blocked, good);
    return found && withGap(found, where, unit(GAP));
  };
  const search = (where: Frame, clear: boolean): Found | undefined => {
    const bare = grounds.flatMap((ground): readonly Found[] => {
      const area = free(where, clear, obstacles(surface, ground));
      return area === undefined ? [] : [{ area, ground, panel: isHardForBody(surface, area) }];
    });
    const over = free(where, clear, marks(surface));
    const laid = over === undefined ? [] : [{ area: over, ground: under(surface, over), panel: true }];
    return [...bare, ...laid].sort((a, b) => worth(b) - worth(a))[0];
  };
  const found = search(lower, false) ?? search(all, true);
  if (found !== undefined) return found;
  // Nothing is bare: the content stands over the template's drawing, below the titles as far as there is room.
  const top = Math.min(low, floor - unit(1.2));
  const area = frame(left, top, most, floor - top);
  return { area, ground: under(surface, area) };
}
