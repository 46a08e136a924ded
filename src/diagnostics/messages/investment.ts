import type { Diagnostic } from "../diagnostic.ts";
import { type At, error, quoted, thereAre } from "../make.ts";

/** Messages about changes of an investment: its sensitivity, drivers and scenarios. */

/** `side` is "costs" or "benefits"; `other` is the side that does have a stream of the name. */
export const unknownStream = (
  at: At,
  name: string,
  side: string,
  near: string | undefined,
  known: readonly string[],
  other: string | undefined,
): Diagnostic =>
  error("bundle/unknown-stream", at, `None of the ${side} of the investment is called ${quoted(name)}.`, {
    hint:
      other !== undefined
        ? `It is one of the ${other}: name it under "${other}".`
        : near === undefined
          ? thereAre(known)
          : `Did you mean ${quoted(near)}?`,
  });

export const changesNothing = (at: At): Diagnostic =>
  error("bundle/change", at, "No costs or benefits are named here.", {
    hint: 'Name them: "costs": ["…"], "benefits": ["…"], or "all" in place of a list.',
  });

export const changesNoHow = (at: At): Diagnostic =>
  error("bundle/change", at, "The change does not say what becomes of the costs or benefits.", {
    hint: 'Add "times" (a factor), "later" (a number of periods) or "plus" (an amount a period).',
  });

/** `field` stands beside a driver, or without one. */
export const changeMixed = (at: At, field: string): Diagnostic =>
  error("bundle/change", at, `A change of a driver cannot have ${quoted(field)}.`, {
    hint: "The driver itself names its costs and benefits. Write what else changes as a change of its own.",
  });

export const valueWithoutDriver = (
  at: At,
  driver: string | undefined,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error(
    "bundle/change",
    at,
    driver === undefined
      ? "The value is of no driver."
      : `A value needs a driver of investment.drivers, and none has the id ${quoted(driver)}.`,
    {
      hint:
        near !== undefined
          ? `Did you mean ${quoted(near)}?`
          : known.length > 0
            ? thereAre(known)
            : 'Add one: "drivers": [{ "id": "price", "name": "Price", "value": 30, "costs": ["…"] }], or say with "changes" what is different.',
    },
  );

export const driverWithoutValue = (at: At, driver: string): Diagnostic =>
  error("bundle/missing-field", at, `The level of ${quoted(driver)} is missing.`, {
    hint: 'Add "value".',
  });

export const driverTwice = (at: At, driver: string): Diagnostic =>
  error("bundle/change", at, `${quoted(driver)} changes twice.`, { hint: "Keep one of its two values." });

export const outcomeUnknown = (at: At, driver: string): Diagnostic =>
  error("bundle/missing-field", at, `What becomes of the case is missing at this end of ${quoted(driver)}.`, {
    hint: 'Add "value" (the level of a driver), "changes" (what is different), or "npv" (the net present value itself).',
  });

export const outcomeTwice = (at: At): Diagnostic =>
  error("bundle/change", at, "An end has a value or changes, and here it has both.", {
    hint: 'Keep one of the two; "changes" may hold the driver with its value among others.',
  });

export const outcomeUnnamed = (at: At, driver: string): Diagnostic =>
  error("bundle/missing-field", at, `The label of this end of ${quoted(driver)} is missing.`, {
    hint: 'Say in a few words what the driver is here: "label": "A quarter more".',
  });

export const driverAtZero = (at: At, name: string, zero: number): Diagnostic =>
  error(
    "bundle/change",
    at,
    `${quoted(name)} has the value ${zero}, at which its costs and benefits would be zero.`,
    {
      hint: "value is the level that their amounts were computed with; zero is the one at which they vanish.",
    },
  );

export const laterThanAll = (at: At, later: number, periods: number): Diagnostic =>
  error(
    "bundle/change",
    at,
    `${later} periods later nothing is left: the investment has ${periods} ${periods === 1 ? "period" : "periods"}.`,
    { hint: 'Count in the periods of the investment ("period"): with years, one year later is 1.' },
  );

export const paysForNothing = (at: At): Diagnostic =>
  error(
    "bundle/missing-field",
    at,
    "The ask names costs of an investment, but the bundle has no investment.",
    {
      hint: 'Add "investment" with its costs, or remove pays.',
    },
  );

export const paysOutside = (at: At, until: string, first: string, last: string): Diagnostic =>
  error(
    "bundle/range",
    at,
    `${quoted(until)} is no period of the investment, which has ${first} to ${last}.`,
  );

/** A net present value that was written, and the one that the changes beside it give; both as the deck writes amounts. */
export const npvDiffers = (
  at: At,
  driver: string,
  label: string,
  given: string,
  computed: string,
): Diagnostic =>
  error(
    "bundle/npv-differs",
    at,
    `${quoted(label)} of ${quoted(driver)} has a net present value of ${given}, but its changes give ${computed}.`,
    {
      why: "Finance recomputes it before the meeting; two numbers for one thing cost trust in both.",
      hint: "Leave npv out, and it is computed; or correct what changes.",
    },
  );
