import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parse } from "jsonc-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { guards, holderOf, runTest } from "../../src/claims/index.ts";
import { type Checkup, checkUp } from "../../src/cli/check/checkup.ts";
import { fixBundle } from "../../src/cli/check/fix/index.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { localeOf } from "../../src/locales/index.ts";
import { SOUND } from "../rules/sound.ts";
import { trials } from "../trials.ts";
import { cli } from "./run.ts";

const RUNS = trials(30);

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-guards-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (content: string): void => writeFileSync(join(cwd, "b.json"), content);
const got = (): string => readFileSync(join(cwd, "b.json"), "utf8");
const fix = (...argv: string[]) => cli(cwd, ["check", "b.json", "--fix", ...argv]);
const host = createNodeHost();
const look = (bytes: Uint8Array): Promise<Checkup> => checkUp(bytes, "b.json", host, cwd, {});
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
/** The text after a fix, and what is found in it. */
const fixed = async (text: string) => {
  const result = await fixBundle(encode(text), "b.json", cwd, { guards: true }, look);
  return { ...result, text: decode(result.bytes) };
};

/** The sound bundle as text, with some of its parts as they stand in a file. */
function bundle(reasons: string, charts: string, more: object = {}): string {
  const rest = { ...SOUND, ...more };
  const { reasons: _, ...why } = SOUND.why;
  const text = JSON.stringify(
    { $schema: "s", ...rest, why: { ...why, reasons: 0 }, charts: 0 },
    undefined,
    2,
  );
  return text.replace('"reasons": 0', `"reasons": ${reasons}`).replace('"charts": 0', `"charts": ${charts}`);
}
const SURGERIES = {
  ...{ id: "queues", name: "Queues", unit: "minutes", better: "lower", source: "s", asOf: "2026-10-31" },
  ...{ owner: "head", supports: ["g"] },
  values: [20, 24, 31].map((value, n) => ({ period: `2026-0${n + 7}`, value })),
};
const METRICS = { metrics: [...(SOUND.metrics ?? []), SURGERIES] };
const CHART = `"id": "causes", "kind": "bar", "supports": ["g"], "unit": "calls", "source": "s", "asOf": "2026-10-31", "owner": "head",
      "data": [{ "label": "Invoices", "value": 60 }, { "label": "Passwords", "value": 30 }, { "label": "Other", "value": 10 }]`;

describe("foredeck check --fix writes the test of a true claim", () => {
  test("behind its sentences, each on its own line; comments and commas stay", async () => {
    const { text, done } = await fixed(
      bundle(
        `[
      {
        "claim": "Queues have grown since July", // Ann says so
        "because": "Invoices cause most calls.", /* counted */ // by hand
        "evidence": ["queues", "causes"],
      },
      { "claim": "Those who wait leave", "because": "They say so.", "evidence": ["stay"] },
      { "claim": "The team sees it too", "because": "They say so.", "evidence": ["q-lead"] }
    ]`,
        `[
    { ${CHART}, "message": "Invoices cause more calls than passwords" },
    {
      "id": "queue-trend", "kind": "line", "metrics": ["queues"], "supports": ["g"],
      "message": "Queues have grown every month" // no comma
    }
  ]`,
        METRICS,
      ),
    );
    expect(text).toContain(`        "because": "Invoices cause most calls.", /* counted */ // by hand
        "holds": ["queues.latest > queues.first", "share(causes['Invoices'], causes) > 50%"],
        "evidence": ["queues", "causes"],
      },`);
    expect(text).toContain(
      `"message": "Invoices cause more calls than passwords", "holds": ["causes['Invoices'] > causes['Passwords']"] },`,
    );
    expect(text).toContain(`      "message": "Queues have grown every month", // no comma
      "holds": ["every(queues, value > previous)"]
    }`);
    expect(done.map((line) => line.replace(/^.*?\d {2}/, ""))).toEqual([
      'added to holds: queues.latest > queues.first (guards "grown")',
      `added to holds: share(causes['Invoices'], causes) > 50% (guards "most")`,
      `added to holds: causes['Invoices'] > causes['Passwords'] (guards "more calls than")`,
      'added to holds: every(queues, value > previous) (guards "grown")',
    ]);
    const again = await fixed(text);
    expect(again).toMatchObject({ text, changed: false, done: [messages.fixedNothing("b.json")] });
    expect(again.checkup.findings).toEqual([]);
  });

  test("as many as do not fit on one line have a line each", async () => {
    const reason = `[
      {
\t"claim": "Queues have grown since July", "evidence": ["queues", "causes"],
\t"because": "Queues have grown every month; invoices cause more calls than passwords and others together."
      },
      { "claim": "Those who wait leave", "because": "They say so.", "evidence": ["stay"] },
      { "claim": "The team sees it too", "because": "They say so.", "evidence": ["q-lead"] }
    ]`;
    const { text } = await fixed(
      bundle(reason, `[{ ${CHART}, "message": "Somebody answers each of the calls" }]`, METRICS),
    );
    expect(text).toContain(`together.",
\t"holds": [
\t  "queues.latest > queues.first",
\t  "every(queues, value > previous)",
\t  "causes['Invoices'] > sum(causes['Passwords'], causes['Other'])"
\t]
      },`);
  });

  const holds = (text: string): unknown => parse(text).why.reasons[0].holds;
  const reasons = (own: string, because = "Invoices cause most calls."): string =>
    `[{ "claim": "Queues have grown since July", "because": "${because}", "evidence": ["queues", "causes"]${own} },
      { "claim": "Those who wait leave", "because": "They say so.", "evidence": ["stay"] },
      { "claim": "The team sees it too", "because": "They say so.", "evidence": ["q-lead"] }]`;
  const charts = `[{ ${CHART}, "message": "Somebody answers each of the calls" }]`;

  test("tests that are there get others about figures that none of them looks at, and no repeats", async () => {
    const own = "change(queues.first, queues.latest) > 50%";
    const { text, checkup } = await fixed(bundle(reasons(`, "holds": ["${own}"]`), charts, METRICS));
    expect(holds(text)).toEqual([own, "share(causes['Invoices'], causes) > 50%"]);
    expect(checkup.findings).toEqual([]);
    expect((await fixed(text)).changed).toBe(false);
    const list = await fixed(bundle(reasons(`, "holds": [\n  "${own}" // mine\n]`), charts, METRICS));
    expect(list.text).toContain(`[\n  "${own}", // mine\n  "share(causes['Invoices'], causes) > 50%"\n] }`);
  });

  test("a part of which the figures contradict a sentence gets none, and its finding stays", async () => {
    const { text, checkup } = await fixed(
      bundle(reasons("", "Passwords cause most calls."), charts, METRICS),
    );
    expect(holds(text)).toBeUndefined();
    expect(checkup.findings.map(({ code, path }) => [code, path])).toEqual([
      ["claims/read", ["why", "reasons", 0, "because"]],
    ]);
  });

  test("none where the bundle turns the reading of sentences off, nor with --no-guards, nor without --fix", async () => {
    const off = { "claims/read": { severity: "off", because: "It reads our sentences wrong" } };
    const text = bundle(reasons(""), charts, METRICS);
    expect((await fixed(bundle(reasons(""), charts, { ...METRICS, rules: off }))).changed).toBe(false);
    put(text);
    expect((await fix("--no-guards")).exit).toBe(0);
    expect(got()).toBe(text);
    const alone = await cli(cwd, ["check", "b.json", "--no-guards"]);
    expect([alone.exit, alone.err]).toEqual([2, expect.stringContaining("--no-guards has no effect")]);
    expect((await fix("--dry-run")).out).toContain("+");
    expect(got()).toBe(text);
    expect((await fix()).exit).toBe(0);
    expect(holds(got())).toEqual(["queues.latest > queues.first", "share(causes['Invoices'], causes) > 50%"]);
  });

  test("more than a part may carry are not written, so that its sentences are still read", async () => {
    const nine = [
      "Queues have grown since July. Queues have grown since August. Queues have grown every month.",
      "Queues grew by 55% since July. Invoices cause most calls. Invoices are the largest cause.",
      "Invoices cause more calls than passwords. Invoices cause more calls than passwords and others together.",
      "Passwords cause more calls than others.",
    ].join(" ");
    const { text } = await fixed(bundle(reasons("", nine), charts, METRICS));
    expect(holds(text)).toBeUndefined();
  });
});

test("every place of a sentence is guarded by the part that it belongs to, or by none", () => {
  const place = (path: (string | number)[]) => holderOf(path)?.join(".");
  expect(
    [
      ["title"],
      ["why", "now"],
      ["why", "reasons", 1, "because"],
      ["ask", "terms", 2],
      ["options", 0, "criteria", "Cost"],
      ["charts", 3, "meaning"],
      ["plan", "next", 0, "what"],
      ["plan", "phases", 0, "name"],
      ["metrics", 0, "definition"],
      ["charts", 3, "data", 0, "label"],
      ["quotes", 0, "text"],
      ["nothing"],
      ["why"],
    ].map(place),
  ).toEqual([
    ...["", "why", "why.reasons.1", "ask", "options.0", "charts.3", "plan.next.0"],
    ...[undefined, undefined, undefined, undefined, undefined, undefined],
  ]);
});

/** Sentences about two metrics and a chart, true or false as the numbers fall. */
const SAID = {
  "en-GB": {
    names: ["Queues", "Complaints", "Invoices", "Passwords", "Parcels"],
    sentences: [
      "Queues have grown since February",
      "Queues have fallen every month",
      "Complaints doubled",
      "Queues are higher than last month, and complaints have fallen by half",
      "Invoices cause more calls than passwords",
      "Most calls are about parcels",
      "Passwords are the largest cause",
      "Complaints are above the target",
      "Queues have never been longer",
      "Nobody knows why",
    ],
  },
  "fi-FI": {
    names: ["Jonot", "Valitukset", "Laskut", "Salasanat", "Paketit"],
    sentences: [
      "Jonot ovat kasvaneet helmikuusta",
      "Jonot lyhenevät joka kuukausi",
      "Valitukset ovat kaksinkertaistuneet",
      "Valitukset ovat vähentyneet puoleen",
      "Laskut aiheuttavat enemmän puheluita kuin salasanat",
      "Suurin osa puheluista koskee paketteja",
      "Salasanat ovat suurin syy",
      "Valitukset ylittävät tavoitteen",
      "Kukaan ei tiedä syytä",
    ],
  },
} as const;

describe("of any bundle", () => {
  const values = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 6 });
  const sentence = fc.nat({ max: 999 });
  const style = fc.record({
    indent: fc.constantFrom(0, 2, "\t"),
    end: fc.constantFrom("\n", "\r\n"),
    comments: fc.boolean(),
    commas: fc.boolean(),
  });
  const made = fc.record({
    locale: fc.constantFrom("en-GB" as const, "fi-FI" as const),
    first: values,
    second: values,
    causes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
    said: fc.array(sentence, { minLength: 7, maxLength: 7 }),
    own: fc.boolean(),
    style,
  });

  type Given = typeof made extends fc.Arbitrary<infer Of> ? Of : never;
  type Style = Given["style"];

  const bundleFrom = ({ locale, first, second, causes, said, own }: Given): object => {
    const { names, sentences } = SAID[locale];
    const say = (n: number): string => `${sentences[(said[n] ?? 0) % sentences.length]}.`;
    const metric = (id: string, name: string | undefined, all: readonly number[]) => ({
      ...{ ...SURGERIES, id, name, unit: "x", target: { value: 5 } },
      values: all.map((value, n) => ({ period: `2026-0${n + 1}`, value })),
    });
    const holds = own ? { holds: ["a.latest >= min(a)"] } : {};
    return {
      ...{ $schema: "s", ...SOUND, locale },
      why: {
        ...SOUND.why,
        complication: say(0),
        reasons: [
          { claim: say(1).slice(0, -1), because: `${say(2)} ${say(3)}`, evidence: ["a", "c"], ...holds },
          { claim: say(4).slice(0, -1), because: say(5), evidence: ["b"] },
        ],
      },
      metrics: [...(SOUND.metrics ?? []), ...[metric("a", names[0], first), metric("b", names[1], second)]],
      charts: [
        {
          ...{ id: "c", kind: "bar", message: say(6).slice(0, -1), meaning: say(0), supports: ["g"] },
          ...{ unit: "calls", source: "s", asOf: "2026-10-31", owner: "head", order: "size" },
          data: causes.map((value, n) => ({ label: names[n + 2], value })),
        },
      ],
    };
  };
  const written = (value: object, { indent, end, comments, commas }: Style): string => {
    const lines = JSON.stringify(value, undefined, indent).split("\n");
    return lines
      .map((line, n) =>
        commas && /^[\t ]*[}\]]/.test(lines[n + 1] ?? "") && !/[{[,]$/.test(line) ? `${line},` : line,
      )
      .map((line, n) => (comments && indent !== 0 && n % 3 === 0 ? `${line} // ${n}` : line))
      .join(end);
  };
  const withoutHolds = (text: string): unknown =>
    JSON.parse(JSON.stringify(parse(text)), (key, value) => (key === "holds" ? undefined : value));
  const tell = ({ findings }: Checkup): readonly string[] =>
    findings.map(({ code, what, path }) => JSON.stringify([code, what, path]));

  test("each test that is written is true, nothing new is found, no contradiction is lost, and once is enough", {
    timeout: 120_000,
  }, async () => {
    let added = 0;
    await fc.assert(
      fc.asyncProperty(made, async (given) => {
        const text = written(bundleFrom(given), given.style);
        const before = await look(encode(text));
        const after = await fixed(text);
        const { compiled } = after.checkup;
        if (compiled === undefined) throw new Error(tell(after.checkup).join("\n"));
        const { figures, bundle } = compiled;
        for (const { test } of guards(bundle))
          expect(runTest(test, figures, localeOf(given.locale)).kind, test).toBe("true");
        expect(tell(after.checkup)).toEqual(tell(before));
        expect(withoutHolds(after.text)).toEqual(withoutHolds(text));
        expect(after.text.match(/\/\/ \d+/g)).toEqual(text.match(/\/\/ \d+/g));
        expect(after.text.includes("\r\n")).toBe(text.includes("\r\n"));
        expect(after.text).not.toMatch(given.style.end === "\r\n" ? /[^\r]\n/ : /\r/);
        expect((await fixed(after.text)).text).toBe(after.text);
        added += guards(bundle).length - Number(given.own);
      }),
      { numRuns: RUNS, seed: 20_261_130 },
    );
    expect(added).toBeGreaterThanOrEqual(RUNS / 2);
  });
});
