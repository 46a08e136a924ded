// Writes what is derived from the code: the JSON Schema of bundles, and the pages about its fields and the rules.
// A test fails when they drift.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { REFERENCES } from "../dist/read/references.js";
import { bundleSchema } from "../dist/read/schema.js";
import { RULES } from "../dist/rules/index.js";
import { measure } from "../dist/rules/measure.js";
import { rulesPage } from "../dist/rules/reference.js";
import { publishedSchema, referencePage, SAMPLES, sharedSchema } from "./reference.mjs";

const root = join(import.meta.dirname, "..");
const schema = publishedSchema(bundleSchema);
const samples = SAMPLES.map((name) => readFileSync(join(root, name), "utf8"));
const corpus = join(root, "test", "rules", "corpus");
const measured = readdirSync(corpus)
  .sort()
  .map((name) => measure(JSON.parse(readFileSync(join(corpus, name), "utf8"))));
const outputs = {
  "schema/foredeck.schema.json": `${JSON.stringify(sharedSchema(schema), undefined, 2)}\n`,
  "docs/bundle.md": referencePage(schema, REFERENCES, samples),
  "docs/rules.md": rulesPage(RULES, measured),
};
for (const [name, text] of Object.entries(outputs)) {
  writeFileSync(join(root, name), text);
  console.log(`${name}  ${text.length.toLocaleString("en-US")} characters`);
}
