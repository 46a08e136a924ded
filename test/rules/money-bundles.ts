import type { Bundle } from "../../src/model/bundle/index.ts";
import { SOUND } from "./sound.ts";

/** Parts of bundles for the tests of the rules about money. */
const [risk] = SOUND.risks ?? [];
if (!SOUND.ask || !risk) throw new Error("the sound bundle");
const ask = SOUND.ask;
export const asking = (parts: Partial<typeof ask>): Partial<Bundle> => ({ ask: { ...ask, ...parts } });
export type Investment = NonNullable<Bundle["investment"]>;
export const base: Investment = {
  discountRate: 0.05,
  period: "year",
  start: "2027",
  costs: [
    { name: "Desk of three", values: [12_000, 6_000, 6_000] },
    { name: "Licences", values: [8_000, 2_000, 2_000] },
  ],
  benefits: [
    { name: "Margin kept", values: [2_000, 20_000, 30_000] },
    { name: "Overtime ended", values: [0, 3_000, 3_500] },
  ],
};
export const investing = (parts: Partial<Investment>): Partial<Bundle> => ({
  investment: { ...base, ...parts },
});
export const ends = (driver: string, low: [string, number], high: [string, number]): Partial<Bundle> =>
  investing({
    discountRate: 0,
    sensitivity: [{ driver, low: { label: low[0], npv: low[1] }, high: { label: high[0], npv: high[1] } }],
  });
/** A case of which the benefits may come a year later. */
export const ROOM: Partial<Investment> = {
  costs: [{ name: "Desk of three", values: [20_000, 8_000, 8_000] }],
  benefits: [{ name: "Margin kept", values: [20_000, 30_000, 30_000] }],
};
export const bearing = investing(ROOM);
/** A sensitivity of which the low end is computed from what is different. */
export const changing = (low: NonNullable<Investment["sensitivity"]>[number]["low"]): Partial<Bundle> =>
  investing({ sensitivity: [{ driver: "Costs", low, high: { label: "As planned", npv: 12_500 } }] });
/** Gates on these days. */
export const gated = (...dates: string[]): Partial<Bundle> => ({
  plan: {
    ...SOUND.plan,
    milestones: dates.map((date) => ({ name: "Go on", date, gate: true, owner: "head" })),
  },
});
/** An answer to an objection. */
export const saying = (answer: string): Partial<Bundle> => ({
  objections: (SOUND.objections ?? []).map((each, n) => (n === 0 ? { ...each, answer } : each)),
});
export const trigger = (text: string): Partial<Bundle> => ({ risks: [{ ...risk, trigger: text }] });
