import { expect, test } from "vitest";
import { says } from "./says.ts";

const why = (complication: string, situation = "Most customers call.") => ({
  why: { statement: "Customers leave.", situation, complication },
});
const said = (complication: string, situation?: string, locale = "en-GB") =>
  says("why/change", { locale, ...why(complication, situation) });

test.each([
  "Since spring nobody answers.",
  "But nobody answers after four.",
  "Twelve callers in a hundred hang up.",
  "Queues have grown.",
  "More callers hang up.",
  "The old exchange is no longer made.",
  "The supplier closed its workshop.",
])("%s", (complication) => expect(said(complication)).toEqual([]));

test.each([
  ["Nobody likes waiting on the phone.", "en-GB"],
  ["The stairs are steep and the corridor is dark.", "en-GB"],
  ["Queues are a nuisance for all of us.", "en-GB"],
  ["Jonottaminen on ikävää.", "fi-FI"],
])("%s tells of no change", (complication, locale) =>
  expect(said(complication, undefined, locale)).toHaveLength(1),
);

test.each([
  ["The quality of milk has fallen since spring.", "The quality of milk has stayed high.", "en-GB", 1],
  ["Rents have risen.", "Rents are falling.", "en-GB", 1],
  ["Laatu on heikentynyt keväästä.", "Laatu on pysynyt korkeana.", "fi-FI", 1],
  ["Rents have risen.", "Rents fell until 2020.", "en-GB", 0],
  ["Rents have risen.", "Wages are falling.", "en-GB", 0],
  ["Rents in the north have risen.", "Rents in the south are falling.", "en-GB", 0],
  ["The quality of milk has fallen since spring.", "The price of milk has stayed high.", "en-GB", 0],
] as const)("%s after: %s", (complication, situation, locale, count) => {
  expect(said(complication, situation, locale)).toHaveLength(count);
});
