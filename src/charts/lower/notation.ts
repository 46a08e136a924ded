import type { ValueKind } from "../../model/bundle/common.ts";
import type { Label, LineStyle, NumberFormat, Paint, Series, SeriesRole } from "../../model/chart.ts";
import type { ColorToken } from "../../model/text.ts";

/**
 * IBCS notation (ibcs.com, SUCCESS: UNIFY 3.2): actual solid, previous period lighter, plan outlined, forecast hatched
 * or dashed. Estimates are judgements about what is to come and look like forecasts.
 */
export const barPaint = (kind: ValueKind, ink: ColorToken): Paint => ({ ink, pattern: PATTERNS[kind] });
const PATTERNS: Readonly<Record<ValueKind, Paint["pattern"]>> = {
  actual: "solid",
  plan: "outline",
  forecast: "hatch",
  estimate: "hatch",
};

/** Hatched and outlined bars need an edge to have a shape. */
export const barEdge = (kind: ValueKind, ink: ColorToken): LineStyle | undefined =>
  kind === "actual" ? undefined : { ink, width: 1, dash: "solid" };

export const lineStyle = (kind: ValueKind, ink: ColorToken): LineStyle => ({
  ink,
  width: 2.25,
  dash: kind === "actual" ? "solid" : kind === "plan" ? "dot" : "dash",
});

export const NO_PAINT: Paint = { ink: "paper", pattern: "none" };
export const TARGET_LINE: LineStyle = { ink: "ink", width: 1.25, dash: "dash" };
export const AVERAGE_LINE: LineStyle = { ink: "muted", width: 1, dash: "dot" };
export const AXIS_LINE: LineStyle = { ink: "muted", width: 0.75, dash: "solid" };

/** The first series carries the message; the others step back from it. Beyond six, names at the line ends tell them apart. */
const SERIES_INKS: readonly ColorToken[] = ["accent", "faint", "ink", "muted"];
export const seriesInk = (n: number): ColorToken => SERIES_INKS[n % SERIES_INKS.length] ?? "muted";
/** The second and third time round the inks, lines are dashed and dotted. */
export const seriesDash = (n: number): LineStyle["dash"] =>
  n < SERIES_INKS.length ? "solid" : n < 2 * SERIES_INKS.length ? "dash" : "dot";

/** Text in a series' colour; greys that are too light for text are taken darker. */
export const textInk = (ink: ColorToken): ColorToken =>
  ink === "faint" || ink === "hairline" || ink === "wash" || ink === "paper"
    ? "muted"
    : ink === "accentSoft"
      ? "accent"
      : ink;

/** Inks that carry text in the paper's colour at 4.5:1; on the others, and on hatching, text is in the ink. */
const DARK: ReadonlySet<ColorToken> = new Set(["ink", "muted", "accent", "good", "bad"]);
export const textOn = ({ pattern, ink }: Paint): ColorToken =>
  pattern !== "solid" ? "ink" : ink === "faint" ? "onFaint" : DARK.has(ink) ? "paper" : "ink";

/** Parts of a stack from the foot up: neighbours differ in greyscale print too, and a line in paper keeps them apart. */
const STACK_INKS: readonly ColorToken[] = ["accent", "faint", "accentSoft", "ink", "hairline"];
export const stackInk = (n: number): ColorToken => STACK_INKS[n % STACK_INKS.length] ?? "faint";
export const STACK_SERIES = STACK_INKS.length;
export const APART: LineStyle = { ink: "paper", width: 0.75, dash: "solid" };

export const goodness = (effect: number, better: "higher" | "lower" | undefined): ColorToken =>
  better === undefined || effect === 0
    ? effect < 0
      ? "muted"
      : "accent"
    : effect > 0 === (better === "higher")
      ? "good"
      : "bad";

/** A series without exceptions or labels; the rest is said by the caller. */
export function series(
  base: {
    readonly id: string;
    readonly name: string;
    readonly role: SeriesRole;
    readonly format: NumberFormat;
    readonly paint: Paint;
  },
  values: readonly (number | null)[],
  more: Partial<Omit<Series, "values">> = {},
): Series {
  return { points: {}, labels: values.map(() => null), ...base, ...more, values };
}

export const label = (text: string, at: Label["at"], more: Partial<Label> = {}): Label => ({
  text,
  value: true,
  at,
  ink: "ink",
  bold: false,
  priority: 1,
  ...more,
});

/** A line across all categories at one height: target or average. `fit` finds the place for its words. */
export function levelSeries(
  base: {
    readonly id: string;
    readonly name: string;
    readonly role: "target" | "average";
    readonly format: NumberFormat;
  },
  value: number,
  count: number,
  words: string,
  brief?: string,
): Series {
  const line = base.role === "target" ? TARGET_LINE : AVERAGE_LINE;
  return series(
    { ...base, paint: NO_PAINT },
    Array.from({ length: count }, () => value),
    {
      line,
      labels: Array.from({ length: count }, (_, n) =>
        n === 0
          ? label(words, "above", {
              value: false,
              ink: line.ink,
              priority: 7,
              ...(brief === undefined ? {} : { brief }),
            })
          : null,
      ),
    },
  );
}
