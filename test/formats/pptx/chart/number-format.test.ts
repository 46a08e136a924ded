import { expect, test } from "vitest";
import { numberFormat } from "../../../../src/formats/pptx/chart/number-format.ts";

const code = (format: string, identifier?: string) =>
  numberFormat(format, identifier).attributes["formatCode"];

test.each(["#,##0.00", '0.0"%";"−"0.0"%"', "General"])("%s is English's own form", (format) => {
  expect(code(format)).toBe(format);
});

test.each([
  ["#,##0.00", "[$-40B]#,##0.00"],
  ['0.0" %";"−"0.0" %"', '[$-40B]0.0" %";[$-40B]"−"0.0" %"'],
  ['0" ; of";\\;0', '[$-40B]0" ; of";[$-40B]\\;0'],
  ["General", "General"],
])("%s names the language in each section", (format, expected) => {
  expect(code(format, "40B")).toBe(expected);
});
