import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { LEAST } from "../read/bundles.ts";
import { type Answer, type Assistant, openAssistant } from "./client.ts";

/** An assistant that wants what lies outside the root, or to break what lies in it. */
const SECRET = "the safe opens with 4711";
let folder: string;
let root: string;
let outside: string;
let assistant: Assistant;
const json = (value: object): string => JSON.stringify(value, undefined, 2);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-mcp-"));
  root = join(folder, "root");
  outside = join(folder, "outside");
  for (const each of [root, outside, join(root, "in"), join(root, ".hidden")]) mkdirSync(each);
  writeFileSync(join(outside, "deck.json"), json({ ...LEAST, title: SECRET }));
  writeFileSync(join(outside, "part.json"), json({ organisation: SECRET }));
  writeFileSync(join(outside, "visits.csv"), `month,visits\n2026-01,${SECRET}\n`);
  writeFileSync(join(outside, "kept.pptx"), SECRET);
  writeFileSync(join(root, "in", "deck.json"), json(LEAST));
  writeFileSync(join(root, ".hidden", "deck.json"), json(LEAST));
  writeFileSync(join(root, "package.json"), json({ name: "theirs", version: "1.0.0", scripts: {} }));
  symlinkSync(join(outside, "deck.json"), join(root, "link.json"));
  symlinkSync(outside, join(root, "away"));
  symlinkSync(join(outside, "new.json"), join(root, "dangling.json"));
  symlinkSync("round.json", join(root, "round.json"));
  if (process.platform !== "win32") execFileSync("mkfifo", [join(root, "pipe.json")]);
  assistant = await openAssistant(root, join(folder, "records"), ["--write"]);
});
afterAll(async () => {
  await assistant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What lies outside, byte for byte, to see that nothing is made or changed there. */
const around = (): Readonly<Record<string, string>> =>
  Object.fromEntries(readdirSync(outside).map((name) => [name, readFileSync(join(outside, name), "utf8")]));
let before: ReturnType<typeof around>;
beforeEach(() => {
  before = around();
});

function expectRefused(answer: Answer, why: RegExp): void {
  expect(answer).toMatchObject({ refused: true, text: expect.stringMatching(why) });
  // It says what to do.
  expect(answer.text).toMatch(/To mend: /);
  expectNothingLeft(answer);
}

function expectNothingLeft(answer: Answer): void {
  expect(JSON.stringify(answer.whole)).not.toContain(SECRET);
  expect(around()).toEqual(before);
}

const PATHS: readonly (readonly [string, RegExp])[] = [
  ["../outside/deck.json", /leads upwards/],
  ["in/../../outside/deck.json", /leads upwards/],
  ["in/..", /leads upwards/],
  ["/etc/passwd", /root of the disk/],
  ["~/deck.json", /tilde/],
  ["C:/deck.json", /drive/],
  ["file:///etc/passwd", /drive or as an address/],
  ["..\\outside\\deck.json", /backslash/],
  ["in\\deck.json", /backslash/],
  ["%2e%2e/outside/deck.json", /encoded/],
  ["in%2Fdeck.json", /encoded/],
  ["in/deck.json\0.png", /control character/],
  ["in/deck\n.json", /control character/],
  ["", /empty/],
  [`${"a/".repeat(600)}deck.json`, /1,000/],
  ["link.json", /link on the way leads out/],
  ["away/deck.json", /link on the way leads out/],
  ["away/none/deck.json", /link on the way leads out/],
  ["dangling.json", /link on the way leads out/],
  ["round.json", /circle/],
  [".hidden/deck.json", /hidden/],
  ["node_modules/a/deck.json", /hidden/],
  ["in", /neither with .json/],
  ["package.yaml", /neither with .json/],
  ["in/deck.json/deck.json", /it is a file/],
  ...(process.platform === "win32" ? [] : [["pipe.json", /pipe, a device/] as const]),
];

describe("a path", () => {
  test.each(PATHS)("%j is refused by every tool that takes one", async (bundle, why) => {
    for (const [tool, more] of [
      ["read_bundle", {}],
      ["write_bundle", { text: json(LEAST), replace: true }],
      ["check", {}],
      ["fix", { write: true }],
      ["figures", {}],
      ["build", {}],
      ["slide_image", { slide: 1 }],
      ["changed", {}],
      ["changed", { bundle: "in/deck.json", against: bundle }],
      ["replies", {}],
    ] as const)
      expectRefused(await assistant.call(tool, { bundle, ...more }), why);
  });

  test.each(["..", "/tmp", "away", "away/new", ".git", "in/deck.json", "a\\b", "C:"])(
    "%j is refused as a folder of decks",
    async (to) => {
      const built = await assistant.call("build", { bundle: "in/deck.json", folder: to });
      expectRefused(built, /is refused: /);
    },
  );
});

describe("what a bundle names", () => {
  const bundles: Readonly<Record<string, object>> = {
    "a link to a part": { ...LEAST, extends: "part.json" },
    "a part in a linked folder": { ...LEAST, extends: "../away/part.json" },
    "a part above": { ...LEAST, extends: "../../outside/part.json" },
    "an absolute part": { ...LEAST, extends: "/etc/hostname" },
    "a linked table": {
      ...LEAST,
      metrics: [{ ...LEAST.metrics[0], values: { csv: "visits.csv", period: "month", value: "visits" } }],
    },
    "a linked picture": {
      ...LEAST,
      pictures: [{ id: "p", file: "picture.png", alt: "a", title: "A picture" }],
    },
    "a linked logo": { ...LEAST, logo: "picture.png" },
    "a linked theme": { ...LEAST, theme: "./theme.json" },
    "a linked template": { ...LEAST, template: "kept.pptx" },
  };
  beforeAll(() => {
    mkdirSync(join(root, "named"));
    symlinkSync(join(outside, "part.json"), join(root, "named", "part.json"));
    symlinkSync(join(outside, "part.json"), join(root, "named", "theme.json"));
    symlinkSync(join(outside, "visits.csv"), join(root, "named", "visits.csv"));
    symlinkSync(join(outside, "visits.csv"), join(root, "named", "picture.png"));
    symlinkSync(join(outside, "kept.pptx"), join(root, "named", "kept.pptx"));
  });

  test.each(Object.entries(bundles))("is not read outside: %s", async (_, bundle) => {
    writeFileSync(join(root, "named", "deck.json"), json(bundle));
    const found = await assistant.call("check", { bundle: "named/deck.json" });
    expect(found.text).toMatch(/^error /m);
    expect(found.text).toMatch(/To mend: /);
    expectNothingLeft(found);
    for (const [tool, more] of [
      ["build", {}],
      ["slide_image", { slide: 1 }],
    ] as const) {
      const answer = await assistant.call(tool, { bundle: "named/deck.json", ...more });
      expect(answer.refused).toBe(true);
      expectNothingLeft(answer);
    }
  });

  test("is read in its project as far as the root reaches, and no further", async () => {
    // The project file lies above the root, so for the command line its whole folder may be read.
    writeFileSync(join(folder, "foredeck.config.json"), "{}");
    try {
      writeFileSync(join(root, "named", "deck.json"), json({ ...LEAST, extends: "../../outside/part.json" }));
      const found = await assistant.call("check", { bundle: "named/deck.json" });
      expect(found.text).toMatch(/^error /m);
      expectNothingLeft(found);
    } finally {
      rmSync(join(folder, "foredeck.config.json"));
    }
  });

  test("is not read beside it, either: replies and sent versions that are links", async () => {
    mkdirSync(join(root, "beside", "b.sent"), { recursive: true });
    writeFileSync(join(root, "beside", "a.json"), json(LEAST));
    writeFileSync(join(root, "beside", "b.json"), json(LEAST));
    symlinkSync(join(outside, "part.json"), join(root, "beside", "a.replies.json"));
    symlinkSync(outside, join(root, "beside", "b.sent", "1.0"));
    expectRefused(await assistant.call("replies", { bundle: "beside/a.json" }), /link out of the root/);
    expectRefused(await assistant.call("check", { bundle: "beside/b.json" }), /link out of the root/);
  });
});

describe("what would be written", () => {
  test("goes through no link, whichever of the names it is", async () => {
    mkdirSync(join(root, "linked"));
    symlinkSync(join(outside, "kept.pptx"), join(root, "linked", "deck.pptx"));
    expectRefused(await assistant.call("build", { bundle: "in/deck.json", folder: "linked" }), /leads out/);
    mkdirSync(join(root, "later"));
    symlinkSync(join(outside, "kept.pptx"), join(root, "later", "deck.new.pptx"));
    expectRefused(await assistant.call("build", { bundle: "in/deck.json", folder: "later" }), /leads out/);
  });

  test("replaces no file of another program, with a bundle or with a deck", async () => {
    const theirs = readFileSync(join(root, "package.json"), "utf8");
    const write = await assistant.call("write_bundle", {
      ...{ bundle: "package.json", text: json(LEAST), replace: true },
    });
    expectRefused(write, /is no bundle/);
    // An output of the name of their file.
    writeFileSync(join(root, "in", "package.json"), json(LEAST));
    const built = await assistant.call("build", {
      ...{ bundle: "in/package.json", formats: ["json"], folder: "." },
    });
    expectRefused(built, /Foredeck has not written it/);
    writeFileSync(join(root, "in", "package-01.svg"), "<svg/>");
    const pages = await assistant.call("build", {
      ...{ bundle: "in/package.json", formats: ["svg"], folder: "in" },
    });
    expectRefused(pages, /package-01\.svg.* is there, and Foredeck has not written it/);
    expect(readFileSync(join(root, "package.json"), "utf8")).toBe(theirs);
    expect(readFileSync(join(root, "in", "package-01.svg"), "utf8")).toBe("<svg/>");
    // A deck that is not ours is left, and ours stands beside it.
    mkdirSync(join(root, "board"));
    writeFileSync(join(root, "board", "deck.pptx"), "not ours");
    const beside = await assistant.call("build", { bundle: "in/deck.json", folder: "board" });
    expect(beside.structured).toMatchObject({
      outputs: [{ path: join("board", "deck.new.pptx"), state: "beside" }],
    });
    expect(readFileSync(join(root, "board", "deck.pptx"), "utf8")).toBe("not ours");
  });

  test.each([
    ["settings", { compilerOptions: { strict: true }, extends: "./base.json" }],
    ["a list", [1, 2]],
    ["a text", "title"],
  ])("is a bundle and nothing else: %s", async (_, value) => {
    const answer = await assistant.call("write_bundle", { bundle: "x.json", text: JSON.stringify(value) });
    expectRefused(answer, /fields of a bundle/);
    expect(existsSync(join(root, "x.json"))).toBe(false);
  });

  test("is nothing at all without --write", async () => {
    const reader = await openAssistant(root, join(folder, "records"));
    try {
      const names = readdirSync(root, { recursive: true }).sort();
      const bundle = "in/deck.json";
      const text = readFileSync(join(root, bundle), "utf8");
      for (const [tool, more] of [
        ["write_bundle", { bundle: "new.json", text: json(LEAST) }],
        ["write_bundle", { text: json(LEAST), replace: true }],
        ["build", {}],
        ["fix", { write: true }],
      ] as const)
        expectRefused(await reader.call(tool, { bundle, ...more }), /reads only[\s\S]*foredeck mcp --write/);
      expect((await reader.call("fix", { bundle })).structured).toMatchObject({
        changed: true,
        written: false,
      });
      expect(readdirSync(root, { recursive: true }).sort()).toEqual(names);
      expect(readFileSync(join(root, bundle), "utf8")).toBe(text);
      const { tools } = await reader.client.listTools();
      expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    } finally {
      await reader.close();
    }
  });
});

describe("arguments", () => {
  test("that are huge are refused with their size, and the server goes on", async () => {
    const text = json({ ...LEAST, subtitle: "x".repeat(3 * 1_048_576) });
    const large = await assistant.call("write_bundle", { bundle: "large.json", text });
    expectRefused(large, /The arguments have 31\d{5} bytes; 2097152 are taken at most/);
    const input = { bundle: "large.json", text: "x".repeat(12 * 1_048_576) };
    await expect(assistant.call("write_bundle", input)).rejects.toThrow(/12\d{6} bytes; 8388608 are taken/);
    expect(existsSync(join(root, "large.json"))).toBe(false);
    expect((await assistant.call("check", { bundle: "in/deck.json" })).refused).toBe(false);
  });

  test("that are wrong are refused with what is wrong", async () => {
    for (const [tool, input, why] of [
      ["check", { bundel: "in/deck.json" }, /bundel/],
      ["check", { bundle: 4 }, /bundle: .*string/],
      ["build", { bundle: "in/deck.json", formats: ["exe"] }, /formats/],
      ["slide_image", { bundle: "in/deck.json", slide: 1.5 }, /slide/],
      ["slide_image", { bundle: "in/deck.json", slide: -1 }, /slide/],
    ] as const)
      expect(await assistant.call(tool, input)).toMatchObject({
        ...{ refused: true, text: expect.stringMatching(why) },
      });
    await expect(assistant.call("delete_everything")).rejects.toThrow(/delete_everything/);
    for (const uri of [
      "foredeck://samples/../package",
      "foredeck://samples/%2e%2e%2fpackage",
      "file:///etc/passwd",
    ])
      await expect(assistant.client.readResource({ uri })).rejects.toThrow();
  });
});
