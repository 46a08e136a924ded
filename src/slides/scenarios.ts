import type { Block, Cell, TableBlock } from "../model/deck.ts";
import type { Figure, InvestmentFigures } from "../model/figures.ts";
import { type Rich, rich } from "../model/text.ts";
import { filled, joined, stack } from "./blocks.ts";
import type { BuildContext, SlideContext } from "./kind.ts";

type Figures = Readonly<Record<string, Figure>>;

/** The title of the page: in how many of the scenarios the case is worth more than nothing, and the least it is worth. */
export function scenarioTitle(s: SlideContext, { scenarios }: InvestmentFigures): Rich {
  const worth = scenarios.flatMap(({ figures: { npv } }) => (npv === undefined ? [] : [npv]));
  const [lowest] = worth.toSorted((a, b) => a.value - b.value);
  const above = worth.filter(({ value }) => value > 0).length;
  const [n, name] = [scenarios.length, scenarios[0]?.name ?? ""];
  const kind = n === 1 ? "one" : above === n ? "all" : above === 0 ? "none" : "some";
  return s.say(`investment.scenarios.title.${kind}`, { n, above, name, lowest: lowest?.text });
}

/** The scenarios, and below them what the net present value depends on, driver by driver. */
export function scenarioPage(c: BuildContext, money: InvestmentFigures): Block {
  const table = scenarioTable(c, money);
  const sensitivity = c.sensitivity();
  return sensitivity === undefined ? stack("normal", table) : filled("normal", -1, table, sensitivity);
}

/** The base case and the scenarios, with what each changes and what it is worth. */
function scenarioTable(c: BuildContext, money: InvestmentFigures): TableBlock {
  const { scenarios } = money;
  const last = money.periods.at(-1)?.period ?? "";
  const figure = (figures: Figures, key: string): Cell => ({
    text: rich(figures[key]?.text ?? c.locale.missing),
    align: "right",
    ...(figures[key] === undefined ? {} : { from: figures[key].from }),
  });
  const payback = (figures: Figures): Cell =>
    figures["payback"] === undefined && (figures["npv"]?.value ?? 0) < 0
      ? { text: c.say("investment.scenario.never", { to: c.locale.period(last, "short") }), align: "right" }
      : figure(figures, "payback");
  const row = (name: string, figures: Figures, changes: readonly string[]): Cell[] => [
    { text: rich(name) },
    {
      text:
        changes.length === 0
          ? rich(c.locale.missing)
          : joined(
              changes.map((each) => rich(each)),
              "\n",
            ),
    },
    figure(figures, "npv"),
    payback(figures),
    figure(figures, "irr"),
  ];
  return {
    type: "table",
    name: c.words("investment.scenarios"),
    alt: c.words("investment.scenarios.alt", { n: scenarios.length }),
    head: [
      { text: c.say("investment.scenario") },
      { text: c.say("investment.scenario.changes") },
      ...(["npv", "payback", "scenario.irr"] as const).map(
        (key): Cell => ({ text: c.say(`investment.${key}`), align: "right" }),
      ),
    ],
    rows: [
      row(c.words("investment.scenario.base"), money.figures, []),
      ...scenarios.map(({ name, changes, figures }) => row(name, figures, changes)),
    ],
    widths: [2.6, 4, "fit", "fit", "fit"],
    rowHeads: true,
    role: "table",
  };
}
