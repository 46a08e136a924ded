import { quoted } from "../diagnostics/make.ts";
import type { Investment, Outcome } from "../model/bundle/index.ts";
import { type CashCase, groups, type Valued, valued, whole } from "./facts/cash.ts";
import {
  type Change,
  changeOf,
  levelOf,
  oneUnit,
  type Sensitivity,
  sensitivitiesOf,
  streamsOf,
} from "./facts/drivers.ts";
import { exampleInvestment } from "./facts/examples.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

/** Tolerance of an outcome, as a share of all costs, for rounding to thousands and rounded factors. */
const SLACK = 0.02;

export const moneySensitivity: Rule = {
  code: "money/sensitivity",
  severity: "warning",
  on: "figures",
  heuristic: true,
  needs: ["drivers"],
  reads: ["investment"],
  asks: "The net present values of a sensitivity are those that the cash flows give when the driver changes as its labels say.",
  why: "Finance recomputes one of them before the meeting; if it is wrong, so are all the others.",
  hint: "Change the streams that depend on the driver, and write the net present value that comes out.",
  source: "Brealey, Myers and Allen, Principles of Corporate Finance, chapter 10: sensitivity analysis",
  sees: [
    "It computes an outcome where its label has a factor (+20%, a quarter less, double, puolet) or a delay (half a year late), and changes the streams that the driver names; where it names none, any group of streams may give the outcome. Where both labels are numbers of one unit (0.7 and 2.1 points), it asks whether any group of streams that changes in proportion gives both outcomes.",
    "It cannot check drivers that act through a formula of several steps, ends in percent (72% and 88%), or numbers in words (six posts). Of an end that is computed from its changes, it compares the label with the one change that it names.",
  ],
  examples: {
    valid: {
      investment: exampleInvestment([100, 100], [50, 250], {
        discountRate: 0,
        sensitivity: [
          { driver: "Costs", low: { label: "+20%", npv: 60 }, high: { label: "−10%", npv: 120 } },
        ],
      }),
    },
    invalid: {
      investment: exampleInvestment([100, 100], [50, 250], {
        discountRate: 0,
        sensitivity: [
          { driver: "Costs", low: { label: "+20%", npv: 85 }, high: { label: "−10%", npv: 120 } },
        ],
      }),
    },
  },
  check: ({ bundle, figures }) => {
    const language = languageOf(bundle);
    const flows = valued(bundle.investment);
    if (language === undefined || flows === undefined || bundle.investment === undefined) return [];
    const { period } = bundle.investment;
    return sensitivitiesOf(figures).flatMap((entry, n) =>
      ofDriver(language, flows, period, entry, bundle.investment?.sensitivity?.[n], [
        "investment",
        "sensitivity",
        n,
      ]),
    );
  },
};

/** Months of a period. */
const MONTHS = { year: 12, "half-year": 6, quarter: 3, month: 1 } as const;

type Written = NonNullable<Investment["sensitivity"]>[number];
type Path = readonly (string | number)[];
const SIDES = ["low", "high"] as const;

function ofDriver(
  language: Language,
  flows: CashCase,
  period: Investment["period"],
  entry: Sensitivity,
  written: Written | undefined,
  path: Path,
): readonly Finding[] {
  const { driver, low, high } = entry;
  if (low.npv === high.npv)
    return [
      {
        what: `${quoted(driver)} changes nothing: both of its ends have a net present value of ${whole(low.npv)}.`,
        hint: "Leave it out, or correct the ends.",
        path,
      },
    ];
  const named = streamsOf(language, driver, flows);
  const slack = Math.max(1, SLACK * flows.costs);
  const out = SIDES.flatMap((side): readonly Finding[] => {
    const { label, npv, computed } = entry[side];
    const change = changeOf(language, label);
    if (change === undefined) return [];
    if (computed) return mislabelled(driver, label, change, period, written?.[side], [...path, side]);
    const turned = turns(change, named, npv - flows.npv, slack);
    const at = [...path, side, "npv"];
    if (turned)
      return [
        {
          what: `${quoted(label)} of ${quoted(driver)} moves the net present value from ${whole(flows.npv)} to ${whole(npv)}, which is the wrong way.`,
          hint: "Correct the net present value, or exchange the labels of the two ends.",
          path: at,
        },
      ];
    const possible = outcomes(flows, named, change, period);
    if (possible.length === 0 || possible.some((each) => Math.abs(each - npv) <= slack)) return [];
    const nearest = possible.toSorted((a, b) => Math.abs(a - npv) - Math.abs(b - npv))[0] ?? 0;
    return [
      {
        what: `${quoted(label)} of ${quoted(driver)} has a net present value of ${whole(npv)}, but the cash flows give ${whole(nearest)}${named.length === 0 ? " at the nearest" : ""}.`,
        path: at,
      },
    ];
  });
  return out.length > 0 || low.computed || high.computed
    ? out
    : inProportion(language, flows, named, entry, path);
}

/** A label that states another factor or delay than the one change that it stands for. */
function mislabelled(
  driver: string,
  label: string,
  { factor, months }: Change,
  period: Investment["period"],
  end: Outcome | undefined,
  path: Path,
): readonly Finding[] {
  const [only, ...more] = end?.changes ?? [];
  if (only === undefined || more.length > 0) return [];
  const said = (what: string): readonly Finding[] => [
    {
      what: `${quoted(label)} of ${quoted(driver)} is computed ${what}.`,
      hint: "Correct the label or what changes, so that they say the same.",
      path: [...path, "label"],
    },
  ];
  const { times, later, plus } = only;
  // A factor in words is rounded: a third more is 1.33.
  if (factor !== undefined && times !== undefined && later === undefined && plus === undefined)
    return Math.abs(times - factor) > 0.01 * Math.max(1, factor) ? said(`with a factor of ${times}`) : [];
  const length = MONTHS[period];
  if (months !== undefined && later !== undefined && times === undefined)
    return later * length === months ? [] : said(`as ${later} ${later === 1 ? period : `${period}s`} later`);
  return [];
}

/** Dearer costs that are worth more, or smaller benefits that are. */
function turns(change: Change, named: readonly (readonly Valued[])[], moved: number, slack: number): boolean {
  const [side, ...more] = [...new Set(named.flat().map((stream) => stream.side))];
  if (side === undefined || more.length > 0 || change.factor === undefined || change.factor === 1)
    return false;
  const up = change.factor > 1 === (side === "benefits");
  return Math.abs(moved) > slack && moved > 0 !== up;
}

/** Every net present value that a change may give: of the streams named, or of any group of one side. */
function outcomes(
  flows: CashCase,
  named: readonly (readonly Valued[])[],
  { factor, months }: Change,
  period: Investment["period"],
): readonly number[] {
  const { streams, npv, present } = flows;
  const [costs, benefits] = [
    streams.filter(({ side }) => side === "costs"),
    streams.filter(({ side }) => side === "benefits"),
  ];
  if (factor !== undefined) {
    const tried = named.length > 0 ? named : [...groups(costs), ...groups(benefits)];
    return tried.map((group) => npv + (factor - 1) * group.reduce((sum, each) => sum + each.present, 0));
  }
  const steps = (months ?? 0) / MONTHS[period];
  if (!Number.isInteger(steps) || steps < 1) return [];
  const later = (stream: Valued, cut: boolean): number => {
    const moved = [...Array.from({ length: steps }, () => 0), ...stream.values];
    const worth = present(cut ? moved.slice(0, stream.values.length) : moved);
    return stream.side === "costs" ? -worth : worth;
  };
  const shifted = (group: readonly Valued[], cut: boolean): number =>
    streams.reduce((sum, each) => sum + (group.includes(each) ? later(each, cut) : each.present), 0);
  const tried = [...groups(benefits), ...groups(costs).map((group) => [...benefits, ...group])];
  return tried.flatMap((group) => [shifted(group, true), shifted(group, false)]);
}

/** Both ends are numbers of one unit: what changes in proportion to them gives both outcomes. */
function inProportion(
  language: Language,
  flows: CashCase,
  named: readonly (readonly Valued[])[],
  { driver, low, high }: Sensitivity,
  path: Path,
): readonly Finding[] {
  const [from, to] = [levelOf(language, low.label), levelOf(language, high.label)];
  if (from === undefined || to === undefined || !oneUnit(from, to) || from.value === to.value) return [];
  const slope = (high.npv - low.npv) / (to.value - from.value);
  // At a level of zero, the streams that change in proportion are gone.
  const atZero = low.npv - slope * from.value;
  const tried = (["costs", "benefits"] as const).flatMap((side) =>
    groups(flows.streams.filter((stream) => stream.side === side)),
  );
  const without = (group: readonly Valued[]): number =>
    flows.npv - group.reduce((sum, each) => sum + each.present, 0);
  // A rounded label moves the line: by half of its last digit, over the distance to zero.
  const rounding = Math.abs(slope) * (Math.min(from.step, 1) / 2 + Math.min(to.step, 1) / 2);
  const slack = Math.max(1, 2 * SLACK * flows.costs, Math.min(rounding, 0.1 * flows.costs));
  if (tried.some((group) => Math.abs(without(group) - atZero) <= slack)) return [];
  const best = (named.length > 0 ? named : tried).toSorted(
    (a, b) => Math.abs(without(a) - atZero) - Math.abs(without(b) - atZero),
  )[0];
  if (best === undefined) return [];
  const expected = without(best) + ((low.npv - without(best)) * to.value) / from.value;
  return [
    {
      what: `${quoted(driver)} gives ${whole(low.npv)} at ${low.label} and ${whole(high.npv)} at ${high.label}, but no stream that changes in proportion gives both: with ${best.map(({ name }) => quoted(name)).join(" and ")}, ${high.label} would give ${whole(expected)}.`,
      path,
    },
  ];
}
