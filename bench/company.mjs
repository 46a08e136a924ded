// Times the thirty decks of one company, each bundle extending one shared file, against the same thirty with all of it
// written in each: whole processes, in turn, so that both meet the same weather. Then the shared file is changed, and a
// bundle. Nothing is asserted about time: a slow machine is not a defect; that both give the same decks is.
//
//   npm run build && node bench/company.mjs [--count 30] [--rounds 5] [--write]
//
// --write puts the results into bench/README.md, between its markers.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { parse } from "jsonc-parser";
import { putResult, range } from "./results.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const main = join(root, "dist", "cli", "main.js");
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "30" },
    rounds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
  },
});
const count = Number(options.count);
const scratch = mkdtempSync(join(tmpdir(), "foredeck-bench-"));
const whole = parse(readFileSync(join(root, "samples", "minimal.json"), "utf8"), [], {
  allowTrailingComma: true,
});

/** Parts that a company has in common; the bundle keeps the rest. */
const SHARED = ["organisation", "currency", "contact", "goals", "stakeholders", "sources", "rules"];
const pick = (keep) => Object.fromEntries(Object.entries(whole).filter(([field]) => keep(field)));
const company = pick((field) => SHARED.includes(field));
const own = pick((field) => !SHARED.includes(field) && field !== "$schema");

for (const side of ["extending", "whole"]) mkdirSync(join(scratch, side));
writeFileSync(join(scratch, "extending", "company.json"), JSON.stringify(company, null, 2));
writeFileSync(join(scratch, "extending", "foredeck.config.json"), "{}");
for (let n = 0; n < count; n++) {
  const name = `deck-${String(n).padStart(2, "0")}.json`;
  const metrics = own.metrics.map((metric) => ({
    ...metric,
    name: metric.id === "later" ? `${metric.name}, offer ${n + 1}` : metric.name,
  }));
  const deck = { ...own, metrics };
  const extending = { extends: "./company.json", ...deck };
  writeFileSync(join(scratch, "extending", name), JSON.stringify(extending, null, 2));
  writeFileSync(join(scratch, "whole", name), JSON.stringify({ ...company, ...deck }, null, 2));
}

/** Builds the decks of a folder: milliseconds of processor time, and the last line that the program writes. */
function build(side, ...more) {
  const child = spawnSync(
    process.execPath,
    ["--import", join(here, "cpu.mjs"), main, "build", ...bundles(side), "--out-dir", "decks", ...more],
    {
      cwd: join(scratch, side),
      env: { ...process.env, FOREDECK_CACHE_DIR: join(scratch, `cache-${side}`), NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "pipe", "pipe"],
    },
  );
  if (child.status !== 0) throw new Error(`${side}: ${child.stderr}${child.stdout}`);
  const lines = `${child.stdout}${child.stderr}`.trim().split("\n");
  return { time: Number(child.output[3]), said: lines.at(-1) };
}
const bundles = (side) => readdirSync(join(scratch, side)).filter((name) => /^deck-\d+\.json$/.test(name));
const decks = (side) => readdirSync(join(scratch, side, "decks")).filter((name) => name.endsWith(".pptx"));

try {
  const times = { extending: [], whole: [] };
  for (let round = 0; round < Number(options.rounds); round++)
    for (const side of round % 2 === 0 ? ["extending", "whole"] : ["whole", "extending"])
      times[side].push(build(side, "--no-cache", "--force").time);
  for (const name of decks("whole")) {
    const [a, b] = ["extending", "whole"].map((side) => readFileSync(join(scratch, side, "decks", name)));
    if (Buffer.compare(a, b) !== 0) throw new Error(`${name} is not the same deck`);
  }
  rmSync(join(scratch, "extending", "decks"), { recursive: true });
  build("extending");
  const again = build("extending");
  const edited = JSON.parse(readFileSync(join(scratch, "extending", bundles("extending")[0]), "utf8"));
  writeFileSync(
    join(scratch, "extending", bundles("extending")[0]),
    JSON.stringify({ ...edited, subtitle: "Edited" }, null, 2),
  );
  const one = build("extending");
  writeFileSync(
    join(scratch, "extending", "company.json"),
    JSON.stringify({ ...company, organisation: "Another name" }, null, 2),
  );
  const all = build("extending");

  const ratios = times.extending.map((time, n) => time / times.whole[n]);
  const result = [
    `${count} bundles that extend one file, ${decks("whole").length} decks with the same bytes as those of ${count} bundles that hold all of it. Processor time of a whole process, ${options.rounds} rounds in turn: ${range(times.extending)} ms against ${range(times.whole)} ms; pair by pair ${range(ratios, 2)} times as much. Load ${loadavg()[0].toFixed(1)}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.`,
    "",
    `- Again, nothing changed: "${again.said}"`,
    `- One bundle changed: "${one.said}"`,
    `- The shared file changed: "${all.said}"`,
  ].join("\n");
  console.log(result);
  if (options.write) putResult("company", result);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
