import { expect, test } from "vitest";
import { formatted, numberMarksOf } from "../../../src/formats/reading/number.ts";

test.each([
  [14.9, '0.0"%"', "14.9%"],
  [-0.9, '0.0"%"', "−0.9%"],
  [420_000, '#,##0,"k"', "420k"],
  [1_234_567, "#,##0", "1,234,567"],
  [-1234.5, '#,##0.0;"−"#,##0.0', "−1,234.5"],
  [0.4, '"+"0.0;"−"0.0;0.0', "+0.4"],
  [0, '"+"0.0;"−"0.0;0.0', "0.0"],
  [-1.44, "+0.0;-0.0", "-1.4"],
  [-0.04, "0.0", "0.0"],
  [-0.04, '0.0"%";"−"0.0"%"', "0.0%"],
  [-0.04, '"+"0.0;"−"0.0;0.0', "0.0"],
  [0.04, '"+"0.0;"−"0.0;0.0', "0.0"],
  [-400, '#,##0,"k";"−"#,##0,"k"', "0k"],
  [0.25, "0%", "25%"],
  [3, "General", "3"],
  [1, '0" ; of"', "1 ; of"],
])("%d as %s reads %s", (value, code, text) => {
  expect(formatted(value, code, numberMarksOf("en-GB"))).toBe(text);
});

test.each([
  [14.9, '0.0"\u00a0%"', "14,9\u00a0%"],
  [1_234_567.5, "#,##0.0", "1\u00a0234\u00a0567,5"],
  [3.25, "General", "3,25"],
])("%d as %s has the marks of Finnish: %s", (value, code, text) => {
  expect(formatted(value, code, numberMarksOf("fi-FI"))).toBe(text);
});
