import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { applyEdits, modify, parse } from "jsonc-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cli } from "./cli/run.ts";
import { BLOCKS, callsIn, ROOT } from "./documentation.ts";
import { MASTER, template } from "./template/build.ts";
import { answers } from "./tutorial/answers.ts";
import { book } from "./workbooks/write.ts";

/**
 * Every command that the documentation shows is carried out, in a folder that has the files which it names, and has to end
 * as it should. Those of the tutorials are left to the tests that follow them.
 */
const CALLS = BLOCKS.filter(
  ({ at, language, spared }) =>
    spared === undefined &&
    ["", "sh", "text"].includes(language) &&
    !/^docs\/tutorial|^CONTRIBUTING/.test(at),
).flatMap(({ at, text }) => callsIn(text).map((words) => ({ at, words })));

/** Commands that no test can carry out here, each with the reason. */
const NOT_HERE: readonly (readonly [which: RegExp, why: string])[] = [
  [/^preview |--watch/, "stays until it is stopped; test/cli/preview and test/cli/watch.test.ts drive it"],
  [/^mcp/, "speaks a protocol on its standard input; test/mcp drives it"],
  [/--deliver/, "needs a mail server; test/cli/sent has one"],
  [/^pull .* -i$/, "asks at a terminal; test/cli/pull answers"],
  [/^cache /, "is about the cache of whoever runs this test; test/cli/cache.long.test.ts has one of its own"],
];
const reasonOf = (words: readonly string[]): string | undefined =>
  NOT_HERE.find(([which]) => which.test(words.join(" ")))?.[1];

/** States of a proposal, each a folder: begun, sent, answered, decided, and turned down. */
const STATES = ["begun", "sent", "answered", "decided", "refused"] as const;
type State = (typeof STATES)[number];
const stateFor = ([command = "", ...rest]: readonly string[]): State =>
  (
    ({
      changed: "sent",
      pull: "sent",
      replies: "answered",
      record: "decided",
      thanks: "decided",
      next: "refused",
    }) as const
  )[command as "changed"] ?? (rest.includes("--sent") ? "sent" : "begun");

const BUNDLE = "listening.json";
let base = "";
const at = (state: State): string => join(base, state);
const put = (path: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
};
const change = (state: State, path: readonly (string | number)[], value: unknown): void => {
  const file = join(at(state), BUNDLE);
  const text = readFileSync(file, "utf8");
  writeFileSync(file, applyEdits(text, modify(text, [...path], value, {})));
};

/** Carries out a command that has to end well. */
async function done(folder: string, ...words: readonly string[]): Promise<string> {
  const { exit, all, out } = await cli(folder, words);
  if (exit !== 0) throw new Error(`${words.join(" ")}\nended with ${exit}:\n${all}`);
  return out;
}

/** Ids of replies as the documentation has them, by those that they have here: an objection, answers, an edit. */
const ids = new Map<string, string>();

beforeAll(async () => {
  base = mkdtempSync(join(tmpdir(), "foredeck-examples-"));
  const sample = join(ROOT, "samples", "early-curtain");
  const first = readFileSync(join(sample, "early-curtain.sent", "1.0", "bundle.json"), "utf8");
  // The readers that the documentation writes to.
  const named = first.replaceAll('"finance"', '"cfo"').replaceAll('"chair"', '"ceo"');
  put(join(at("begun"), BUNDLE), named);
  change("begun", ["editions"], [{ id: "cfo", for: ["cfo"], lead: ["options"] }]);
  const bundle = readFileSync(join(at("begun"), BUNDLE), "utf8");
  for (const name of ["deck.json", "my-idea.json", "idea.json", "decks/empty-homes.json", "proposals/a.json"])
    put(join(at("begun"), name), bundle);
  for (const team of ["north", "south"]) put(join(at("begun"), "teams", team, "plan.json"), bundle);
  put(join(at("begun"), "teams", "all.json"), bundle);
  put(join(at("begun"), "samples", "minimal.json"), readFileSync(join(ROOT, "samples", "minimal.json")));
  put(join(at("begun"), "company.potx"), template());
  put(join(base, "brand", "company.potx"), template());
  await done(join(base, "brand"), "template", "learn", "company.potx");
  put(
    join(at("begun"), "AcmeSans.ttf"),
    readFileSync(join(ROOT, "node_modules/@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf")),
  );
  put(
    join(at("begun"), "sales.xlsx"),
    book({
      sheets: [
        {
          name: "Sales",
          rows: [
            ["Month", "Orders"],
            ["2026-01", 40],
            ["2026-02", 44],
            ["2026-03", 47],
          ],
        },
      ],
    }),
  );
  cpSync(at("begun"), at("sent"), { recursive: true });
  for (const name of ["listening-1.0.json", "old.json"]) put(join(at("sent"), name), bundle);
  await done(at("sent"), "send", BUNDLE);
  const deck = new Uint8Array(readFileSync(join(at("sent"), "listening.sent", "1.0", "listening-1.0.pptx")));
  const mail = readFileSync(join(at("sent"), "out", "listening-1.0", "to-house.txt"), "utf8");
  const [returned = deck, reply = deck] = answers(deck, mail).values();
  put(join(at("sent"), "returned.pptx"), returned);
  put(join(at("sent"), "google.pptx"), returned);
  put(join(at("sent"), "reply.eml"), reply);
  cpSync(at("sent"), at("answered"), { recursive: true });
  // The next version, which is compared with the one that was sent.
  change("sent", ["version"], "1.1");
  await done(at("answered"), "pull", BUNDLE, "returned.pptx", "reply.eml");
  const { replies } = JSON.parse(await done(at("answered"), "replies", BUNDLE, "--json")) as {
    readonly replies: readonly { readonly id: string; readonly from: string; readonly path?: unknown }[];
  };
  const [objection, ...comments] = replies.filter(({ from }) => from !== "edit").map(({ id }) => id);
  const [edit] = replies.filter(({ from }) => from === "edit").map(({ id }) => id);
  for (const [shown, here] of [
    ["r-4f9a12bc03", objection],
    ["r-0c51aa9be2", comments[0]],
    ["r-77d01f3c4a", comments[1]],
    ["r-9b1de2f014", edit],
  ] as const)
    ids.set(shown, here ?? "");
  cpSync(at("sent"), at("decided"), { recursive: true });
  const decided = (result: string) => ({
    ...{
      result,
      date: "2026-12-03",
      reasons: [{ reason: "The bar loses far less than the seats bring in", from: "ceo" }],
    },
  });
  change("decided", ["decided"], decided("yes"));
  cpSync(at("sent"), at("refused"), { recursive: true });
  change("refused", ["decided"], decided("no"));
}, 120_000);
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe("commands in the documentation", () => {
  test("name files and replies that are there", () => {
    expect(CALLS.length).toBeGreaterThan(90);
    expect([...ids.values()].every((id) => /^r-[0-9a-f]{10}$/.test(id))).toBe(true);
    expect(parse(readFileSync(join(at("begun"), BUNDLE), "utf8"))).toHaveProperty("title");
    const spared = CALLS.filter(({ words }) => reasonOf(words) !== undefined);
    expect(spared.length).toBeLessThan(CALLS.length / 5);
  });

  test.each(
    CALLS.filter(({ words }) => reasonOf(words) === undefined).map(
      ({ at, words }) => [words.join(" "), at, words] as const,
    ),
  )("foredeck %s (%s)", async (_line, _at, shown) => {
    const words = shown.map((word) => word.replaceAll(/r-[0-9a-f]{10}/g, (id) => ids.get(id) ?? id));
    const root = mkdtempSync(join(tmpdir(), "foredeck-example-"));
    const folder = join(root, "project");
    try {
      cpSync(join(base, "brand"), join(root, "brand"), { recursive: true });
      cpSync(at(stateFor(words)), folder, { recursive: true });
      if (words.includes("--font"))
        put(
          join(folder, "company.potx"),
          template({ masters: [{ ...MASTER, fonts: ["Acme Sans", "Calibri"] }] }),
        );
      if (words[0] === "init") for (const name of ["deck.json", "my-idea.json"]) rmSync(join(folder, name));
      // Without a name, build takes the only bundle of the folder.
      if (words.join(" ") === "build")
        for (const name of ["deck.json", "my-idea.json", "idea.json"]) rmSync(join(folder, name));
      const input = new Uint8Array(readFileSync(join(folder, BUNDLE)));
      const { exit, all } = await cli(folder, words, false, {
        env: { HOME: folder },
        ...(words.includes("-")
          ? {
              input: async function* () {
                yield input;
              },
            }
          : {}),
      });
      expect({ exit, all }).toMatchObject({ exit: 0 });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});

describe("programs in the documentation", () => {
  const programs = BLOCKS.filter(
    ({ language, spared, text }) => language === "ts" && spared === undefined && /from "foredeck"/.test(text),
  );

  test("are compiled against the package's types, and run", () => {
    expect(programs.length).toBeGreaterThanOrEqual(2);
    const folder = mkdtempSync(join(tmpdir(), "foredeck-programs-"));
    try {
      mkdirSync(join(folder, "node_modules", "@types"), { recursive: true });
      symlinkSync(ROOT, join(folder, "node_modules", "foredeck"));
      symlinkSync(
        join(ROOT, "node_modules", "@types", "node"),
        join(folder, "node_modules", "@types", "node"),
      );
      put(join(folder, "package.json"), '{ "type": "module" }');
      const bundle = readFileSync(join(ROOT, "samples", "minimal.json"));
      for (const name of ["my-idea.json", "ideas/sundays.json"]) put(join(folder, name), bundle);
      for (const [n, { text }] of programs.entries()) put(join(folder, `program-${n}.ts`), text);
      const names = programs.map((_, n) => `program-${n}.ts`);
      const strict = [
        "--strict",
        "--noEmitOnError",
        "--module",
        "nodenext",
        "--target",
        "es2022",
        "--types",
        "node",
      ];
      execFileSync(
        process.execPath,
        [join(ROOT, "node_modules", "typescript", "bin", "tsc"), ...strict, ...names],
        {
          cwd: folder,
          encoding: "utf8",
        },
      );
      for (const name of names) execFileSync(process.execPath, [name.replace(".ts", ".js")], { cwd: folder });
      for (const deck of ["my-idea.pptx", "out/sundays.pptx"])
        expect(readFileSync(join(folder, deck)).subarray(0, 2).toString(), deck).toBe("PK");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});
