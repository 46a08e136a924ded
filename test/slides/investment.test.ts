import { expect, test } from "vitest";
import { compile } from "../../src/library.ts";
import type { Page } from "../../src/model/page.ts";
import { render } from "../../src/render.ts";
import { contractBundle } from "../charts/fixture.ts";

const compiled = (period: string, start: string, count: number) => {
  const values = Array.from({ length: count }, (_, n) => 10_000 + n * 100);
  const stream = (name: string, factor: number) => ({ name, values: values.map((value) => value * factor) });
  return compile(
    JSON.stringify({
      ...contractBundle(),
      objections: [],
      investment: {
        currency: "EUR",
        discountRate: 0.08,
        period,
        start,
        costs: [stream("Desk", 1), stream("Licences", 0.5)],
        benefits: [stream("Margin kept", 2)],
        owner: "cfo",
      },
    }),
  );
};

/** Texts of the head of every table on a page. */
const heads = (page: Page | undefined): string[][] =>
  (page?.items ?? []).flatMap((item) =>
    item.type === "table"
      ? [
          (item.rows[0]?.cells ?? []).map((cell) =>
            cell.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(""),
          ),
        ]
      : [],
  );

test.each([
  ["month", "2027-01", 60, ["2027", "2028", "2029", "2030", "2031"]],
  ["quarter", "2027-Q3", 26, ["2027", "2028", "2029", "2030", "2031", "2032", "2033"]],
  ["half-year", "2027-H2", 13, ["2027", "2028", "2029", "2030", "2031", "2032", "2033"]],
  [
    "year",
    "2027",
    15,
    ["2027–2028", "2029–2030", "2031–2032", "2033–2034", "2035–2036", "2037–2038", "2039–2040", "2041"],
  ],
])("%ss from %s, %i of them, stand as years; the appendix shows all", async (period, start, count, years) => {
  const { pages, figures } = await compiled(period, start, count);
  const money = figures.investment;
  const own = pages.pages.find(({ id }) => id === "investment");
  expect(heads(own)[0]?.slice(1)).toEqual([...years, "Total"]);
  const every = pages.pages.filter(({ id }) => id.startsWith("investment-periods"));
  const columns = every.flatMap(heads).flatMap((head) => head.slice(1));
  expect(columns).toEqual([...(money?.periods.map(({ label }) => label) ?? []), "Total"]);
  // The first column comes again with every table.
  expect(new Set(every.flatMap(heads).map(([first]) => first)).size).toBe(1);
  expect(money?.summary?.net.total).toBe(money?.net.total);
  expect(money?.summary?.cumulated.values.at(-1)).toBe(money?.cumulated.values.at(-1));
  expect(money?.summary?.costs[0]?.values.reduce((sum, value) => sum + value, 0)).toBe(
    money?.costs[0]?.total,
  );
});

test("up to twelve periods stand on the slide itself", async () => {
  const laid = await compiled("quarter", "2027-Q1", 12);
  expect(laid.figures.investment?.summary).toBeUndefined();
  expect(heads(laid.pages.pages.find(({ id }) => id === "investment"))[0]).toHaveLength(14);
  expect(new TextDecoder().decode(await render(laid, "md"))).not.toContain("Every period");
});

test("scenarios stand on a page of their own with what the case depends on, as do their figures in a sentence", async () => {
  const stream = (name: string, values: number[]) => ({ name, values });
  const { pages, figures } = await compile(
    JSON.stringify({
      ...contractBundle(),
      objections: [
        {
          id: "o-slow",
          objection: "It will be late.",
          answer:
            "Then it is worth {{investment.scenarios.slow.npv}}, at worst {{investment.sensitivity.1.low}}.",
        },
      ],
      investment: {
        currency: "EUR",
        discountRate: 0.08,
        period: "year",
        start: "2027",
        costs: [stream("Desk", [20_000, 9_000, 9_000]), stream("Licences", [4_000, 2_000, 2_000])],
        benefits: [stream("Margin kept", [5_000, 30_000, 40_000])],
        drivers: [{ id: "margin", name: "Margin of a customer", value: 40, unit: "EUR", benefits: "all" }],
        sensitivity: [{ driver: "margin", low: { value: 30 }, high: { value: 45 } }],
        scenarios: [
          { id: "slow", name: "A year late", changes: [{ benefits: "all", later: 1 }] },
          { id: "dear", name: "A dear desk", changes: [{ costs: ["Desk"], times: 1.1 }] },
        ],
        owner: "cfo",
      },
    }),
  );
  const page = pages.pages.find(({ id }) => id === "investment-scenarios");
  const money = figures.investment;
  expect(page?.title).toBe(
    `One of two scenarios has a net present value above zero; the lowest is ${money?.scenarios[0]?.figures["npv"]?.text}`,
  );
  expect(heads(page)[0]?.slice(0, 3)).toEqual(["Scenario", "What changes", "Net present value"]);
  const kinds = page?.items.map(({ type }) => type) ?? [];
  expect(kinds.filter((type) => type === "chart")).toHaveLength(1);
  // The slide of the investment has the picture in its place, and goes on on no second one.
  expect(pages.pages.filter(({ id }) => id.startsWith("investment"))).toHaveLength(2);
  const answer = JSON.stringify(pages.pages.find(({ id }) => id.startsWith("objection-o-slow"))?.items);
  expect(answer).toContain(money?.scenarios[0]?.figures["npv"]?.text);
  expect(answer).toContain(money?.sensitivity[0]?.low.npv.text);
});
