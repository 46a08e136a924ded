import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";

import { type ParseError, parse } from "jsonc-parser";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";
import { commandsIn } from "../scripts/commands-page.mjs";
import { run } from "../src/cli/program.ts";
import * as library from "../src/index.ts";
import { BLOCKS, callsIn, ROOT } from "./documentation.ts";

/** Blocks of code in the pages of the documentation are true: commands and options exist, JSON is what the schema takes. */
async function help(...argv: readonly string[]): Promise<string> {
  let text = "";
  const write = async (part: string | Uint8Array): Promise<void> => {
    text += typeof part === "string" ? part : new TextDecoder().decode(part);
  };
  const stream = { colour: false, live: false, width: 80, write };
  await run([...argv, "--help"], { out: stream, err: stream, cwd: "/" });
  return text;
}
const optionsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}(-\w)?(?:, )?(--[\w-]+)?/gm)].flatMap(([, short, long]) =>
    [short, long].filter((one) => one !== undefined),
  );

describe("commands in the documentation", () => {
  const shells = BLOCKS.filter(
    ({ language, spared }) => spared === undefined && ["", "sh", "yml", "yaml", "text"].includes(language),
  );
  const calls = shells.flatMap(({ at, text }) => callsIn(text).map((words) => ({ at, words })));

  test("are found where they stand", () => {
    expect(callsIn("A=1 foredeck build a.json -o x # why --not\n$ npx foredeck check b.json | less")).toEqual(
      [
        ["build", "a.json", "-o", "x"],
        ["check", "b.json"],
      ],
    );
    expect(calls.length).toBeGreaterThan(60);
  });

  test("exist, with every option that they are called with", async () => {
    const known = new Map<
      string,
      { readonly options: ReadonlySet<string>; readonly below: readonly string[] }
    >();
    const whole = await help();
    const commands = commandsIn(whole);
    const of = async (...path: readonly string[]) => {
      const name = path.join(" ");
      const text = known.has(name) ? "" : await help(...path);
      const found = known.get(name) ?? { options: new Set(optionsIn(text)), below: commandsIn(text) };
      known.set(name, found);
      return found;
    };
    const wrong: string[] = [];
    for (const { at, words } of calls) {
      const [command = "", ...rest] = words;
      if (command.startsWith("-") || command === "help") continue;
      if (!commands.includes(command)) {
        wrong.push(`${at}: there is no command ${command}`);
        continue;
      }
      const { options } = await of(command);
      const end = rest.indexOf("--");
      for (const word of end < 0 ? rest : rest.slice(0, end)) {
        const [name = ""] = word.split("=");
        if (/^--?[a-zA-Z]/.test(word) && !options.has(name)) wrong.push(`${at}: ${command} has no ${name}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** A value as JSON with comments, members of an object, or one such line each; undefined for what is none of these. */
function jsonIn(text: string): readonly unknown[] | undefined {
  const read = (source: string): unknown => {
    const errors: ParseError[] = [];
    const value: unknown = parse(source, errors, { allowTrailingComma: true });
    return errors.length === 0 ? value : undefined;
  };
  const whole = read(text) ?? read(`{${text}}`);
  if (whole !== undefined) return [whole];
  const lines = text.split("\n").filter((line) => line.trim() !== "" && !line.trim().startsWith("//"));
  const each = lines.map((line) => read(line) ?? read(`{${line}}`));
  return each.every((value) => value !== undefined) ? each : undefined;
}

test("JSON in the documentation can be read, or is marked as not meant to be", () => {
  const blocks = BLOCKS.filter(({ language }) => language === "json" || language === "jsonc");
  expect(blocks.length).toBeGreaterThan(200);
  const wrong = blocks.filter(({ text, spared }) => spared === undefined && jsonIn(text) === undefined);
  expect(wrong.map(({ at, text }) => `${at}\n${text}`)).toEqual([]);
});

interface Shape {
  readonly properties?: Readonly<Record<string, object>>;
}
const schemaIn = (name: string): Shape & { readonly definitions?: Readonly<Record<string, Shape>> } =>
  JSON.parse(readFileSync(join(ROOT, "schema", name), "utf8"));
const WHOLE = schemaIn("foredeck.schema.json");
const ajv = new Ajv({ unknownFormats: "ignore", schemaId: "auto", meta: true, logger: false });
ajv.addSchema(WHOLE, "bundle");

/** Judges of files of their own, and of the parts of a bundle, each by its name in the schema. */
const FILES = ["foredeck.schema.json", "foredeck.partial.schema.json", "foredeck.config.schema.json"].map(
  (name) => ajv.compile(schemaIn(name)),
);

/** Each part of the schema with its place in it, as a JSON pointer. */
function* placesIn(node: unknown, pointer = ""): Generator<readonly [pointer: string, node: object]> {
  if (typeof node !== "object" || node === null) return;
  yield [pointer, node];
  for (const [key, value] of Object.entries(node))
    yield* placesIn(value, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`);
}
const judgeAt = (pointer: string): ValidateFunction => ajv.compile({ $ref: `bundle#${encodeURI(pointer)}` });
const PLACES = [...placesIn(WHOLE)];
const PARTS = PLACES.filter(
  ([pointer, node]) => "properties" in node && !pointer.endsWith("/properties"),
).map(([pointer]) => judgeAt(pointer));

/** Judges of the members of an object, at every place of the schema that has all of these names. */
const membersOf = (names: readonly string[]): readonly (readonly ValidateFunction[])[] =>
  PLACES.filter(
    ([, { properties }]: readonly [string, Shape]) =>
      properties !== undefined && names.every((name) => Object.hasOwn(properties, name)),
  ).map(([pointer]) => names.map((name) => judgeAt(`${pointer}/properties/${name}`)));

/** Pages whose JSON is taken from samples and from the examples of rules, each of which is built by its own tests. */
const BUILT_ELSEWHERE = new Set(["docs/charts.md", "docs/rules.md"]);

test("JSON in the documentation is what the schema takes, or is marked as of another program", () => {
  const wrong: string[] = [];
  let judged = 0;
  for (const { at, text, language, spared } of BLOCKS) {
    if (!language.startsWith("json") || spared !== undefined) continue;
    if (BUILT_ELSEWHERE.has(at.split(":")[0] ?? "")) continue;
    const alone = /^\s*(?:\/\/[^\n]*\n\s*)*"/.test(text);
    for (const value of jsonIn(text) ?? []) {
      judged += 1;
      const taken = alone
        ? membersOf(Object.keys(Object(value) as object)).some((judges) =>
            Object.values(Object(value) as object).every((member, n) => judges[n]?.(member) === true),
          )
        : [value].flat().every((one) => [...FILES, ...PARTS].some((judge) => judge(one) === true));
      if (!taken) wrong.push(`${at}\n${text}`);
    }
  }
  expect(judged).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("a member that the schema does not take, or not beside another one, is found", () => {
  const member = (object: object): boolean =>
    membersOf(Object.keys(object)).some((judges) =>
      Object.values(object).every((value, n) => judges[n]?.(value) === true),
    );
  expect(member({ status: "final" })).toBe(true);
  expect(member({ status: "finall" })).toBe(false);
  expect(member({ status: "final", title: "Open on Sundays" })).toBe(true);
  expect(member({ status: "final", because: "It is shut" })).toBe(false);
  expect(member({ "no-such-member": 1 })).toBe(false);
  const taken = (value: object): boolean => [...FILES, ...PARTS].some((judge) => judge(value) === true);
  const meeting = { name: "Council", date: "2026-11-24" };
  expect(taken(meeting)).toBe(true);
  expect(taken({ ...meeting, colour: "blue" })).toBe(false);
  expect(taken({ ...meeting, date: "24 November" })).toBe(false);
});

test("programs in the documentation can be read, and import from the package what it has", () => {
  const programs = BLOCKS.filter(
    ({ language, spared }) => spared === undefined && ["ts", "js", "mjs", "cjs"].includes(language),
  );
  expect(programs.length).toBeGreaterThan(20);
  const wrong: string[] = [];
  for (const { at, text } of programs) {
    try {
      parseAst(text, { lang: "ts" });
    } catch (cause) {
      wrong.push(`${at}: ${cause}`);
    }
    // A type is gone where the program runs.
    for (const [, list = ""] of text.matchAll(/import \{([^}]+)\} from "foredeck"/g))
      for (const name of list.split(",").map((one) => one.trim()))
        if (name !== "" && !name.startsWith("type ") && !(name in library))
          wrong.push(`${at}: the package has no ${name}`);
  }
  expect(wrong).toEqual([]);
});
