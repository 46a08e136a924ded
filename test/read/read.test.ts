import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { readBundle } from "../../src/read/index.ts";
import { encode, LEAST, read, refused, said, spots } from "./bundles.ts";

const FULL = join(import.meta.dirname, "..", "bundles", "customer-listening.json");
const full = () => readBundle(readFileSync(FULL), "listening.json", createNodeHost(), dirname(FULL));

describe("a bundle that is right", () => {
  test("comes back as it was written, CSV values in place", async () => {
    const { bundle, files, pictures } = await full();
    expect(bundle.title).toBe("Put customer listening to work on churn");
    expect("$schema" in bundle).toBe(false);
    const sameDay = bundle.metrics?.find((metric) => metric.id === "same-day");
    expect(sameDay?.values).toHaveLength(12);
    expect(sameDay?.values).toContainEqual({ period: "2026-05", value: 66 });
    expect(files).toEqual(["data/same-day.csv"]);
    expect(pictures).toEqual({});
  });

  test("knows the place of every value, also of those from CSV", async () => {
    const { sourceMap } = await full();
    const title = sourceMap.value(["title"]);
    expect(title).toMatchObject({ file: "listening.json", line: 4, column: 12 });
    expect(title.text?.slice(title.column - 1, title.column - 1 + (title.length ?? 0))).toBe(
      '"Put customer listening to work on churn"',
    );
    expect(sourceMap.field(["ask", "amount"]).text).toContain('"amount": 420000');
    const cell = sourceMap.value(["metrics", 6, "values", 6, "value"]);
    expect(cell).toMatchObject({
      file: "data/same-day.csv",
      line: 8,
      column: 14,
      length: 2,
      text: "2026-05,2190,66",
    });
  });

  test("may have a byte order mark, comments and trailing commas", async () => {
    const text = `\uFEFF// first\n${JSON.stringify(LEAST).slice(0, -1)}, /* last */ }`;
    const { bundle, sourceMap } = await read(text);
    expect(bundle).toEqual(LEAST);
    // The bundle as a whole is told by its title.
    expect(sourceMap.value([])).toMatchObject({ line: 2, column: 10 });
  });

  test("is not changed by reading it", async () => {
    const bytes = encode(JSON.stringify(LEAST));
    const before = bytes.slice();
    await read(bytes);
    expect(bytes).toEqual(before);
  });
});

describe("text that is not JSON", () => {
  test("gives every syntax error, one a line", async () => {
    const found = await refused('{\n "title": \'x\',\n "why": NaN,\n "goals": [1 2],\n "quotes": "open\n}');
    expect(said(found).slice(0, 4)).toEqual([
      messages.unknownWord({}, "'x'"),
      messages.unknownWord({}, "NaN"),
      messages.syntaxError({}, "CommaExpected"),
      messages.syntaxError({}, "UnexpectedEndOfString"),
    ]);
    expect(spots(found).slice(0, 4)).toEqual(["2:11", "3:9", "4:14", "5:12"]);
  });

  test("is also checked against the schema where it can be read", async () => {
    const found = await refused('{\n "titel": 1,\n "purpose": "decid",\n "goals": [\n');
    expect(found.map((d) => d.code)).toEqual([
      "bundle/unknown-field",
      "bundle/unknown-choice",
      "json/syntax",
    ]);
  });

  test("is refused before anything recurses", async () => {
    const [problem, ...more] = await refused(`{"a":${"[".repeat(200_000)}`);
    expect(more).toEqual([]);
    expect(problem?.code).toBe("json/too-deep");
  });

  test("is refused with its place in any other encoding", async () => {
    const latin = Uint8Array.from([...encode('{\n  "title": "Caf'), 0xe9, ...encode('" }')]);
    expect(await refused(latin)).toEqual([
      messages.notUtf8({
        place: { file: "b.json", line: 2, column: 16, text: '  "title": "Caf\uFFFD" }', length: 1 },
      }),
    ]);
    const wide = Uint8Array.from([0xff, 0xfe, ...[...'{"a":1}'].flatMap((c) => [c.charCodeAt(0), 0])]);
    expect(said(await refused(wide))).toEqual([messages.utf16({})]);
    expect(said(await refused(wide.subarray(2)))).toEqual([messages.utf16({})]);
  });
});

describe("all problems", () => {
  test("come in one run, in order of place, none twice", async () => {
    const found = await refused({
      ...LEAST,
      titel: "x",
      date: "2026-02-30",
      currency: "EURO",
      quotes: [{ id: "visits", from: "haed", text: "" }],
      options: [
        { id: "a", name: "A", recommended: true },
        { id: "b", name: "B", recommended: true },
      ],
    });
    const lines = found.map((d) => d.place?.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(new Set(found.map((d) => JSON.stringify(d))).size).toBe(found.length);
    expect(found.map((d) => d.code).sort()).toEqual([
      "bundle/duplicate-id",
      "bundle/missing-reference",
      "bundle/no-such-date",
      "bundle/too-little",
      "bundle/two-recommended",
      "bundle/unknown-field",
      "bundle/wrong-form",
    ]);
  });

  test("name place, path, what was found, what is expected and a hint", async () => {
    const [one] = await refused({ ...LEAST, quotes: [{ ...LEAST.quotes[0], from: "haed" }] });
    expect(one).toMatchObject({
      ...messages.missingReference({}, "haed", "a stakeholder", "head", ["head"]),
      path: ["quotes", 0, "from"],
      place: { file: "b.json", text: '      "from": "haed",', column: 15, length: 6 },
    });
  });

  test("hold no missing field where its misspelling is reported", async () => {
    const found = await refused({ ...LEAST, why: { statment: "x" } });
    expect(said(found)).toEqual([messages.unknownField({}, "statment", "why", "statement", [])]);
  });

  test.each([
    [
      "highlight",
      { data: [{ label: "A", value: 1 }] },
      "Move it into the items that it is about: data[].highlight.",
    ],
    ["low", { data: [{ label: "A", value: 1 }] }, "Move it into the items that it is about: data[].low."],
    ["highlight", { metrics: ["m"] }, "Move it into the items that it is about: data[].highlight."],
  ])("point from %s of a whole chart to the items that have it", async (field, rest, hint) => {
    const chart = { id: "c", kind: "line", message: "M", [field]: true, ...rest };
    const [found] = await refused({ ...LEAST, charts: [chart] });
    expect(found).toMatchObject({ code: "bundle/unknown-field", path: ["charts", 0, field], hint });
  });

  test("name the kinds that have a field that is unknown to one", async () => {
    const chart = {
      id: "w",
      kind: "waterfall",
      message: "M",
      metrics: ["m"],
      data: [{ label: "A" }, { label: "B" }],
    };
    const [found] = await refused({ ...LEAST, charts: [chart] });
    expect(found).toMatchObject({ code: "bundle/unknown-field", path: ["charts", 0, "metrics"] });
    expect(found?.hint).toContain("line, area, column");
    expect(found?.hint).not.toContain("tornado");
  });
});

describe("whatever the text", () => {
  const text = readFileSync(FULL, "utf8");

  test("reading ends in a bundle or in findings that have a place, never in another error", async () => {
    const edit = fc.record({
      at: fc.integer({ min: 0, max: text.length }),
      drop: fc.integer({ min: 0, max: 40 }),
      put: fc.oneof(
        fc.constantFrom(
          '"',
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "1e999",
          "\\u",
          "\u0000",
          "\ud800",
          "__proto__",
        ),
        fc.string({ unit: "binary", maxLength: 6 }),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 3 }), async (edits) => {
        const mangled = edits.reduce(
          (t, { at, drop, put }) => t.slice(0, at) + put + t.slice(at + drop),
          text,
        );
        const outcome = await readBundle(encode(mangled), "m.json", createNodeHost(), dirname(FULL)).catch(
          (cause: unknown) => cause,
        );
        if (!(outcome instanceof DiagnosticsError)) {
          expect(outcome).toHaveProperty("bundle");
          return;
        }
        expect(outcome.diagnostics.length).toBeGreaterThan(0);
        for (const one of outcome.diagnostics) expect(one.place?.line, one.what).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  });

  test("any JSON at all is answered by findings", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 5 }), async (value) => {
        expect((await refused(JSON.stringify(value))).length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  test("any wrong value in any field of a right bundle is answered by findings at that field or in it", async () => {
    const paths = ["title", "why", "goals", "stakeholders", "metrics", "quotes"] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), async (name, value) => {
        fc.pre(!(name === "title" && typeof value === "string"));
        fc.pre(!(name === "stakeholders" && Array.isArray(value) && value.length === 0));
        const found = await refused({ ...LEAST, [name]: value });
        expect(found.some((d) => d.path?.[0] === name || name === "stakeholders" || name === "metrics")).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("a bundle made to keep the reader busy", () => {
  test("of a hundred thousand unknown fields names the first hundred and counts the rest", async () => {
    const many = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`field${i}`, i]));
    const found = await refused(JSON.stringify({ ...LEAST, ...many }));
    expect(found).toHaveLength(101);
    expect(said(found)).toContainEqual(messages.moreUnknownFields({}, "The bundle", 99_900));
  });

  test("of far too many items is answered for their number, not item by item", async () => {
    const stakeholders = Array.from({ length: 20_000 }, (_, i) => ({ id: `s${i}`, name: "n", role: "r" }));
    const risks = Array.from({ length: 20_000 }, (_, i) => ({
      risk: "r",
      likelihood: 1,
      impact: 1,
      owner: `nobody${i}`,
    }));
    const found = await refused({ ...LEAST, stakeholders, risks });
    expect(said(found)).toEqual([
      messages.tooMuch({}, "list", 20_000, 60, undefined),
      messages.tooMuch({}, "list", 20_000, 20, undefined),
    ]);
  });

  test("of more values than any deck shows is not read to its end", async () => {
    const found = await refused(`{ "a": [${"1,".repeat(3_000_000)}1] }`);
    expect(said(found)).toEqual([messages.tooManyValues({})]);
  });

  test("of objections that all attack each other is searched once each", async () => {
    const ids = Array.from({ length: 60 }, (_, i) => `o${i}`);
    const objections = ids.map((id, i) => ({
      id,
      objection: "a",
      answer: "b",
      attacks: [1, 2, 3, 5, 7].map((step) => ids[(i + step) % 60]),
    }));
    expect((await refused({ ...LEAST, objections })).length).toBe(300);
  });
});
