import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { type ParseError, parse } from "jsonc-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TOOLS } from "../src/cli/mcp/tools.ts";
import { RULES } from "../src/rules/index.ts";
import { blocksOf } from "./blocks.ts";
import { cli, type Ran } from "./cli/run.ts";

/** What the skill for assistants says is true: its commands run, and whatever it names exists. */
const ROOT = join(import.meta.dirname, "..");
const FILE = join(ROOT, "docs", "skills", "foredeck", "SKILL.md");
const PAGE = readFileSync(FILE, "utf8");
const BUNDLE = "my-idea.json";
const words = (line: string): string[] =>
  (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ""));
const commands = blocksOf(PAGE)
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => text.split("\n").filter((line) => line !== ""));
const [fragment = ""] = blocksOf(PAGE).flatMap(({ language, text }) => (language === "jsonc" ? [text] : []));

let folder: string;
const ran = new Map<string, Ran>();

/** Runs the commands in the order in which they stand, and does between them what the page leaves to the reader. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "foredeck-skill-"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(ROOT, join(folder, "node_modules", "foredeck"), "junction");
  for (const line of commands) {
    const [npx, program, ...args] = words(line);
    if (npx !== "npx" || program !== "foredeck") throw new Error(`a command that nobody tries: ${line}`);
    if (args[0] === "send") {
      const sound = readFileSync(join(ROOT, "samples", "minimal.json"), "utf8");
      writeFileSync(join(folder, BUNDLE), sound.replace('"status":', '"version": "1.0", "status":'));
    }
    ran.set(line, await cli(folder, args));
    if (args[0] === "init") {
      writeFileSync(join(folder, "written.json"), readFileSync(join(folder, BUNDLE)));
      writeFileSync(join(folder, BUNDLE), fragment.replace("{", '{\n  "extends": "written.json",'));
    }
  }
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Field {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Field>>;
  readonly items?: Field;
  readonly anyOf?: readonly Field[];
  readonly oneOf?: readonly Field[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
}
const schema = JSON.parse(readFileSync(join(ROOT, "schema", "foredeck.schema.json"), "utf8")) as Field & {
  readonly definitions: Readonly<Record<string, Field>>;
};

/** What a field may be: behind its reference, in its list, and in each of its branches. */
function shapes(field: Field, seen: readonly Field[] = []): readonly Field[] {
  if (seen.includes(field)) return [];
  const next = [...seen, field];
  const name = field.$ref?.split("/").at(-1);
  const target = name === undefined ? undefined : schema.definitions[name];
  const below = [target, field.items, ...(field.anyOf ?? []), ...(field.oneOf ?? [])];
  return [field, ...below.flatMap((one) => (one === undefined ? [] : shapes(one, next)))];
}

const isField = (path: string): boolean =>
  path
    .split(".")
    .reduce<readonly Field[]>(
      (at, key) =>
        at
          .flatMap((field) => shapes(field))
          .flatMap(({ properties }) =>
            properties !== undefined && Object.hasOwn(properties, key) ? [properties[key] as Field] : [],
          ),
      [schema],
    ).length > 0;

const everything = JSON.stringify(schema);
/** Fields below the top, such as `because` of a rule, and values that a field may have. */
const isNamed = (word: string): boolean => everything.includes(`"${word}"`);

/** Names in code outside of blocks. */
const named = [...PAGE.replace(/^```.*?^```$/gms, "").matchAll(/`([^`\n]+)`/g)].map(([, code = ""]) => code);

describe("the skill for assistants", () => {
  test("has the front matter that agents read, and the name of its folder", () => {
    const [, front = ""] = /^---\n(.*?)\n---\n/s.exec(PAGE) ?? [];
    const fields = new Map(
      front.split("\n").map((line) => [line.split(": ")[0] ?? "", line.slice(line.indexOf(": ") + 2)]),
    );
    expect(fields.get("name")).toBe(basename(dirname(FILE)));
    expect(fields.get("name")).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const description = fields.get("description") ?? "";
    expect(description.length).toBeGreaterThan(50);
    expect(description.length).toBeLessThanOrEqual(1024);
    // A plain scalar of YAML ends at these.
    for (const value of fields.values()) expect(value).not.toMatch(/: | #|^["'[{&*!|>%@]/);
    const { engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      engines: { node: string };
    };
    expect(fields.get("compatibility")).toContain(`Node ${engines.node.replace(">=", "")} or newer`);
    expect(PAGE.split("\n").length).toBeLessThan(200);
  });

  test("runs its commands, which end well", () => {
    expect(commands.length).toBeGreaterThan(8);
    expect([...ran].filter(([, { exit }]) => exit !== 0).map(([line, { all }]) => `${line}\n${all}`)).toEqual(
      [],
    );
  });

  test("covers what an assistant has to run", () => {
    const verbs = new Set(commands.map((line) => words(line)[2]));
    expect([...verbs].sort()).toEqual(["build", "check", "figures", "init", "schema", "send"]);
  });

  test("shows parts that are valid as they stand, of which no rule of errors finds anything", () => {
    const errors: ParseError[] = [];
    const parts = parse(fragment, errors) as Readonly<Record<string, unknown>>;
    expect(errors).toEqual([]);
    expect(Object.keys(parts)).toEqual(["why", "sources", "metrics", "quotes", "objections"]);
    const checked = [...ran].find(([line]) => line.includes("--format json"))?.[1];
    const said = JSON.parse(checked?.out ?? "") as { errors: number; diagnostics: Record<string, unknown>[] };
    expect(said.errors).toBe(0);
    // The form of a finding is what the page says.
    for (const key of ["code", "severity", "what", "why", "path", "place"])
      expect(said.diagnostics.filter((one) => !(key in one))).toEqual([]);
    const figures = [...ran].find(([line]) => line.includes(" figures "))?.[1].out;
    expect(figures).toMatch(/^visits\.first +9,120 visits/m);
  });

  test("writes the files that it speaks of", () => {
    expect(readdirSync(join(folder, "out"))).toContain("my-idea.pptx");
    expect(PAGE).toContain("out/my-idea.pptx");
    expect(
      readdirSync(join(folder, "out", "slides")).filter((name) => name.endsWith(".png")).length,
    ).toBeGreaterThan(4);
  });

  test("writes nothing when it sends", () => {
    expect(readdirSync(folder).filter((name) => name.includes("sent"))).toEqual([]);
    expect([...ran.values()].at(-1)?.out).toContain("Nothing is written or delivered now");
  });

  test("names fields, rules, options, commands and files that exist", async () => {
    const rules = new Set(RULES.map(({ code }) => code));
    const findings = new Set(["code", "severity", "what", "why", "hint", "path", "place", "diagnostics"]);
    const tools = new Set(TOOLS.map(({ name }) => name));
    const help = new Map<string, string>();
    for (const verb of ["init", "check", "figures", "build", "send", "schema", "mcp"])
      help.set(verb, (await cli(folder, [verb, "--help"])).out);
    const options = [...help.values()].join("\n");
    const isOption = (code: string) => new RegExp(`${code.split(" ")[0]}\\b`).test(options);
    const files = new Set(readdirSync(join(ROOT), { recursive: false }) as string[]);
    const exists = (code: string): boolean => {
      if (code.startsWith("--")) return isOption(code);
      if (code.startsWith("foredeck ")) return help.has(code.split(" ")[1] ?? "");
      if (code.startsWith("npm install "))
        return readFileSync(join(ROOT, "package.json"), "utf8").includes(`"${code.split(" ")[2]}": "^`);
      if (code.startsWith("node_modules/foredeck/"))
        return files.has(code.split("/")[2] ?? "") && readFileSync(join(ROOT, code.slice(22))).length > 0;
      if (code.startsWith("{{")) return fragment.includes(code) || code === "{{visits.latest}}";
      if (/^[a-z]+\/[a-z-]+$/.test(code)) return rules.has(code as never);
      return (
        help.has(code) ||
        tools.has(code) ||
        isField(code) ||
        findings.has(code) ||
        (!code.includes(".") && isNamed(code))
      );
    };
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((code) => !exists(code))).toEqual([]);
    // The finder finds.
    expect(
      [
        "why.reason",
        "quotes/consents",
        "--formats",
        "`x",
        "foredeck explain",
        "node_modules/foredeck/x",
      ].filter(exists),
    ).toEqual([]);
  });
});
