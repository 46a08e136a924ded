import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "jsonc-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { unifiedDiff } from "../../src/cli/check/fix/index.ts";
import { fixText, isoDate, isoPeriod } from "../../src/cli/check/fix/mend.ts";
import { applyEdits } from "../../src/cli/written/edit.ts";
import { parseWritten } from "../../src/cli/written/parse.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

const SCHEMA = "./node_modules/foredeck/schema/foredeck.schema.json";
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-fix-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (content: string): void => writeFileSync(join(cwd, "b.json"), content);
const got = (): string => readFileSync(join(cwd, "b.json"), "utf8");
const fix = (...argv: string[]) => cli(cwd, ["check", "b.json", "--fix", ...argv]);

/** The sound bundle with a chart and what --fix mends; `date`, `met` and `name` are text as it stands in the file. */
const bundle = (lead: string, date: string, asOf: string, label: string, order: string): string => {
  const [first, ...rest] = JSON.stringify({ ...SOUND, date: undefined }, undefined, 2).split("\n");
  return `${first}
${lead}  // The day of the deck, not of the meeting.
  "date": "${date}", /* stays */
  "charts": [
    {
      "id": "causes", "kind": "column", "message": "Half of those who left waited too long", "supports": ["g"],
      "unit": "%",   "source": "s", "asOf": "${asOf}", "owner": "head",
      // Waiting first
${order}      "data": [
        { "label": "Price", "value": 33 },   // from the survey
        { "label": "Other",   "value": 16 },
        { "label": "${label}", "value": 51 },
      ]
    },
  ],
${rest.join("\n")}
`;
};
const WRONG = bundle("", "2026-11-18", "2026/10/31", "Waiting\\u002e  ", "")
  .replace('"2026-11-18", /*', '"2026-11-018", /*')
  .replace("2026-11-018", "2026.11.18");
const RIGHT = bundle(
  `  "$schema": "${SCHEMA}",\n`,
  "2026-11-18",
  "2026-10-31",
  "Waiting\\u002e",
  '      "order": "size",\n',
);

describe("foredeck check --fix", () => {
  test("mends what needs no judgement; comments, spaces, escapes and commas stay", async () => {
    put(WRONG);
    const { exit, err, out } = await fix("--no-guards");
    // The comment above the first field stays above it.
    expect(got().replace(`  "$schema": "${SCHEMA}",\n`, "")).toBe(
      RIGHT.replace(`  "$schema": "${SCHEMA}",\n`, ""),
    );
    expect(parse(got())).toMatchObject({ $schema: SCHEMA });
    expect(err.match(/^fixed {2}b\.json:\d+:\d+ /gm)).toHaveLength(5);
    expect(err).toContain(
      messages.fixedOrder({ file: "b.json", line: 11, column: 7 }, "causes").split("  ").at(-1),
    );
    expect({ exit, out }).toEqual({ exit: 0, out: "no problems in b.json\n" });
    expect(readdirSync(cwd)).toEqual(["b.json"]);
  });

  test("has nothing to do the second time", async () => {
    put(WRONG);
    await fix();
    const once = got();
    const { err } = await fix();
    expect(got()).toBe(once);
    expect(err).toBe(`${messages.fixedNothing("b.json")}\n`);
  });

  test("--dry-run prints a diff that patch accepts, and writes nothing", async () => {
    put(WRONG);
    const { out, err } = await fix("--dry-run");
    expect(got()).toBe(WRONG);
    expect(err).toBe("");
    expect(out).toMatch(/^--- b\.json\n\+\+\+ b\.json\n@@ -1,\d+ \+1,\d+ @@\n/);
    writeFileSync(join(cwd, "fix.diff"), out);
    execFileSync("patch", ["-s", "b.json", "fix.diff"], { cwd });
    const patched = got();
    put(WRONG);
    await fix();
    expect(patched).toBe(got());
  });

  test("keeps a byte order mark, CR LF and tabs", async () => {
    put(
      `\ufeff${WRONG.replaceAll("\n", "\r\n").replaceAll(/^( {2})+/gm, (lead) => "\t".repeat(lead.length / 2))}`,
    );
    await fix();
    expect(got().startsWith("\ufeff{\r\n")).toBe(true);
    expect(got()).not.toMatch(/[^\r]\n/);
    expect(got()).toContain('\t\t\t"order": "size",\r\n\t\t\t"data"');
  });

  test.each([
    ["a choice in other letters", '"status": "Draft"', '"status": "draft"'],
    ["a choice with a slip", '"status": "drafft"', '"status": "draft"'],
    ["a day that can be no month", '"date": "31.12.2026"', '"date": "2026-12-31"'],
    ["a date in words", '"date": "5 November 2026"', '"date": "2026-11-05"'],
    ["a currency in small letters", '"currency": "gbp"', '"currency": "GBP"'],
  ])("writes what is meant where it can be nothing else: %s", async (_, wrong, right) => {
    const { status: _status, date: _date, currency: _currency, ...rest } = SOUND as Record<string, unknown>;
    const text = (line: string): string =>
      `{\n  "$schema": "${SCHEMA}",\n  ${line}, // as agreed\n${JSON.stringify(rest, undefined, 2).slice(2)}\n`;
    put(text(wrong));
    expect((await cli(cwd, ["check", "b.json"])).out).toMatch(
      /Did you mean "[^"]+"\? `foredeck check --fix`/,
    );
    await fix("--no-guards");
    expect(got()).toBe(text(right));
  });

  test.each([
    ["a date that is two", '"date": "5.1.2026"', "2026-01-05"],
    ["a choice that is far off", '"status": "fin"', "final"],
    ["a sign of several currencies", '"currency": "$"', "USD"],
  ])("asks, and writes nothing, where something else may be meant: %s", async (_, line, near) => {
    const { status: _status, date: _date, currency: _currency, ...rest } = SOUND as Record<string, unknown>;
    const text = `{\n  "$schema": "${SCHEMA}",\n  ${line},\n${JSON.stringify(rest, undefined, 2).slice(2)}\n`;
    put(text);
    const { out } = await fix("--no-guards");
    expect(out).toContain(`Did you mean "${near}"?`);
    expect(out).not.toContain("--fix` writes");
    expect(got()).toBe(text);
  });

  test("leaves a wrong value alone that stands in a file which the bundle extends", async () => {
    const { status: _, ...rest } = SOUND as Record<string, unknown>;
    writeFileSync(join(cwd, "common.json"), '{ "status": "Draft" }\n');
    const text = `{\n  "$schema": "${SCHEMA}", "extends": ["./common.json"],\n${JSON.stringify(rest, undefined, 2).slice(2)}\n`;
    put(text);
    const { out } = await fix("--no-guards");
    expect(out).toContain("common.json:1:13");
    expect(got()).toBe(text);
    expect(readFileSync(join(cwd, "common.json"), "utf8")).toBe('{ "status": "Draft" }\n');
  });

  test("of what is not whole JSON changes nothing", async () => {
    for (const text of ['{ "title": "x ", "date": "2026-1-5"', "[]", ""]) {
      put(text);
      const { err } = await fix();
      expect(got()).toBe(text);
      expect(err).toBe(`${messages.fixedNothing("b.json")}\n`);
    }
  });

  test("what may not be written is left as it was", async () => {
    put(WRONG);
    chmodSync(join(cwd, "b.json"), 0o444);
    const { exit, err } = await fix();
    expect(exit).toBe(2);
    expect(err.replaceAll(/\s+/g, " ")).toContain(messages.targetProtected("b.json").what);
    expect(got()).toBe(WRONG);
  });

  test("leaves charts whose order is given, and dates that can be read in two ways", async () => {
    const text = RIGHT.replace('"order": "size"', '"order": "given"').replace('"2026-11-18"', '"5.1.2026"');
    put(text);
    const { exit } = await fix();
    expect(exit).toBe(1);
    expect(got()).toBe(text);
  });
});

describe("dates and periods", () => {
  test.each([
    ["2026-1-5", "2026-01-05"],
    ["2026/01/05", "2026-01-05"],
    ["2026.1.05", "2026-01-05"],
    ["2026-01-05", undefined],
    ["5.1.2026", undefined],
    ["1/5/2026", undefined],
    ["2026-2-30", undefined],
    ["2026-1/5", undefined],
    ["26-1-5", undefined],
  ])("the day %s is %s", (text, expected) => expect(isoDate(text)).toBe(expected));

  test.each([
    ["2026-5", "2026-05"],
    ["2026/5", "2026-05"],
    ["2026Q3", "2026-Q3"],
    ["2026 q3", "2026-Q3"],
    ["Q3 2026", "2026-Q3"],
    ["H1/2027", "2027-H1"],
    ["2026-W7", "2026-W07"],
    ["2026-1-5", "2026-01-05"],
    ["2026-Q3", undefined],
    ["2026-Q5", undefined],
    ["2011/12", undefined],
    ["2026", undefined],
    ["quarter", undefined],
  ])("the period %s is %s", (text, expected) => expect(isoPeriod(text)).toBe(expected));
});

test("a period that a mark names is mended there too", () => {
  const text =
    '{ "metrics": [{ "values": [{ "period": "2026-5" }] }], "charts": [{ "marks": [{ "at": "2026-5" }, { "at": "2026-6" }] }] }';
  const written = parseWritten(text, "b.json");
  if (written === undefined) throw new Error("not read");
  expect(applyEdits(text, fixText(written, "s"))).toBe(
    '{ "$schema": "s", "metrics": [{ "values": [{ "period": "2026-05" }] }], "charts": [{ "marks": [{ "at": "2026-05" }, { "at": "2026-6" }] }] }',
  );
});

test("mending any JSON twice is mending it once, and changes nothing but what it says", () => {
  const name = fc.constantFrom("name", "title", "date", "by", "period", "label", "text", "at", "values");
  const text = fc.constantFrom(" a ", "2026-1-5", "2026-5", "Q3 2026", "x\u00a0", "", "  ", "\\u0020b ");
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.dictionary(name, tie("tree"), { maxKeys: 4 }),
      fc.array(tie("tree"), { maxLength: 3 }),
    ),
  }));
  const mend = (source: string): string => {
    const written = parseWritten(source, "b.json");
    return written === undefined ? source : applyEdits(source, fixText(written, "s"));
  };
  fc.assert(
    fc.property(fc.dictionary(name, tree), fc.constantFrom(0, 2), (value, indent) => {
      const source = JSON.stringify(value, undefined, indent);
      const once = mend(source);
      expect(mend(once)).toBe(once);
      expect(Object.keys(parse(once) as object).filter((key) => key !== "$schema")).toEqual(
        Object.keys(JSON.parse(source) as object),
      );
    }),
  );
});

test("a diff leads from one text to the other", () => {
  const text = fc.tuple(
    fc.array(fc.constantFrom("a", "b", "c", "d", "\\ d"), { maxLength: 30 }),
    fc.constantFrom("\n", "\r\n"),
    fc.boolean(),
  );
  const written = text.map(([lines, end, ended]) => lines.join(end) + (ended ? end : ""));
  fc.assert(
    fc.property(written, written, (before, after) => {
      writeFileSync(join(cwd, "f"), before);
      const diff = unifiedDiff(before, after, "f");
      if (diff !== "")
        execFileSync("git", ["apply", "-p0", "--whitespace=nowarn", "-"], { cwd, input: diff });
      expect(readFileSync(join(cwd, "f"), "utf8")).toBe(after);
      if (before === after) expect(unifiedDiff(before, after, "f")).toBe("");
    }),
  );
});

test("writes the sign or code of a unit in words, and leaves one that names a scale", async () => {
  const metric = (unit: string) => ({
    id: "m",
    name: "Money",
    unit,
    values: [{ period: "2026", value: 1 }],
  });
  put(JSON.stringify({ ...SOUND, currency: "GBP", metrics: ["Percent", "£", "k€"].map(metric) }));
  await fix("--no-guards");
  const { metrics } = JSON.parse(got()) as { metrics: readonly { unit: string }[] };
  expect(metrics.map(({ unit }) => unit)).toEqual(["%", "GBP", "k€"]);
});

describe("a typed number beside its figure in another spelling", () => {
  /** The sound bundle with a share that the first reason speaks of, in this sentence. */
  const reasoning = (because: string, name: string, locale: string, decimals: number) => ({
    $schema: SCHEMA,
    ...SOUND,
    locale,
    metrics: [
      ...(SOUND.metrics ?? []),
      {
        ...{ id: "share", name, unit: "%", decimals, source: "s", asOf: "2026-10-31", owner: "head" },
        values: [{ period: "2026", value: 12 }],
      },
    ],
    why: {
      ...SOUND.why,
      reasons: (SOUND.why.reasons ?? []).map((reason, n) =>
        n === 0 ? { ...reason, because, evidence: ["wait", "share"] } : reason,
      ),
    },
  });

  test.each([
    ["12% of customers wait, {{share.latest}} too many.", "en-GB", 1],
    ["Customers who wait: **12.0%**; {{share.latest}}.", "en-GB", 0],
    ["Asiakkaista 12 % odottaa, ja {{share.latest}} on liikaa.", "fi-FI", 1],
    ["Heistä 12,0 % odottaa, siis {{share.latest}}.", "fi-FI", 0],
  ])("becomes the expression of the figure, at its place: %s", async (because, locale, decimals) => {
    put(JSON.stringify(reasoning(because, "Customers who wait", locale, decimals), undefined, 2));
    const before = got();
    const number = /12[.,]?0? ?%/.exec(because)?.[0] ?? "";
    const line = before.split("\n").findIndex((each) => each.includes(number));
    const column = (before.split("\n")[line]?.indexOf(number) ?? 0) + 1;
    const { err } = await fix("--no-guards");
    expect(got()).toContain(JSON.stringify(because.replace(number, "{{share.latest}}")));
    expect(err).toContain(
      messages.fixedValue({ file: "b.json", line: line + 1, column }, number, "{{share.latest}}"),
    );
    const once = got();
    expect((await fix("--no-guards")).err).toBe(`${messages.fixedNothing("b.json")}\n`);
    expect(got()).toBe(once);
  });

  test.each([
    ["of which the sentence says nothing", "Of those who ring, 12% are cut off.", "en-GB"],
    [
      "that stands there again for something else",
      "12% of customers wait, which rose by 12%, {{share.latest}}.",
      "en-GB",
    ],
    ["in words that are inflected", "Asiakkaista 12 prosenttia odottaa, siis {{share.latest}}.", "fi-FI"],
    ["in words", "12 per cent of customers wait, {{share.latest}} too many.", "en-GB"],
  ])("stays where it was written, and is found: one %s", async (_name, because, locale) => {
    put(JSON.stringify(reasoning(because, "Customers who wait", locale, 1), undefined, 2));
    const { out } = await fix("--no-guards");
    expect(got()).toContain(JSON.stringify(because));
    expect(out).toContain("figures/spelling");
  });

  test("that prints its unit loses the one that is typed beside it", async () => {
    const twice = "{{share.latest}} % of customers wait, {{share.latest}} too many.";
    put(JSON.stringify(reasoning(twice, "Customers who wait", "en-GB", 1), undefined, 2));
    await fix("--no-guards");
    expect(got()).toContain(JSON.stringify(twice.replace("}} %", "}}")));
  });
});
