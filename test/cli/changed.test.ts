import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-changed-"));
  writeFileSync(join(cwd, "old.json"), JSON.stringify(SOUND));
  const ask = { ...SOUND.ask, amount: 26000 };
  const why = { ...SOUND.why, statement: "Customers go before anyone has answered them." };
  writeFileSync(join(cwd, "new.json"), JSON.stringify({ ...SOUND, ask, why }));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const changed = (...argv: string[]) => cli(cwd, ["changed", "new.json", ...argv]);

describe("foredeck changed", () => {
  test("says what changed as text", async () => {
    const { exit, out } = await changed("--against", "old.json");
    expect(exit).toBe(0);
    expect(out).toContain("What changed from old.json");
    expect(out).toContain("Amount  EUR 20,000 → EUR 26,000");
    expect(out).toContain("Customers [-leave-] {+go+} before");
    expect(out).toMatch(/Read again: .*The answer/u);
  });

  test("names what is new or gone under its own name once", async () => {
    const [metric] = SOUND.metrics ?? [];
    const more = { ...metric, id: "calls", name: "Calls at night", supports: ["ask"] };
    writeFileSync(
      join(cwd, "more.json"),
      JSON.stringify({ ...SOUND, metrics: [...(SOUND.metrics ?? []), more] }),
    );
    for (const [now, before] of [
      ["more.json", "old.json"],
      ["old.json", "more.json"],
    ] as const) {
      for (const format of ["text", "markdown"]) {
        const { out } = await cli(cwd, ["changed", now, "--against", before, "--format", format]);
        expect([format, out.match(/Calls at night/g)]).toEqual([format, ["Calls at night"]]);
      }
    }
  });

  test("colours words on a terminal in place of brackets", async () => {
    const { out } = await cli(cwd, ["changed", "new.json", "--against", "old.json"], true);
    expect(out).not.toContain("[-");
    expect(out).toContain("\u001b[32mgo\u001b[39m");
  });

  test("as Markdown", async () => {
    const { out } = await changed("--against", "old.json", "--format", "markdown");
    expect(out).toContain("## The ask\n\n- **Amount**: EUR 20,000 → EUR 26,000\n");
    expect(out).toContain("Customers ~~leave~~ **go** before");
  });

  test("as JSON, with paths, words and pages", async () => {
    const { out } = await changed("--against", "old.json", "--json");
    const { changes, pages, ...rest } = JSON.parse(out);
    expect(rest).toEqual({ version: 1, before: "old.json", now: null });
    expect(changes[0]).toEqual({
      ...{
        kind: "ask",
        way: "changed",
        what: "Amount",
        before: "EUR 20,000",
        now: "EUR 26,000",
        words: null,
      },
      ...{ path: "ask.amount", pathBefore: "ask.amount", figures: [], unseen: false },
      pages: ["answer", "decision"],
    });
    expect(changes[1].words).toContainEqual({ text: "go", way: "added" });
    expect(pages.changed.map(({ id }: { id: string }) => id)).toEqual(["answer", "why", "decision"]);
    expect(pages.same.length).toBeGreaterThan(2);
  });

  test("of a bundle and itself, says that nothing changed", async () => {
    const { exit, out } = await cli(cwd, ["changed", "old.json", "--against", "old.json"]);
    expect(exit).toBe(0);
    expect(out).toContain("Nothing that readers see has changed since old.json.");
  });

  test("refuses without anything to compare with, and with a bundle that has errors", async () => {
    const nothing = await changed();
    expect(nothing.exit).toBe(2);
    expect(nothing.err).toContain("--against");
    writeFileSync(join(cwd, "old.json"), "{}");
    const broken = await changed("--against", "old.json");
    expect(broken.exit).toBe(1);
    expect(broken.err).toContain("old.json");
  });
});
