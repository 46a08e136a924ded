import { describe, expect, test } from "vitest";
import type { Stream } from "../../src/cli/console/io.ts";
import { run } from "../../src/cli/program.ts";
import { HELP } from "../../src/diagnostics/messages/index.ts";

const COMMANDS = [
  "build",
  "check",
  "preview",
  "send",
  "init",
  "figures",
  "template",
  "mcp",
  "schema",
  "cache",
  "completion",
  "help",
];

/** What is printed on a terminal of so many columns, or into a pipe. */
async function printed(
  argv: readonly string[],
  { columns, env = {} }: { readonly columns?: number; readonly env?: Readonly<Record<string, string>> },
): Promise<string> {
  let text = "";
  const stream: Stream = {
    colour: false,
    live: columns !== undefined,
    width: columns ?? 100,
    write: async (chunk) => {
      text += String(chunk);
    },
  };
  expect(await run(argv, { out: stream, err: stream, cwd: "/", env })).toBe(0);
  return text;
}
const help = (command: string): readonly string[] => (command === "" ? ["--help"] : [command, "--help"]);

/** Lines that are to be copied, or are one word: they may be longer than the terminal. */
const whole = (line: string): boolean =>
  /^ {2}(?:\S+=\S+ |node \S+ \| )?(?:foredeck|eval|"rules")/.test(line) ||
  /^(?:Usage: | {2}-|\S+$)/.test(line);

describe.each(["", ...COMMANDS])("foredeck %s --help", (command) => {
  test.each([40, 60, 80])("has no line of prose that is wider than %i columns", async (columns) => {
    const text = await printed(help(command), { columns });
    expect(text.split("\n").filter((line) => line.length > columns && !whole(line))).toEqual([]);
  });

  test("says the same words at every width, and the lines of its examples as they are", async () => {
    const wide = await printed(help(command), { columns: 120 });
    const words = (text: string): string => text.replace(/\s+/g, " ");
    for (const columns of [40, 60, 80]) {
      const text = await printed(help(command), { columns });
      expect(words(text)).toBe(words(wide));
      const examples = wide.match(/^ {2}(?:\S+=\S+ |node \S+ \| )?(?:foredeck|eval) \S.*?(?= {2}|$)/gm) ?? [];
      expect(examples.filter((line) => !text.split("\n").some((each) => each.startsWith(line)))).toEqual([]);
    }
  });

  test("is 80 columns wide in a pipe, unless COLUMNS says otherwise", async () => {
    const terminal = await printed(help(command), { columns: 80 });
    expect(await printed(help(command), {})).toBe(terminal);
    expect(await printed(help(command), { env: { COLUMNS: "wide" } })).toBe(terminal);
    const narrow = await printed(help(command), { columns: 40 });
    expect(await printed(help(command), { env: { COLUMNS: "40" } })).toBe(narrow);
    expect(await printed(help(command), { columns: 0 })).toBe(terminal);
    // A terminal knows better.
    expect(await printed(help(command), { columns: 80, env: { COLUMNS: "40" } })).toBe(terminal);
  });
});

test("from 80 columns on, the texts after the options stand as they were written", async () => {
  for (const columns of [80, 120]) {
    expect(await printed(["build", "--help"], { columns })).toContain(HELP.buildExamples);
    expect(await printed(["cache", "--help"], { columns })).toContain(HELP.cacheExamples);
  }
});

test("codes keep what they mean beside them, and commands what they do below where there is no room", async () => {
  const text = await printed(["--help"], { columns: 40 });
  expect(text).toContain("  130  interrupted (Ctrl-C) before\n       everything was built\n");
  expect(text).toContain("  foredeck check deck.json\n      find weak points of the argument\n");
  expect(await printed(["build", "--help"], { columns: 40 })).toContain(
    "  --theme <name>\n      use this theme, by name or as a\n      file, instead of the one in the\n      bundle\n",
  );
});
