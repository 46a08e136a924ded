import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Session, startSession } from "../../../src/cli/preview/session.ts";
import { changesBetween, type Shown } from "../../../src/cli/preview/shown.ts";
import { createNodeHost } from "../../../src/host/node.ts";

const SAMPLES = join(import.meta.dirname, "..", "..", "..", "samples");
const SAMPLE = readFileSync(join(SAMPLES, "minimal.json"), "utf8");
let cwd = "";
let session: Session | undefined;
let steps: { readonly before: Shown; readonly after: Shown }[] = [];
let shown: { readonly before: Shown; readonly after: Shown }[] = [];
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-session-"));
  shown = [];
  steps = [];
});
afterEach(() => {
  session?.stop();
  rmSync(cwd, { recursive: true, force: true });
});
const save = (text: string): void => writeFileSync(join(cwd, "deck.json"), text);
async function start(): Promise<void> {
  session = await startSession({
    file: "deck.json",
    look: {},
    host: createNodeHost(),
    places: { cwd, editor: (file, line, column) => `ed://${file}:${line}:${column}` },
    shown: (before, after) => void steps.push({ before, after }),
    done: async (before, after) => void shown.push({ before, after }),
    failed: (cause) => {
      throw cause;
    },
  });
}
async function places() {
  if (session === undefined) throw new Error("there is no session");
  return (await session.places()).slides;
}
async function nth(n: number): Promise<Shown> {
  for (let i = 0; i < 1_500 && shown.length < n; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  const last = shown[n - 1];
  if (last === undefined) throw new Error(`there was no update ${n}`);
  return last.after;
}

describe("a session", () => {
  test("shows every slide with its parts, each at its place in the bundle", async () => {
    save(SAMPLE);
    await start();
    const { deck, slides, broken } = await nth(1);
    expect(broken).toBeUndefined();
    expect(deck?.title).toBe("Open the library on Sundays");
    expect(slides.length).toBeGreaterThan(10);
    const lines = SAMPLE.split("\n");
    const found = await places();
    expect(found.map(({ id }) => id)).toEqual(slides.map(({ id }) => id));
    for (const [n, { svg }] of slides.entries()) {
      expect(svg).toMatch(/^<svg /);
      const { parts = [], spots = {} } = found[n] ?? {};
      const known = new Set(parts.map(({ key }) => key));
      const drawn = [...svg.matchAll(/data-path="([^"]*)"/g)].map(([, path = ""]) =>
        path.replaceAll("&quot;", '"'),
      );
      // Ornaments and the number of a page are written nowhere.
      const unknown = drawn.filter((path) => spots[path] === undefined && !known.has(path));
      expect(unknown.filter((path) => !/^\[\d+(,0)?\]$/.test(path))).toEqual([]);
      expect(unknown.length).toBeLessThan(drawn.length / 2);
      // All that is known of is drawn, and listed.
      for (const [path, { key, lines = [] }] of Object.entries(spots)) {
        if (lines.length > 0) expect(drawn).toContain(path);
        for (const one of [key, ...lines.flat().map((span) => span.key)]) expect(known).toContain(one);
      }
      for (const part of parts) {
        expect(lines[part.line - 1]?.length ?? 0).toBeGreaterThanOrEqual(part.column - 1);
        expect(part.href).toBe(`ed://${join(cwd, "deck.json")}:${part.line}:${part.column}`);
      }
    }
  });

  test("a part that a slide draws without its words is listed by its name", async () => {
    const sample = readFileSync(join(SAMPLES, "sepsis-at-the-ward-door.json"), "utf8");
    const bundle: { readonly stakeholders: readonly { readonly name: string }[] } = parse(sample);
    cpSync(SAMPLES, cwd, { recursive: true });
    save(sample);
    await start();
    await nth(1);
    const parts = (await places()).flatMap((slide) => slide.parts);
    const people = parts.filter(({ path }) => /^stakeholders\[\d+\]\.name$/.test(path));
    expect(people.length).toBeGreaterThan(3);
    for (const { path, says } of people) expect(says).not.toBe(path);
    const names = bundle.stakeholders.map(({ name }) => name);
    expect(people.filter(({ says }) => names.includes(says)).length).toBeGreaterThan(1);
  });

  test("the numbers, names and words of a chart lead to where they are written", async () => {
    const bundle = JSON.parse(SAMPLE.replaceAll(/^\s*\/\/.*$/gm, ""));
    const [metric] = bundle.metrics;
    const chart = bundle.charts.find((each: { metrics?: string[] }) => each.metrics?.[0] === metric.id);
    const at = metric.values[1].period;
    Object.assign(chart, { show: ["values", "target"], marks: [{ at, text: "New doors" }] });
    save(JSON.stringify(bundle, undefined, 2));
    await start();
    const { slides } = await nth(1);
    const found = await places();
    const parts = found.flatMap((slide) => slide.parts);
    const n = bundle.charts.indexOf(chart);
    expect(parts.find(({ says }) => says === "New doors")?.path).toBe(`charts[${n}].marks[0]`);
    const last = metric.values.length - 1;
    expect(parts.map(({ path }) => path)).toContain(`metrics[0].values[${last}]`);
    const drawn = slides.map(({ svg }) => svg).join("");
    for (let value = 0; value <= last; value += 1)
      expect(drawn).toContain(`data-path="[&quot;metrics&quot;,0,&quot;values&quot;,${value}]"`);
  });

  test("each sentence and figure leads to where it is written, not to its slide", async () => {
    save(SAMPLE);
    await start();
    const { slides } = await nth(1);
    const found = await places();
    const parts = found.flatMap((slide) => slide.parts);
    const pathOf = (says: string) => parts.find((part) => part.says.startsWith(says))?.path;
    expect(pathOf("Open the library on Sundays")).toBe("title");
    expect(pathOf("On the one day when families")).toBe("why.statement");
    expect(pathOf("Since April, visits have gone from 7,410")).toBe("why.reasons[0].because");
    expect(pathOf("I can see") ?? pathOf("“On Monday I can see")).toBe("quotes[0].text");
    expect(pathOf("Sundays from October to March")).toBe("options[1].name");
    expect(pathOf("GBP 21,000")).toBe("options[1].cost");
    // What is hit leads there.
    for (const { key } of parts.filter(({ path }) =>
      /^why\.statement$|^options\[1\]\.cost$|because$/.test(path),
    ))
      expect(found.flatMap(({ spots }) => Object.values(spots)).map((spot) => spot.key)).toContain(key);
    // A bar beside a text, and the number of a page, are not written anywhere of their own.
    const reason = slides.findIndex((_, n) =>
      found[n]?.parts.some(({ path }) => path === "why.reasons[0].claim"),
    );
    const marks = [
      ...(slides[reason]?.svg.matchAll(/<g (?=[^>]*data-kind="ornament")[^>]*data-path="([^"]*)"/g) ?? []),
    ].map(([, path = ""]) => found[reason]?.spots[path]?.key);
    expect(marks.length).toBeGreaterThan(0);
    expect(marks).not.toContain(JSON.stringify(["why", "reasons", 0]));
  });

  test("a figure in a sentence leads to its own place, the words around it to the sentence", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    const sentence = JSON.stringify(["why", "reasons", 0, "because"]);
    const spots = (await places()).flatMap((slide) => Object.values(slide.spots));
    const said = spots.filter(({ key }) => key === sentence);
    const words = said.flatMap(({ lines = [] }) => lines.flat());
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(({ key }) => !key.startsWith('["metrics",0,'))).toEqual([]);
    for (const { start, end } of words) expect(end - start).toBeLessThan(20);
  });

  test("finds places once for each save, and again where a save has moved them", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    const [first, again] = await Promise.all([session?.places(), session?.places()]);
    expect(again?.slides).toBe(first?.slides);
    save(`\n\n${SAMPLE}`);
    const second = await nth(2);
    const news = await session?.places();
    expect(news?.save).toBe(second.save);
    expect(news?.slides[0]?.parts[0]?.line).toBe((first?.slides[0]?.parts[0]?.line ?? 0) + 2);
  });

  test("tells of slides that changed, and of nothing else", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    save(SAMPLE.replace("Visits have grown by three in ten", "Visits have grown by a third"));
    const after = await nth(2);
    const { slides } = changesBetween(shown[1]?.before ?? after, after);
    const drawn = slides.filter(({ svg }) => svg !== undefined);
    expect(drawn.length).toBeGreaterThan(0);
    expect(drawn.length).toBeLessThan(slides.length / 2);
    expect(drawn.some(({ svg }) => svg?.includes("a third"))).toBe(true);
  });

  test("slides come before what the rules say about them", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    steps = [];
    const claim = /"claim": "([^"{]+)"/.exec(SAMPLE)?.[1] ?? "";
    save(SAMPLE.replace(claim, "Visits"));
    await nth(2);
    const [drawing, telling] = steps.map(({ before, after }) => changesBetween(before, after));
    expect(steps).toHaveLength(2);
    expect(drawing?.slides.some(({ svg }) => svg?.includes(">Visits<"))).toBe(true);
    expect(drawing?.save).toBe(telling?.save);
    expect(drawing?.counts).toBe(steps[0]?.before.counts);
    expect(telling?.slides.every(({ svg }) => svg === undefined)).toBe(true);
    expect(telling?.counts).not.toBe(drawing?.counts);
    const found = telling?.slides.flatMap(({ about }) => about?.findings ?? []);
    expect(found?.map(({ code }) => code)).toContain("titles/sentence");
  });

  test("what is shown after many saves is what a new session shows", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    const edits = [
      SAMPLE.replace("Visits have grown by three in ten", "Visits have grown by a third"),
      `\n${SAMPLE}`,
      SAMPLE.replace('"title":', '"title" '),
      SAMPLE.replace('"value": 12000', '"value": 12500').replace("Open the library", "Open it"),
    ];
    for (const [n, edit] of edits.entries()) {
      save(edit);
      await nth(n + 2);
    }
    const last = await nth(edits.length + 1);
    session?.stop();
    shown = [];
    await start();
    const fresh = await nth(1);
    expect({ ...last, revision: 0, save: 0 }).toEqual({ ...fresh, revision: 0, save: 0 });
  });

  test("a line that moves is told without drawing anything again", async () => {
    save(SAMPLE);
    await start();
    const first = await nth(1);
    save(`\n\n${SAMPLE}`);
    const second = await nth(2);
    const news = changesBetween(first, second).slides;
    expect(news.every(({ svg }) => svg === undefined)).toBe(true);
  });

  test("keeps the last good deck while the bundle is broken, says why, and mends", async () => {
    save(SAMPLE);
    await start();
    const good = await nth(1);
    save(SAMPLE.replace('"title":', '"title" '));
    const broken = await nth(2);
    expect(broken.slides).toBe(good.slides);
    expect(broken.broken?.[0]?.spot?.line).toBe(4);
    save(SAMPLE.replace("{{visits.latest}}", "{{visits.lastest}}"));
    expect((await nth(3)).broken?.[0]?.what).toContain("visits.lastest");
    rmSync(join(cwd, "deck.json"));
    expect((await nth(4)).broken?.[0]?.code).toBe("host/not-found");
    save(SAMPLE);
    expect((await nth(5)).broken).toBeUndefined();
  });

  test("half a file that is whole a moment later is never shown", async () => {
    save(SAMPLE);
    await start();
    await nth(1);
    save(SAMPLE.slice(0, 900));
    await new Promise((resolve) => setTimeout(resolve, 30));
    save(SAMPLE.replace("Visits have grown", "Visits have risen"));
    const next = await nth(2);
    expect(next.broken).toBeUndefined();
    expect(next.slides.some(({ svg }) => svg.includes("Visits have risen"))).toBe(true);
  });

  test("shows what readers answered, each with the slide that it is about, and follows the file", async () => {
    const file = (replies: readonly object[]): void =>
      writeFileSync(join(cwd, "deck.replies.json"), JSON.stringify({ format: 1, replies }));
    const asked = {
      ...{ id: "r-0000000001", from: "comment", who: "Cia", at: "2026-11-20T09:15:00", version: "1.0" },
      ...{
        words: "Why\u202e now?\nSay it.",
        path: ["why", "reasons", 1, "because"],
        page: 6,
        status: "open",
      },
    };
    const mailed = {
      ...{ id: "r-0000000002", from: "mail", who: "", words: "x".repeat(5_000), status: "open" },
      ...{ decision: "if", holdsBack: "The cost", path: ["nowhere", 4] },
    };
    file([asked, mailed, { ...asked, id: "r-0000000003", status: "answered" }]);
    save(SAMPLE);
    await start();
    const { replies, slides } = await nth(1);
    expect(replies).toMatchObject({ more: 0, settled: 1 });
    const [first, second] = replies.shown;
    expect(first).toMatchObject({
      ...{ who: "Cia", about: "Comment, 2026-11-20, page 6 of version 1.0", state: "open" },
      ...{ words: [{ text: "Why\u25a1 now?\nSay it." }], path: "why.reasons[1].because" },
    });
    const found = (await places()).filter(({ parts }) => parts.some(({ path }) => path === first?.path));
    expect(found.map(({ id }) => id)).toContain(first?.slide);
    expect(slides.map(({ id }) => id)).toContain(first?.slide);
    expect(second).toMatchObject({ who: "", about: "Mail" });
    expect(second).not.toHaveProperty("slide");
    expect(second?.words.map(({ asked: question }) => question)).toEqual([
      "Decision",
      undefined,
      "Holds back",
    ]);
    expect(second?.words[1]?.text.length).toBeLessThan(1_000);
    file([{ ...asked, status: "objection" }]);
    expect((await nth(2)).replies).toEqual({ shown: [], more: 0, settled: 1 });
    expect(
      changesBetween(steps.at(-1)?.before as Shown, steps.at(-1)?.after as Shown).slides.every(
        ({ svg }) => svg === undefined,
      ),
    ).toBe(true);
  });

  test("shows the first hundred of very many replies, and counts the others", async () => {
    const replies = Array.from({ length: 3_000 }, (_, n) => ({
      ...{ id: `r-${String(n).padStart(10, "0")}`, from: "mail", who: "Cia", words: "Why?", status: "open" },
    }));
    writeFileSync(join(cwd, "deck.replies.json"), JSON.stringify({ format: 1, replies }));
    save(SAMPLE);
    await start();
    const shown = (await nth(1)).replies;
    expect(shown).toMatchObject({ more: 2_900, settled: 0 });
    expect(shown.shown).toHaveLength(100);
  });

  test("findings stand with the slide that they are about", async () => {
    save(
      SAMPLE.replace('"objections/enough"', '"people/heard"')
        .replace('"trigger": "Under 250 on an average Sunday in May"', '"likelihoodNote": 1')
        .replace(', "likelihoodNote": 1', ""),
    );
    await start();
    const { slides, general } = await nth(1);
    const risk = slides.find(({ about }) => about.findings.some(({ code }) => code === "risks/trigger"));
    const parts = (await places()).find(({ id }) => id === risk?.id)?.parts ?? [];
    expect(parts.some(({ path }) => path.startsWith("risks"))).toBe(true);
    expect(general.some(({ code }) => code === "objections/enough")).toBe(true);
  });
});
