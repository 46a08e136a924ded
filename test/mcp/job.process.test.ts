import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RULES } from "../../src/rules/index.ts";
import { SOUND } from "../rules/sound.ts";
import { type Assistant, openAssistant } from "./client.ts";

/** A whole job over the protocol, from the schema to the look of a slide. */
let folder: string;
let root: string;
let assistant: Assistant;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-mcp-"));
  root = join(folder, "root");
  mkdirSync(root);
  assistant = await openAssistant(root, join(folder, "records"), ["--write"]);
});
afterAll(async () => {
  await assistant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The bundle with a date in a form that needs no judgement, and a figure that there is not. */
const faulty = {
  ...SOUND,
  date: "2026/11/18",
  why: { ...SOUND.why, statement: "Customers leave after {{wait.lastest}}." },
};

const picture = async (bytes: Uint8Array) => {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.slice(at, at + 4).join());
  return { width: image.width, height: image.height, colours: colours.size };
};

describe("a whole job", () => {
  test("begins with what the server says of itself and its tools", async () => {
    expect(assistant.client.getInstructions()).toContain("Never invent a number");
    const { tools } = await assistant.client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...["schema", "read_bundle", "write_bundle", "check", "explain", "fix", "figures", "build"],
      ...["slide_image", "changed", "replies"],
    ]);
    for (const { description, inputSchema, outputSchema } of tools) {
      expect(description).toMatch(/\.$/);
      expect(inputSchema).toMatchObject({ type: "object", additionalProperties: false });
      expect(outputSchema).toMatchObject({ type: "object" });
    }
  });

  test("reads the part of the schema that it needs, and no more", async () => {
    const whole = await assistant.call("schema");
    expect(whole.text).toMatch(/^goals\*: /m);
    expect(whole.text.length).toBeLessThan(8_000);
    const goals = await assistant.call("schema", { part: "goals" });
    expect(JSON.stringify(goals.structured)).toContain("contribution");
    expect((await assistant.call("schema", { part: "charts" })).text).toMatch(/^pareto: /m);
    const chart = await assistant.call("schema", { part: "charts.pareto" });
    expect(chart.structured).toMatchObject({
      schema: { properties: { kind: { const: "pareto" } } },
      types: { unit: { type: "string" } },
    });
    const mistyped = await assistant.call("schema", { part: "charts.parteo" });
    expect(mistyped).toMatchObject({ refused: true, text: expect.stringContaining("Did you mean pareto?") });
  });

  test("writes the bundle, and replaces it only when told to", async () => {
    const text = JSON.stringify(faulty, undefined, 2);
    const written = await assistant.call("write_bundle", { bundle: "plans/answers.json", text });
    expect(written.structured).toEqual({
      ...{ file: "plans/answers.json", bytes: Buffer.byteLength(text), replaced: false },
    });
    expect(readFileSync(join(root, "plans", "answers.json"), "utf8")).toBe(text);
    const again = await assistant.call("write_bundle", { bundle: "plans/answers.json", text });
    expect(again).toMatchObject({ refused: true, text: expect.stringContaining("replace: true") });
    const broken = await assistant.call("write_bundle", {
      bundle: "b.json",
      text: '{ "title": "a" "why": 1 }',
    });
    expect(broken).toMatchObject({ refused: true, text: expect.stringContaining("b.json:1:16") });
    expect(existsSync(join(root, "b.json"))).toBe(false);
    expect((await assistant.call("read_bundle")).structured).toEqual({ bundles: ["plans/answers.json"] });
    const read = await assistant.call("read_bundle", { bundle: "plans/answers.json", from: 2, lines: 1 });
    expect(read.structured).toMatchObject({ text: '  "title": "Answer faster",', from: 2 });
  });

  test("finds the faults, each with its place and how to mend it", async () => {
    const found = await assistant.call("check", { bundle: "plans/answers.json" });
    expect(found.refused).toBe(false);
    expect(found.structured).toMatchObject({
      errors: 2,
      findings: expect.arrayContaining([
        expect.objectContaining({ rule: "text/unknown-figure", path: "why.statement", severity: "error" }),
      ]),
    });
    const lines = readFileSync(join(root, "plans", "answers.json"), "utf8").split("\n");
    const line = lines.findIndex((each) => each.includes("wait.lastest")) + 1;
    expect(found.text).toMatch(
      new RegExp(`^error text/unknown-figure {2}plans/answers.json:${line}:\\d+`, "m"),
    );
    expect(found.text).toContain("To mend: Did you mean {{wait.latest}}?");
  });

  test("explains a rule, and offers all of them and the samples to read", async () => {
    const rule = await assistant.call("explain", { rule: "ask/complete" });
    expect(rule.text).toContain("Why: Leadership cannot say yes");
    expect((await assistant.call("explain")).structured["rules"]).toHaveLength(RULES.length);
    const { resources } = await assistant.client.listResources();
    const uris = resources.map(({ uri }) => uri);
    expect(uris).toEqual(
      expect.arrayContaining(["foredeck://samples/minimal", "foredeck://rules/ask/complete"]),
    );
    const { contents } = await assistant.client.readResource({ uri: "foredeck://samples/minimal" });
    expect(contents[0]).toMatchObject({ text: expect.stringContaining('"why"') });
    const { resourceTemplates } = await assistant.client.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate).sort()).toEqual([
      ...["foredeck://rules/{+code}", "foredeck://samples/{name}"],
    ]);
  });

  test("mends what needs no judgement: says it first, writes it when told to", async () => {
    const before = readFileSync(join(root, "plans", "answers.json"), "utf8");
    const dry = await assistant.call("fix", { bundle: "plans/answers.json" });
    expect(dry.structured).toMatchObject({ changed: true, written: false });
    expect(dry.text).toContain('+  "date": "2026-11-18",');
    expect(readFileSync(join(root, "plans", "answers.json"), "utf8")).toBe(before);
    const wet = await assistant.call("fix", { bundle: "plans/answers.json", write: true });
    expect(wet.structured).toMatchObject({ changed: true, written: true, errors: 1 });
    expect(readFileSync(join(root, "plans", "answers.json"), "utf8")).toContain('"date": "2026-11-18"');
    const figures = await assistant.call("figures", { bundle: "plans/answers.json", match: "WAIT.la" });
    expect(figures.text).toMatch(/^\{\{wait\.latest\}\} {2}/);
    const text = readFileSync(join(root, "plans", "answers.json"), "utf8").replace("lastest", "latest");
    await assistant.call("write_bundle", { bundle: "plans/answers.json", text, replace: true });
    const sound = await assistant.call("check", { bundle: "plans/answers.json" });
    expect(sound.structured).toMatchObject({ errors: 0 });
  });

  test("builds the deck, and tells how it gets on", async () => {
    const said: string[] = [];
    const built = await assistant.call(
      "build",
      { bundle: "plans/answers.json", formats: ["pptx", "pdf"], folder: "decks" },
      { onprogress: ({ message = "" }) => said.push(message) },
    );
    expect(built.structured).toMatchObject({
      outputs: [
        { path: join("decks", "answers.pptx"), state: "built" },
        { path: join("decks", "answers.pdf"), state: "built" },
      ],
    });
    expect(said[0]).toMatch(/^Working on build/);
    expect(said.filter((each) => /^Writing/.test(each)).length).toBeGreaterThan(1);
    expect(
      readFileSync(join(root, "decks", "answers.pptx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
    // What Foredeck wrote it may write again, in a format without a mark, too.
    const title = SOUND.title;
    const text = readFileSync(join(root, "plans", "answers.json"), "utf8").replace(title, `${title} still`);
    await assistant.call("write_bundle", { bundle: "plans/answers.json", text, replace: true });
    const again = await assistant.call("build", {
      bundle: "plans/answers.json",
      formats: ["pdf"],
      folder: "decks",
    });
    expect(again.structured).toMatchObject({
      outputs: [{ path: join("decks", "answers.pdf"), state: "built" }],
    });
    expect(readdirSync(join(root, "decks")).sort()).toEqual(["answers.pdf", "answers.pptx"]);
  });

  test("looks at a slide: the picture that the format png writes", async () => {
    const seen = await assistant.call("slide_image", { bundle: "plans/answers.json", slide: 3 });
    const image = seen.whole.content.find((part) => part.type === "image");
    if (image?.type !== "image") return expect.unreachable();
    expect(image.mimeType).toBe("image/png");
    const bytes = Buffer.from(image.data, "base64");
    expect(await picture(bytes)).toMatchObject({ width: 1_920, height: 1_080 });
    expect((await picture(bytes)).colours).toBeGreaterThan(10);
    await assistant.call("build", { bundle: "plans/answers.json", formats: ["png"], folder: "pictures" });
    const name = readdirSync(join(root, "pictures")).find((each) => /-0?3\.png$/.test(each)) ?? "";
    expect(bytes.equals(readFileSync(join(root, "pictures", name)))).toBe(true);
    const beyond = await assistant.call("slide_image", { bundle: "plans/answers.json", slide: 99 });
    expect(beyond).toMatchObject({
      refused: true,
      text: expect.stringContaining("Ask for a slide from 1 to"),
    });
  });

  test("says what changed and who answered", async () => {
    writeFileSync(join(root, "old.json"), JSON.stringify({ ...SOUND, title: "Answer soon" }));
    const changed = await assistant.call("changed", { bundle: "plans/answers.json", against: "old.json" });
    expect(changed.text).toContain("Answer [-soon-] {+faster still+}");
    expect(changed.structured["changes"]).not.toEqual([]);
    const none = await assistant.call("replies", { bundle: "plans/answers.json" });
    expect(none.structured).toEqual({ file: "plans/answers.json", open: 0, replies: [], more: 0 });
  });

  test("is the same for a client that speaks the newest revision", async () => {
    const newest = await openAssistant(root, join(folder, "records"), [], "auto");
    try {
      expect(newest.client.getNegotiatedProtocolVersion()).toBe("2026-07-28");
      const found = await newest.call("check", { bundle: "plans/answers.json" });
      expect(found.structured).toMatchObject({ errors: 0 });
    } finally {
      await newest.close();
    }
  });
});

describe("calls at the same time", () => {
  test("are worked on one after another: two builds of one deck leave one whole deck", async () => {
    const input = { bundle: "plans/answers.json", folder: "race" };
    const all = await Promise.all([
      assistant.call("build", input),
      assistant.call("build", input),
      assistant.call("check", { bundle: "plans/answers.json" }),
    ]);
    expect(all.map(({ refused }) => refused)).toEqual([false, false, false]);
    expect(all.slice(0, 2).map(({ structured }) => structured["outputs"])).toMatchObject([
      ...[[{ state: "built" }], [{ state: "unchanged" }]],
    ]);
    expect(readdirSync(join(root, "race"))).toEqual(["answers.pptx"]);
  });

  test("end when they are cancelled, and what waits goes on", async () => {
    const stop = new AbortController();
    const input = {
      bundle: "plans/answers.json",
      formats: ["pptx", "pdf", "html", "png"],
      folder: "cancelled",
    };
    const began = new Promise<void>((done) => {
      const build = assistant.call("build", input, { signal: stop.signal, onprogress: () => done() });
      build.catch(() => undefined);
    });
    await began;
    const next = assistant.call("check", { bundle: "plans/answers.json" });
    stop.abort();
    expect((await next).structured).toMatchObject({ errors: 0 });
    expect(existsSync(join(root, "cancelled"))).toBe(false);
    // Answers at once while a build goes on.
    const slow = assistant.call("build", { ...input, folder: "slow" });
    const order: string[] = [];
    await Promise.all([
      slow.then(() => order.push("build")),
      assistant.call("explain", { rule: "ask/complete" }).then(() => order.push("explain")),
      assistant.client.ping().then(() => order.push("ping")),
    ]);
    expect(order.at(-1)).toBe("build");
    expect(statSync(join(root, "slow", "answers.pdf")).size).toBeGreaterThan(1_000);
  });
});
