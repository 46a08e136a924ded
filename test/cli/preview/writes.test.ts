import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { BundlePart } from "../../../src/cli/preview/message.ts";
import { createWrites } from "../../../src/cli/preview/writes.ts";
import { WRITES } from "../../../src/diagnostics/messages/index.ts";
import { createNodeHost } from "../../../src/host/node.ts";

const TEXT = `{
  // What it is called
  "title": "Heat the pool", /* not for long */
  "ask": { "amount": 1200, },
  "people": [{ "id": "ida", "name": "Ida Ness" }],
}
`;
const part = (
  key: readonly (string | number)[],
  line: number,
  column: number,
  file = "b.json",
): BundlePart => ({
  ...{ key: JSON.stringify(key), path: "", says: "", text: "", file, line, column },
});
const PARTS = {
  title: part(["title"], 3, 12),
  amount: part(["ask", "amount"], 4, 22),
  // An object stands at what names it.
  person: part(["people", 0], 5, 21),
  other: part(["goals", 0, "name"], 3, 12, "company.json"),
};

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-writes-"));
  save(TEXT);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const save = (text: string): void => writeFileSync(join(cwd, "b.json"), text);
const now = (): string => readFileSync(join(cwd, "b.json"), "utf8");
const writes = () =>
  createWrites({
    ...{ file: "b.json", cwd, host: createNodeHost() },
    places: async () => ({ save: 1, slides: [{ id: "cover", parts: Object.values(PARTS), spots: {} }] }),
    fixed: async (bytes) => {
      const text = Buffer.from(bytes).toString("utf8").replace("Ida Ness", "Ida N.");
      return { bytes: Buffer.from(text), changed: text.includes("Ida N."), done: ["name mended"] };
    },
  });
const key = (one: keyof typeof PARTS): string => PARTS[one].key;

describe("what the page of a preview writes", () => {
  test("has lines where the field is a sentence, and one where it is a name", async () => {
    const decision = part(["ask", "decision"], 3, 23);
    save('{\n "title": "Heat the pool",\n "ask": { "decision": "Heat it" } }\n');
    const { text, edit } = createWrites({
      ...{ file: "b.json", cwd, host: createNodeHost() },
      places: async () => ({
        save: 1,
        slides: [{ id: "cover", parts: [part(["title"], 2, 11), decision], spots: {} }],
      }),
      fixed: async (bytes) => ({ bytes, changed: false, done: [] }),
    });
    expect(await text({ key: decision.key })).toMatchObject({ text: "Heat it", lines: true });
    const before = now();
    const after = "Heat\nthe pool";
    expect(await edit({ key: key("title"), before: "Heat the pool", after })).toEqual({
      ...{ refused: WRITES.oneLine, undo: 0 },
    });
    expect(now()).toBe(before);
    await edit({ key: decision.key, before: "Heat it", after });
    expect(now()).toBe(before.replace('"Heat it"', JSON.stringify(after)));
  });

  test("is the one text that it shows, with comments and layout kept, and can be undone", async () => {
    const { text, edit, undo } = writes();
    expect(await text({ key: key("title") })).toEqual({ text: "Heat the pool", lines: false, undo: 0 });
    const after = 'Heat the "big" pool\\';
    expect(await edit({ key: key("title"), before: "Heat the pool", after })).toEqual({ done: [], undo: 1 });
    expect(now()).toBe(TEXT.replace('"Heat the pool"', JSON.stringify(after)));
    expect(await undo(undefined)).toEqual({ done: [], undo: 0 });
    expect(now()).toBe(TEXT);
    expect(await undo(undefined)).toEqual({ refused: WRITES.nothing, undo: 0 });
  });

  test("is a number where a number stands", async () => {
    const { edit } = writes();
    for (const after of ["many", "12,900", "", "0x10", "01"])
      expect(await edit({ key: key("amount"), before: "1200", after })).toEqual({
        refused: WRITES.number,
        undo: 0,
      });
    expect(now()).toBe(TEXT);
    await edit({ key: key("amount"), before: "1200", after: " 12900 " });
    expect(now()).toBe(TEXT.replace("1200", "12900"));
  });

  test("is nothing where the bundle was changed by somebody else, before or since", async () => {
    const { edit, undo } = writes();
    const theirs = TEXT.replace("Heat the pool", "Heat our pool");
    save(theirs);
    const asked = { key: key("title"), before: "Heat the pool", after: "Mine" };
    expect(await edit(asked)).toEqual({ refused: WRITES.changed, undo: 0 });
    expect(now()).toBe(theirs);
    save(TEXT);
    await edit(asked);
    save(theirs);
    expect(await undo(undefined)).toEqual({ refused: WRITES.changedSince, undo: 1 });
    expect(now()).toBe(theirs);
  });

  test("is nothing for what is written elsewhere, put together, or not there", async () => {
    const { text, edit } = writes();
    expect(await text({ key: key("other") })).toEqual({ refused: WRITES.elsewhere("company.json"), undo: 0 });
    expect(await text({ key: key("person") })).toEqual({ refused: WRITES.composed, undo: 0 });
    for (const asked of [undefined, null, 3, {}, { key: 3 }, { key: "[]" }])
      expect(await edit(asked)).toEqual({ refused: WRITES.gone, undo: 0 });
    save("{");
    expect(await text({ key: key("title") })).toEqual({ refused: WRITES.unreadable, undo: 0 });
    expect(now()).toBe("{");
  });

  test("are the fixes that it has named, and they can be undone", async () => {
    const { fixes, fix, undo } = writes();
    expect(await fixes(undefined)).toEqual({ done: ["name mended"], undo: 0 });
    expect(now()).toBe(TEXT);
    expect(await fix(undefined)).toEqual({ done: ["name mended"], undo: 1 });
    expect(now()).toBe(TEXT.replace("Ida Ness", "Ida N."));
    await undo(undefined);
    expect(now()).toBe(TEXT);
  });
});
