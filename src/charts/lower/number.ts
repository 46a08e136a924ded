import { Decimal } from "../../base/decimal.ts";
import { SCALE_POWERS, type Scale } from "../../model/bundle/common.ts";
import type { NumberFormat, ValueAxis } from "../../model/chart.ts";
import type { ChartContext } from "./context.ts";
import type { Steps } from "./scale.ts";

/** Unit, decimals and scale of what is measured; one per axis. */
export interface Measure {
  readonly unit: string;
  readonly decimals: number;
  readonly scale?: Scale;
}

/**
 * On marks and axes, % stands at every number; any other unit stands once, in the caption, as IBCS asks. Currency with
 * a scale is then a bare number of thousands or millions.
 */
const bare = (measure: Measure): boolean => measure.unit !== "%";

const scaled = (value: number, scale: Scale | undefined): number =>
  scale === undefined ? value : new Decimal(value).div(new Decimal(10).pow(SCALE_POWERS[scale])).toNumber();

/** A value as it stands at a mark: "14.9%", "168.2", "−0.9%". */
export function markText(context: ChartContext, value: number, measure: Measure, signed = false): string {
  return context.format(scaled(value, measure.scale), {
    unit: bare(measure) ? "" : measure.unit,
    decimals: measure.decimals,
    ...(signed ? { signed: true } : {}),
  });
}

/** A value as it stands in a sentence: with its unit and scale. */
export const fullText = (context: ChartContext, value: number, measure: Measure, signed = false): string =>
  context.format(value, {
    unit: measure.unit,
    decimals: measure.decimals,
    ...(measure.scale === undefined ? {} : { scale: measure.scale }),
    ...(signed ? { signed: true } : {}),
  });

/**
 * The format code that prints what `markText` prints, whatever the locale puts before and after the digits. The
 * digits themselves are in the invariant form; PowerPoint shows them in the reader's own.
 * ECMA-376 Part 1, 18.8.31: a comma after the digits divides by a thousand; sections are positive;negative;zero.
 */
export function formatCode(context: ChartContext, measure: Measure, signed = false): NumberFormat {
  const digits = `#,##0${measure.decimals > 0 ? `.${"0".repeat(measure.decimals)}` : ""}${
    measure.scale === undefined ? "" : ",".repeat(SCALE_POWERS[measure.scale] / 3)
  }`;
  const section = (value: number, sign: boolean): string => {
    const around = affixes(
      context.format(value, {
        unit: bare(measure) ? "" : measure.unit,
        decimals: 0,
        ...(sign ? { signed: true } : {}),
      }),
    );
    return `${literal(around.before)}${digits}${literal(around.after)}`;
  };
  const positive = section(1, signed);
  const negative = section(-1, signed);
  if (!signed) return { code: negative === `-${positive}` ? positive : `${positive};${negative}` };
  return { code: `${positive};${negative};${section(0, false)}` };
}

function affixes(text: string): { before: string; after: string } {
  const match = /^(\D*)\d+(\D*)$/u.exec(text);
  return { before: match?.[1] ?? "", after: match?.[2] ?? "" };
}

const literal = (text: string): string =>
  text === "" ? "" : text === "-" || text === "+" ? text : `"${text.replaceAll('"', "")}"`;

/** Digits that a tick has at most: as many as a number of the machine holds surely. */
const MOST_DECIMALS = 15;

/** An axis over the steps; its ticks have the digits that the step needs, in the measure's scale. */
export function valueAxis(
  context: ChartContext,
  steps: Steps,
  measure: Measure,
  more: { readonly visible: boolean; readonly gridlines: boolean; readonly title?: string },
): ValueAxis {
  const decimals = Math.min(MOST_DECIMALS, new Decimal(scaled(steps.major, measure.scale)).decimalPlaces());
  const own: Measure = { ...measure, decimals };
  return {
    min: steps.min,
    max: steps.max,
    major: steps.major,
    ticks: steps.ticks.map((value) => ({ value, label: markText(context, value, own) })),
    format: formatCode(context, own),
    visible: more.visible,
    gridlines: more.gridlines,
    ...(more.title === undefined ? {} : { title: more.title }),
  };
}
