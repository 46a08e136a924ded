import { describe, expect, test } from "vitest";
import { type LineError, soundLines } from "../../src/cli/mcp/guard/lines.ts";
import { isBundleText } from "../../src/cli/mcp/guard/own.ts";
import { isProtocolMissing } from "../../src/cli/mcp/load.ts";
import { LEAST } from "../read/bundles.ts";

describe("a file is a bundle", () => {
  test.each([
    ["a whole one", JSON.stringify(LEAST)],
    ["one with a mistyped field", JSON.stringify({ ...LEAST, titel: "a" })],
    ["a broken one", `${JSON.stringify(LEAST).slice(0, -20)}`],
    ["one with comments, and a mark of its encoding", `\ufeff// mine\n{ "title": "a", }`],
    ["a part that others extend", JSON.stringify({ stakeholders: [] })],
    [
      "one that names the schema alone",
      '{ "$schema": "../node_modules/foredeck/schema/foredeck.schema.json" }',
    ],
    ["a part that names its schema", '{ "$schema": "./foredeck.partial.schema.json", "rules": {} }'],
  ])("%s", (_, text) => {
    expect(isBundleText(text)).toBe(true);
  });

  test.each([
    ["package.json", { name: "a", version: "1.0.0", contact: "me", scripts: {}, dependencies: {} }],
    ["tsconfig.json", { extends: "./base.json" }],
    ["settings of a linter", { $schema: "https://example.com/schema.json", extends: "x", rules: {} }],
    ["a project file", { bundles: ["decks"], outDir: "out", format: ["pptx"] }],
    ["replies", { format: 1, replies: [] }],
    ["an empty object", {}],
    ["a list of bundles", [LEAST]],
    ["a text", "title"],
  ])("and this is none: %s", (_, value) => {
    expect(isBundleText(JSON.stringify(value))).toBe(false);
  });

  test("and what is no JSON is none", () => {
    for (const text of ["", "title: a", "\0\0\0", "[".repeat(100_000)])
      expect(isBundleText(text)).toBe(false);
  });
});

describe("lines", () => {
  const isMessage = (value: unknown): boolean =>
    typeof value === "object" && value !== null && "method" in value && "jsonrpc" in value;
  async function through(pieces: readonly string[], most?: number) {
    const answers: LineError[] = [];
    const lines: string[] = [];
    const input = (async function* () {
      for (const piece of pieces) yield Buffer.from(piece);
    })();
    for await (const line of soundLines(input, isMessage, (error) => answers.push(error), most))
      lines.push(line.toString("utf8"));
    return { lines, answers };
  }
  const ping = (id: unknown): string => JSON.stringify({ jsonrpc: "2.0", id, method: "ping" });

  test("pass as they are, in whatever pieces they come", async () => {
    const text = `${ping(1)}\n\n${ping("ä")}\r\n${ping(3)}\n`;
    const { lines, answers } = await through([...text]);
    expect(lines.join("")).toBe(`${ping(1)}\n${ping("ä")}\r\n${ping(3)}\n`);
    expect(answers).toEqual([]);
  });

  test("without an end are none, yet", async () => {
    expect(await through([ping(1)])).toEqual({ lines: [], answers: [] });
  });

  test("that are too long are answered under the id at one of their ends, and not held", async () => {
    const long = "x".repeat(500);
    const first = `{"jsonrpc":"2.0","id":7,"method":"a","params":{"id":8,"text":"${long}"}}`;
    const last = `{"method":"a","params":{"id":8,"text":"${long}"},"jsonrpc":"2.0","id":"s"}`;
    const inside = `{"method":"a","params":{"id":8,"text":"${long}"}}`;
    const { lines, answers } = await through([`${first}\n${last}\n`, inside, `\n${ping(9)}\n`], 400);
    expect(answers.map(({ id }) => id)).toEqual([7, "s", null]);
    expect(answers[0]?.error.message).toContain(`${first.length} bytes; 400 are taken at most`);
    expect(lines).toEqual([`${ping(9)}\n`]);
  });

  test("of exactly the most bytes pass", async () => {
    const text = ping(1);
    expect((await through([`${text}\n`], text.length)).lines).toHaveLength(1);
    expect((await through([`${text}\n`], text.length - 1)).lines).toHaveLength(0);
  });
});

const coded = (code: string, message: string) => Object.assign(new Error(message), { code });

test.each([
  [
    true,
    coded("ERR_MODULE_NOT_FOUND", "Cannot find package '@modelcontextprotocol/server' imported from /p/x.js"),
  ],
  [
    true,
    coded("ERR_MODULE_NOT_FOUND", "Cannot find module '/p/node_modules/@modelcontextprotocol/server/stdio'"),
  ],
  [
    true,
    new Error(
      "foredeck tried to access @modelcontextprotocol/server (a peer dependency) but it isn't provided",
    ),
  ],
  [
    false,
    coded("ERR_MODULE_NOT_FOUND", "Cannot find package '@modelcontextprotocol/core' imported from /p/x.js"),
  ],
  [
    false,
    coded("EMFILE", "EMFILE: too many open files, open '/p/node_modules/@modelcontextprotocol/server/x'"),
  ],
  [false, "a text"],
])("the protocol is missing: %s, where loading it says %s", (missing, cause) => {
  expect(isProtocolMissing(cause)).toBe(missing);
});
