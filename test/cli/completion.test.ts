import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./run.ts";

const COMMANDS = ["init", "build", "preview", "check", "figures", "schema", "cache", "completion"];
let cwd = "";
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-completion-"));
  writeFileSync(join(cwd, "my deck.json"), "{}");
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));
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

describe("completion", () => {
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
