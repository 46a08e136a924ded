import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, describe, expect, test } from "vitest";

/**
 * The same bundle, two processes, another time zone, language, working folder and (where we may change it) user:
 * identical bytes. Needs the built program, which `npm test` builds first.
 */
const ROOT = join(import.meta.dirname, "..");
const MAIN = join(ROOT, "dist", "cli", "main.js");
const BUNDLE = join(ROOT, "test", "bundles", "customer-listening.json");
const folder = mkdtempSync(join(tmpdir(), "foredeck-same-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = promisify(execFile);

async function build(
  name: string,
  options: { env: Record<string, string>; cwd: string; uid?: number },
): Promise<Buffer> {
  const out = join(folder, name);
  await run(
    process.execPath,
    [MAIN, "build", BUNDLE, "-o", options.uid === undefined ? out : "-", "--quiet"],
    {
      cwd: options.cwd,
      env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...options.env },
      encoding: "buffer",
      maxBuffer: 64 * 1_048_576,
      ...(options.uid === undefined ? {} : { uid: options.uid }),
    },
  ).then(({ stdout }) => {
    if (options.uid !== undefined) bytes.set(name, stdout);
  });
  return bytes.get(name) ?? readFileSync(out);
}
const bytes = new Map<string, Buffer>();

const hash = (deck: Buffer): string => createHash("sha256").update(deck).digest("hex");
const mayChangeUser = process.getuid?.() === 0;

/** A chart as Chart.js draws it for a slide, in a process of its own, after `before` others. */
async function drawn(as: "png" | "svg", before: number, env: Record<string, string>): Promise<string> {
  const script = `
    import { readFileSync } from "node:fs";
    import { createHash } from "node:crypto";
    const [root, bundle, as, before] = process.argv.slice(1);
    const { compileBundle, createNodeHost } = await import(root + "/build/index.js");
    const { createPictures } = await import(root + "/build/formats/picture/on-demand.js");
    const host = createNodeHost();
    const source = { bytes: new Uint8Array(readFileSync(bundle)), file: "b.json", root: root + "/test/bundles" };
    const { pages, look } = await compileBundle(source, host);
    const charts = pages.pages.flatMap(({ items }) => items.flatMap((item) => item.type === "chart" ? [item.chart] : []));
    const draw = createPictures(look, (family) => host.fonts(family));
    const file = as === "svg" ? { type: "svg" } : { type: "png", scale: 2 };
    for (const chart of charts.slice(1, 1 + Number(before))) await draw(chart, file);
    console.log(createHash("sha256").update(await draw(charts[0], file)).digest("hex"));`;
  const given = ["--input-type=module", "-e", script, ROOT, BUNDLE, as, String(before)];
  const { stdout } = await run(process.execPath, given, {
    cwd: tmpdir(),
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...env },
  });
  return stdout.trim();
}

describe("the same chart gives the same picture", () => {
  test.each(["png", "svg"] as const)("%s, in another process, language and order", async (as) => {
    const one = await drawn(as, 0, { LANG: "fi_FI.UTF-8", TZ: "Pacific/Auckland" });
    expect(one).toMatch(/^[\da-f]{64}$/);
    expect(await drawn(as, 2, { LANG: "ja_JP.UTF-8", TZ: "America/Anchorage" })).toBe(one);
  });
});

describe("the same bundle gives the same bytes", () => {
  test("in another process, time zone, language and folder", async () => {
    expect(existsSync(MAIN)).toBe(true);
    const one = await build("one.pptx", {
      env: { TZ: "Pacific/Auckland", LANG: "fi_FI.UTF-8", LC_ALL: "fi_FI.UTF-8" },
      cwd: ROOT,
    });
    const two = await build("two.pptx", {
      env: { TZ: "America/Anchorage", LANG: "ja_JP.UTF-8", LC_ALL: "ja_JP.UTF-8", USER: "somebody" },
      cwd: tmpdir(),
    });
    expect(hash(two)).toBe(hash(one));
    expect(one.length).toBeLessThan(400_000);
  });

  test.skipIf(!mayChangeUser)("for another user", async () => {
    const mine = await build("mine.pptx", { env: {}, cwd: ROOT });
    const theirs = await build("theirs.pptx", { env: {}, cwd: "/", uid: 65_534 });
    expect(hash(theirs)).toBe(hash(mine));
  });

  test("no name of a user or a machine is in it", async () => {
    const deck = await build("named.pptx", {
      env: { USER: "zaphod", LOGNAME: "zaphod", HOSTNAME: "heartofgold" },
      cwd: ROOT,
    });
    const { unzipSync, strFromU8 } = await import("fflate");
    const text = Object.entries(unzipSync(deck)).map(([name, part]) =>
      /\.(xml|rels)$/.test(name) ? strFromU8(part) : "",
    );
    expect(text.some((part) => /zaphod|heartofgold/.test(part) || part.includes(ROOT))).toBe(false);
  });
});
