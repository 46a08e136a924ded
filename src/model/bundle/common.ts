import { z } from "zod";

/** The building blocks of the bundle's schema. Every description is read by people: editors show it, docs/bundle.md prints it. */

export const Id = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
  .describe("A name for this item, unique over the whole bundle: a letter, then letters, digits, - or _.");

export const Ref = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
  .describe("The id of another item of this bundle.");

/** A human sentence: may hold **bold**, *italic*, [text](https://…) and {{figures}}. */
export const Sentence = z
  .string()
  .min(1)
  .max(2_000)
  .describe(
    "A sentence. It may contain **bold**, *italic*, [text](https://…) and figures such as {{churn.latest}}.",
  );

/** Length of a test, and how many a part may carry. */
export const TEST_LENGTH = 500;
export const MOST_TESTS = 8;

/** Tests of the claim beside them, which `check` judges by the figures; `src/claims/` reads them. */
export const Holds = z
  .array(z.string().min(1).max(TEST_LENGTH))
  .min(1)
  .max(MOST_TESTS)
  .describe(
    'Tests of the claim, each a condition on the figures: churn.latest > churn.first, causes["Late"] == max(causes), every(churn, value > previous). `foredeck check` reports one that is false.',
  );

/** A short plain name: no markup, no expressions. */
export const Name = z.string().min(1).max(200).describe("A short name, plain text.");

export const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A date as year-month-day, for example 2026-11-18.");

export const Period = z
  .string()
  .regex(/^\d{4}(-(H[12]|Q[1-4]|W(0[1-9]|[1-4]\d|5[0-3])|(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?))?$/)
  .describe(
    "A year 2026, half-year 2026-H1, quarter 2026-Q3, month 2026-10, week 2026-W41 or day 2026-10-05.",
  );

export const VALUE_KINDS = ["actual", "plan", "forecast", "estimate"] as const;
export const ValueKind = z
  .enum(VALUE_KINDS)
  .describe(
    "actual: it happened; plan: it was decided; forecast: it is expected; estimate: it is a judgement.",
  );
export type ValueKind = z.infer<typeof ValueKind>;

export const SCALES = ["thousand", "million", "billion"] as const;
export const Scale = z
  .enum(SCALES)
  .describe("Shows numbers in thousands, millions or billions. Values stay unscaled in the bundle.");
export type Scale = z.infer<typeof Scale>;

/** Powers of ten of the scales. */
export const SCALE_POWERS: Readonly<Record<Scale, number>> = { thousand: 3, million: 6, billion: 9 };

/** Scales that numbers are said in: those of bundles, and those that a language counts in by itself: 万, 億, 兆. */
export type ScaleName = Scale | "ten-thousand" | "hundred-million" | "trillion";

export const Unit = z
  .string()
  .min(1)
  .max(40)
  .describe(
    "%, pp (percentage points), an ISO 4217 currency such as EUR, days, or any word such as tickets.",
  );

/** Digits after the decimal mark. */
export const Decimals = z.int().min(0).max(6);

export const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .describe("An ISO 4217 currency code, for example EUR.");

/** Finite by zod's own rule: NaN and infinity are refused. */
export const Num = z.number().min(-1e15).max(1e15);
