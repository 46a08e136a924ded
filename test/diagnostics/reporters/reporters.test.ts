import { readdirSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import * as messages from "../../../src/diagnostics/messages/index.ts";
import { github } from "../../../src/diagnostics/reporters/github.ts";
import { REPORTERS } from "../../../src/diagnostics/reporters/index.ts";
import { json } from "../../../src/diagnostics/reporters/json.ts";
import { junit } from "../../../src/diagnostics/reporters/junit.ts";
import { prettyReport } from "../../../src/diagnostics/reporters/pretty.ts";
import { findingsOf, type Report } from "../../../src/diagnostics/reporters/reporter.ts";
import { NASTY, PLAIN, REPORT } from "./report.ts";

const withText = (text: string): Report => ({
  ...REPORT,
  bundles: [
    {
      file: text,
      ran: "all",
      skipped: [],
      findings: [
        { code: "ask/complete", severity: "error", what: text, place: { file: text, line: 1, column: 1 } },
      ],
      silenced: [{ code: "chart/form", because: text, findings: [] }],
    },
  ],
});

test("every file is registered", () => {
  const folder = join(import.meta.dirname, "..", "..", "..", "src", "diagnostics", "reporters");
  const names = readdirSync(folder).map((name) => name.replace(".ts", ""));
  expect(names.filter((name) => !["index", "reporter"].includes(name)).sort()).toEqual(
    Object.keys(REPORTERS).sort(),
  );
});

test("json holds everything", () => {
  const result = JSON.parse(json(REPORT, PLAIN)) as {
    diagnostics: Diagnostic[];
    bundles: { silenced: object[]; skipped: string[] }[];
  };
  expect(result).toMatchObject({ version: 1, errors: 4, warnings: 1 });
  expect(result.diagnostics).toEqual(findingsOf(REPORT));
  expect(result.bundles.map(({ silenced, skipped }) => ({ silenced, skipped }))).toEqual(
    REPORT.bundles.map(({ silenced, skipped }) => ({ silenced, skipped })),
  );
});

describe("pretty", () => {
  const text = prettyReport(REPORT, PLAIN);
  test("names the slide, lists what is silenced and what has not run, and ends with one line that sums up", () => {
    expect(text).toContain('in/a b.json:30:1  charts[0].series  slide 7 "Sales, up"  chart/form');
    expect(text.replaceAll(/\s+/g, " ")).toContain(
      messages.silencedRule("read/time", "The board asked for the long form: all of it, 100%"),
    );
    expect(text.replaceAll(/\s+/g, " ")).toContain(messages.rulesRanInPart("in/c.json", "none"));
    expect(text.replaceAll(/\s+/g, " ")).toContain(messages.rulesRanInPart("in/d.json", "sound"));
    expect(text.replaceAll(/\s+/g, " ")).toContain(messages.rulesKnowNoLanguage("in/d.json", ["chart/form"]));
    expect(text.trimEnd().split("\n").at(-1)).toBe("4 errors, 1 warning in 3 files");
  });

  test("of nothing says so, and uses colour only when asked to", () => {
    const sound: Report = {
      ...REPORT,
      findings: [],
      bundles: [{ file: "b.json", ran: "all", skipped: [], findings: [], silenced: [] }],
    };
    expect(prettyReport(sound, PLAIN)).toBe("no problems in b.json\n");
    const esc = String.fromCharCode(27);
    expect(text).not.toContain(esc);
    expect(prettyReport(REPORT, { ...PLAIN, colour: true })).toContain(esc);
  });
});

/** An independent reading of workflow commands, as the runner does it (actions/runner, ActionCommand.cs). */
function annotations(text: string) {
  const open = (value: string, more: readonly (readonly [string, string])[] = []): string =>
    [...more, ["%0D", "\r"], ["%0A", "\n"], ["%25", "%"]].reduce(
      (all, [from = "", to = ""]) => all.replaceAll(from, to),
      value,
    );
  const property = [
    ["%3A", ":"],
    ["%2C", ","],
  ] as const;
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const match = /^::(\w+) (.*?)::(.*)$/s.exec(line);
      if (match === null) throw new Error(`not a command: ${line}`);
      const [, command, properties = "", data = ""] = match;
      const entries = properties.split(",").map((each) => {
        const [key = "", value = ""] = [each.slice(0, each.indexOf("=")), each.slice(each.indexOf("=") + 1)];
        return [key, open(value, property)];
      });
      return {
        command,
        properties: Object.fromEntries(entries) as Record<string, string>,
        message: open(data),
      };
    });
}

describe("github", () => {
  test("one annotation for each finding, at its place", () => {
    const [ask, chart, csv, syntax, overall, silenced] = annotations(github(REPORT, PLAIN));
    expect(ask).toEqual({
      command: "error",
      properties: { file: "in/a b.json", line: "12", col: "5", endColumn: "9", title: "ask/complete" },
      message: `${NASTY}\nWhy it matters.\nMend it.`,
    });
    expect(chart?.command).toBe("warning");
    expect(csv?.properties["file"]).toBe("in/data/x.csv");
    expect(syntax?.properties["title"]).toBe("json/syntax");
    expect(overall).toEqual({
      command: "error",
      properties: { title: "cli/max-warnings" },
      message: "There is 1 warning.",
    });
    expect(silenced?.command).toBe("notice");
  });

  test("no text can start a command of its own", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("%", ":", ",", "\n", "\r", "a", "0", "A", "::error::") }),
        (text) => {
          const [first, notice, ...rest] = annotations(github({ ...withText(text), findings: [] }, PLAIN));
          expect(rest).toEqual([]);
          expect(notice?.properties["file"]).toBe(text);
          expect(first?.message).toBe(text);
          expect(first?.properties["file"]).toBe(text);
        },
      ),
    );
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function parse(xml: string): Element {
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag: SaxesTagPlain) => {
    const element: Element = { name: tag.name, attributes: tag.attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("text", (text) => {
    const at = open.at(-1);
    if (at !== undefined) at.text += text;
  });
  parser.on("closetag", () => void open.pop());
  parser.write(xml).close();
  const [top] = root.children;
  if (top === undefined) throw new Error("no element");
  return top;
}

describe("junit", () => {
  const top = parse(junit(REPORT, PLAIN));
  const cases = (n: number) => top.children[n]?.children ?? [];
  const outcome = (each: Element) => [each.attributes["name"], ...each.children.map(({ name }) => name)];

  test("a suite a bundle, a case a rule and for every other code that was found", () => {
    expect(top.name).toBe("testsuites");
    expect(top.children.map(({ attributes }) => attributes["name"])).toEqual([
      "in/a b.json",
      "in/c.json",
      "in/d.json",
      "foredeck",
    ]);
    expect(cases(0).map(outcome)).toEqual([
      ["ask/complete", "failure"],
      ["chart/form", "system-out"],
      ["deck/access"],
      ["read/time", "skipped"],
      ["csv/cell", "failure"],
    ]);
  });

  test("rules that have not run are skipped, not passed", () => {
    expect(cases(1).map(outcome)).toEqual([
      ["ask/complete", "skipped"],
      ["chart/form", "skipped"],
      ["deck/access", "skipped"],
      ["read/time", "skipped"],
      ["json/syntax", "failure"],
    ]);
    expect(cases(2).map(outcome)).toEqual([
      ["ask/complete", "skipped"],
      ["chart/form", "skipped"],
      ["deck/access", "skipped"],
      ["read/time", "skipped"],
    ]);
  });

  test("the counts are those of the cases", () => {
    for (const suite of [top, ...top.children]) {
      const all = suite === top ? top.children.flatMap(({ children }) => children) : suite.children;
      const having = (name: string) =>
        all.filter(({ children }) => children.some((child) => child.name === name)).length;
      expect(suite.attributes).toMatchObject({
        tests: String(all.length),
        failures: String(having("failure")),
        skipped: String(having("skipped")),
      });
    }
  });

  test("says where, what, why and how to mend it", () => {
    const text = cases(0)[0]?.children[0]?.text ?? "";
    expect(text).toContain("in/a b.json:12:5  ask.by");
    expect(text).toContain("Mend it.");
    expect(cases(0)[1]?.children[0]?.text).toContain(messages.onSlide(7, "Sales, up"));
  });

  test("is XML whatever a bundle says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const message =
          parse(junit(withText(text), PLAIN)).children[0]?.children[0]?.children[0]?.attributes["message"] ??
          "";
        expect(message.replaceAll(/[\s\ufffd]/g, "").length).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
