// Writes src/text/phrases/ja.json, the table that tells where Japanese phrases end, from the model of BudouX. It runs once
// in a while, not in a build: the package brings dozens of others that only its own command line needs.
//
//   npm pack budoux && tar xzf budoux-*.tgz && node scripts/phrases.mjs package
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const from = resolve(process.argv[2] ?? "package");
const folder = join(import.meta.dirname, "..", "src", "text", "phrases");
const { version } = JSON.parse(readFileSync(join(from, "package.json"), "utf8"));
const { model } = createRequire(import.meta.url)(join(from, "dist", "data", "models", "ja.js"));
const lines = Object.entries(model)
  .sort(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, weights]) => `${JSON.stringify(name)}: ${JSON.stringify(weights)}`);
const generated = `by scripts/phrases.mjs from the Japanese model of BudouX ${version}; do not edit`;
writeFileSync(
  join(folder, "ja.json"),
  `{"generated": ${JSON.stringify(generated)},\n${lines.join(",\n")}}\n`,
);
