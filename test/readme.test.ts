import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { EXIT } from "../src/cli/console/exit.ts";
import { HELP } from "../src/diagnostics/messages/help.ts";
import * as library from "../src/index.ts";

/** What the README says is true. */
const README = readFileSync(join(import.meta.dirname, "..", "README.md"), "utf8");
const fenced = (language: string): string[] =>
  [...README.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    (match) => match[1] ?? "",
  );

describe("the README", () => {
  test("its bundle makes a deck", async () => {
    const [bundle] = fenced("jsonc");
    const source = {
      bytes: new TextEncoder().encode(bundle),
      file: "readme.json",
      root: import.meta.dirname,
    };
    const compiled = await library.compileBundle(source, library.createNodeHost());
    expect(compiled.diagnostics).toEqual([]);
    expect(compiled.pages.pages.map((page) => page.id)).toContain("reason-1");
    expect(JSON.stringify(compiled.pages)).toContain("from 9,120 visits to 9,640 visits a month");
  });

  test("its program imports what there is", () => {
    const [program = ""] = fenced("ts");
    const names =
      /import \{([^}]+)\} from "foredeck"/
        .exec(program)?.[1]
        ?.split(",")
        .map((name) => name.trim()) ?? [];
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name) => !(name in library))).toEqual([]);
  });

  test("its commands and scripts exist", async () => {
    const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, "..", "package.json"), "utf8")) as {
      scripts: Record<string, string>;
    };
    const named = [...README.matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? "");
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  test("its exit codes are those of the program, and those that --help names", () => {
    const codes = Object.values(EXIT).map(String);
    const rows = [...README.matchAll(/^\| (\d+) \| (.+) \|$/gm)].map(([, code = "", says = ""]) => [
      code,
      says,
    ]);
    const lines = [...HELP.exits.matchAll(/^ {2}(\d+) +(.+)$/gm)].map(([, code = "", says = ""]) => [
      code,
      says,
    ]);
    expect(rows.map(([code]) => code)).toEqual(codes);
    expect(lines).toEqual(rows);
  });

  test("its links lead somewhere", async () => {
    const { existsSync } = await import("node:fs");
    const links = [...README.matchAll(/\]\(((?!https?:)[^)#]+)\)/g)].map((match) => match[1] ?? "");
    expect(
      links.filter((link) => link !== "https://…" && !existsSync(join(import.meta.dirname, "..", link))),
    ).toEqual([]);
  });
});
