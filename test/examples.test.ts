import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv, { type ValidateFunction } from "ajv";

import { type ParseError, parse } from "jsonc-parser";
import { parseAst } from "rolldown/parseAst";
import { describe, expect, test } from "vitest";
import { commandsIn } from "../scripts/commands-page.mjs";
import { run } from "../src/cli/program.ts";
import * as library from "../src/index.ts";

/** Blocks of code in the pages of the documentation are true: commands and options exist, JSON is what the schema takes. */
const ROOT = join(import.meta.dirname, "..");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

interface Block {
  /** Page and line. */
  readonly at: string;
  readonly language: string;
  readonly text: string;
  /** Why it is not judged, as the comment above it says: not run, or a file that has tests of its own (example). */
  readonly spared?: string;
}

function blocksOf(page: string, text: string): readonly Block[] {
  return [...text.matchAll(/^( *)```(\w*)[^\n]*\n([\s\S]*?)^\1``` *$/gm)].map((match) => {
    const [, , language = "", code = ""] = match;
    const before = text.slice(0, match.index);
    const spared = /<!-- (?:not run: |example )([^\n]+?) -->\s*$/.exec(before)?.[1];
    const at = `${page}:${before.split("\n").length}`;
    return { at, language, text: code, ...(spared === undefined ? {} : { spared }) };
  });
}
const BLOCKS = PAGES.flatMap((page) => blocksOf(page, readFileSync(join(ROOT, page), "utf8")));

/** Words of a command as a shell reads them, without comments, and up to what the next command begins with. */
function wordsOf(line: string): readonly string[] {
  const words = [...line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s"']+/g)].map(
    ([word, double, single]) => double ?? single ?? word,
  );
  const end = words.findIndex((word) => /^(#|[|&;>]|[12]>)/.test(word));
  return end < 0 ? words : words.slice(0, end);
}

/** The calls of foredeck in a block, each as its arguments. */
function callsIn(text: string): readonly (readonly string[])[] {
  const lines = text.replaceAll(/\\\n\s*/g, " ").split("\n");
  return lines.flatMap((line) =>
    [
      ...line.matchAll(
        /(?:^\s*(?:- )?(?:run: |\$ )?|&& |\| )(?:[A-Z_]+=\S+ )*(?:npx (?:--no-install )?)?(?:foredeck|node dist\/cli\/main\.js) (.*)$/g,
      ),
    ].map(([, rest = ""]) => wordsOf(rest)),
  );
}

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

/** Judges of the members of a name, at every place of the schema where there is one. */
const membersOf = (name: string): readonly ValidateFunction[] =>
  PLACES.filter(([pointer]) => pointer.endsWith(`/properties/${name}`)).map(([pointer]) => judgeAt(pointer));

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
        ? Object.entries(Object(value) as object).every(([name, member]) =>
            membersOf(name).some((judge) => judge(member) === true),
          )
        : [value].flat().every((one) => [...FILES, ...PARTS].some((judge) => judge(one) === true));
      if (!taken) wrong.push(`${at}\n${text}`);
    }
  }
  expect(judged).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

test("a member that the schema does not take is found", () => {
  expect(membersOf("status").some((judge) => judge("final") === true)).toBe(true);
  expect(membersOf("status").some((judge) => judge("finall") === true)).toBe(false);
  expect(membersOf("no-such-member")).toEqual([]);
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
