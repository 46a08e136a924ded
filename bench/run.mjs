// Times a whole build of one bundle against a hand-written PptxGenJS script that writes as much: cold (a process a
// deck) and warm (many decks in one process), the two interleaved so that both meet the same weather. Nothing is
// asserted: a slow machine is not a defect.
//
//   npm run build && npm run bench [-- bundle.json] [--write] [--cold 10] [--warm 20]
//
// --write puts the results into bench/README.md, between its markers.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { byHand } from "./by-hand.mjs";
import { countOf, materialOf } from "./material.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..");
const main = join(root, "dist", "cli", "main.js");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: "boolean", default: false },
    cold: { type: "string", default: "10" },
    warm: { type: "string", default: "20" },
  },
});
if (!existsSync(main)) {
  console.error("dist/ is missing: npm run build");
  process.exit(2);
}
const file = resolve(positionals[0] ?? join(root, "test", "bundles", "customer-listening.json"));
const bytes = readFileSync(file);
const scratch = mkdtempSync(join(tmpdir(), "foredeck-bench-"));
const ours = join(scratch, "ours.pptx");
const theirs = join(scratch, "theirs.pptx");
const materialFile = join(scratch, "material.json");

const { compileBundle, createNodeHost, render } = await import("../dist/index.js");
const host = createNodeHost();
const source = { bytes, file: basename(file), root: dirname(file) };
const build = async () => render(await compileBundle(source, host), "pptx", host);

const compiled = await compileBundle(source, host);
const material = await materialOf(compiled.pages, async (name) => compiled.pictures[name].bytes);
writeFileSync(materialFile, JSON.stringify(material));
const count = countOf(material);

/** Milliseconds of one child process, from its start to its end and of processor time. */
const cold = (...args) => {
  const start = performance.now();
  const child = spawnSync(process.execPath, ["--import", join(here, "cpu.mjs"), ...args], {
    stdio: ["ignore", "ignore", "inherit", "pipe"],
  });
  const wall = performance.now() - start;
  if (child.status !== 0) throw new Error(`${args.join(" ")} ended with ${child.status ?? child.signal}`);
  return { wall, cpu: Number(child.output[3]) };
};
const warm = async (work) => {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
};

/** Runs both in turn, the order swapped each round; `skip` rounds are not counted. */
const interleave = async (rounds, skip, a, b) => {
  const times = { a: [], b: [] };
  for (let round = 0; round < rounds + skip; round++) {
    for (const side of round % 2 === 0 ? ["a", "b"] : ["b", "a"]) {
      const took = await (side === "a" ? a() : b());
      if (round >= skip) times[side].push(took);
    }
  }
  return times;
};

const coldTimes = await interleave(
  Number(options.cold),
  1,
  () => {
    // Neither an earlier deck nor the cache may spare it the work.
    rmSync(ours, { force: true });
    return cold(main, "build", file, "-o", ours, "--no-cache");
  },
  () => cold(join(here, "by-hand.mjs"), materialFile, theirs),
);
/** Whole processes of other commands, in turn, so that what a command loads is seen. */
const COMMANDS = { "node -e 0": ["-e", "0"], "--version": [main, "--version"], "--help": [main, "--help"] };
COMMANDS.check = [main, "check", file];
const starts = Object.fromEntries(Object.keys(COMMANDS).map((name) => [name, []]));
for (let round = 0; round < 5; round++)
  for (const [name, args] of Object.entries(COMMANDS)) starts[name].push(cold(...args));
const warmTimes = await interleave(
  Number(options.warm),
  5,
  () => warm(build),
  () => warm(() => byHand(material)),
);
const plain = [];
for (let round = 0; round < 5; round++)
  plain.push(await warm(() => byHand(material, { compression: false })));
const stages = await stagesOf();

const sorted = (list) => [...list].sort((x, y) => x - y);
const median = (list) => {
  const all = sorted(list);
  const middle = all.length >> 1;
  return all.length % 2 === 1 ? all[middle] : (all[middle - 1] + all[middle]) / 2;
};
const ms = (list) =>
  `${median(list).toFixed(0)} ms (${Math.min(...list).toFixed(0)}–${Math.max(...list).toFixed(0)})`;
const row = (name, { a, b }, clock) => {
  const [ours, theirs] = [a.map((time) => time[clock]), b.map((time) => time[clock])];
  const pairs = ours.map((time, n) => time / theirs[n]);
  const ratio = `${median(pairs).toFixed(2)} (${Math.min(...pairs).toFixed(2)}–${Math.max(...pairs).toFixed(2)})`;
  return [name, ms(ours), ms(theirs), ratio];
};
/** A Markdown table with its columns in line, as the formatter wants them. */
const table = ([head, ...rows]) => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((cells) => cells[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
};
const kB = (path) => `${Math.round(statSync(path).size / 1000)} kB`;

/** Where a warm build spends its time: each stage by itself, median of ten. */
async function stagesOf() {
  const steps = { compile: [], write: [] };
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    const made = await compileBundle(source, host);
    const middle = performance.now();
    await render(made, "pptx", host);
    steps.compile.push(middle - start);
    steps.write.push(performance.now() - middle);
  }
  return steps;
}

const report = `Deck: \`${basename(file)}\`, ${count.slides} slides, ${count.charts} native charts, ${count.tables} tables, ${count.pictures} pictures, about ${count.words} words.
Machine: ${cpus()[0]?.model.trim() ?? "unknown"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.versions.node}, ${process.platform} ${process.arch}; ${new Date().toISOString().slice(0, 10)}.

${table([
  ["", "Foredeck", "PptxGenJS by hand", "ratio, pair by pair"],
  row(`Cold, a process a deck, ${coldTimes.a.length} rounds: time passed`, coldTimes, "wall"),
  row("… processor time", coldTimes, "cpu"),
  row(`Warm, decks in one process, ${warmTimes.a.length} rounds: time passed`, warmTimes, "wall"),
  row("… processor time", warmTimes, "cpu"),
  ["File", kB(ours), kB(theirs), ""],
])}

Median, and smallest to largest in parentheses; load of the machine at the end ${loadavg()[0].toFixed(1)}.

${table([
  ["Cold, 5 rounds", "time passed", "processor time"],
  ...Object.entries(starts).map(([name, took]) => [
    `\`${name}\``,
    ms(took.map(({ wall }) => wall)),
    ms(took.map(({ cpu }) => cpu)),
  ]),
])}

By hand without compression: ${ms(plain.map(({ cpu }) => cpu))} of processor time, warm. A warm build is ${ms(stages.compile)} from the bundle's text to finished pages and ${ms(stages.write)} to write them.
`;
process.stdout.write(report);
rmSync(scratch, { recursive: true, force: true });

if (options.write) {
  const readme = join(here, "README.md");
  const text = readFileSync(readme, "utf8");
  const marked = /(<!-- results -->\n)[\s\S]*?(<!-- \/results -->)/;
  if (!marked.test(text)) throw new Error("bench/README.md has lost its markers");
  writeFileSync(
    readme,
    text.replace(marked, (_, open, close) => `${open}${report}${close}`),
  );
}
