import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./run.ts";

const COMMANDS = [
  "init",
  "build",
  "preview",
  "send",
  "check",
  "template",
  "figures",
  "mcp",
  "schema",
  "cache",
  "completion",
];
let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-completion-"));
  writeFileSync(join(cwd, "my deck.json"), "{}");
  writeFileSync(join(cwd, "package.json"), "{}");
  mkdirSync(join(cwd, "pages"));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
const installed = (shell: string): boolean => spawnSync(shell, ["-c", "exit 0"]).status === 0;
const script = async (shell: string): Promise<string> => (await cli(cwd, ["completion", shell])).out;

/** What bash offers for a line whose last word is being typed. */
async function offered(...words: readonly string[]): Promise<string[]> {
  const line = ["foredeck", ...words].map((word) => `'${word}'`).join(" ");
  const program = `${await script("bash")}
compopt() { :; }
COMP_WORDS=(${line}); COMP_CWORD=${words.length}
_foredeck; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["--norc", "-c", program], { cwd, encoding: "utf8" })
    .split("\n")
    .filter((each) => each !== "");
}

/** What fish offers for a line, without what it says of it. */
async function offeredByFish(line: string): Promise<string[]> {
  const program = `${await script("fish")}\ncomplete -C ${JSON.stringify(`foredeck ${line}`)}`;
  return execFileSync("fish", ["--no-config", "-c", program], { cwd, encoding: "utf8" })
    .split("\n")
    .flatMap((each) => (each === "" ? [] : [each.split("\t")[0] ?? ""]));
}

/** Lines that end in a value, with what may stand there. */
const VALUES: readonly (readonly [string, readonly string[]])[] = [
  ["build --format p", ["pptx", "pdf", "png"]],
  ["build --format pptx,m", ["pptx,md"]],
  ["check --format p", ["pretty"]],
  ["build --charts p", ["picture"]],
  ["build --theme ", ["arena", "auditorium", "boardroom", "library"]],
  ["preview --editor z", ["zed"]],
  ["preview --port ", []],
  ["init --title p", []],
  ["init --example m", ["minimal"]],
  ["build --out-dir p", ["pages"]],
  ["build --cache-dir p", ["pages"]],
  ["build --report p", ["package.json", "pages"]],
  ["build -o p", ["package.json", "pages"]],
  ["build p", ["package.json", "pages"]],
  ["schema p", []],
  ["help pr", ["preview"]],
  ["cache w", ["where"]],
  ["template l", ["learn"]],
  ["theme n", ["new"]],
  ["template learn p", ["package.json", "pages"]],
  ["template learn x --format s", ["sarif"]],
];
const sorted = (words: readonly string[]): readonly string[] =>
  words.map((word) => word.replace(/\/$/, "")).sort();

describe("completion", () => {
  test.each(VALUES)(
    "bash completes %j with %j, and with no file where none is meant",
    async (line, expected) => {
      expect(sorted(await offered(...line.split(" ")))).toEqual(sorted(expected));
    },
  );

  test("bash completes what stands behind an equals sign", async () => {
    expect(await offered("build", "--format", "=", "pd")).toEqual(["pdf"]);
    expect(await offered("build", "--charts", "=")).toEqual(["native", "picture"]);
  });

  test.runIf(installed("fish")).each(VALUES)("fish completes %j with %j too", async (line, expected) => {
    expect(sorted(await offeredByFish(line))).toEqual(sorted(expected));
  });

  test("zsh is told where a list, a folder or no file is meant", async () => {
    const text = await script("zsh");
    expect(text).toMatch(/--format\[[^\]]*\]:value:_values -s , value pptx pdf /);
    expect(text).toMatch(/--out-dir\[[^\]]*\]:value:_files -\//);
    expect(text).toMatch(/--title\[[^\]]*\]:value: '/);
    expect(text).toMatch(/--theme\[[^\]]*\]:value:\(arena auditorium boardroom library\)/);
    expect(text).toMatch(/--report\[[^\]]*\]:value:_files'/);
    expect(text).toMatch(/\*:value:\(init build /);
  });

  test("bash offers commands, options, their values, and files", async () => {
    expect(await offered("")).toEqual(expect.arrayContaining([...COMMANDS, "--version"]));
    expect(await offered("pre")).toEqual(["preview"]);
    expect(await offered("preview", "--ed")).toEqual(["--editor"]);
    expect(await offered("build", "--charts", "")).toEqual(["native", "picture"]);
    expect(await offered("check", "--format", "s")).toEqual(["sarif"]);
    expect(await offered("completion", "f")).toEqual(["fish"]);
    expect(await offered("build", "my")).toEqual(["my deck.json"]);
  });

  test.each(["zsh", "fish"])("%s knows every command and option, with what they do", async (shell) => {
    const text = await script(shell);
    for (const command of COMMANDS) expect(text).toContain(command);
    for (const option of ["editor", "watch", "max-warnings"]) expect(text).toContain(option);
    expect(text).toContain("build the deck of each bundle");
    expect(text).toContain("native picture");
  });

  test.each(["zsh", "fish"])("quotes of %s are closed", async (shell) => {
    // Outside quotation marks no apostrophe is left once escaped ones are gone.
    const text = (await script(shell)).replace(/^#.*$/gm, "").replaceAll("'\\''", "").replaceAll("\\'", "");
    expect((text.match(/'/g)?.length ?? 1) % 2).toBe(0);
  });

  test("an unknown shell is a usage error", async () => {
    const { exit, err } = await cli(cwd, ["completion", "cmd"]);
    expect(exit).toBe(2);
    expect(err).toContain("bash, zsh, fish");
  });

  test("every command has examples in its help", async () => {
    for (const command of COMMANDS) {
      const { out, exit } = await cli(cwd, [command, "--help"]);
      expect(exit).toBe(0);
      expect(out, command).toContain("Examples:");
      expect(
        out.split("\n").every((line) => line.length <= 100),
        command,
      ).toBe(true);
    }
  });
});
