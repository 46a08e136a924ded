import { expect, test } from "vitest";
import { resolveLocale } from "../../src/locales/index.ts";
import { parseMarkup } from "../../src/locales/markup.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";

/** Analysts end some sentences with a full stop and some without; what is printed ends with one. */
test.each([
  ["Bookings come in as they did", "Assumption: Bookings come in as they did."],
  ["Bookings come in as they did.", "Assumption: Bookings come in as they did."],
  ["**Bookings** come in **as they did.**", "Assumption: Bookings come in as they did."],
  ["[Bookings come in as they did.](https://example.com/a?b=1)", "Assumption: Bookings come in as they did."],
  ["**[Bookings come in as they did.](https://example.com/)**", "Assumption: Bookings come in as they did."],
  ["About 4.2 million", "Assumption: About 4.2 million."],
])("%s", (assumption, expected) => {
  const locale = resolveLocale("en-GB");
  if (locale === undefined) throw new Error("no en-GB");
  expect(createPhrasebook(locale).words("meaning.assumption", { assumption: parseMarkup(assumption) })).toBe(
    expected,
  );
});
