import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import type * as compile from "../../src/compile.ts";
import type * as rendering from "../../src/render.ts";
import { LEAST } from "../read/bundles.ts";
import { cli } from "./run.ts";

/** A clock that goes on only while something is made. */
const clock = vi.hoisted(() => ({ now: 0 }));
const TAKES: Readonly<Record<string, number>> = { pptx: 2_000, md: 3_000, json: 5_000 };

vi.mock("../../src/compile.ts", async (original) => {
  const real = await original<typeof compile>();
  const compileBundle: typeof compile.compileBundle = (...args) => {
    clock.now += 10_000;
    return real.compileBundle(...args);
  };
  return { ...real, compileBundle };
});
vi.mock("../../src/render.ts", async (original) => {
  const real = await original<typeof rendering>();
  const render: typeof rendering.render = (compiled, format, ...rest) => {
    clock.now += TAKES[format] ?? 0;
    return real.render(compiled, format, ...rest);
  };
  return { ...real, render };
});

const cwd = mkdtempSync(join(tmpdir(), "foredeck-seconds-"));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(cwd, { recursive: true, force: true });
});

test("each output says the time that it took itself; the first bears what all share", async () => {
  vi.spyOn(performance, "now").mockImplementation(() => clock.now);
  writeFileSync(join(cwd, "a.json"), JSON.stringify(LEAST));
  const { exit, out } = await cli(cwd, ["build", "a.json", "--format", "pptx,md,json", "--json"]);
  expect(exit).toBe(0);
  const { decks } = JSON.parse(out) as { decks: { seconds: number }[] };
  expect(decks.map(({ seconds }) => seconds)).toEqual([12, 3, 5]);
});
