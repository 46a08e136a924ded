import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
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
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { writeOutput } from "../../src/cli/output/write.ts";
import { DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { LEAST } from "../read/bundles.ts";
import { memoryHost } from "../read/memory.ts";

/** What only a process of its own can show. Runs the built program. */
const ROOT = join(import.meta.dirname, "..", "..");
const MAIN = join(ROOT, "dist", "cli", "main.js");
const WRITE = join(ROOT, "build", "host", "write.js");
const BEFORE = "the deck that was there before";
const built = existsSync(MAIN);

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-process-"));
  writeFileSync(join(cwd, "b.json"), JSON.stringify(LEAST));
  writeFileSync(join(cwd, "deck.pptx"), BEFORE);
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const foredeck = (argv: readonly string[], folder = cwd) =>
  spawnSync(process.execPath, [MAIN, ...argv], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FOREDECK_CACHE_DIR: join(cwd, "cache") },
  });

/** Mounts a small disk, does the work in it, takes it away; undefined where mounting is not permitted. */
function onSmallDisk<T>(options: string, work: (disk: string) => T): T | undefined {
  const disk = join(cwd, "disk");
  mkdirSync(disk);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", disk]);
  if (mounted.status !== 0) return undefined;
  try {
    return work(disk);
  } finally {
    execFileSync("umount", [disk]);
  }
}

describe.skipIf(!built)("the program as a process (needs dist/: npm run build)", () => {
  test("exits 1 with the finding on standard error for a bad bundle, and without a stack trace", () => {
    writeFileSync(join(cwd, "b.json"), JSON.stringify({ ...LEAST, titel: 1 }));
    const { status, stdout, stderr } = foredeck(["build", "b.json", "-o", "deck.pptx"]);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toContain(messages.unknownField({}, "titel", "The bundle", "title", []).what);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(readFileSync(join(cwd, "deck.pptx"), "utf8")).toBe(BEFORE);
  });

  test("exits 2 for a wrong call and 0 for a deck", () => {
    expect(foredeck(["build", "--colour-of-money"]).status).toBe(2);
    expect(foredeck(["build", "b.json", "-o", "deck.pptx", "--force"]).status).toBe(0);
    expect(readFileSync(join(cwd, "deck.pptx")).subarray(0, 2).toString()).toBe("PK");
  });

  test("killed while it writes, leaves the deck as it was; the next run takes the rest away", async () => {
    const script = `import(${JSON.stringify(WRITE)}).then((m) => m.writeWhole("deck.pptx", new Uint8Array(600_000_000)))`;
    const child = spawn(process.execPath, ["-e", script], { cwd, stdio: "ignore" });
    const ended = once(child, "exit");
    const half = () => readdirSync(cwd).filter((name) => name.endsWith(".tmp"));
    for (let waited = 0; half().length === 0 && waited < 20_000; waited += 5) await sleep(5);
    child.kill("SIGKILL");
    expect(await ended).toEqual([null, "SIGKILL"]);
    expect(half()).toHaveLength(1);
    expect(readFileSync(join(cwd, "deck.pptx"), "utf8")).toBe(BEFORE);
    expect(foredeck(["build", "b.json", "-o", "deck.pptx", "--force"]).status).toBe(0);
    expect(half()).toEqual([]);
    expect(statSync(join(cwd, "deck.pptx")).size).toBeGreaterThan(10_000);
  });

  test("a full disk leaves the deck as it was", (context) => {
    const ran = onSmallDisk("size=16k", (disk) => {
      writeFileSync(join(disk, "deck.pptx"), BEFORE);
      const { status, stderr } = foredeck(["build", "b.json", "-o", join(disk, "deck.pptx"), "--force"]);
      return {
        status,
        stderr,
        deck: readFileSync(join(disk, "deck.pptx"), "utf8"),
        files: readdirSync(disk),
        target: join(disk, "deck.pptx"),
      };
    });
    if (ran === undefined) return context.skip("mounting a small disk is not permitted here");
    expect(ran.status).toBe(2);
    expect(ran.stderr.replaceAll(/\s+/g, " ")).toContain(messages.diskFull(ran.target).what);
    expect(ran.deck).toBe(BEFORE);
    expect(ran.files).toEqual(["deck.pptx"]);
  });

  test("a disk that can only be read leaves the deck as it was", (context) => {
    const ran = onSmallDisk("size=1m", (disk) => {
      writeFileSync(join(disk, "deck.pptx"), BEFORE);
      execFileSync("mount", ["-o", "remount,ro", disk]);
      const { status, stderr } = foredeck(["build", "b.json", "-o", join(disk, "deck.pptx"), "--force"]);
      return {
        status,
        stderr,
        deck: readFileSync(join(disk, "deck.pptx"), "utf8"),
        target: join(disk, "deck.pptx"),
      };
    });
    if (ran === undefined) return context.skip("mounting a small disk is not permitted here");
    expect(ran.status).toBe(2);
    expect(ran.stderr.replaceAll(/\s+/g, " ")).toContain(messages.targetReadOnly(ran.target).what);
    expect(ran.deck).toBe(BEFORE);
  });

  test("a reader that goes away ends it without a word", () => {
    cpSync(join(ROOT, "schema"), join(cwd, "schema"), { recursive: true });
    const command = `"${process.execPath}" "${MAIN}" schema --print | head -c 1`;
    const { stdout, stderr } = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "{", stderr: "" });
  });

  test("--version loads none of the pipeline", () => {
    const coverage = join(cwd, "coverage");
    const { stdout } = spawnSync(process.execPath, [MAIN, "--version"], {
      encoding: "utf8",
      env: { ...process.env, NODE_V8_COVERAGE: coverage },
    });
    expect(stdout).toMatch(/^\d+\.\d+\.\d+/);
    const loaded = readdirSync(coverage).flatMap((name) => {
      const { result } = JSON.parse(readFileSync(join(coverage, name), "utf8")) as {
        result: { url: string }[];
      };
      return result.map(({ url }) => url).filter((url) => url.startsWith("file:"));
    });
    expect(loaded.some((url) => url.endsWith("/cli/main.js"))).toBe(true);
    expect(loaded.filter((url) => /node_modules\/(?!(commander|picocolors)\/)/.test(url))).toEqual([]);
    // What is built says of each module in it where it came from.
    const modules = loaded.flatMap((url) =>
      Array.from(
        readFileSync(fileURLToPath(url), "utf8").matchAll(/^\/\/ build\/(.+)$/gm),
        ([, module]) => module ?? "",
      ),
    );
    expect(modules).toContain("cli/program.js");
    expect(
      modules.filter(
        (module) =>
          !/^(base|cli|diagnostics)\//.test(module) &&
          !["formats/names.js", "host/package.js", "host/failure.js"].includes(module),
      ),
    ).toEqual([]);
  });
});

test.each([
  ["ENOSPC", messages.diskFull("d.pptx")],
  ["EDQUOT", messages.diskFull("d.pptx")],
  ["EROFS", messages.targetReadOnly("d.pptx")],
  ["EACCES", messages.targetNoRights("d.pptx")],
  ["EBUSY", messages.targetNoRights("d.pptx")],
  ["EIO", messages.targetFailed("d.pptx", "EIO")],
])("the disk's refusal %s is said in words, exit code 2", async (code, expected) => {
  const host = {
    ...memoryHost(),
    write: async () => Promise.reject(Object.assign(new Error(code), { code })),
  };
  const outcome = await writeOutput(host, "d.pptx", new Uint8Array(1), ".").catch((cause: unknown) => cause);
  expect(outcome).toBeInstanceOf(DiagnosticsError);
  expect(outcome).toMatchObject({ exit: 2, diagnostics: [expected] });
});
