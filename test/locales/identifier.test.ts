import { expect, test } from "vitest";
import { LOCALES, resolveLocale } from "../../src/locales/index.ts";

// The numbers of native charts are in the form of English wherever no language is named.
test.each(Object.values(LOCALES).map((words) => [words.tag, words.numbers] as const))(
  "%s has an identifier where its numbers have other marks than in English",
  (_, { decimal, group, identifier }) => {
    expect(identifier !== undefined).toBe(decimal !== "." || group !== ",");
    expect(identifier ?? "0").toMatch(/^[0-9A-F]+$/);
  },
);

test("a language is named for its other regions too", () => {
  expect(resolveLocale("fi-SE")?.numberLanguage).toBe("40B");
  expect(resolveLocale("en-ZW")?.numberLanguage).toBeUndefined();
});
