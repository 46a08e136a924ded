import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
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
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bytesOf } from "../../src/base/graphemes.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { cli } from "../cli/run.ts";
import { LEAST } from "../read/bundles.ts";
import { SOUND } from "../rules/sound.ts";

/** The built program in a shell: readers that go away, disks that are full, files that may not be opened. */
const MAIN = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
/** Its PDF is larger than what a pipe takes while nobody reads. */
const SAMPLE = join(import.meta.dirname, "..", "..", "samples", "minimal.json");
const NAMES = ["a", "b", "c", "d", "e"];

let cwd = "";
beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error("npm run build comes first");
});
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-streams-"));
  mkdirSync(join(cwd, "in"));
  for (const name of NAMES) writeFileSync(join(cwd, "in", `${name}.json`), JSON.stringify(LEAST));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

/** Runs a script in which $FOREDECK is the program; `code` is that of the last command that ended with one. */
function shell(script: string): { readonly code: number | null; readonly out: string; readonly err: string } {
  const env = {
    ...process.env,
    FOREDECK: MAIN,
    NODE: process.execPath,
    FOREDECK_CACHE_DIR: join(cwd, "cache"),
  };
  const ran = spawnSync("bash", ["-c", `foredeck() { "$NODE" "$FOREDECK" "$@"; }\n${script}`], {
    // Whatever a pipe waits for, the test does not.
    ...{ cwd, env, encoding: "utf8" as const, timeout: 120_000 },
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}
/** The exit code of a command whose output goes to a reader that has closed it. */
const unread = (command: string, redirected = "") =>
  shell(`foredeck ${command} ${redirected} | exec 0<&-; echo "\${PIPESTATUS[0]}"`);
const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

describe.skipIf(process.platform === "win32")("a reader that goes away", () => {
  test.each(["--table", "--json", "--jobs 2 --verbose"])(
    "build %s goes on and builds every deck",
    (options) => {
      expect(unread(`build in --out-dir out ${options}`, "2>&1").out).toBe("0\n");
      expect(readdirSync(join(cwd, "out")).sort()).toEqual(NAMES.map((name) => `${name}.pptx`));
    },
  );

  test("build ends with the code of what it found", () => {
    writeFileSync(join(cwd, "in", "b.json"), JSON.stringify({ ...LEAST, titel: 1 }));
    expect(unread("build in --out-dir out", "2>&1").out).toBe("1\n");
    expect(readdirSync(join(cwd, "out"))).toHaveLength(NAMES.length - 1);
  });

  test("check goes on, and ends with the code of what it found", () => {
    for (const name of NAMES) writeFileSync(join(cwd, "in", `${name}.json`), JSON.stringify(SOUND));
    expect(unread("check in").out).toBe("0\n");
    writeFileSync(join(cwd, "in", "e.json"), JSON.stringify({ ...LEAST, titel: 1 }));
    expect(unread("check in --jobs 2 -o found.txt", "2>&1").out).toBe("1\n");
    expect(readFileSync(join(cwd, "found.txt"), "utf8")).toContain("titel");
  });

  test.each([
    "--help",
    "--version",
    "figures in/a.json",
    "schema --print",
    "completion bash",
    "build in/a.json -o -",
  ])("%s, whose output is all there is, says that nobody has it", (command) => {
    expect(unread(command)).toEqual({ code: 0, out: "141\n", err: expect.any(String) });
  });

  test("a closed standard error changes nothing", () => {
    expect(shell(`{ foredeck build in -v >list; echo $? >code; } 2>&1 | exec 0<&-; cat code`).out).toBe(
      "0\n",
    );
    expect(readFileSync(join(cwd, "list"), "utf8").trim().split("\n")).toHaveLength(NAMES.length);
  });
});

describe.skipIf(!existsSync("/dev/full"))("a full disk behind standard output", () => {
  test.each(["figures in/a.json", "--help", "check in", "build in --table", "build in/a.json -o -"])(
    "is said after %s, which does its work",
    (command) => {
      const { code, err } = shell(`foredeck ${command} >/dev/full`);
      expect(code).toBe(2);
      expect(flat(err)).toContain(messages.streamFailed("output", "ENOSPC").what);
      expect(err).not.toContain("Foredeck has failed");
      if (command.includes("--table")) expect(readdirSync(join(cwd, "out"))).toHaveLength(NAMES.length);
    },
  );
});

/** What Node needs to start at all. */
const LEAST_FILES = 30;

describe.skipIf(process.platform !== "linux")("too many open files", () => {
  test.each([0, 12])("are said as such, or are enough (%i more than Node needs)", (more) => {
    for (const command of [
      "build in/a.json -o deck.pptx --no-cache",
      "build in --jobs 2 --no-cache",
      "check in --jobs 2",
    ]) {
      const { code, out, err } = shell(`ulimit -n ${LEAST_FILES + more}; foredeck ${command}`);
      expect(err).not.toContain("Foredeck has failed");
      expect(err).not.toMatch(/^ +at /m);
      // What checking a bundle in a thread has come to is part of its report.
      if (code !== 0)
        expect({ code, said: flat(out + err) }).toEqual({
          code: 2,
          said: expect.stringMatching(/more open files/),
        });
    }
  });
});

describe.skipIf(process.platform === "win32")("a place for the deck", () => {
  test("that is a pipe which nobody reads is refused after a while", async () => {
    execFileSync("mkfifo", [join(cwd, "deck.pptx")]);
    const { exit, err } = await cli(cwd, ["build", "in/a.json", "-o", "deck.pptx"]);
    expect(exit).toBe(2);
    expect(flat(err)).toContain(messages.targetPipeUnread("deck.pptx").what);
  });

  test("that is a pipe whose reader goes away is refused", () => {
    const { out, err } = shell(
      `mkfifo pipe; timeout 60 bash -c "exec 3<pipe; sleep 0.2" & foredeck build "${SAMPLE}" --format pdf -o pipe; echo $?; wait`,
    );
    expect(out).toBe("2\n");
    expect(flat(err)).toContain(messages.targetPipeUnread("pipe").what);
  });

  test("that is a link to a file which is not there yet makes that file, and stays a link", async () => {
    mkdirSync(join(cwd, "real"));
    symlinkSync(join("real", "one.pptx"), join(cwd, "link.pptx"));
    symlinkSync("link.pptx", join(cwd, "second.pptx"));
    expect((await cli(cwd, ["build", "in/a.json", "-o", "second.pptx"])).exit).toBe(0);
    expect(readdirSync(join(cwd, "real"))).toEqual(["one.pptx"]);
    for (const name of ["link.pptx", "second.pptx"])
      expect(lstatSync(join(cwd, name)).isSymbolicLink()).toBe(true);
  });

  test.each([
    ["gone/one.pptx", "link.pptx", ["-o", "link.pptx"], "link.pptx"],
    ["gone", "folder", ["--out-dir", "folder"], "folder/a.pptx"],
  ])("that is a link into a folder which is not there (%s) is refused", async (to, link, where, target) => {
    symlinkSync(to, join(cwd, link));
    const { exit, err } = await cli(cwd, ["build", "in/a.json", ...where]);
    expect(exit).toBe(2);
    expect(flat(err)).toContain(messages.targetLinkDangles(target).what);
    expect(lstatSync(join(cwd, link)).isSymbolicLink()).toBe(true);
    expect(existsSync(join(cwd, "gone"))).toBe(false);
  });

  test.each(["図書館を日曜日に開館する".repeat(6), "क्षि".repeat(20), "e\u0301".repeat(80), "n".repeat(249)])(
    "may be named after long names",
    async (name) => {
      mkdirSync(join(cwd, name));
      writeFileSync(join(cwd, name, `${name}.json`), JSON.stringify(LEAST));
      const args = [
        "build",
        `${name}/${name}.json`,
        "--out-dir",
        "out",
        "--name",
        "{folder}-{name}-{folder}",
      ];
      for (const more of [[], ["--force"]]) {
        const { exit, err } = await cli(cwd, [...args, "--format", "pptx,svg", ...more]);
        expect({ exit, err: err.includes("name-too-long") }).toEqual({ exit: 0, err: false });
      }
      for (const name of readdirSync(join(cwd, "out"))) expect(bytesOf(name)).toBeLessThanOrEqual(255);
    },
  );

  test("may have the longest name that the disk allows; a longer one is refused in words", async () => {
    const name = "週".repeat(83);
    writeFileSync(join(cwd, `${name}.json`), JSON.stringify(LEAST));
    expect((await cli(cwd, ["build", `${name}.json`, "-o", `${name}.pptx`])).exit).toBe(0);
    expect((await cli(cwd, ["build", `${name}.json`, "--format", "pptx,svg"])).exit).toBe(0);
    const long = `${name}週週.pptx`;
    const { exit, err } = await cli(cwd, ["build", `${name}.json`, "-o", long]);
    expect(exit).toBe(2);
    expect(err).toContain("host/name-too-long");
  });
});
