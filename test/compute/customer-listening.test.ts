import { readFileSync } from "node:fs";
import { parse } from "jsonc-parser";
import { describe, expect, it } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { lookupFigure } from "../../src/locales/figure.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { Bundle } from "../../src/model/bundle/index.ts";

/** The contract bundle, its CSV file read in by hand. Every expectation was worked out on paper. */
function contract() {
  const file = (name: string): string => readFileSync(new URL(`../bundles/${name}`, import.meta.url), "utf8");
  const bundle = Bundle.parse(parse(file("customer-listening.json"), [], { allowTrailingComma: true }));
  const rows = file("data/same-day.csv").trim().split(/\r?\n/).slice(1);
  const values = rows.map((row) => {
    const [period = "", , value = ""] = row.split(",");
    return { period, value: Number(value) };
  });
  const metrics = (bundle.metrics ?? []).map((metric) =>
    metric.id === "same-day" ? { ...metric, values } : metric,
  );
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no English");
  return { ...computeFigures({ ...bundle, metrics }, locale), locale };
}

describe("the figures of the contract bundle", () => {
  const { figures, diagnostics, locale } = contract();

  it("contradict nothing", () => {
    expect(diagnostics).toEqual([]);
  });

  it.each([
    ["ask.amount", "EUR 420,000"],
    ["options.tool.cost", "EUR 95,000"],
    ["options.nothing.cost", "EUR 0"],
    ["churn", "14.9%"],
    ["churn.first", "17.8%"],
    ["churn.best", "14.2%"],
    ["churn.previous", "14.5%"],
    ["churn.change", "+0.4 points"],
    ["churn.gap", "2.9 points"],
    ["churn.target", "12.0%"],
    ["churn.forecast", "13.5%"],
    ["churn.asOf", "31 October 2026"],
    ["leavers.latest", "11%"],
    ["lead-time.latest", "43 days"],
    ["causes-share.latest", "71%"],
    ["causes.highlighted", "71%"],
    ["causes.total", "100%"],
    ["pilot-effect.latest", "−1.4 points"],
    ["same-day.change", "+1 point"],
    ["same-day.gap", "29 points"],
    ["revenue.latest", "EUR 175.4 million"],
    ["revenue.cagr", "2.1%"],
    ["revenue.gap", "EUR 10.9 million"],
    ["revenue.gapPct", "5.9%"],
    ["saved-margin.latest", "EUR 920 thousand"],
    ["tranche1.latest", "EUR 230 thousand"],
    ["bridge.end", "13.5%"],
    ["bridge.change", "−1.4 points"],
    ["investment", "EUR 755 thousand"],
    ["investment.cost", "EUR 982 thousand"],
    ["investment.benefit", "EUR 1,920 thousand"],
    ["investment.net", "EUR 938 thousand"],
    ["investment.irr", "156%"],
    ["investment.roi", "96%"],
    ["investment.breakEvenShare", "54%"],
    ["investment.payback", "1.5 years"],
    ["investment.breakEven", "H2 2028"],
  ])("print %s as %s", (path, text) => {
    expect(lookupFigure(figures, path)?.text).toBe(text);
  });

  it("carry their ranges", () => {
    expect(figures.all["churn.forecast"]?.range).toBe("12.8–14.3%");
    expect(figures.all["pilot-effect.latest"]?.range).toBe("−2.1 to −0.7 points");
    expect(figures.all["saved-margin.latest"]?.range).toBe("EUR 610–1,180 thousand");
  });

  it("read well in the bundle's own sentences", () => {
    const text = (path: string): string => lookupFigure(figures, path)?.text ?? "";
    expect(locale.settle(`they left ${text("pilot-effect.latest")} less often than the control group`)).toBe(
      "they left 1.4 points less often than the control group",
    );
    expect(
      locale.settle(`The effect is ${text("pilot-effect.latest")} with a range that excludes zero`),
    ).toBe("The effect is −1.4 points with a range that excludes zero");
    expect(locale.settle(`the plan misses 12% by ${text("churn.gap")}`)).toBe(
      "the plan misses 12% by 2.9 points",
    );
  });

  it("leave the missing quarters of the forecast open", () => {
    const missing = figures.metrics["churn"]?.points.filter(({ value }) => value === null);
    expect(missing?.map(({ label, kind }) => [label, kind])).toEqual([
      ["Q1 2027", "forecast"],
      ["Q3 2027", "forecast"],
    ]);
  });

  it("sum in the table", () => {
    expect(figures.investment).toMatchObject({ scale: "thousand", decimals: 0, rounded: false });
    expect(figures.investment?.net.texts).toEqual(["−230", "−30", "233", "323", "321", "321"]);
    expect(figures.investment?.cumulated.texts).toEqual(["−230", "−260", "−27", "296", "617", "938"]);
  });

  it("say how every computed figure was computed", () => {
    const computed = [
      "change",
      "changePct",
      "gap",
      "gapPct",
      "cagr",
      "npv",
      "irr",
      "roi",
      "payback",
      "breakEven",
    ];
    for (const figure of Object.values(figures.all)) {
      // The ends of its sensitivity are given.
      if (figure.id.startsWith("investment.sensitivity.")) continue;
      if (computed.includes(figure.id.split(".").at(-1) ?? ""))
        expect(figure.formula, figure.id).toBeTruthy();
      expect(figure.formula ?? "").not.toMatch(/\{\{|undefined|\(\)/);
    }
  });
});
