import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { cli } from "../cli/run.ts";
import { BAD } from "./cases.ts";

const BEFORE = "the deck that was there before";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-bad-"));
  writeFileSync(join(cwd, "deck.pptx"), BEFORE);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** What the user reads, without where. */
const words = ({ code, severity, what, why }: Diagnostic) => ({ code, severity, what, why });

describe(`${BAD.length} bad inputs`, () => {
  test.each(BAD.map((one) => [one.name, one] as const))(
    "%s",
    async (_name, { bundle, prepare, argv, says, exit }) => {
      if (bundle !== undefined) {
        writeFileSync(
          join(cwd, "b.json"),
          typeof bundle === "string" || bundle instanceof Uint8Array
            ? bundle
            : JSON.stringify(bundle, undefined, 2),
        );
      }
      prepare?.(cwd);
      const files = readdirSync(cwd).sort();
      const args = ["build", ...(argv ?? ["b.json", "-o", "deck.pptx"])];

      const machine = await cli(cwd, [...args, "--json"]);
      const result = JSON.parse(machine.out) as { decks: unknown[]; diagnostics: Diagnostic[] };
      expect(result.diagnostics.map(words)).toEqual(says.map(words));
      for (const [i, said] of says.entries()) {
        // A hint is compared where it names what was meant; one that lists what there is depends on the list.
        if (said.hint?.startsWith("Did you mean") === true)
          expect(result.diagnostics[i]?.hint).toContain(said.hint);
        else expect(result.diagnostics[i]?.hint === undefined).toBe(said.hint === undefined);
      }
      expect(machine.exit).toBe(exit);
      expect(machine.err).toBe("");
      expect(result.decks).toEqual([]);

      const human = await cli(cwd, args);
      expect(human.exit).toBe(exit);
      expect(human.out).toBe("");
      for (const { code } of says) expect(human.err).toContain(code);
      expect(human.err).not.toMatch(/^ +at /m);
      if (exit === 1) expect(human.err).toMatch(/^ {8}[\w./]+:\d+:\d+ /m);

      expect(readFileSync(join(cwd, "deck.pptx"), "utf8")).toBe(BEFORE);
      expect(readdirSync(cwd).sort()).toEqual(files);
      expect(existsSync(join(cwd, "out"))).toBe(false);
    },
  );

  test("there are at least forty of them, each with its own name", () => {
    expect(BAD.length).toBeGreaterThanOrEqual(40);
    expect(new Set(BAD.map((one) => one.name)).size).toBe(BAD.length);
  });
});
