import { netPresentValue, ratePerPeriod } from "../../base/money.ts";
import { periodsPerYear } from "../../base/period.ts";
import { isCurrency } from "../../locales/numbers.ts";
import type { Bundle, Investment } from "../../model/bundle/index.ts";
import type { Language, Quantity } from "../languages/index.ts";

/** Streams beyond these are too many for every group of them to be tried. */
const MOST = 7;

/** A cost or benefit with its present value, which is negative for a cost. */
export interface Valued {
  readonly name: string;
  readonly side: "costs" | "benefits";
  readonly values: readonly number[];
  readonly present: number;
}

export interface CashCase {
  readonly streams: readonly Valued[];
  readonly npv: number;
  /** Present value of all costs and of all benefits, both positive. */
  readonly costs: number;
  readonly benefits: number;
  readonly present: (values: readonly number[]) => number;
}

/** The streams of an investment with their present values; undefined where they are not of one length. */
export function valued(investment: Investment | undefined): CashCase | undefined {
  if (investment === undefined) return undefined;
  const length = investment.costs[0]?.values.length;
  const all = [...investment.costs, ...investment.benefits];
  if (all.some(({ values }) => values.length !== length)) return undefined;
  const rate = ratePerPeriod(investment.discountRate, periodsPerYear(investment.period));
  const present = (values: readonly number[]): number => netPresentValue(rate, values).toNumber();
  const streams = (["costs", "benefits"] as const).flatMap((side) =>
    investment[side].map(({ name, values }): Valued => {
      const worth = present(values);
      return { name, side, values, present: side === "costs" ? -worth : worth };
    }),
  );
  const total = (side: Valued["side"]): number =>
    Math.abs(streams.reduce((sum, each) => sum + (each.side === side ? each.present : 0), 0));
  const [costs, benefits] = [total("costs"), total("benefits")];
  return { streams, npv: benefits - costs, costs, benefits, present };
}

/** Every group of at least one item, each alone first; only single ones and all of them where there are many. */
export function groups<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > MOST) return [...items.map((item) => [item]), items];
  return Array.from({ length: 2 ** items.length - 1 }, (_, mask) =>
    items.filter((_item, n) => ((mask + 1) >> n) % 2 === 1),
  ).toSorted((a, b) => a.length - b.length);
}

/** The currency of the amount that is asked for. */
export const currencyOf = ({ ask, currency = "EUR" }: Bundle): string => ask?.currency ?? currency;

/** Amounts of money in a text, in the currency that each is written in. */
export function moneyIn(language: Language, text: string): readonly Quantity[] {
  const codes = [...new Set(text.match(/\b[A-Z]{3}\b/gu) ?? [])].filter((code) => isCurrency(code));
  const [code] = codes.filter((each) => !["EUR", "GBP", "USD", "JPY"].includes(each));
  // Languages read the currencies that they name; another one stands where the euro would.
  const read = code === undefined || codes.includes("EUR") ? text : text.replaceAll(code, "EUR");
  return language
    .numbersIn(read)
    .filter(({ unit }) => isCurrency(unit))
    .map((quantity) =>
      read === text || quantity.unit !== "EUR"
        ? quantity
        : { ...quantity, unit: code ?? "EUR", text: quantity.text.replaceAll("EUR", code ?? "EUR") },
    );
}

/** True where a written amount, rounded as it is written, is a number. */
export const isAmount = ({ value, step, hedge }: Quantity, amount: number): boolean =>
  Math.abs(value - amount) <=
  Math.max(step / 2, hedge === "about" ? value * 0.075 : 0) + 1e-9 * Math.abs(amount);

/** 1,860,000 or −58,000, without a fraction. */
export function whole(value: number): string {
  const digits = Math.abs(Math.round(value)).toString();
  return `${value < -0.5 ? "−" : ""}${digits.replace(/\B(?=(\d{3})+$)/g, ",")}`;
}
