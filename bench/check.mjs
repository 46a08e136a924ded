// Checks 200 bundles of 100 kB in one command: time and memory per bundle. `--write` puts the results into README.md.
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "jsonc-parser";

const ROOT = join(import.meta.dirname, "..");
const SAMPLE = "sepsis-at-the-ward-door.json";
const SIZE = 100_000;
/** What each costs, and whether memory grows with their number. `--counts 1,20` tries fewer. */
const given = process.argv[process.argv.indexOf("--counts") + 1];
const COUNTS = process.argv.includes("--counts") ? given.split(",").map(Number) : [1, 20, 200];

const sample = parse(readFileSync(join(ROOT, "samples", SAMPLE), "utf8"), [], { allowTrailingComma: true });

/** Parts of a bundle whose items can stand there twice, once their ids differ. */
const REPEATED = ["metrics", "charts", "quotes", "objections", "glossary", "risks"];
const idsOf = (bundle) =>
  new Set(REPEATED.flatMap((part) => (bundle[part] ?? []).flatMap(({ id }) => id ?? [])));

/** The sample with its evidence and objections again, under other ids, until it has the size. */
function enlarged(n) {
  const bundle = structuredClone(sample);
  bundle.title = `${sample.title} (${n})`;
  const ids = idsOf(sample);
  for (let copy = 2; JSON.stringify(bundle, undefined, 2).length < SIZE; copy++) {
    const rename = (value) => {
      if (typeof value === "string") return ids.has(value) ? `${value}-${copy}` : value;
      if (Array.isArray(value)) return value.map(rename);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, rename(each)]));
    };
    for (const part of REPEATED) {
      for (const item of sample[part] ?? []) {
        if (JSON.stringify(bundle, undefined, 2).length >= SIZE) break;
        const more = rename(item);
        for (const field of ["message", "objection", "term", "risk", "name"])
          if (typeof more[field] === "string") more[field] = `${more[field].replace(/\.$/, "")} (${copy})`;
        bundle[part].push(more);
      }
    }
  }
  return bundle;
}

const folder = mkdtempSync(join(tmpdir(), "foredeck-bench-"));
try {
  cpSync(join(ROOT, "samples", "data"), join(folder, "data"), { recursive: true });
  const report = join(folder, "usage.cjs");
  writeFileSync(
    report,
    `if (require("node:worker_threads").isMainThread) process.on("exit", () => { const u = process.resourceUsage(); require("node:fs").writeSync(3, JSON.stringify({ cpu: (u.userCPUTime + u.systemCPUTime) / 1000, memory: u.maxRSS / 1024 })); });`,
  );
  const rows = COUNTS.map((count) => {
    const files = Array.from({ length: count }, (_, n) => `b${n}.json`);
    for (const [n, file] of files.entries())
      writeFileSync(join(folder, file), JSON.stringify(enlarged(n), undefined, 2));
    const began = performance.now();
    const ran = spawnSync(
      process.execPath,
      ["--require", report, join(ROOT, "dist/cli/main.js"), "check", ...files, "--format", "json"],
      { cwd: folder, maxBuffer: 1e9, stdio: ["ignore", "pipe", "inherit", "pipe"] },
    );
    const passed = performance.now() - began;
    const { bundles, errors, warnings } = JSON.parse(ran.stdout.toString());
    if (bundles.length !== count || bundles.some(({ rules }) => rules !== "all"))
      throw new Error("not every bundle was checked to its end");
    const { cpu, memory } = JSON.parse(ran.output[3].toString());
    process.stderr.write(`${count}: ${Math.round(passed)} ms, ${errors} errors, ${warnings} warnings\n`);
    return { count, passed, cpu, memory };
  });
  const ms = (value) => `${Math.round(value)} ms`;
  const table = [
    `Bundles of ${SIZE / 1000} kB, made of \`${SAMPLE}\`. ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.`,
    "",
    "| Bundles in one command | time passed | a bundle | processor time a bundle | most memory |",
    "| ---------------------- | ----------- | -------- | ----------------------- | ----------- |",
    ...rows.map(
      ({ count, passed, cpu, memory }) =>
        `| ${count} | ${(passed / 1000).toFixed(1)} s | ${ms(passed / count)} | ${ms(cpu / count)} | ${Math.round(memory)} MB |`,
    ),
  ].join("\n");
  process.stdout.write(`${table}\n`);
  if (process.argv.includes("--write")) {
    const readme = join(ROOT, "bench", "README.md");
    const text = readFileSync(readme, "utf8");
    writeFileSync(
      readme,
      text.replace(/<!-- check -->[\s\S]*<!-- \/check -->/, `<!-- check -->\n${table}\n<!-- /check -->`),
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
