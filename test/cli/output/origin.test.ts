import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { otherBundle } from "../../../src/diagnostics/messages/batch.ts";
import { LEAST } from "../../read/bundles.ts";
import { cli } from "../run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-origin-"));
  for (const folder of ["a", "b"]) {
    mkdirSync(join(cwd, folder));
    put(`${folder}/x.json`, `Open ${folder}`);
  }
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, title: string): void =>
  writeFileSync(join(cwd, name), JSON.stringify({ ...LEAST, title }));
const build = (...argv: readonly string[]) =>
  cli(cwd, ["build", ...argv], false, { env: { FOREDECK_CACHE_DIR: join(cwd, ".cache") } });
const said = (output: string): string =>
  otherBundle(join("out", output), join("a", "x.json"), join("b", "x.json"));
const SAYS = " before and is now built from ";

describe("a deck that was made of another bundle before", () => {
  test.each(["pptx", "md"])("is replaced, and the run says so once: %s", async (format) => {
    const first = await build("a/x.json", "--format", format);
    expect(first.err).not.toContain(SAYS);
    const second = await build("b/x.json", "--format", format);
    expect(second).toMatchObject({ exit: 0 });
    expect(second.err).toContain(said(`x.${format}`));
    put("b/x.json", "Open again");
    expect((await build("b/x.json", "--format", format)).err).not.toContain(SAYS);
  });

  test("is not spoken of when the same bundle is called otherwise, or nothing is written", async () => {
    await build("a/x.json");
    put("a/x.json", "Open again");
    expect((await build("./b/../a/x.json")).err).not.toContain(SAYS);
    put("b/x.json", "Open again");
    const { out, err } = await build("b/x.json");
    expect(out).toContain("unchanged");
    expect(err).not.toContain(SAYS);
  });
});
