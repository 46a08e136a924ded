import { describe, expect, test } from "vitest";
import { exampleMetric } from "../../src/rules/facts/examples.ts";
import { says } from "./says.ts";
import { SOUND } from "./sound.ts";

describe("figures/unit", () => {
  const told = (waiting: string, unit: string, locale = "en-GB") =>
    says("figures/unit", {
      locale,
      metrics: [exampleMetric({ id: "m", unit, values: [{ period: "2025", value: 12 }] })],
      ask: { ...SOUND.ask, waiting } as NonNullable<typeof SOUND.ask>,
    });
  test.each([
    ["We send {{m.latest}} parcels a day", "parcels"],
    ["We send {{m}} Parcels a day", "parcels"],
    ["The share is {{ m.latest }}%", "%"],
    ["The share is {{m.latest}} %", "%"],
    ["It costs EUR {{m.latest}}", "EUR"],
    ["It costs {{m.latest}} EUR", "EUR"],
  ])("finds %s in %s", (waiting, unit) => expect(told(waiting, unit)).toHaveLength(1));
  test("knows a unit as another language prints it", () => {
    expect(told("Lähetämme {{m.latest}} pakettia päivässä", "pakettia", "fi-FI")).toHaveLength(1);
  });
  test.each([
    ["We send {{m.latest}} a day", "parcels"],
    ["Of {{m.latest}} the parcels of summer are most", "parcels"],
    ["{{m.latest}}, parcels of all kinds", "parcels"],
    ["It is {{m.latest}} of the whole", "%"],
    ["It costs {{m.latest}}; EUR is what we pay in", "EUR"],
    ["{{m.change}} percent", "parcels"],
  ])("says nothing of %s in %s", (waiting, unit) => expect(told(waiting, unit)).toEqual([]));
});
