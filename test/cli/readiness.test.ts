import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { chainOf } from "../../src/cli/check/readiness/chain.ts";
import { html } from "../../src/cli/check/readiness/html.ts";
import { peopleOf } from "../../src/cli/check/readiness/people.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { compile, contract } from "../rules/compiled.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

const { READINESS } = messages;
let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-readiness-"));
  cpSync(join(import.meta.dirname, "..", "bundles", "data"), join(cwd, "data"), { recursive: true });
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const pageOf = async (bundle: Bundle): Promise<string> => {
  writeFileSync(join(cwd, "b.json"), JSON.stringify(bundle, undefined, 2));
  const { err } = await cli(cwd, ["check", "b.json", "--report", "out/r.html"]);
  expect(err).toBe(`${messages.reportWritten("out/r.html")}\n`);
  return readFileSync(join(cwd, "out", "r.html"), "utf8");
};

const VOID = new Set(["meta"]);
/** Elements and text of a page; fails where an element is not closed or an attribute has no quotation marks. */
function read(page: string) {
  const elements: SaxesTagPlain[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", (tag: SaxesTagPlain) => void elements.push(tag));
  parser.on("text", (part) => {
    text += part;
  });
  const closed = page
    .replace("<!doctype html>", "")
    .replaceAll(/<(\w+)([^>]*)>/g, (whole, name: string, rest: string) =>
      VOID.has(name) ? `<${name}${rest}/>` : whole,
    );
  parser.write(closed).close();
  return { elements, text };
}

describe("the readiness page", () => {
  test("is one document that loads nothing and runs nothing", async () => {
    const { elements } = read(await pageOf(contract()));
    const names = new Set(elements.map(({ name }) => name));
    for (const name of ["script", "link", "img", "iframe", "object", "a"])
      expect(names.has(name), name).toBe(false);
    for (const { attributes } of elements)
      for (const [key, value] of Object.entries(attributes)) {
        expect(key).not.toMatch(/^on|^src$|^href$|^style$/);
        expect(value).not.toMatch(/url\(/);
      }
  });

  test("has landmarks, one h1, headings in steps, named sections, a picture with a title and a table with heads", async () => {
    const { elements } = read(await pageOf(contract()));
    const having = (name: string) => elements.filter((each) => each.name === name);
    for (const name of ["header", "main", "footer", "h1", "svg", "table"])
      expect(having(name), name).toHaveLength(1);
    const levels = elements.flatMap(({ name }) => /^h(\d)$/.exec(name)?.[1] ?? []).map(Number);
    levels.forEach((level, n) => void expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1));
    const ids = new Set(elements.flatMap(({ attributes }) => attributes["id"] ?? []));
    const pointing = elements.flatMap(({ attributes }) => attributes["aria-labelledby"] ?? []);
    expect(pointing.length).toBeGreaterThan(4);
    for (const id of pointing) expect(ids.has(id), id).toBe(true);
    expect(having("html")[0]?.attributes["lang"]).toBe("en");
    expect(having("svg")[0]?.attributes["role"]).toBe("img");
    for (const { attributes } of having("th")) expect(attributes["scope"]).toBeDefined();
  });

  test("shows the titles in order, the people, the objections and every finding with place and hint", async () => {
    const bundle = contract();
    const page = read(await pageOf(bundle)).text;
    const { pages, findings } = await compile(bundle);
    let at = page.indexOf(READINESS.story);
    for (const { title } of pages.pages) {
      const next = page.indexOf(title, at);
      expect(next, title).toBeGreaterThan(at);
      at = next;
    }
    for (const { name } of bundle.stakeholders ?? []) expect(page).toContain(name);
    for (const { objection } of bundle.objections ?? []) expect(page).toContain(objection);
    expect(findings.length).toBeGreaterThan(0);
    for (const { what, hint = "" } of findings) {
      expect(page).toContain(what);
      expect(page).toContain(hint);
    }
    expect(page).toMatch(/b\.json, line \d+, column \d+/);
    expect(page).toContain(messages.readinessVerdict(0, 1));
  });

  test("draws every link that is missing, where it should leave or arrive", async () => {
    const stubs = (page: string) =>
      read(page).elements.filter(({ attributes }) => attributes["class"] === "stub").length;
    const before = stubs(await pageOf(SOUND));
    // Without them no reason reaches a goal, and no reason leads to one.
    const alone: Bundle = {
      ...SOUND,
      metrics: SOUND.metrics?.map(({ supports: _, ...metric }) => metric),
      charts: SOUND.charts?.map(({ supports: _, ...chart }) => chart),
      quotes: SOUND.quotes.map(({ goal: _, ...quote }) => quote),
      goals: SOUND.goals.map(({ metric: _, ...goal }) => goal),
    };
    expect(stubs(await pageOf(alone))).toBeGreaterThan(before + 1);
  });

  test("says what is silenced and why", async () => {
    const because = "The committee sees the risks in the meeting";
    const page = read(
      await pageOf({ ...SOUND, risks: [], rules: { "risks/trigger": { severity: "off", because } } }),
    ).text;
    expect(page).toContain(because);
    expect(page).toContain(`${READINESS.silenced} (1)`);
  });

  test("shows no word that was said without permission", async () => {
    const secret = "Between us: the pilot was rigged from the start";
    const quotes = [...SOUND.quotes, { id: "q-secret", from: "head", text: secret }];
    const page = await pageOf({ ...SOUND, quotes });
    expect(page).toContain("quotes/consent");
    expect(page).not.toContain("rigged");
  });

  test("lets no bundle write markup", async () => {
    const nasty = '"><script>alert(1)</script><b onload=x>';
    const page = await pageOf({
      ...SOUND,
      title: nasty,
      stakeholders: SOUND.stakeholders?.map((person) => ({ ...person, name: `${person.name}${nasty}` })),
      goals: SOUND.goals.map((goal) => ({ ...goal, name: `${goal.name}${nasty}` })),
    });
    const { elements, text } = read(page);
    expect(elements.some(({ name }) => name === "script" || name === "b")).toBe(false);
    // Its straight quotation mark is set as the language sets it.
    expect(text).toContain(nasty.replace('"', "“"));
  });

  test("is not written for a bundle that cannot be read that far, and says so", async () => {
    writeFileSync(join(cwd, "b.json"), '{ "title": "x" }');
    const { exit, err } = await cli(cwd, ["check", "b.json", "--report", "r.html"]);
    expect({ exit, err }).toEqual({ exit: 1, err: `${messages.reportNotWritten("r.html")}\n` });
  });

  test("the same bundle gives the same page", async () => {
    expect(await pageOf(SOUND)).toBe(await pageOf(SOUND));
  });
});

describe("the chain", () => {
  const chain = async (bundle: Bundle) => {
    const { resolved, bundle: written, figures } = await compile(bundle);
    return chainOf(resolved, written, figures);
  };
  const nodes = ({ why, reasons, goals, evidence, ask }: Awaited<ReturnType<typeof chain>>) => [
    why,
    ...reasons,
    ...goals,
    ...evidence,
    ask,
  ];
  const breaks = async (bundle: Bundle) =>
    nodes(await chain(bundle)).flatMap(({ key, breaks }) => breaks.map((each) => `${key} ${each}`));

  test("leads from every reason of a sound bundle over a goal and its evidence to the ask", async () => {
    const { links } = await chain(SOUND);
    expect(links).toContainEqual({ from: "reason-0", to: "goal-g" });
    expect(links).toContainEqual({ from: "goal-g", to: "evidence-wait" });
    expect(links).toContainEqual({ from: "evidence-wait", to: "ask" });
  });

  test.each<readonly [string, (bundle: Bundle) => Bundle, string]>([
    [
      "a reason whose quotes nobody may see",
      (b) => ({
        ...b,
        quotes: b.quotes.map((q) => (q.id === "q-lead" ? { ...q, permission: "none" as const } : q)),
      }),
      "reason-2 noEvidence",
    ],
    [
      "a goal without measure and evidence",
      (b) => ({ ...b, goals: [...b.goals, { id: "more", name: "More" }] }),
      "goal-more noEvidence",
    ],
    [
      "a goal that no reason leads to",
      (b) => ({ ...b, goals: [...b.goals, { id: "more", name: "More" }] }),
      "goal-more noReason",
    ],
    [
      "evidence that supports nothing",
      (b) => ({
        ...b,
        metrics: [...(b.metrics ?? []), { id: "tea", name: "Tea", values: [{ period: "2026", value: 1 }] }],
      }),
      "evidence-tea supportsNothing",
    ],
    ["no ask", ({ ask: _, ...b }) => ({ ...b, objections: [] }), "ask noAsk"],
    ["an ask that nobody decides", (b) => ({ ...b, ask: { decision: "Approve it" } }), "ask noApprover"],
    ["a why without reasons", (b) => ({ ...b, why: { statement: b.why.statement } }), "why noReasons"],
  ])("breaks at %s", async (_name, change, expected) => {
    expect(await breaks(SOUND)).not.toContain(expected);
    expect(await breaks(change(SOUND))).toContain(expected);
  });

  test("every break is drawn with its word, and listed", async () => {
    const page = read(await pageOf({ ...SOUND, goals: [...SOUND.goals, { id: "more", name: "Sell more" }] }));
    for (const each of ["noReason", "noMeasure", "noEvidence"] as const)
      expect(page.text).toContain(`✕ ${READINESS.broken[each]}`);
    expect(page.text).toContain(
      messages.readinessBreak("Company goal", "Sell more", ["noReason", "noMeasure", "noEvidence"]),
    );
    expect(page.elements.filter(({ attributes }) => attributes["class"] === "node broken")).toHaveLength(2);
  });

  test("text stays inside its box, and no box lies on another", async () => {
    const { elements } = read(await pageOf(contract()));
    const boxes = elements
      .filter(({ name }) => name === "rect")
      .map(
        ({ attributes }) =>
          ["x", "y", "width", "height"].map((key) => Number(attributes[key])) as [
            number,
            number,
            number,
            number,
          ],
      );
    expect(boxes.length).toBeGreaterThan(15);
    const [, , width = 0, height = 0] = (
      elements.find(({ name }) => name === "svg")?.attributes["viewBox"] ?? ""
    )
      .split(" ")
      .map(Number);
    boxes.forEach(([x, y, w, h], n) => {
      expect(x + w).toBeLessThanOrEqual(width);
      expect(y + h).toBeLessThanOrEqual(height);
      for (const [x2, y2, w2, h2] of boxes.slice(n + 1))
        expect(x < x2 + w2 && x2 < x + w && y < y2 + h2 && y2 < y + h).toBe(false);
    });
  });
});

test("people count as heard by the same measure as the rule", async () => {
  const bundle = contract();
  for (const person of bundle.stakeholders ?? []) {
    if (person.id === "cfo") delete person.met;
    if (person.id === "legal") person.met = "2026-12-24";
    if (person.id === "network") delete person.concern;
  }
  const { resolved, findings } = await compile(bundle);
  const named = findings.filter(({ code }) => code === "people/heard").map(({ what }) => what.split(",")[0]);
  expect(named).toHaveLength(3);
  expect(peopleOf(resolved).notHeard.map(({ name }) => name)).toEqual(named);
});

test("html escapes values and keeps html", () => {
  expect(
    html`<p title="${"\"'<>&"}">${html`<b>${1}</b>`}${["<", html`<i/>`]}${undefined}${"\u202e"}</p>`.markup,
  ).toBe('<p title="&quot;&#39;&lt;&gt;&amp;"><b>1</b>&lt;<i/>□</p>');
});

describe("claims on the readiness page", () => {
  const charted: Bundle = {
    ...SOUND,
    metrics: [
      ...(SOUND.metrics ?? []),
      {
        ...{ id: "queues", name: "Queues", unit: "minutes", source: "s", asOf: "2026-10-31", owner: "head" },
        values: [20, 24, 31].map((value, n) => ({ period: `2026-0${n + 7}`, value })),
      },
    ],
    why: {
      ...SOUND.why,
      complication: "Queues of {{queues.latest}} are the rule.",
      holds: ["queues.latest < 30"],
      reasons: [
        { claim: "Queues have grown every month", because: "They say so.", evidence: ["queues"] },
        { claim: "Those who wait leave", because: "Half of them never return.", evidence: ["stay"] },
        {
          ...{ claim: "The team sees it too", because: "They say so.", evidence: ["q-lead"] },
          holds: ["stay.latest > 70%"],
        },
      ],
    },
  };

  test("stand in the order of what leadership attacks, each with its tests and, where false, the figures", async () => {
    const { elements, text } = read(await pageOf(charted));
    const part = text.slice(text.indexOf(READINESS.claims), text.indexOf(READINESS.notHeard));
    const order = [
      `${READINESS.guards.contradicted.heading} (1)`,
      "Queues of 31 minutes are the rule.",
      `queues.latest < 30 ${READINESS.isFalse}: queues.latest is 31 minutes`,
      `${READINESS.guards.none.heading} (2)`,
      SOUND.ask?.waiting ?? "",
      "Half of them never return.",
      `${READINESS.guards.read.heading} (1)`,
      "every(queues, value > previous)",
      `${READINESS.guards.written.heading} (1)`,
      "The team sees it too",
      "stay.latest > 70%",
    ];
    const places = order.map((each) => part.indexOf(each));
    expect(places, part).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(part).not.toContain("{{");
    expect(elements.filter(({ name }) => name === "mark")).toHaveLength(3);
  });

  test("of a deck that claims nothing about numbers are none", async () => {
    const { waiting: _, ...ask } = SOUND.ask ?? { decision: "" };
    const quiet = { ...SOUND, ask, why: { ...SOUND.why, complication: "They no longer wait.", reasons: [] } };
    const { text } = read(await pageOf(quiet));
    expect(text).toContain(READINESS.noClaims);
  });
});
