import type { ValueKind } from "../../../src/model/bundle/common.ts";
import { type Datum, dataOf, type Facts, factsOf, inShares } from "./facts.ts";
import { type Given, MESSAGE, OWNERS } from "./given.ts";
import { faultsOfItems, faultsOfTotals, partsOf, sum } from "./items.ts";
import { faultsOfGaps, faultsOfKinds, faultsOfOneKind } from "./places.ts";
import { faultsOfSeries } from "./series.ts";
import { type Language, near, numbersOf, SCALES, WORDS } from "./words.ts";

/** What holds for every alternative text, whatever the chart. */
function faultsOfText(text: string): string[] {
  return [
    /\{\{|\*\*|NaN|undefined|null|Infinity/u,
    /\s\s/u,
    /\.\.|\.$^/u,
    /[−-]0(?![\d.,]*[1-9])/u,
    /\s[.,;:]/u,
    /\(\)/u,
  ]
    .filter((bad) => bad.test(text))
    .map((bad) => `holds ${bad}`)
    .concat(text.endsWith(".") ? [] : ["does not end in a full stop"])
    .concat(text.startsWith(`${MESSAGE}. `) ? [] : ["does not begin with the message"]);
}

/** Everything that is wrong in the alternative text of a chart. */
export function readAlt(text: string, given: Given, language: Language): readonly string[] {
  const { chart } = given;
  const facts = factsOf(given, language);
  const data = dataOf(given);
  const scale = facts.series[0]?.scale ?? 1;
  const down = (value: number | null | undefined): number | null =>
    (value ?? null) === null ? null : (value as number) / scale;
  const after = text.slice(MESSAGE.length);
  const lead = WORDS[language].lead[chart.kind];
  const all = [
    ...faultsOfText(text),
    ...(lead === undefined || after.startsWith(`. ${lead}`) ? [] : [`not called a ${lead}`]),
  ];
  const labelled = (numbers: (datum: Datum, n: number) => readonly (number | null)[]) =>
    data.map((datum, n) => ({ label: datum.label, numbers: numbers(datum, n) }));
  const values = data.map(({ value }) => value ?? 0);
  switch (chart.kind) {
    case "stacked100": {
      const shares = inShares(facts, chart.unit === "%");
      return [
        ...all,
        ...faultsOfSeries(text, shares, facts, language),
        ...faultsOfGaps(text, facts, language),
        ...faultsOfKinds(text, shares, language),
      ];
    }
    case "stacked":
    case "area":
    case "marimekko":
      return [
        ...all,
        ...faultsOfSeries(text, facts, facts, language),
        ...faultsOfGaps(text, facts, language),
        ...faultsOfKinds(text, facts, language),
        ...(facts.series.length > 1 ? faultsOfTotals(text, facts, language) : []),
      ];
    case "line":
    case "sparkline":
    case "column":
    case "bar":
    case "heatmap":
    case "multiples":
    case "combo":
      return [
        ...all,
        ...faultsOfSeries(text, facts, facts, language),
        ...faultsOfGaps(text, facts, language),
        ...faultsOfKinds(text, facts, language),
      ];
    case "diverging": {
      const count = facts.series.length;
      const left = (chart as { readonly left?: number }).left ?? Math.floor(count / 2);
      const right = "left" in chart || count % 2 === 0 ? left : left + 1;
      return [
        ...all,
        ...faultsOfSeries(text, facts, facts, language),
        ...faultsOfGaps(text, facts, language),
        ...faultsOfKinds(text, facts, language),
        ...faultsOfSide(text, SIDES[language].left, facts, [0, left], language),
        ...faultsOfSide(text, SIDES[language].right, facts, [right, count], language),
      ];
    }
    case "pareto": {
      const sorted = [...values].sort((a, b) => b - a);
      const whole = sum(values);
      const shares = sorted.map((_value, n) => (100 * sum(sorted.slice(0, n + 1))) / whole);
      const list = text.slice(text.lastIndexOf(language === "en" ? "largest:" : "kertyen:"));
      const read = [...partsOf(list, facts.labels)];
      return [
        ...all,
        ...faultsOfSeries(text, facts, facts, language),
        ...faultsOfKinds(text, facts, language),
        ...(read.length === shares.length ? [] : ["not every share is told"]),
        ...read.flatMap(([label, part], n) => {
          const [one] = numbersOf(part.split(";")[0] ?? "", language);
          return one !== undefined && near(one, shares[n] ?? Number.NaN) ? [] : [`share up to ${label}`];
        }),
      ];
    }
    case "doughnut": {
      const whole = sum(values);
      const share = (value: number): number[] => (chart.unit === "%" ? [] : [(100 * value) / whole]);
      return [
        ...all,
        ...faultsOfKinds(text, facts, language),
        ...faultsOfItems(
          items(text),
          labelled(({ value }) => [...share(value ?? 0), down(value)]),
          language,
        ),
        ...(chart.unit === "%" ? [] : totalOf(text, whole / scale, language)),
      ];
    }
    case "funnel":
      return [
        ...all,
        ...faultsOfKinds(text, facts, language),
        ...faultsOfItems(
          items(text),
          labelled(({ value }, n) => {
            const before = values[n - 1] ?? 0;
            return [
              down(value),
              ...(before === 0
                ? []
                : [(100 * (value ?? 0)) / before, (100 * (value ?? 0)) / (values[0] ?? 1)]),
            ];
          }),
          language,
        ),
      ];
    case "interval":
      return [
        ...all,
        ...faultsOfOneKind(text, chart.valueKind, values.length - missing(data), language),
        ...faultsOfItems(
          items(text),
          labelled(({ value, low, high }) => [
            down(value),
            ...(low === undefined || high === undefined ? [] : [down(low), down(high)]),
          ]),
          language,
        ),
      ];
    case "dumbbell":
    case "slope":
      return [
        ...all,
        ...faultsOfKinds(text, facts, language),
        ...faultsOfItems(
          items(text),
          labelled(({ values: both = [] }) => both.map(down)),
          language,
        ),
      ];
    case "waterfall":
      return [
        ...all,
        ...faultsOfItems(
          items(text),
          labelled(({ value, total }) => [down(total === true && value === undefined ? sum(values) : value)]),
          language,
        ),
        ...waterfallKinds(text, chart.valueKind, language),
      ];
    case "tornado":
      return [
        ...all,
        ...faultsOfOneKind(text, chart.valueKind, data.length, language),
        ...faultsOfItems(
          text,
          labelled(({ low, high }) => [down(low), down(high)]),
          language,
        ),
      ];
    case "bullet":
      return [
        ...all,
        ...faultsOfOneKind(text, chart.valueKind, data.length, language),
        ...faultsOfItems(
          text,
          labelled(({ value, target }) => [
            down(value),
            ...((target ?? null) === null ? [] : [down(target)]),
          ]),
          language,
        ),
      ];
    case "scorecard":
      return [
        ...all,
        ...faultsOfOneKind(text, chart.valueKind, data.length, language),
        ...faultsOfItems(
          text,
          data.map(({ label, value, target, ...own }) => {
            const factor = SCALES[(own as { scale?: keyof typeof SCALES }).scale ?? "thousand"];
            const by = "scale" in own ? factor : 1;
            return {
              label,
              numbers: [
                (value ?? null) === null ? null : (value as number) / by,
                ...((target ?? null) === null ? [] : [(target as number) / by]),
              ],
            };
          }),
          language,
        ),
      ];
    case "scatter":
    case "bubble": {
      const own = chart as unknown as { y: { scale?: keyof typeof SCALES } };
      const by = own.y.scale === undefined ? 1 : SCALES[own.y.scale];
      const inner = text.replace(/(\([^()]+);([^()]+?);?([^();]*\))/gu, (part) => part.replaceAll(";", ","));
      return [
        ...all,
        ...faultsOfOneKind(text, chart.valueKind, data.length, language),
        ...faultsOfItems(
          inner,
          labelled(({ x, y, size }) => [
            x ?? null,
            (y ?? 0) / by,
            ...(chart.kind === "bubble" ? [size ?? null] : []),
          ]),
          language,
        ),
      ];
    }
    case "gantt":
      return [...all, ...ganttFaults(text, data, language)];
    // A kind that is not read here yet says at least what all kinds say.
    default:
      return all;
  }
}

const SIDES = {
  en: {
    left: /Total left of the line: ([^:]+?)\.(?= |$)/u,
    right: /Total right of the line: ([^:]+?)\.(?= |$)/u,
  },
  fi: {
    left: /Yhteensä viivan vasemmalla puolella: ([^:]+?)\.(?= |$)/u,
    right: /Yhteensä viivan oikealla puolella: ([^:]+?)\.(?= |$)/u,
  },
};

/** The totals of the parts on one side of a line, where there are several, of rows of which nothing is missing. */
function faultsOfSide(
  text: string,
  words: RegExp,
  facts: Facts,
  [from, to]: readonly [number, number],
  language: Language,
): string[] {
  const list = words.exec(text)?.[1];
  if (to - from < 2) return list === undefined ? [] : ["a total of one part"];
  const complete = facts.labels.flatMap((label, n) => {
    const values = facts.series.map((series) => series.values[n] ?? null);
    const scale = facts.series[0]?.scale ?? 1;
    return values.includes(null)
      ? []
      : [{ label, numbers: [sum(values.slice(from, to).map((value) => (value ?? 0) / scale))] }];
  });
  return faultsOfItems(`${list ?? ""}.`, complete, language);
}

const missing = (data: readonly Datum[]): number =>
  data.filter(({ value }) => (value ?? null) === null).length;

/** The sentence that goes from item to item: the last that names several, behind what is said of kinds. */
const items = (text: string): string => {
  const told = text.slice(MESSAGE.length);
  const kinds = Object.values(WORDS).flatMap(({ kind }) => Object.values(kind).map(({ of }) => of));
  return kinds.reduce((rest, of) => rest.replace(of, ""), told);
};

const totalOf = (text: string, whole: number, language: Language): string[] => {
  const [, word, list = ""] = WORDS[language].totals.exec(text) ?? [];
  const [one] = numbersOf(list, language);
  return word === (language === "en" ? "Total" : "Summa") && one !== undefined && near(one, whole)
    ? []
    : ["total"];
};

/** Of a waterfall, what comes after its steps is expected where the chart is. */
const waterfallKinds = (text: string, kind: ValueKind | undefined, language: Language): string[] =>
  (["plan", "forecast", "estimate"] as const).flatMap((each) => {
    const said = WORDS[language].kind[each].of.exec(text)?.[1];
    return said === (each === kind ? "Zenith" : undefined) ? [] : [`${each}: said of ${said}`];
  });

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: "January February March April May June July August September October November December".split(" "),
  fi: "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta".split(
    " ",
  ),
};
const dayOf = (iso: string, language: Language): string => {
  const [year, month = 1, day] = iso.split("-").map(Number);
  return `${day}${language === "fi" ? "." : ""} ${MONTHS[language][month - 1]} ${year}`;
};

function ganttFaults(text: string, data: readonly Datum[], language: Language): string[] {
  const parts = partsOf(
    text,
    data.map(({ label }) => label),
  );
  const [one, other] = WORDS[language].rows;
  const count = data.length === 1 ? one : `${data.length} ${other}`;
  return [
    ...(text.includes(count) ? [] : ["count of rows"]),
    ...data.flatMap(({ label, start = "", end, owner }) => {
      const days = [start, ...(end === undefined ? [] : [end])].map((iso) => dayOf(iso, language));
      const said = (parts.get(label) ?? "").replaceAll("\u00a0", " ");
      const named = OWNERS.filter((name) => said.includes(name));
      return [
        ...(said.includes(days.join(WORDS[language].span)) ? [] : [`${label}: ${days}`]),
        ...(named.join() === (owner ?? "") ? [] : [`${label}: owner ${named}`]),
      ];
    }),
  ];
}
