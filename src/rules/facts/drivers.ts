import type { Figures } from "../../model/figures.ts";
import type { Language, Quantity } from "../languages/index.ts";
import { type CashCase, groups, type Valued } from "./cash.ts";
import { sharedWords } from "./shared-words.ts";

/** A driver with what it is at both ends, and the net present value there. */
export interface Sensitivity {
  readonly driver: string;
  readonly low: End;
  readonly high: End;
}

interface End {
  readonly label: string;
  readonly npv: number;
  /** True where it follows from what the bundle says is different at this end. */
  readonly computed: boolean;
}

/** The sensitivities of the investment, with the net present values that are given or computed. */
export const sensitivitiesOf = ({ investment }: Figures): readonly Sensitivity[] =>
  (investment?.sensitivity ?? []).map(({ driver, low, high }) => ({
    driver,
    low: { label: low.label, npv: low.npv.value, computed: low.computed },
    high: { label: high.label, npv: high.npv.value, computed: high.computed },
  }));

/** Effect of one end of a driver: a factor on an amount, or a shift of time in months. */
export interface Change {
  readonly factor?: number;
  readonly months?: number;
}

/** Returns the change that the label of an end states; undefined where its words state none. */
export function changeOf(language: Language, label: string): Change | undefined {
  const { drivers: grammar } = language;
  if (grammar === undefined) return undefined;
  const text = label.trim();
  const percent = (match: RegExpExecArray | null): number | undefined => {
    const number = match?.groups?.["n"] ?? match?.groups?.["m"];
    return number === undefined ? undefined : Number(number.replace(",", ".")) / 100;
  };
  const [more, less] = [percent(grammar.more.exec(text)), percent(grammar.less.exec(text))];
  if (more !== undefined) return { factor: 1 + more };
  if (less !== undefined) return { factor: 1 - less };
  const factor = grammar.factors.find(([pattern]) => pattern.test(text))?.[1];
  if (factor !== undefined) return { factor };
  const length = grammar.late.exec(text)?.groups?.["length"];
  const months =
    length === undefined ? undefined : grammar.delays.find(([pattern]) => pattern.test(length))?.[1];
  return months === undefined ? undefined : { months };
}

/**
 * The groups of streams that a driver may change: all of a side where it is called so, any of those that share most words
 * with it; none where it names none.
 */
export function streamsOf(
  language: Language,
  driver: string,
  { streams }: CashCase,
): readonly (readonly Valued[])[] {
  const { drivers: grammar } = language;
  const name = driver.replace(/[+\-−–±]?\s?\d+(?:[.,]\d+)?\s?%/gu, "").trim();
  const shared = streams.map((stream) => sharedWords(language, name, stream.name).length);
  const most = Math.max(0, ...shared);
  if (grammar?.costs.test(name)) return [streams.filter(({ side }) => side === "costs")];
  if (grammar?.benefits.test(name)) return [streams.filter(({ side }) => side === "benefits")];
  const said = new Set(language.contentWords(name)).size;
  // One word of three may be of anything: claims decided from photos are no photo platform.
  return most === 0 || most * 2 < said ? [] : groups(streams.filter((_stream, n) => shared[n] === most));
}

/** The one number of a label, with its unit; undefined for shares, which may be of anything, and for no or two numbers. */
export function levelOf(language: Language, label: string): Quantity | undefined {
  const found = language.numbersIn(label);
  const [only] = found;
  return found.length === 1 && only !== undefined && !only.share && only.unit !== "%" && only.value > 0
    ? only
    : undefined;
}

/** The number of a level that is known to be one, whatever its unit. */
export function declaredLevel(language: Language, text: string): Quantity | undefined {
  const [only, ...more] = language.numbersIn(text);
  return only !== undefined && more.length === 0 ? only : undefined;
}

/** Words behind the numbers of two labels are those of one unit. */
export const oneUnit = (one: Quantity, other: Quantity): boolean =>
  one.unit === other.unit && (one.unit !== "" || (one.noun[0] ?? "") === (other.noun[0] ?? ""));
