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
