import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./run.ts";
import { SENDABLE, workshop } from "./sent/bundle.ts";

/**
 * The commands of the conversation have the same five things: help with examples, a result as JSON, a place in the
 * documentation, completion of each option, and exit codes that say what went wrong.
 */
const ROOT = join(import.meta.dirname, "..", "..");
const DOCS = readFileSync(join(ROOT, "docs", "conversation.md"), "utf8");
const README = readFileSync(join(ROOT, "README.md"), "utf8");
const NO = { result: "no", date: "2026-12-05", reasons: [{ reason: "The trial is too small", from: "cfo" }] };

/** Arguments of each behind the bundle, fields of its JSON, and the exit code for a bundle that it has nothing to do with. */
const FAMILY = {
  send: { args: ["--dry-run"], fields: ["version", "state", "mails"], idle: 1 },
  changed: { args: ["--since", "1.0"], fields: ["version", "changes", "pages"], idle: 2 },
  pull: { args: ["reply.txt", "--dry-run"], fields: ["decks", "replies", "applied"], idle: 0 },
  replies: { args: [], fields: ["format", "replies"], idle: 0 },
  record: { args: [], fields: ["status", "result", "outcome"], idle: 1 },
  next: { args: ["--dry-run"], fields: ["format", "version", "objections", "written", "diff"], idle: 1 },
  thanks: { args: [], fields: ["version", "notes"], idle: 0 },
} as const;

const shop = workshop();
const { cwd } = shop;
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
let completion = "";
beforeAll(async () => {
  const { exit, err } = await shop.send();
  expect(exit, err).toBe(0);
  shop.write({ ...JSON.parse(shop.text("b.json")), decided: NO });
  const { version: _, ...idle } = SENDABLE;
  writeFileSync(join(cwd, "idle.json"), JSON.stringify(idle));
  writeFileSync(join(cwd, "broken.json"), '{ "title": 4');
  writeFileSync(join(cwd, "reply.txt"), "Fine with me.\n");
  completion = (await cli(cwd, ["completion", "bash"])).out;
});

describe.each(Object.entries(FAMILY))("foredeck %s", (name, { args, fields, idle }) => {
  const run = (file: string, ...more: readonly string[]) => cli(cwd, [name, file, ...args, ...more]);

  test("explains itself, with examples of its own", async () => {
    const { exit, out } = await cli(cwd, [name, "--help"]);
    expect(exit).toBe(0);
    expect(out).toMatch(new RegExp(`Examples:\\n  foredeck ${name} `));
    expect(out).toContain("--json");
    for (const [, option = ""] of out.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm))
      expect(completion, option).toContain(option);
  });

  test("gives its result as JSON, and nothing else on standard output", async () => {
    const before = shop.text("b.json");
    const { exit, out, err } = await run("b.json", "--json");
    expect(exit, err).toBe(0);
    expect(Object.keys(JSON.parse(out))).toEqual(expect.arrayContaining([...fields]));
    expect(shop.text("b.json")).toBe(before);
  });

  test("is explained in the documentation and in the table of commands, and is completed", () => {
    expect(DOCS).toContain(`foredeck ${name} `);
    expect(README).toContain(`\`foredeck ${name} <bundle>`);
    expect(completion).toContain(name);
  });

  test("ends with a code for each way in which it can end", async () => {
    expect((await run("idle.json")).exit).toBe(idle);
    expect((await run("none.json")).exit).toBe(2);
    expect((await run("b.json", "--no-such-option")).exit).toBe(2);
    expect((await cli(cwd, [name])).exit).toBe(2);
    const { exit, out, err } = await run("broken.json");
    // pull reads words of a bundle as far as they can be read.
    expect(exit).toBe(name === "pull" ? 0 : 1);
    if (exit !== 0) expect([out === "", err !== ""]).toEqual([true, true]);
  });
});
