import { expect, test } from "vitest";
import { datesIn, spanOf } from "../../src/rules/facts/said-dates.ts";
import { LANGUAGES, type Language } from "../../src/rules/languages/index.ts";

function languageOf(tag: string): Language {
  const found = LANGUAGES.find((language) => language.tag === tag);
  if (!found) throw new Error(tag);
  return found;
}

test.each([
  ["en", "on 15 January", "on", "2027-01-15", "2027-01-15"],
  ["en", "by the end of June 2027", "by", "2027-06-01", "2027-06-30"],
  ["en", "until September 15, 2027", "by", "2027-09-15", "2027-09-15"],
  ["en", "after 2 March 2027", "after", "2027-03-02", "2027-03-02"],
  ["fi", "ennen 18.12.2026", "before", "2026-12-18", "2026-12-18"],
  ["fi", "tammikuun loppuun mennessä", "by", "2027-01-01", "2027-01-31"],
  ["ja", "2027年1月15日まで", "by", "2027-01-15", "2027-01-15"],
])("in %s, “%s” is a date", (tag, text, tie, from, to) => {
  const [said] = datesIn(languageOf(tag), text);
  expect(said?.tie).toBe(tie);
  expect(said && spanOf(said, "2026-11-18")).toEqual({ from, to });
});

test.each([
  ["en", "It may go, and 5 may stay; May 5% of them"],
  ["en", "A march of 40 days to 31 February"],
  ["fi", "Kuukaudessa 3.5 prosenttia, 31. helmikuuta"],
])("in %s, “%s” is no date", (tag, text) => {
  expect(datesIn(languageOf(tag), text).filter(({ day }) => day !== undefined)).toEqual([]);
});
