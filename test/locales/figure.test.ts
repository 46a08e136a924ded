import { describe, expect, it } from "vitest";
import { difference, lookupFigure, makeFigure, share, withDecimals } from "../../src/locales/figure.ts";
import { resolveLocale } from "../../src/locales/index.ts";

const found = resolveLocale("en-GB");
if (found === undefined) throw new Error("no English");
const locale = found;
const figure = (exact: number, unit: string, kind: "actual" | "forecast" = "actual") =>
  makeFigure(locale, { id: `f${exact}`, exact, unit, decimals: 1, kind, from: ["metrics", 0] });

describe("arithmetic with figures", () => {
  it("takes percentages apart in points", () => {
    const result = difference(locale, figure(13.5, "%", "forecast"), figure(14.9, "%"));
    expect(result.ok && [result.figure.text, result.figure.kind]).toEqual(["−1.4 points", "forecast"]);
  });

  it("keeps the unit of whatever else", () => {
    const result = difference(locale, figure(12, "days"), figure(10, "days"));
    expect(result.ok && result.figure.text).toBe("+2.0 days");
  });

  it("has shares in percent, of points in percentages too", () => {
    const result = share(locale, figure(1.4, "pp"), figure(2.9, "pp"));
    expect(result.ok && result.figure.text).toBe("48%");
    expect(share(locale, figure(1.4, "pp"), figure(14, "%")).ok).toBe(true);
  });

  it("refuses different units and a division by zero", () => {
    expect(difference(locale, figure(1, "EUR"), figure(1, "SEK"))).toEqual({ ok: false, problem: "units" });
    expect(share(locale, figure(1, "EUR"), figure(1, "days"))).toEqual({ ok: false, problem: "units" });
    expect(share(locale, figure(1, "EUR"), figure(0, "EUR"))).toEqual({ ok: false, problem: "zero" });
  });

  it("changes decimals without losing what is exact", () => {
    const exact = figure(14.95, "%");
    expect(exact.text).toBe("15.0%");
    expect(withDecimals(locale, exact, 2).text).toBe("14.95%");
    expect(withDecimals(locale, withDecimals(locale, exact, 0), 2).text).toBe("14.95%");
  });
});

describe("lookupFigure", () => {
  const latest = figure(1, "%");
  const all = { "churn.latest": latest, "options.full.cost": latest };
  const figures = { all, metrics: {}, charts: {} };

  it("finds full ids and bare ones", () => {
    for (const path of ["churn.latest", "churn", "options.full", "options.full.cost"]) {
      expect(lookupFigure(figures, path)).toBe(latest);
    }
  });

  it.each(["churn.nothing", "constructor", "__proto__", "toString", "", "investment"])(
    "finds nothing at %j",
    (path) => {
      expect(lookupFigure(figures, path)).toBeUndefined();
    },
  );
});
