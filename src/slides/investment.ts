import type { Block } from "../model/deck.ts";
import type { InvestmentFigures } from "../model/figures.ts";
import { type Rich, rich } from "../model/text.ts";
import { columns, evenly, filled, text } from "./blocks.ts";
import { cashflow, EVERY_PERIOD } from "./cashflow.ts";
import { type BuildContext, slideKind } from "./kind.ts";
import { scenarioPage, scenarioTitle } from "./scenarios.ts";
import { sourceLine } from "./sources.ts";

/** Cost, benefit and cumulated net per period; what it is worth; what that depends on. */
export const investment = slideKind<"case" | "scenarios">({
  name: "investment",
  shows:
    "Costs and benefits per period, what they are worth today, when they pay back, and what that depends on.",
  outline: (s) => {
    const money = s.figures.investment;
    if (money === undefined || s.bundle.investment === undefined) return [];
    const source = sourceLine(s, s.bundle.investment);
    const f = money.figures;
    const heading = {
      cost: f["cost"]?.text,
      benefit: f["benefit"]?.text,
      breakEven: f["breakEven"]?.text,
      period: true,
    };
    return [
      {
        id: "investment",
        section: "proposal",
        title: s.say(`investment.title.${money.course}`, heading),
        shorter: [
          s.say(`investment.title.${money.course}`, { ...heading, period: false }),
          s.say(`investment.cumulated.${money.course}`, heading),
        ],
        short: s.words("investment.short"),
        content: "case",
        about: ["investment"],
        say: [s.say("investment.say", { npv: f["npv"]?.text })],
        sources: source ? [source] : [],
        from: [["investment"]],
        body: true,
      },
      ...(money.scenarios.length === 0
        ? []
        : [
            {
              id: "investment-scenarios",
              section: "proposal" as const,
              title: scenarioTitle(s, money),
              short: s.words("investment.scenarios"),
              content: "scenarios" as const,
              about: ["investment"],
              say: [s.say("investment.scenarios.say", { npv: f["npv"]?.text })],
              sources: source ? [source] : [],
              from: [["investment", "scenarios"]],
              body: true,
            },
          ]),
    ];
  },
  build: (point, c) => {
    const money = c.figures.investment;
    if (money === undefined) throw new Error("no investment figures");
    if (point.content === "scenarios")
      return { kicker: c.say("investment.kicker"), body: scenarioPage(c, money) };
    const owner = c.find.person(c.bundle.investment?.owner);
    const cash = money.summary ?? money;
    const table = cashflow(c, money, cash);
    const tiles = keyFigures(c, money);
    // What the case depends on stands beside the table, unless it has a page of its own, together with the scenarios: then
    // the picture takes its place. Under a long table there is no room for it.
    const elsewhere = money.scenarios.length > 0;
    const aside = elsewhere && cash.periods.length <= BESIDE;
    const beside = aside ? cumulated(c, money) : elsewhere ? undefined : c.sensitivity();
    const short = money.costs.length + money.benefits.length <= ROOM;
    const picture = short && !aside ? cumulated(c, money) : undefined;
    const assumption = c.bundle.investment?.assumption;
    return {
      kicker: c.say("investment.kicker"),
      foot: [
        ...(money.summary === undefined ? [] : everyPeriodOn(c)),
        ...c.say("investment.foot", {
          rate: c.locale.value(percent(c.bundle.investment?.discountRate ?? 0), { unit: "%", decimals: 1 }),
          rounded: cash.rounded,
          noRate: c.figures.absent?.["investment.irr"],
          owner: owner?.role,
          assumption: assumption && c.rich(assumption),
        }),
      ],
      body:
        beside && cash.periods.length > BESIDE
          ? filled("normal", -1, tiles, table, beside)
          : beside
            ? filled(
                "normal",
                -1,
                tiles,
                columns([7, 5], [filled("normal", 1, table, picture), filled("none", 0, beside)], {
                  align: "stretch",
                }),
              )
            : filled("normal", -1, tiles, table, picture),
    };
  },
});

/** Streams of cost and benefit up to which the table leaves room for a chart. */
const ROOM = 5;

/** Periods up to which the table has room beside the sensitivity; a wider one stands above it. */
const BESIDE = 8;

/** Pointer to the page of the appendix that shows every period. */
const everyPeriodOn = (c: BuildContext): Rich =>
  c.story.points.some(({ id }) => id === EVERY_PERIOD)
    ? [
        ...c.say("investment.periods.see"),
        { text: "00", pageOf: EVERY_PERIOD, to: EVERY_PERIOD },
        ...rich(c.locale.marks.stop),
      ]
    : [];

const percent = (share: number): string => String(Number((share * 100).toFixed(6)));

function keyFigures(c: BuildContext, money: InvestmentFigures): Block {
  const tiles = (["npv", "payback", "irr", "roi"] as const).flatMap((key) => {
    const figure = money.figures[key];
    return figure
      ? [
          text("small", [
            { text: rich(figure.text), role: "figureSmall", ink: "accent", reading: "measure" },
            { text: c.say(`investment.${key}`), ink: "muted" },
          ]),
        ]
      : [];
  });
  return columns(
    evenly(Math.max(tiles.length, 1)),
    tiles.length > 0 ? tiles : [text("small", c.say("investment.noReturn"))],
  );
}

/** When the money is back, as columns below and above zero. */
function cumulated(c: BuildContext, money: InvestmentFigures): Block {
  return c.draw(
    {
      id: "investment-cumulated",
      kind: "column",
      message: c.words(`investment.cumulated.${money.course}`, {
        breakEven: money.figures["breakEven"]?.text,
      }),
      measure: c.words("investment.cumulated"),
      unit: money.currency,
      decimals: money.decimals,
      ...(money.scale === undefined ? {} : { scale: money.scale }),
      better: "higher",
      valueKind: "plan",
      data: money.periods.map((period, n) => ({
        // Periods are thinned out where there are many; labels are not.
        label: money.summary === undefined ? period.label : period.period,
        value: money.cumulated.values[n] ?? null,
      })),
    },
    110,
  );
}
