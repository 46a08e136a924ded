import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { REPORTERS } from "../../src/diagnostics/reporters/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { RULES } from "../../src/rules/index.ts";
import { LEAST } from "../read/bundles.ts";
import { contract } from "../rules/compiled.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

const ROOT = join(import.meta.dirname, "..", "..");
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-check-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: object | string): void =>
  writeFileSync(
    join(cwd, name),
    typeof content === "string" ? content : JSON.stringify(content, undefined, 2),
  );
interface Result {
  readonly errors: number;
  readonly warnings: number;
  readonly bundles: readonly {
    readonly rules: string;
    readonly silenced: readonly { code: string; because: string }[];
  }[];
  readonly diagnostics: readonly Diagnostic[];
}
const found = async (...argv: string[]) => {
  const { exit, out, err } = await cli(cwd, ["check", ...argv, "--format", "json"]);
  return { exit, err, ...(JSON.parse(out) as Result) };
};

/** In order of file, line and column, and none there twice. */
function expectInOrder(diagnostics: readonly Diagnostic[], files: readonly string[]): void {
  const rank = ({ place }: Diagnostic) => [
    files.indexOf(place?.file ?? ""),
    place?.line ?? 0,
    place?.column ?? 0,
  ];
  const ranks = diagnostics.map(rank);
  const sorted = ranks.toSorted((a, b) => a.map((x, n) => x - (b[n] ?? 0)).find((x) => x !== 0) ?? 0);
  expect(ranks).toEqual(sorted);
  const said = diagnostics.map(({ what, place, page }) =>
    JSON.stringify([what, place?.line, place?.column, page]),
  );
  expect(said.filter((one, n) => said.indexOf(one) !== n)).toEqual([]);
}

describe("many findings of one kind", () => {
  const { sources = [], metrics = [] } = SOUND;
  const many = (): object => ({
    ...SOUND,
    sources: [...sources, ...Array.from({ length: 55 }, (_, n) => ({ id: `many-${n}` }))],
  });

  test("are shown up to twenty, with the command that shows all, and that one shows all", async () => {
    put("b.json", many());
    const { out, exit } = await cli(cwd, ["check", "b.json"]);
    const said = (text: string): number => text.match(/ {2}bundle\/missing-field\n/g)?.length ?? 0;
    expect(exit).toBe(1);
    expect(said(out)).toBe(20);
    expect(out).toContain(
      "and 35 more of bundle/missing-field; all are shown by: foredeck check b.json --all\n",
    );
    expect(out).toContain("55 errors");
    const all = await cli(cwd, ["check", "b.json", "--all"]);
    expect(said(all.out)).toBe(55);
    expect(all.out).not.toContain("more of");
  });

  test("are all there for other programs, points of one metric among them", async () => {
    const values = Array.from({ length: 30 }, (_, n) => ({ period: String(1990 + n), value: "many" }));
    put("b.json", { ...many(), metrics: [...metrics, { id: "wrong", name: "Wrong", values }] });
    const { diagnostics } = await found("b.json");
    const count = (code: string): number => diagnostics.filter((each) => each.code === code).length;
    expect([count("bundle/missing-field"), count("bundle/wrong-type")]).toEqual([55, 30]);
    expect(diagnostics.every(({ what }) => !what.includes("more."))).toBe(true);
    const { out } = await cli(cwd, ["check", "b.json"]);
    expect(out).toContain("And 27 more.");
  });

  test("of a build lead to the check that shows all", async () => {
    put("b.json", many());
    const { err } = await cli(cwd, ["build", "b.json", "--theme", "boardroom"]);
    expect(err).toContain(
      "and 35 more of bundle/missing-field; all are shown by: foredeck check b.json --all\n",
    );
  });
});

describe("exit codes", () => {
  test("0 for a sound bundle, in one line", async () => {
    put("b.json", SOUND);
    expect(await cli(cwd, ["check", "b.json"])).toMatchObject({
      exit: 0,
      out: "no problems in b.json\n",
      err: "",
    });
  });

  test("1 for errors, 0 for warnings, 1 for more of them than allowed", async () => {
    put("b.json", { ...SOUND, risks: [] });
    expect(await found("b.json")).toMatchObject({ exit: 0, errors: 0, warnings: 1 });
    expect((await cli(cwd, ["check", "b.json", "--max-warnings", "1"])).exit).toBe(0);
    const { exit, errors, diagnostics } = await found("b.json", "--max-warnings", "0");
    expect({ exit, errors }).toEqual({ exit: 1, errors: 1 });
    expect(diagnostics.at(-1)).toEqual(messages.tooManyWarnings(1, 0));
    put("b.json", { ...SOUND, plan: { next: [{ what: "Name the team" }] } });
    expect(await found("b.json")).toMatchObject({ exit: 1 });
  });

  test("2 for what cannot be read; the others are checked all the same", async () => {
    put("b.json", SOUND);
    const { exit, diagnostics, bundles, err } = await found("missing.json", "b.json");
    expect({ exit, err }).toEqual({ exit: 2, err: "" });
    expect(diagnostics).toEqual([messages.bundleNotFound("missing.json", undefined)]);
    expect(bundles.map(({ rules }) => rules)).toEqual(["none", "all"]);
  });
});

test.each(Object.keys(REPORTERS))(
  "a report in the form %s goes to a file as it goes to a terminal",
  async (format) => {
    put("b.json", { ...SOUND, risks: [] });
    const printed = await cli(cwd, ["check", "b.json", "--format", format]);
    const written = await cli(cwd, ["check", "b.json", "--format", format, "-o", "out/report"], true);
    expect(printed.out).toContain("risks/trigger");
    expect(written).toMatchObject({ exit: 0, out: "", err: "" });
    expect(readFileSync(join(cwd, "out", "report"), "utf8")).toBe(printed.out);
  },
);

test("colour is for terminals", async () => {
  put("b.json", { ...SOUND, risks: [] });
  const esc = String.fromCharCode(27);
  expect((await cli(cwd, ["check", "b.json"], true)).out).toContain(esc);
  expect((await cli(cwd, ["check", "b.json"])).out).not.toContain(esc);
});

test("what is silenced is listed with its reason and not counted", async () => {
  const because = "The committee has asked to see the risks in the meeting";
  put("b.json", { ...SOUND, risks: [], rules: { "risks/trigger": { severity: "off", because } } });
  const { warnings, bundles } = await found("b.json");
  expect(warnings).toBe(0);
  expect(bundles[0]?.silenced).toMatchObject([{ code: "risks/trigger", because }]);
  const { out } = await cli(cwd, ["check", "b.json"]);
  expect(out.replaceAll(/\s+/g, " ")).toContain(messages.silencedRule("risks/trigger", because));
  expect(out).toMatch(/no problems in b\.json\n$/);
});

describe("places", () => {
  test("a finding about a slide names its number and title, and the part of the bundle that made it", async () => {
    const claim = "What customers tell us is heard by nobody who could act on it. ".repeat(4).trim();
    const bundle = {
      ...SOUND,
      why: {
        ...SOUND.why,
        reasons: SOUND.why.reasons?.map((reason, n) => (n === 0 ? { ...reason, claim } : reason)),
      },
    };
    put("b.json", bundle);
    const { diagnostics } = await found("b.json");
    const [long, ...others] = diagnostics.filter(({ slide }) => slide?.title.startsWith("What customers"));
    // The layout and a rule both see it; it is said once.
    expect(others).toEqual([]);
    expect(long).toMatchObject({
      severity: "error",
      slide: { number: expect.any(Number) },
      place: { file: "b.json" },
    });
    expect(long?.path?.slice(0, 3)).toEqual(["why", "reasons", 0]);
    const { out } = await cli(cwd, ["check", "b.json"]);
    expect(out).toContain(`slide ${long?.slide?.number} "What customers`);
  });

  test("a finding in a CSV file points into it, after those of the bundle", async () => {
    const [first, ...others] = SOUND.metrics ?? [];
    put("b.json", {
      ...SOUND,
      titel: 1,
      metrics: [{ ...first, values: { csv: "data/x.csv", period: "month", value: "n" } }, ...others],
    });
    mkdirSync(join(cwd, "data"));
    put("data/x.csv", "month,n\n2026-01,few\n");
    const { out } = await cli(cwd, ["check", "b.json"]);
    expect(out).toMatch(/b\.json:\d+:\d+[\s\S]*data\/x\.csv:2:9[\s\S]* 2 │ 2026-01,few\n/);
  });
});

describe("a broken bundle", () => {
  /** Every fault that a file marks on its line, as `// code, code`; those of CSV are at `csv`. */
  const marked = (name: string, csv: { readonly file: string; readonly line: number }) =>
    readFileSync(join(cwd, name), "utf8")
      .split("\n")
      .flatMap((text, n) =>
        (/\/\/ ([a-z]+\/[a-z, /-]+)$/.exec(text)?.[1]?.split(", ") ?? []).map((code) => ({
          code,
          ...(code.startsWith("csv/") ? csv : { file: name, line: n + 1 }),
        })),
      );
  const spots = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ code, place }) => ({ code, file: place?.file, line: place?.line }));
  const bySpot = (all: ReturnType<typeof spots>) => all.map((one) => JSON.stringify(one)).toSorted();

  test("with 27 different faults of reading says them all at once, each in its line", async () => {
    cpSync(join(ROOT, "test", "bad", "broken"), cwd, { recursive: true });
    const faults = marked("unreadable.jsonc", { file: "people.csv", line: 3 });
    expect(faults.length).toBeGreaterThanOrEqual(25);
    const { exit, errors, warnings, diagnostics, bundles } = await found("unreadable.jsonc");
    expect(exit).toBe(1);
    // It is also a weak argument; of that the rules say what no fault hides.
    const rules = new Set(RULES.map(({ code }) => code));
    expect(spots(diagnostics.filter(({ code }) => !rules.has(code)))).toEqual([
      ...faults.filter(({ file }) => file !== "people.csv"),
      ...faults.filter(({ file }) => file === "people.csv"),
    ]);
    expectInOrder(diagnostics, ["unreadable.jsonc", "people.csv"]);
    expect(bundles.map(({ rules }) => rules)).toEqual(["sound"]);
    const { out } = await cli(cwd, ["check", "unreadable.jsonc"]);
    expect(out).toContain(`${errors} errors, ${warnings} warnings in unreadable.jsonc and people.csv`);
    expect(out.replaceAll(/\s+/g, " ")).toContain(messages.rulesRanInPart("unreadable.jsonc", "sound"));
  });

  test("with 38 faults of every stage says each in its line, and nothing that only follows from them", async () => {
    cpSync(join(ROOT, "test", "bad", "broken"), cwd, { recursive: true });
    const faults = marked("whole.jsonc", { file: "data/same-day.csv", line: 5 });
    expect(new Set(faults.map(({ code }) => code)).size).toBeGreaterThanOrEqual(25);
    const { exit, errors, warnings, diagnostics } = await found("whole.jsonc");
    expect(exit).toBe(1);
    expect(bySpot(spots(diagnostics))).toEqual(bySpot(faults));
    expectInOrder(diagnostics, ["whole.jsonc", "data/same-day.csv"]);
    const { out } = await cli(cwd, ["check", "whole.jsonc"]);
    expect(out.trimEnd().split("\n").at(-1)).toBe(
      `${errors} errors, ${warnings} warnings in whole.jsonc and data/same-day.csv`,
    );
  });

  test("with faults of sentences, layout and argument says them all at once too", async () => {
    cpSync(join(ROOT, "test", "bundles", "data"), join(cwd, "data"), { recursive: true });
    const bundle = contract();
    for (const [, , spoil] of FAULTS) spoil(bundle as unknown as Loose);
    put("b.json", bundle);
    const { exit, errors, warnings, diagnostics } = await found("b.json");
    expect(exit).toBe(1);
    const there = diagnostics.map(({ code, path = [] }) => `${code} ${path.join(".")}`);
    expect(FAULTS.map(([code, path]) => `${code} ${path}`).filter((fault) => !there.includes(fault))).toEqual(
      [],
    );
    expect(FAULTS.length).toBeGreaterThanOrEqual(25);
    expectInOrder(diagnostics, ["b.json"]);
    const { out } = await cli(cwd, ["check", "b.json"]);
    expect(out.trimEnd().split("\n").at(-1)).toBe(`${errors} errors, ${warnings} warnings in b.json`);
  });

  test("whose chart cannot be drawn is looked at without it", async () => {
    const bundle: Bundle = {
      ...SOUND,
      risks: [],
      charts: [
        {
          id: "w",
          kind: "waterfall",
          message: "It adds up",
          supports: ["g"],
          unit: "days",
          source: "s",
          asOf: "2026-10-31",
          owner: "head",
          data: [
            { label: "A", value: 1 },
            { label: "B", value: 2 },
            { label: "All", value: 9, total: true },
          ],
        },
      ],
    };
    put("b.json", bundle);
    const { diagnostics, bundles } = await found("b.json");
    const codes = diagnostics.map(({ code }) => code);
    expect(codes).toContain("risks/trigger");
    expect(
      codes.filter((code) => code.startsWith("chart/")),
      codes.join(" "),
    ).toEqual(["chart/waterfall-sum"]);
    expect(bundles[0]?.rules).toBe("sound");
  });
});

type Loose = Record<string, never>;
type Fault = readonly [code: string, path: string, spoil: (bundle: Loose) => void];
/** One change of the contract bundle each: a value at a path, or nothing in its place. */
const spoil = (code: string, at: string, path: string, value?: unknown): Fault => [
  code,
  at,
  (bundle) => {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    const holder = steps.reduce<Record<string, unknown>>(
      (all, step) => all[step] as Record<string, unknown>,
      bundle,
    );
    if (value === undefined) delete holder[last];
    else holder[last] = value;
  },
];
const LONG = "What customers tell us is heard by nobody who could act on it. ";
const FAULTS: readonly Fault[] = [
  spoil("text/unknown-figure", "subtitle", "subtitle", "Up to {{churn.lastest}}"),
  spoil("text/expression-forbidden", "why.opportunity", "why.opportunity", "{{#each x}}{{/each}}"),
  spoil("ask/complete", "ask", "ask.approver"),
  spoil("ask/alternatives", "options.1", "options.1.why"),
  spoil("why/now", "why.now", "why.now", "The service roadmap is about to be frozen."),
  spoil("titles/story", "why", "why.complication"),
  spoil("deck/title-too-long", "why.reasons.0.claim", "why.reasons.0.claim", LONG.repeat(4).trim()),
  spoil("read/dense", "why.reasons.1", "why.reasons.1.because", LONG.repeat(12).trim()),
  spoil("why/reasons", "why.reasons.2.evidence", "why.reasons.2.evidence", ["q-product"]),
  spoil("quotes/consent", "quotes.2", "quotes.2.permission"),
  spoil("goals/current", "goals.2.period", "goals.2.period", "2025"),
  spoil("people/heard", "stakeholders.7", "stakeholders.7.met"),
  spoil("people/heard", "stakeholders.5", "stakeholders.5.concern"),
  spoil("figures/sourced", "metrics.1", "metrics.1.owner"),
  spoil("figures/stale", "metrics.2.asOf", "metrics.2.asOf", "2026-06-30"),
  spoil("figures/range", "metrics.0", "metrics.0.assumption"),
  spoil("figures/sum", "options.0.cost", "options.0.cost", 430_000),
  spoil("chart/form", "charts.2.data", "charts.2.order"),
  spoil("objections/enough", "objections.0", "objections.0.evidence", []),
  spoil("objections/linked", "objections.1", "objections.1.attacks"),
  spoil("objections/enough", "objections.2", "objections.2.residual"),
  spoil("risks/trigger", "risks.1", "risks.1.trigger"),
  spoil("risks/trigger", "risks.0", "risks.0.owner"),
  spoil("plan/next", "plan.next.0", "plan.next.0.owner"),
  spoil("sent/changed", "history.1", "history.1.note"),
  spoil("rules/unknown", "rules.tone/blames", "rules", {
    "tone/blames": { severity: "off", because: "x" },
    "quotes/consent": { severity: "off", because: "x" },
  }),
  spoil("rules/firm", "rules.quotes/consent", "date", "2026-11-18"),
];

test("a folder stands for its bundles, and the samples have no errors", async () => {
  const { exit, errors, bundles } = await found(join(ROOT, "samples"));
  expect({ exit, errors }).toEqual({ exit: 0, errors: 0 });
  expect(bundles.length).toBe(
    readdirSync(join(ROOT, "samples")).filter((name) => name.endsWith(".json")).length,
  );
});

test("the least that is a bundle is checked", async () => {
  put("b.json", LEAST);
  const { diagnostics } = await found("b.json");
  for (const { code, place, hint } of diagnostics) {
    expect(place?.file, code).toBe("b.json");
    expect(hint, code).toBeDefined();
  }
});

describe("--claims", () => {
  test("lists claims with the test that guards each, and says what a test found", async () => {
    put("b.json", {
      ...SOUND,
      title: "Seven in ten customers stay",
      holds: ["about(stay.latest, 70%, 5%)"],
      why: { ...SOUND.why, situation: "Staying is above the target.", opportunity: "Waiting has halved." },
      metrics: SOUND.metrics?.map((metric) =>
        metric.id === "wait"
          ? {
              ...metric,
              values: [
                { period: "2025", value: 6 },
                { period: "2026", value: 4 },
              ],
            }
          : metric,
      ),
    });
    const { out } = await cli(cwd, ["check", "b.json", "--claims"]);
    const lines = out.split("\n");
    expect(lines[0]).toBe(messages.claimsListed("b.json", 1, 2, 2));
    expect(lines.slice(1, 3)).toEqual([
      "  title  Seven in ten customers stay",
      "    holds  about(stay.latest, 70%, 5%)  true",
    ]);
    const below = (place: string): string | undefined =>
      lines[lines.findIndex((line) => line.startsWith(place)) + 1];
    expect(below("  why.opportunity  Waiting has halved.")).toMatch(
      /^ {4}read {3}"halved" {2}ratio\(wait\.latest, wait\.first\) >= 0\.4 .*FALSE$/,
    );
    expect(below(`  ask.waiting  ${SOUND.ask?.waiting}`)).toBe('    none   "loses"');
    expect(below("  why.situation  Staying is above the target.")).toBe('    none   "above the target"');
  });

  test("has no form for programs", async () => {
    put("b.json", SOUND);
    const { exit, err } = await cli(cwd, ["check", "b.json", "--claims", "--format", "json"]);
    expect(exit).toBe(2);
    expect(err).toContain(messages.claimsNeedPretty("json").what);
  });
});
