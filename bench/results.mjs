// Numbers of several rounds in words, and the place of a result in bench/README.md.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const README = join(dirname(fileURLToPath(import.meta.url)), "README.md");

/** The median: of an even number, the upper of the two in the middle. */
export const middle = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** "12 (10–15)": the median, and the smallest and largest in parentheses. */
export const range = (list, digits = 0) =>
  `${middle(list).toFixed(digits)} (${Math.min(...list).toFixed(digits)}–${Math.max(...list).toFixed(digits)})`;

/** Puts a result between the markers of this name. */
export function putResult(name, result) {
  const text = readFileSync(README, "utf8");
  const markers = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  writeFileSync(
    README,
    text.replace(markers, (_all, from, to) => `${from}${result}\n${to}`),
  );
}
