// Processor time of whole processes about a deck that was sent: `changed`, and `pull` of the deck as it came back, beside
// `check` of the same bundle, all in turn in one run. `--write` puts the results into README.md.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { middle } from "./results.mjs";

const ROOT = join(import.meta.dirname, "..");
const NAME = "customer-listening";
const ROUNDS = 7;
const folder = mkdtempSync(join(tmpdir(), "foredeck-bench-"));

/** Milliseconds of processor time of one command. */
const cold = (...args) => {
  const ran = spawnSync(
    process.execPath,
    ["--import", join(import.meta.dirname, "cpu.mjs"), join(ROOT, "dist/cli/main.js"), ...args],
    { cwd: folder, stdio: ["ignore", "ignore", "inherit", "pipe"] },
  );
  if (ran.status !== 0) throw new Error(`${args.join(" ")} ended with ${ran.status ?? ran.signal}`);
  return Number(ran.output[3]);
};

try {
  cpSync(join(ROOT, "test", "bundles"), folder, { recursive: true });
  const bundle = join(folder, `${NAME}.json`);
  cold("send", `${NAME}.json`, "--anyway", "To be measured", "--quiet");
  const text = readFileSync(bundle, "utf8");
  const [, version] = /"version": "([^"]+)"/.exec(text) ?? [];
  writeFileSync(bundle, text.replace(`"version": "${version}"`, '"version": "9.0"'));
  const deck = join(`${NAME}.sent`, version, `${NAME}-${version}.pptx`);
  const commands = {
    check: ["check", `${NAME}.json`],
    changed: ["changed", `${NAME}.json`],
    pull: ["pull", `${NAME}.json`, deck],
  };
  const times = { check: [], changed: [], pull: [] };
  // The first round fills the caches of the disk and is not counted.
  for (let round = 0; round <= ROUNDS; round++)
    for (const [name, args] of Object.entries(commands)) {
      const took = cold(...args);
      if (round > 0) times[name].push(took);
    }
  const ms = (value) => `${Math.round(value)} ms`;
  const table = [
    `\`${NAME}.json\`, ${ROUNDS} rounds, whole processes in turn. ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.`,
    "",
    "| Processor time | median | least to most | to that of `check`, round by round |",
    "| -------------- | ------ | ------------- | ---------------------------------- |",
    ...Object.entries(times).map(([name, all]) => {
      const ratio = middle(all.map((took, n) => took / times.check[n])).toFixed(2);
      return `| \`${name}\` | ${ms(middle(all))} | ${ms(Math.min(...all))} to ${ms(Math.max(...all))} | ${ratio} |`;
    }),
  ].join("\n");
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) {
    const readme = join(ROOT, "bench", "README.md");
    const before = readFileSync(readme, "utf8");
    const marked = /<!-- conversation -->[\s\S]*<!-- \/conversation -->/;
    writeFileSync(readme, before.replace(marked, `<!-- conversation -->\n${table}\n<!-- /conversation -->`));
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
