import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { versionsInOrder } from "../../src/cli/versions/order.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { cli } from "./run.ts";
import { SENDABLE, workshop } from "./sent/bundle.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const ASK = SENDABLE.ask as NonNullable<Bundle["ask"]>;
const LATER: Bundle = { ...SENDABLE, version: "1.1", status: "draft", ask: { ...ASK, amount: 26000 } };

/** A folder in which version 1.0 was sent to the chief of finance, and the bundle has gone on since. */
async function sent(now: Bundle = LATER) {
  const shop = workshop();
  folders.push(shop.cwd);
  const { exit } = await shop.send("--to", "cfo");
  expect(exit).toBe(0);
  shop.write(now);
  const run = (...argv: string[]) => cli(shop.cwd, argv);
  return { ...shop, run };
}

describe("a deck after a version that was sent", () => {
  test("says what has changed, as soon as there is one and not before", async () => {
    const { cwd, run } = await sent();
    const built = async (): Promise<string> => {
      const { exit, out } = await run("build", "b.json", "--format", "md", "-o", "d.md", "--force");
      expect([0, 3]).toContain(exit);
      return out + readFileSync(join(cwd, "d.md"), "utf8");
    };
    const with1 = await built();
    expect(with1).toContain("Version 1.1 differs from version 1.0 in one point");
    expect(with1).toContain("EUR 26,000");
    rmSync(join(cwd, "b.sent"), { recursive: true });
    expect(await built()).not.toContain("differs from version 1.0");
  });

  test("is built again, not taken from the cache, when another version has been sent", async () => {
    const { cwd } = await sent();
    const env = { FOREDECK_CACHE_DIR: join(cwd, "cache") };
    const build = async () =>
      (await cli(cwd, ["build", "b.json", "--format", "md", "-o", "d.md"], false, { env })).out;
    cpSync(join(cwd, "b.sent"), join(cwd, "aside"), { recursive: true });
    rmSync(join(cwd, "b.sent"), { recursive: true });
    await build();
    expect(await build()).toContain("unchanged");
    cpSync(join(cwd, "aside"), join(cwd, "b.sent"), { recursive: true });
    expect(await build()).not.toContain("unchanged");
    expect(await build()).toContain("unchanged");
  });

  test("is the same, byte for byte, where its own version is the one that was sent", async () => {
    const { cwd, run, write } = await sent();
    write({ ...SENDABLE, version: "1.0" });
    await run("build", "b.json", "-o", "with.pptx");
    rmSync(join(cwd, "b.sent"), { recursive: true });
    await run("build", "b.json", "-o", "without.pptx");
    expect(readFileSync(join(cwd, "with.pptx")).equals(readFileSync(join(cwd, "without.pptx")))).toBe(true);
  });

  test("is built with a warning where the version is not as it was sent", async () => {
    const { cwd, run } = await sent();
    appendFileSync(join(cwd, "b.sent", "1.0", "bundle.json"), " ");
    const { exit, err } = await run("build", "b.json", "-o", "d.pptx");
    expect(exit).toBe(0);
    expect(err).toContain('What changed since version "1.0" is not known');
  });
});

describe("sent/changed", () => {
  const found = async (now: Bundle): Promise<readonly string[]> => {
    const { run } = await sent(now);
    const { out } = await run("check", "b.json", "--format", "json");
    return JSON.parse(out)
      .diagnostics.filter(({ code }: { code: string }) => code === "sent/changed")
      .map(({ what }: { what: string }) => what);
  };

  test("asks why, where something that matters has changed", async () => {
    expect(await found(LATER)).toEqual([
      'Nothing says why version "1.1" differs from version "1.0": Amount.',
    ]);
  });

  test("says nothing where there is a note, or where a sentence was reworded", async () => {
    const history = [
      { version: "1.0", date: "2026-11-18", sentTo: ["cfo"] },
      { version: "1.1", date: "2026-11-18", note: "The trial is longer" },
    ];
    expect(await found({ ...LATER, history })).toEqual([]);
    const why = { ...SENDABLE.why, statement: "Customers go before anyone has answered them." };
    expect(await found({ ...SENDABLE, version: "1.1", why })).toEqual([]);
  });
});

describe("the version before", () => {
  /** Names in order of folders of versions, each with a date. */
  const inOrder = async (versions: Readonly<Record<string, string>>, before?: string) => {
    const folder = mkdtempSync(join(tmpdir(), "foredeck-order-"));
    folders.push(folder);
    for (const [name, date] of Object.entries(versions)) {
      mkdirSync(join(folder, "b.sent", name), { recursive: true });
      writeFileSync(join(folder, "b.sent", name, "manifest.json"), JSON.stringify({ date }));
    }
    return versionsInOrder("b.sent", folder, before);
  };
  const day = (n: number): string => `2026-11-${String(n).padStart(2, "0")}`;

  test.each([
    [
      "by number, whatever the dates say",
      { "1.10": day(1), "1.9": day(3), "2.0": day(2) },
      undefined,
      ["1.9", "1.10", "2.0"],
    ],
    [
      "without the bundle's own and later ones",
      { "1.0": day(1), "1.1": day(2), "2.0": day(3) },
      "1.1",
      ["1.0"],
    ],
    [
      "a correction of an older one comes before the newer one",
      { "2.0": day(1), "1.0.1": day(2) },
      "2.1",
      ["1.0.1", "2.0"],
    ],
    [
      "by date, where one name is no number",
      { final: day(2), "1.0": day(3), sketch: day(1) },
      "next",
      ["sketch", "final", "1.0"],
    ],
    ["by name, where dates are the same", { beta: day(1), alpha: day(1) }, undefined, ["alpha", "beta"]],
  ] as const)("is found %s", async (_name, versions, before, expected) => {
    expect(await inOrder(versions, before)).toEqual(expected);
  });

  test("is the same one for changed, check and send", async () => {
    const { run, write, cwd, text, send } = await sent({ ...SENDABLE, version: "2.0", date: "2026-11-10" });
    expect((await send("--to", "cfo")).exit).toBe(0);
    write({ ...LATER, version: "2.1", date: "2026-11-12", history: JSON.parse(text("b.json")).history });
    expect(JSON.parse((await run("changed", "b.json", "--json")).out).before).toBe("2.0");
    await run("build", "b.json", "--format", "md", "-o", "d.md", "--force");
    expect(readFileSync(join(cwd, "d.md"), "utf8")).toContain("differs from version 2.0");
    expect((await send("--dry-run", "--anyway", "A look")).out).not.toContain("version 1.0");
  });
});
