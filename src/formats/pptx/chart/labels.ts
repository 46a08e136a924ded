import type { Label, NumberFormat } from "../../../model/chart.ts";
import type { ColorToken } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { numberFormat } from "./number-format.ts";
import { type ChartText, level, noFill, noLine, paragraph, solid, textProperties } from "./styles.ts";

/** Label positions that a chart group allows, as c:dLblPos values; undefined where it allows none at all. */
export type Positions = Readonly<Record<Label["at"], string>> | undefined;

/** PowerPoint repairs a file with any other; the schema does not say so. */
export const BAR_POSITIONS: Positions = {
  above: "outEnd",
  below: "outEnd",
  left: "outEnd",
  right: "outEnd",
  outsideEnd: "outEnd",
  insideEnd: "inEnd",
  insideBase: "inBase",
  center: "ctr",
};
/** Stacked bars have no outside end (upstream: PptxGenJS checks the inverse). */
export const STACK_POSITIONS: Positions = {
  ...BAR_POSITIONS,
  above: "inEnd",
  below: "inEnd",
  left: "inEnd",
  right: "inEnd",
  outsideEnd: "inEnd",
};
export const POINT_POSITIONS: Positions = {
  above: "t",
  below: "b",
  left: "l",
  right: "r",
  center: "ctr",
  outsideEnd: "t",
  insideEnd: "b",
  insideBase: "b",
};

export interface LabelContext {
  readonly look: ResolvedTheme;
  readonly language: string;
  readonly numberLanguage: string | undefined;
  /** In pt. */
  readonly size: number;
  readonly positions: Positions;
  /** Colours of pale grounds, which lie over the plot as glass; see `glass`. */
  readonly glazed: readonly ColorToken[];
  /** Returns the offset of a label for whose position its group has no c:dLblPos value. */
  readonly shift?: (index: number, label: Label) => Shift | undefined;
}

/** Offset of a label from where its group puts it, in fractions of the chart; `from` is a position of the group (c:dLblPos). */
export interface Shift {
  readonly x: number;
  readonly y: number;
  readonly from?: string;
}

/**
 * c:dLbls of a series, or nothing where no point has a label. Children in the order of CT_DLbls:
 * dLbl*, ( delete | numFmt, spPr, txPr, dLblPos, showLegendKey, showVal, showCatName, showSerName, showPercent,
 * showBubbleSize, separator, showLeaderLines, leaderLines ), extLst
 *
 * Where most points show their value, so does the series, and the others are deleted one by one: a category added by
 * hand then has its label too. Otherwise only the labelled points are listed.
 */
export function dataLabels(
  written: readonly (Label | null)[],
  values: readonly (number | null)[],
  format: NumberFormat,
  context: LabelContext,
): Element | null {
  const labels = written.map((label, idx) => unsignedZero(label, values[idx] ?? null));
  const typical = mostCommon(labels.filter((l): l is Label => l?.value === true));
  if (!labels.some((label) => label !== null)) return null;
  const present = values.filter((v) => v !== null).length;
  const following = labels.filter((l) => l?.value === true).length;
  const all = typical !== undefined && following * 2 > present;
  const single = labels.map((label, idx) => {
    if (label === null)
      return all ? el("c:dLbl", {}, el("c:idx", { val: idx }), el("c:delete", { val: 1 })) : null;
    if (all && label.value && alike(label, typical) && !context.shift?.(idx, label)) return null;
    return pointLabel(idx, label, format, context);
  });
  const style = styleOf(typical ?? labels.find((l) => l !== null) ?? undefined, context);
  return el("c:dLbls", {}, single, shared(typical, all, format, style, context), noLeaders());
}

/**
 * A value that rounds to zero has no sign, but by a format it has: programs choose the section by the value before they
 * round it, and print -0.0. Such a label is written as text.
 */
const unsignedZero = (label: Label | null, value: number | null): Label | null =>
  label?.value && value !== null && value !== 0 && !/[1-9]/.test(label.text)
    ? { ...label, value: false }
    : label;

function pointLabel(idx: number, label: Label, format: NumberFormat, context: LabelContext): Element {
  const style = styleOf(label, context);
  const shift = context.shift?.(idx, label);
  return el(
    "c:dLbl",
    {},
    el("c:idx", { val: idx }),
    shift &&
      el(
        "c:layout",
        {},
        el("c:manualLayout", {}, el("c:x", { val: round(shift.x) }), el("c:y", { val: round(shift.y) })),
      ),
    !label.value &&
      el(
        "c:tx",
        {},
        el(
          "c:rich",
          {},
          snug(),
          el("a:lstStyle"),
          // A paragraph a line: LibreOffice drops a:br in a label.
          label.text.split("\n").map((line) => paragraph(context.look, [line], style, context.language)),
        ),
      ),
    shared(label, true, format, label.value ? style : undefined, context, shift?.from),
  );
}

/** EG_DLblShared. */
function shared(
  label: Label | undefined,
  show: boolean,
  format: NumberFormat,
  style: ChartText | undefined,
  context: LabelContext,
  from?: string,
): (Element | false | undefined)[] {
  return [
    numberFormat(format.code, context.numberLanguage),
    el(
      "c:spPr",
      {},
      label?.ground ? solid(context.look, groundUnder(label.ground, context)) : noFill(),
      noLine(),
    ),
    style && textProperties(context.look, style, context.language, snug()),
    label && context.positions && el("c:dLblPos", { val: from ?? context.positions[label.at] }),
    el("c:showLegendKey", { val: 0 }),
    el("c:showVal", { val: show }),
    el("c:showCatName", { val: 0 }),
    el("c:showSerName", { val: 0 }),
    el("c:showPercent", { val: 0 }),
    el("c:showBubbleSize", { val: 0 }),
  ];
}

/** Returns the colour below a label: paper for a pale ground, which tints it like glass. */
const groundUnder = (ground: ColorToken, { glazed }: LabelContext): ColorToken =>
  glazed.includes(ground) ? "paper" : ground;

/** A label that was moved has no line to its mark; LibreOffice draws one unless told not to. */
const noLeaders = (): Element =>
  el(
    "c:extLst",
    {},
    el(
      "c:ext",
      {
        uri: "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}",
        "xmlns:c15": "http://schemas.microsoft.com/office/drawing/2012/chart",
      },
      el("c15:showLeaderLines", { val: 0 }),
    ),
  );

/** A label as wide as its text: PowerPoint wraps labels at a fifth of the chart otherwise. */
const snug = (): Element => level({ lIns: 25400, tIns: 12700, rIns: 25400, bIns: 12700, anchor: "ctr" });

function styleOf(label: Label | undefined, context: LabelContext): ChartText {
  return { size: label?.size ?? context.size, ink: label?.ink ?? "ink", bold: label?.bold ?? false };
}

const alike = (a: Label, b: Label): boolean =>
  a.at === b.at && a.ink === b.ink && a.ground === b.ground && a.bold === b.bold && a.size === b.size;

function mostCommon(labels: readonly Label[]): Label | undefined {
  let best: Label | undefined;
  let most = 0;
  for (const label of labels) {
    const count = labels.filter((other) => alike(label, other)).length;
    if (count > most) [best, most] = [label, count];
  }
  return best;
}

const round = (n: number): number => Number(n.toFixed(6));
