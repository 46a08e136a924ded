import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { wantsColour } from "../../src/cli/console/io.ts";
import { crash } from "../../src/cli/console/report.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST } from "../read/bundles.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

const FULL = join(import.meta.dirname, "..", "bundles");
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-cli-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: object | string): void =>
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));

describe("foredeck", () => {
  test("--version is that of the package", async () => {
    const { version } = JSON.parse(
      readFileSync(join(import.meta.dirname, "..", "..", "package.json"), "utf8"),
    ) as { version: string };
    expect(await cli(cwd, ["--version"])).toMatchObject({ exit: 0, out: `${version}\n`, err: "" });
  });

  test("--help documents exit codes, and each command has examples", async () => {
    const help = await cli(cwd, ["--help"]);
    expect(help.exit).toBe(0);
    for (const word of ["build", "check", "figures", "schema", "Exit codes:", " 70 "])
      expect(help.out).toContain(word);
    expect(help.out).toContain("Examples:");
    const commands = [...help.out.matchAll(/^ {2}(\w+) (?=[[<])/gm)].map(([, name = ""]) => name);
    expect(commands).toContain("completion");
    for (const command of commands.filter((name) => name !== "help"))
      expect((await cli(cwd, [command, "--help"])).out, command).toContain("Examples:");
    expect(help.out.split("\n").every((line) => line.length <= 100)).toBe(true);
  });

  test.each([
    [["buidl", "x.json"], "(Did you mean build?)"],
    [["build", "x.json", "--tabel"], "(Did you mean --table?)"],
    [["build"], "missing required argument"],
    [["build", "x.json", "--charts", "crayon"], "native, picture"],
    [["build", "x.json", "--charts", "pic"], "(Did you mean picture?)"],
    [["build", "x.json", "--format", "pptx,pfd"], "(Did you mean pdf?)"],
    [["check", "x.json", "--format", "sraif"], "(Did you mean sarif?)"],
    [["cache", "clera"], "(Did you mean clear?)"],
    [["completion", "bahs"], "(Did you mean bash?)"],
    [["completion", "tcsh"], "bash, zsh, fish"],
    [["help", "biuld"], "(Did you mean build?)"],
    [["build", "x.json", "-q", "-v"], "cannot be used with"],
    [["check", "x.json", "--format", "xml"], "pretty, json, sarif, github, junit"],
    [["check", "x.json", "--max-warnings", "-1"], "Write a whole number."],
    [["check", "x.json", "--dry-run"], messages.dryRunWithoutFix().what],
    [["check", "a.json", "b.json", "--report", "r.html"], messages.reportNeedsOneBundle(2).what],
    [["check", "a.json", "-o", "r", "--report", "r"], messages.sameReport("r").what],
    [["check", "a.json", "-o", "./a.json"], messages.reportIsInput("./a.json").what],
    [["figures", "a.json", "b.json"], "too many arguments"],
    [[], "Usage: foredeck"],
  ])("%j is a usage error", async (argv, expected) => {
    const { exit, err, out } = await cli(cwd, argv);
    expect(exit).toBe(2);
    expect(err).toContain(expected);
    expect(out).toBe("");
  });

  test("schema prints where the schema is, or the schema", async () => {
    const { out, exit } = await cli(cwd, ["schema"]);
    expect(exit).toBe(0);
    const text = readFileSync(out.trim(), "utf8");
    expect((await cli(cwd, ["schema", "--print"])).out).toBe(text);
  });
});

describe("foredeck build", () => {
  test("writes out/NAME.pptx, says so in one line, and a second run gives the same bytes", async () => {
    cpSync(FULL, cwd, { recursive: true });
    const first = await cli(cwd, ["build", "customer-listening.json"]);
    expect(first.err).toMatch(
      /^(\d+ warnings? in customer-listening\.json; foredeck check shows (it|them)\n)?$/,
    );
    expect(first.exit).toBe(0);
    expect(first.out).toMatch(
      /^out\/customer-listening\.pptx {2}\d+ slides {2}\d+ charts {2}\d+ min to read {2}\d+ kB {2}[\d.]+ s\n$/,
    );
    const deck = readFileSync(join(cwd, "out", "customer-listening.pptx"));
    expect(deck.subarray(0, 2).toString()).toBe("PK");
    const piped = await cli(cwd, ["build", "customer-listening.json", "-o", "-"]);
    expect(Buffer.compare(piped.bytes, deck)).toBe(0);
    expect(piped.err).toContain("slides");
    expect(readdirSync(join(cwd, "out"))).toEqual(["customer-listening.pptx"]);
  });

  test("a folder stands for the bundles in it; one with errors does not keep the others from being built", async () => {
    mkdirSync(join(cwd, "in", "data"), { recursive: true });
    put("in/good.json", SOUND);
    put("in/bad.json", { ...LEAST, titel: 1 });
    put("in/other.json", { compilerOptions: {} });
    put("in/data/more.json", LEAST);
    const { exit, out, err } = await cli(cwd, ["build", "in", "--out-dir", "decks", "--table", "--verbose"]);
    expect(exit).toBe(1);
    expect(readdirSync(join(cwd, "decks"))).toEqual(["good.pptx"]);
    const [head, rule, row, ...rest] = out.trimEnd().split("\n");
    expect(head?.split(/ {2,}/)).toEqual([...messages.BUILT_HEADINGS]);
    expect(rule).toMatch(/^[─ ]+$/);
    expect(row).toMatch(/^decks\/good\.pptx +\d+ +\d+ +\d+ +\d+ kB +[\d.]+$/);
    expect(rest).toEqual([]);
    expect(err).toContain(messages.skippedFile("in/other.json"));
    expect(err).toContain(messages.readFiles("in/good.json", []));
    expect(err).toContain("in/bad.json:1:");
  });

  test("--json gives decks and findings, and nothing on standard error", async () => {
    put("good.json", SOUND);
    put("bad.json", { ...LEAST, titel: 1 });
    const { exit, out, err } = await cli(cwd, ["build", "good.json", "bad.json", "missing.json", "--json"]);
    expect(exit).toBe(2);
    expect(err).toBe("");
    const result = JSON.parse(out) as { decks: { bundle: string }[]; diagnostics: { code: string }[] };
    expect(result.decks.map((deck) => deck.bundle)).toEqual(["good.json"]);
    expect(result.diagnostics.map((d) => d.code)).toEqual(["bundle/unknown-field", "host/not-found"]);
  });

  test("--quiet says nothing when all is well", async () => {
    put("good.json", SOUND);
    expect(await cli(cwd, ["build", "good.json", "-q", "-o", "d.pptx"])).toMatchObject({
      exit: 0,
      out: "",
      err: "",
    });
  });

  test("does not write a deck into a terminal", async () => {
    put("good.json", LEAST);
    const { exit, bytes } = await cli(cwd, ["build", "good.json", "-o", "-"], true);
    expect(exit).toBe(2);
    expect(bytes).toHaveLength(0);
  });
});

describe("foredeck figures", () => {
  test("prints name, text and formula of every figure", async () => {
    put("b.json", LEAST);
    const { exit, out } = await cli(cwd, ["figures", "b.json"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^visits\.latest +12\b/m);
    const all = JSON.parse((await cli(cwd, ["figures", "b.json", "--json"])).out) as Record<
      string,
      { text: string; place?: string }
    >;
    // A deck does not say which line of the author's files a number stands in.
    const shared = Object.fromEntries(
      Object.entries(all).map(([id, { place, ...figure }]) => {
        expect(place, id).toMatch(/^b\.json:1:\d+$/);
        return [id, figure];
      }),
    );
    await cli(cwd, ["build", "b.json", "-o", "b.out.json", "--format", "json"]);
    expect(JSON.parse(readFileSync(join(cwd, "b.out.json"), "utf8"))).toMatchObject({ figures: shared });
    for (const [id, figure] of Object.entries(all)) {
      const row = out.split("\n").find((line) => line.startsWith(`${id} `));
      expect(row, id).toContain(figure.text);
    }
  });

  test("are printed also while a sentence names one that does not exist", async () => {
    put("b.json", { ...LEAST, subtitle: "Up to {{visits.lastest}}" });
    const { exit, out } = await cli(cwd, ["figures", "b.json"]);
    expect(exit).toBe(0);
    expect(out).toMatch(/^visits\.latest +12\b/m);
  });

  test("of a bundle with errors prints those", async () => {
    put("b.json", { ...LEAST, titel: 1 });
    const { exit, out, err } = await cli(cwd, ["figures", "b.json"]);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("titel");
  });
});

describe("foredeck figures --guard", () => {
  const metric = (id: string, name: string, values: readonly number[]) => ({
    ...{
      id,
      name,
      unit: "days",
      values: values.map((value, n) => ({ period: `202${n}`, value })),
    },
  });
  const CLAIMS = {
    ...LEAST,
    title: "Waiting is shorter than anywhere",
    holds: ["repairs.latest < 9"],
    ask: { decision: "Approve it", amount: 400 },
    why: {
      statement: "{{waiting.latest}} is too long, and {{parcels.latest}} too.",
      reasons: [
        {
          claim: "Waiting has grown",
          because: "It is twice as long as at our neighbours.",
          evidence: ["waiting"],
        },
        { claim: "Nobody knows why", because: "Parcels took {{parcels.latest}}.", evidence: ["parcels"] },
      ],
    },
    metrics: [
      ...LEAST.metrics,
      metric("waiting", "Waiting", [4, 5]),
      metric("parcels", "Parcels", [3, 2]),
      metric("repairs", "Repairs", [7, 8]),
    ],
  };

  test("lists claims without a test, and figures that no test looks at, what is seen most first", async () => {
    put("b.json", CLAIMS);
    const { exit, out } = await cli(cwd, ["figures", "b.json", "--guard"]);
    expect(exit).toBe(0);
    const [claims = "", figures = ""] = out.split("Figures that no claim depends on");
    expect(claims).toMatch(
      /^b\.json: 1 of 3 claims about numbers has no test; no test looks at 3 of 5 figures$/m,
    );
    expect(claims).toMatch(/^ {2}b\.json:\d+:\d+ {2}why\.reasons\[0\]\.because$/m);
    expect(claims).toContain("    It is twice as long as at our neighbours.\n");
    expect(figures.match(/^[\w.]+ {2}/gm)?.map((row) => row.trim())).toEqual([
      ...["Figure", "parcels", "ask.amount", "visits"],
    ]);
    expect(figures).toMatch(/^parcels +2 days +2 +why\.reasons\[1\]$/m);
    expect(figures).toContain("1 test is only read from its sentence; foredeck check b.json --fix");
  });

  test("as JSON has every claim with its test, and every figure with its tests and sentences", async () => {
    put("b.json", CLAIMS);
    const { out } = await cli(cwd, ["figures", "b.json", "--guard", "--json"]);
    const { claims, figures } = JSON.parse(out) as { claims: object[]; figures: { name: string }[] };
    expect(claims).toMatchObject([
      { path: "title", guard: "written", test: "repairs.latest < 9", outcome: "true" },
      { path: "why.reasons[0].claim", guard: "read", words: "grown", outcome: "true" },
      { path: "why.reasons[0].because", guard: "none", line: expect.any(Number) },
    ]);
    const of = (name: string) => figures.find((figure) => figure.name === name);
    expect(of("waiting")).toMatchObject({ tests: { written: 0, read: 1 }, said: ["why.statement"] });
    expect(of("repairs")).toMatchObject({ tests: { written: 1, read: 0 }, said: [], shownBy: [] });
    expect(of("ask.amount")).toMatchObject({ text: "EUR 400", path: "ask.amount", shownBy: ["ask"] });
  });

  test("of a bundle with errors prints those", async () => {
    put("b.json", { ...LEAST, subtitle: "Up to {{visits.lastest}}" });
    const { exit, out, err } = await cli(cwd, ["figures", "b.json", "--guard"]);
    expect({ exit, out }).toEqual({ exit: 1, out: "" });
    expect(err).toContain("visits.lastest");
  });
});

describe("a terminal", () => {
  test.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: "1" }, true, false],
    [{ NO_COLOR: "" }, true, true],
    [{ NO_COLOR: "1", FORCE_COLOR: "1" }, true, false],
    [{ FORCE_COLOR: "1" }, false, true],
    [{ TERM: "dumb" }, true, false],
  ])("%j, terminal %s: colours %s", (env, terminal, expected) => {
    expect(wantsColour(env, terminal)).toBe(expected);
  });

  test("a crash says that the fault is ours, with what helps to find it", async () => {
    let said = "";
    const write = async (chunk: string | Uint8Array) => {
      said += String(chunk);
    };
    const stream = { colour: false, live: false, width: 80, write };
    expect(await crash(new TypeError("x is not a function"), { out: stream, err: stream, cwd })).toBe(70);
    expect(said).toContain("The fault is in Foredeck");
    expect(said).toContain("TypeError: x is not a function\n    at ");
  });
});
