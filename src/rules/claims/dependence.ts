import { pathText } from "../../base/json-path.ts";
import { idsIn } from "../../claims/index.ts";
import { lookupFigure } from "../../locales/figure.ts";
import type { JsonPath } from "../../model/figures.ts";
import { idsSaid, sentences } from "../facts/sentences.ts";
import { type ListedClaim, listClaims } from "./list.ts";
import type { Said } from "./read.ts";
import { weightOf } from "./weight.ts";

/** Numbers of the bundle that a claim may depend on: a metric, the data of a chart, an amount, a cost, the investment. */
export interface GuardedFigure {
  /** Name by which sentences and tests find it. */
  readonly name: string;
  /** Text of its latest value or total; absent for data without a total. */
  readonly text?: string;
  /** Numbers that it stands for. */
  readonly values: number;
  /** Place in the bundle. */
  readonly path: JsonPath;
  /** Tests that look at it: those that the bundle holds, and those that are read from sentences. */
  readonly tests: { readonly written: number; readonly read: number };
  /** Places of the sentences that print it. */
  readonly said: readonly JsonPath[];
  /** Parts that show it or rest on it: charts, goals, options and objections by their ids, reasons by their place. */
  readonly shownBy: readonly string[];
}

export interface Dependence {
  /** Every claim about numbers; the heaviest first. */
  readonly claims: readonly ListedClaim[];
  /** Every number; those first that readers see most often. */
  readonly figures: readonly GuardedFigure[];
}

/** Which numbers the claims of a bundle depend on, and which tests guard the claims. */
export function dependence(said: Said): Dependence {
  const claims = listClaims(said)
    .map((claim) => ({ claim, weight: weightOf(claim.path) }))
    .sort((a, b) => a.weight - b.weight)
    .map(({ claim }) => claim);
  const tested = claims.flatMap(({ guard, test }) =>
    test === undefined ? [] : [{ guard, ids: idsIn(test, said.figures) }],
  );
  const printed = sentences(said.written).map(({ text, path }) => ({ ids: idsSaid(text), path }));
  const figures = numbers(said).map(({ id, ...number }): GuardedFigure => {
    const of = (guard: ListedClaim["guard"]): number =>
      tested.filter((each) => each.guard === guard && each.ids.has(id)).length;
    return {
      ...number,
      tests: { written: of("written"), read: of("read") },
      said: printed.filter(({ ids }) => ids.has(id)).map(({ path }) => path),
      shownBy: shownBy(id, said),
    };
  });
  return {
    claims,
    figures: figures.toSorted((a, b) => b.said.length - a.said.length || b.shownBy.length - a.shownBy.length),
  };
}

type Number = Pick<GuardedFigure, "name" | "text" | "values" | "path"> & { readonly id: string };

function numbers({ written, figures }: Said): readonly Number[] {
  const text = (name: string): Pick<Number, "text"> => {
    const figure = lookupFigure(figures, name);
    return figure === undefined ? {} : { text: figure.text };
  };
  const amount = (id: string, name: string, path: JsonPath): readonly Number[] =>
    lookupFigure(figures, name) === undefined ? [] : [{ id, name, ...text(name), values: 1, path }];
  return [
    ...amount("ask", "ask.amount", ["ask", "amount"]),
    ...(figures.investment === undefined
      ? []
      : [
          {
            ...{ id: "investment", name: "investment", ...text("investment"), path: ["investment"] },
            values: [figures.investment.totalCost, figures.investment.totalBenefit].flatMap(
              ({ values }) => values,
            ).length,
          },
        ]),
    ...(written.options ?? []).flatMap(({ id }, n) =>
      amount(id, `options.${id}.cost`, ["options", n, "cost"]),
    ),
    ...(written.metrics ?? []).map(({ id }, n) => ({
      ...{ id, name: id, ...text(id), path: ["metrics", n] },
      values: figures.metrics[id]?.points.filter(({ value }) => value !== null).length ?? 0,
    })),
    ...(written.charts ?? []).flatMap(({ id }, n) => {
      const values = figures.charts[id]?.values ?? [];
      return values.length === 0
        ? []
        : [{ id, name: id, ...text(id), path: ["charts", n], values: values.length }];
    }),
  ];
}

/** Parts that draw a number, are measured by it, or name it as evidence. */
function shownBy(id: string, { written }: Said): readonly string[] {
  const has = (ids: readonly string[] | undefined): boolean => ids?.includes(id) === true;
  const drawing = (written.charts ?? []).filter((chart) => has(chart.metrics) || chart.id === id);
  const at = (...path: JsonPath): string => pathText(path);
  // Amounts, costs and the investment have pages of their own.
  const own = [
    ...["ask", "investment"].filter((part) => part === id),
    ...(written.options ?? []).flatMap((option) => (option.id === id ? [id] : [])),
  ];
  return [
    ...own,
    ...drawing.map((chart) => chart.id),
    ...written.goals.filter(({ metric }) => metric === id).map((goal) => goal.id),
    ...(written.why.reasons ?? []).flatMap(({ evidence }, n) =>
      has(evidence) ? [at("why", "reasons", n)] : [],
    ),
    ...(written.objections ?? []).flatMap((objection) => (has(objection.evidence) ? [objection.id] : [])),
  ];
}
