import { expect, test } from "vitest";
import arial from "../../src/text/metrics/arial.json" with { type: "json" };
import calibri from "../../src/text/metrics/calibri.json" with { type: "json" };

interface Metrics {
  readonly characters: string;
  readonly faces: Record<string, unknown>;
}
const generator = new URL("../../scripts/metrics.mjs", import.meta.url).href;
const { metricsOf } = (await import(generator)) as {
  metricsOf: (family: string, styles: readonly string[]) => Metrics;
};

test.each([
  ["calibri", "bold", calibri],
  ["arial", "italic", arial],
] as const)("the table of %s %s is what its font gives", (family, style, committed) => {
  const fresh = metricsOf(family, [style]);
  expect(fresh.characters).toBe(committed.characters);
  expect(fresh.faces[style]).toEqual(committed.faces[style]);
});
