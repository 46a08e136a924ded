// Many decks in one run: how many a second and how much memory, beside the same loop over a hand-written PptxGenJS
// script (bench/by-hand.mjs); then once more, with nothing changed; then killed in the middle, and run again.
//
//   node bench/batch.mjs [--count 500] [--bundle bundle.json] [--jobs 2] [--write]
//
// Each bundle is the given one with other numbers. --write puts the results into bench/README.md, between its markers.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const main = join(root, "dist", "cli", "main.js");
const { values: options } = parseArgs({
  options: {
    count: { type: "string", default: "500" },
    bundle: { type: "string", default: join(root, "test", "bundles", "customer-listening.json") },
    jobs: { type: "string", default: String(availableParallelism()) },
    write: { type: "boolean", default: false },
  },
});
const count = Number(options.count);
const bundle = resolve(options.bundle);
const scratch = mkdtempSync(join(tmpdir(), "foredeck-batch-"));
const text = readFileSync(bundle, "utf8");
const loadBefore = loadavg()[0];

// The bundle's folder comes along, for its CSV files and pictures; the values of its metrics change.
cpSync(dirname(bundle), join(scratch, "in"), { recursive: true, filter: (from) => !/\.jsonc?$/.test(from) });
for (let n = 0; n < count; n++)
  writeFileSync(join(scratch, "in", `deck-${String(n).padStart(3, "0")}.json`), varied(n));

/** The bundle with other values: amounts some hundreds higher, the first rates some tenths. */
function varied(n) {
  return text.replace(/("value":\s*)(\d+(?:\.\d+)?)(?=[\s,}])/g, (whole, start, number) => {
    const value = Number(number);
    if (value >= 10_000) return start + (value + n * 100);
    return value > 15 && value < 20 ? start + (value + (n % 25) / 10).toFixed(1) : whole;
  });
}

/** Runs a program, with its memory looked at every 50 ms (the set that is in memory, with all its threads). */
function run(args, { killAfter } = {}) {
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: scratch,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, FOREDECK_CACHE_DIR: join(scratch, "cache"), NO_COLOR: "1" },
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
    if (killAfter !== undefined && out.split("\n").length > killAfter) child.kill("SIGKILL");
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const memory = [];
  const look = setInterval(() => {
    const file = `/proc/${child.pid}/status`;
    if (!existsSync(file)) return;
    const kB = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, "utf8"))?.[1]);
    if (kB > 0) memory.push({ done: out.split("\n").length - 1, mb: kB / 1024 });
  }, 50);
  return new Promise((done) => {
    child.on("close", (code, signal) => {
      clearInterval(look);
      done({ code, signal, out, err, seconds: (performance.now() - start) / 1000, memory });
    });
  });
}

/** Loaded into each thread: every two seconds, after a full collection, what is still in use of its heap, in MB. */
const heap = join(scratch, "heap.cjs");
const inUse = join(scratch, "heap.txt");
writeFileSync(
  heap,
  `const { isMainThread, threadId } = require("node:worker_threads");
require("node:v8").setFlagsFromString("--expose-gc");
const collect = require("node:vm").runInNewContext("gc");
if (!isMainThread) setInterval(() => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  require("node:fs").appendFileSync(${JSON.stringify(inUse)}, threadId + " " + (heapUsed + external) / 1048576 + "\\n");
}, 2000).unref();`,
);

const ours = ["build", "in", "--out-dir", "out", "--jobs", options.jobs];
const peak = ({ memory }) => Math.max(...memory.map(({ mb }) => mb));
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? Number.NaN;
/** Memory in the n-th tenth of the decks. */
const tenth = ({ memory }, n) =>
  median(memory.filter(({ done }) => Math.floor((done * 10) / count) === n).map(({ mb }) => mb));
const summary = ({ err }) => err.trim().split("\n").at(-1) ?? "";
const check = (what, holds) => {
  if (!holds) throw new Error(`${what} (see ${scratch})`);
};

const digest = (name) =>
  createHash("sha256")
    .update(readFileSync(join(scratch, "out", name)))
    .digest("hex");

const first = await run([main, ...ours]);
check(`the first run ended with ${first.code}: ${first.err.slice(-2000)}`, first.code === 0);
const decks = readdirSync(join(scratch, "out"));
check("not every deck was written", decks.length === count);
const bytes = new Map(decks.map((name) => [name, digest(name)]));
check("two decks are the same", new Set(bytes.values()).size === count);
const second = await run([main, ...ours]);
check("the second run built something", second.out.match(/unchanged/g)?.length === count);

rmSync(join(scratch, "cache"), { recursive: true });
rmSync(join(scratch, "out"), { recursive: true });
const killed = await run([main, ...ours], { killAfter: Math.ceil(count / 2) });
check("it was not killed", killed.signal === "SIGKILL");
const half = readdirSync(join(scratch, "out")).filter((name) => name.endsWith(".pptx"));
check(
  "a deck is not whole",
  half.every((name) => digest(name) === bytes.get(name)),
);
const resumed = await run(["--require", heap, main, ...ours]);
check("the run after the kill failed", resumed.code === 0);
const skipped = resumed.out.match(/unchanged/g)?.length ?? 0;
check("it began anew", skipped >= half.length);
const after = readdirSync(join(scratch, "out"));
check("something else was left", after.length === count);
check(
  "decks differ",
  after.every((name) => digest(name) === bytes.get(name)),
);

// The other side: the words, tables and series of our own finished pages, made ready before its clock starts.
const { compileBundle, createNodeHost } = await import("../dist/index.js");
const { materialOf } = await import("./material.mjs");
const host = createNodeHost();
const compiled = await compileBundle(
  { bytes: readFileSync(bundle), file: basename(bundle), root: dirname(bundle) },
  host,
);
const material = await materialOf(compiled.pages, async (name) => compiled.pictures[name].bytes);
mkdirSync(join(scratch, "by-hand"));
writeFileSync(join(scratch, "material.json"), JSON.stringify(material));
const loop = `import { readFileSync, writeFileSync } from "node:fs";
import { byHand } from ${JSON.stringify(join(here, "by-hand.mjs"))};
const material = JSON.parse(readFileSync("material.json", "utf8"));
for (let n = 0; n < ${count}; n++) {
  const page = { ...material, title: \`\${material.title} \${n}\` };
  writeFileSync(\`by-hand/\${n}.pptx\`, await byHand(page));
  console.log(n);
}`;
writeFileSync(join(scratch, "loop.mjs"), loop);
const byHand = await run([join(scratch, "loop.mjs")]);
check(`the hand-written loop failed: ${byHand.err}`, byHand.code === 0);

/** Of the first thread, through the whole run. */
const looks = readFileSync(inUse, "utf8")
  .split("\n")
  .filter((line) => line.startsWith("1 "))
  .map((line) => Number(line.slice(2)));
const third = Math.floor(looks.length / 3);
check("too short a run to see whether memory grows", third >= 2);

const rate = ({ seconds }) => (count / seconds).toFixed(2);
const mb = (value) => (Number.isNaN(value) ? "–" : `${value.toFixed(0)} MB`);
const table = ([head, ...rows]) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};
const row = (name, ran) => [
  name,
  `${ran.seconds.toFixed(1)} s`,
  rate(ran),
  mb(peak(ran)),
  mb(tenth(ran, 1)),
  mb(tenth(ran, 4)),
  mb(tenth(ran, 9)),
];
const report = `${count} bundles, each \`${basename(bundle)}\` with other numbers (${compiled.pages.pages.length} slides). ${cpus().length} cores, load ${loadBefore.toFixed(1)} before the run; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.

${table([
  ["", "time", "decks/s", "memory, peak", "in the second tenth", "in the fifth", "in the last"],
  row(`Foredeck, --jobs ${options.jobs}`, first),
  row("… again, nothing changed", second),
  row("PptxGenJS by hand, one loop", byHand),
])}

In use in a thread after a full collection, while the run after the kill built its ${count - skipped} decks (${looks.length} looks): ${median(looks.slice(0, third)).toFixed(1)} MB in the first third, ${median(looks.slice(-third)).toFixed(1)} MB in the last.
The second run said: "${summary(second)}".
Killed (SIGKILL) after ${half.length} decks: all of them whole. The next run found ${skipped} and built ${count - skipped}; every deck is the same, byte for byte, as without the kill.
`;
process.stdout.write(report);
rmSync(scratch, { recursive: true, force: true });

if (options.write) {
  const readme = join(here, "README.md");
  const marked = /(<!-- batch -->\n)[\s\S]*?(<!-- \/batch -->)/;
  const before = readFileSync(readme, "utf8");
  if (!marked.test(before)) throw new Error("bench/README.md has lost its markers");
  writeFileSync(
    readme,
    before.replace(marked, (_, open, close) => `${open}${report}${close}`),
  );
}
