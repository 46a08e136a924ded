// Times building one bundle on a company's template against building it on a theme: whole processes, in turn, so that
// both meet the same weather. Nothing is asserted: a slow machine is not a defect.
//
//   npm run build && node bench/template.mjs [company.potx] [--rounds 10] [--write]
//
// Without a file, the template is a deck of our own that was learned. --write puts the results into bench/README.md.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { putResult, range } from "./results.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const main = join(here, "..", "dist", "cli", "main.js");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean", default: false }, rounds: { type: "string", default: "10" } },
});
const bundle = join(here, "..", "test", "bundles", "customer-listening.json");
const scratch = mkdtempSync(join(tmpdir(), "foredeck-bench-"));

/** Milliseconds of processor time of one run of the program. */
const run = (...args) => {
  const child = spawnSync(process.execPath, ["--import", join(here, "cpu.mjs"), main, ...args], {
    stdio: ["ignore", "ignore", "pipe", "pipe"],
  });
  if (child.status !== 0) throw new Error(`${args.join(" ")}: ${child.stderr}`);
  return Number(child.output[3]);
};
const build = (name, ...more) =>
  run("build", bundle, "--no-cache", "--force", "--output", join(scratch, name), ...more);

try {
  const [own] = positionals;
  const template = join(scratch, "template.pptx");
  if (own === undefined) build("template.pptx");
  else copyFileSync(own, template);
  const contract = join(scratch, "template.json");
  const learn = run("template", "learn", template, "--output", contract);
  const times = { theme: [], template: [] };
  for (let round = 0; round < Number(options.rounds); round++)
    for (const side of round % 2 === 0 ? ["theme", "template"] : ["template", "theme"])
      times[side].push(side === "theme" ? build("a.pptx") : build("b.pptx", "--template", contract));

  const ratios = times.template.map((time, n) => time / times.theme[n]);
  const result = `Processor time of a whole process, ${options.rounds} rounds in turn, ${own === undefined ? "on a deck of our own as the template" : "on a template that was given"}: ${range(times.theme)} ms on a theme, ${range(times.template)} ms on the template; pair by pair ${range(ratios, 2)} times as much. Learning it took ${learn.toFixed(0)} ms. Load ${loadavg()[0].toFixed(1)}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.`;
  console.log(result);
  if (options.write) putResult("template", result);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
