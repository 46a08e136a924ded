import { expect, test } from "vitest";
import { quoted } from "../../src/diagnostics/make.ts";

test.each([
  ["short", '"short"'],
  ["x".repeat(60), `"${"x".repeat(60)}"`],
  ["x".repeat(61), `"${"x".repeat(59)}…"`],
  ["😀".repeat(60), `"${"😀".repeat(60)}"`],
  ["😀".repeat(61), `"${"😀".repeat(59)}…"`],
])("a text is quoted as far as 60 characters: %#", (text, said) => {
  expect(quoted(text)).toBe(said);
});

test("of a text of megabytes, only the beginning is looked at", () => {
  const huge = new Proxy(new String("x".repeat(5_000_000)), {
    get: (text, name) => {
      if (name === Symbol.iterator) throw new Error("went through all of it");
      const own = Reflect.get(text, name) as unknown;
      return typeof own === "function" ? own.bind(text) : own;
    },
  }) as unknown as string;
  expect(quoted(huge)).toBe(`"${"x".repeat(59)}…"`);
});
