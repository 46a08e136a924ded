// Times the preview from a save to the painted slide: the program as people start it, the contract bundle, and Chromium
// showing the slide that is edited. Nothing is asserted: a slow machine is not a defect.
//
//   npm run build && node bench/preview.mjs [--edits 30] [--chromium /usr/bin/chromium] [--note text] [--write]
//
// --write puts the results into bench/README.md, between its markers; --note says more about how they were come by.
import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: {
    edits: { type: "string", default: "30" },
    chromium: { type: "string", default: "/usr/bin/chromium" },
    note: { type: "string", default: "" },
    write: { type: "boolean", default: false },
  },
});
const NAME = "customer-listening.json";
const bundles = join(here, "..", "test", "bundles");
const contract = readFileSync(join(bundles, NAME), "utf8");
const cwd = mkdtempSync(join(tmpdir(), "foredeck-bench-"));
cpSync(bundles, cwd, { recursive: true });

const claim = /"claim": ("[^"{]+")/.exec(contract)?.[1];
const value = /"value": (\d+\.\d+)/.exec(contract)?.[1];
if (claim === undefined || value === undefined) throw new Error(`${NAME} has no claim or value to edit`);
/** What analysts do, and what tells that the slide shows it. */
const EDITS = [
  {
    what: "a sentence",
    page: (text) => text.includes(JSON.parse(claim)),
    edit: (n) => [
      contract.replace(claim, JSON.stringify(`Answering early keeps customers, edit ${n}`)),
      `edit ${n}`,
    ],
  },
  {
    what: "the title of the deck, which stands on every slide",
    page: () => true,
    edit: (n) => [contract.replace(/"title": "[^"]*"/, `"title": "Listen, then act ${n}"`), `then act ${n}`],
  },
];

/** Resolves to the time at which the slide has changed to hold the words, and that of the frame that shows them. */
const REDRAWN = `new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector("article.current svg").textContent.replace(/\\s+/g, " ").includes(WORDS)) return;
    seen.disconnect();
    const now = () => performance.timeOrigin + performance.now();
    const changed = now();
    requestAnimationFrame(() => setTimeout(() => resolve([changed, now()])));
  };
  const seen = new MutationObserver(look);
  seen.observe(document.querySelector("#stage"), { childList: true, subtree: true, characterData: true });
})`;

const program = spawn(process.execPath, [join(here, "..", "dist", "cli", "main.js"), "preview", NAME], {
  cwd,
  stdio: ["ignore", "pipe", "pipe"],
});
const lines = [];
program.stderr.on("data", (chunk) => lines.push(...String(chunk).split("\n").filter(Boolean)));
const url = await new Promise((resolve, reject) => {
  program.stdout.on("data", (chunk) => {
    const found = /http:\S+/.exec(String(chunk));
    if (found !== null) resolve(found[0]);
  });
  program.once("exit", (code) => reject(new Error(`the preview ended with ${code}`)));
});
program.removeAllListeners("exit");
const browser = await chromium.launch({
  executablePath: options.chromium,
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const at = (list, share) => [...list].sort((a, b) => a - b)[Math.floor(share * (list.length - 1))];
const ms = (time) => `${Math.round(time)} ms`;

const rows = [
  [
    "30 saves each of".replace("30", options.edits),
    "median",
    "least to most",
    "90% within",
    "first",
    "of that in the program",
  ],
];
const loads = [];
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.locator("article.current svg").waitFor();
  await wait(3000);
  for (const { what, page: isPage, edit } of EDITS) {
    await page.keyboard.press("Home");
    while (!isPage(await page.locator("article.current h2").textContent()))
      await page.keyboard.press("ArrowRight");
    const times = [];
    const inProgram = [];
    for (let n = 1; n <= Number(options.edits); n++) {
      const [text, words] = edit(n);
      const redrawn = page.evaluate(REDRAWN.replace("WORDS", JSON.stringify(words)));
      await wait(60);
      const told = lines.length;
      loads.push(loadavg()[0]);
      const saved = performance.timeOrigin + performance.now();
      writeFileSync(join(cwd, NAME), text);
      const [, painted] = await redrawn;
      times.push(painted - saved);
      while (lines.length === told) await wait(20);
      inProgram.push(Number(/in (\d+) ms/.exec(lines.at(-1))?.[1]));
      await wait(400);
    }
    rows.push([
      what,
      ms(median(times)),
      `${ms(Math.min(...times))} to ${ms(Math.max(...times))}`,
      ms(at(times, 0.9)),
      ms(times[0]),
      ms(median(inProgram)),
    ]);
  }
} finally {
  await browser.close();
  program.kill("SIGINT");
  rmSync(cwd, { recursive: true, force: true });
}

const widths = rows[0].map((_, column) => Math.max(...rows.map((cells) => cells[column].length)));
const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
const load = `load ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
const report = `From the write of \`${NAME}\` to the frame that shows it. ${cpus().length} cores shared with other work, ${load}; Node ${process.versions.node}; ${new Date().toISOString().slice(0, 10)}.${options.note === "" ? "" : ` ${options.note}`}

${[line(rows[0]), line(widths.map((width) => "-".repeat(width))), ...rows.slice(1).map(line)].join("\n")}
`;
process.stdout.write(report);
if (options.write) {
  const readme = join(here, "README.md");
  const text = readFileSync(readme, "utf8");
  const marked = /(<!-- preview -->\n)[\s\S]*?(<!-- \/preview -->)/;
  if (!marked.test(text)) throw new Error("bench/README.md has lost its markers");
  writeFileSync(
    readme,
    text.replace(marked, (_, open, close) => `${open}${report}${close}`),
  );
}
