import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { isShellSafe, shellWord } from "../../src/diagnostics/shell.ts";

const NAMES = [
  "deck.json",
  "a b & c;d|e.json",
  "it's (2) <3>.json",
  "~x#*?[a]{b,c}.json",
  "ääni.json",
  "-o.json",
];

describe("file names on a command line", () => {
  test.runIf(process.platform !== "win32").each(NAMES)("sh hands on %s as it stands", (name) => {
    expect(isShellSafe(name)).toBe(true);
    const said = execFileSync("sh", ["-c", `printf %s ${shellWord(name)}`], { encoding: "utf8" });
    expect(said.replace(/^\.\//, "")).toBe(name);
  });

  test("only what needs quotes gets them", () => {
    expect(shellWord("ideas/sundays.json")).toBe("ideas/sundays.json");
    expect(shellWord("a b.json")).toBe('"a b.json"');
    expect(shellWord("-o.json")).toBe("./-o.json");
  });

  test.each(["a$b", "a`b", 'a"b', "a%b", "a!b", "a\\b", "a\nb", "a\u0000b"])("%j is not safe", (name) => {
    expect(isShellSafe(name)).toBe(false);
  });
});
