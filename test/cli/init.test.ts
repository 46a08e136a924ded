import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { describe, expect, test } from "vitest";
import { startDates } from "../../src/cli/init/dates.ts";
import { withSchema, withScript } from "../../src/cli/init/settings.ts";
import * as messages from "../../src/diagnostics/messages/index.ts";
import { flat, newFolder } from "./new-folder.ts";
import { cli } from "./run.ts";

let cwd = "";
newFolder("init", (folder) => {
  cwd = folder;
});
const text = (name: string): string => readFileSync(join(cwd, name), "utf8");

describe("foredeck init", () => {
  test("writes a bundle that builds at once, without errors in its argument", async () => {
    const { exit, out, err } = await cli(cwd, ["init"]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(out).toContain(messages.initWritten("deck.json"));
    expect(out).toContain("npm install --save-dev foredeck");
    const checked = await cli(cwd, ["check", "deck.json"]);
    expect(checked.exit).toBe(0);
    expect(checked.out).not.toContain("error");
    const built = await cli(cwd, ["build", "deck.json"]);
    expect(built.exit).toBe(0);
    expect(existsSync(join(cwd, "out", "deck.pptx"))).toBe(true);
  });

  test("teaches: every part has a comment, and each placeholder says what to replace", async () => {
    await cli(cwd, ["init"]);
    const bundle = text("deck.json");
    expect(bundle.match(/\/\/ /g)?.length).toBeGreaterThan(20);
    const { title, why } = parse(bundle) as { title: string; why: { statement: string } };
    expect(title).toMatch(/^Replace/);
    expect(why.statement).toMatch(/^Replace/);
  });

  test.each([
    ["Approve EUR 21,000 for Sunday opening", 21_000, "EUR"],
    ["Release £1.2 million for 40 beds on 3 wards", 1_200_000, "GBP"],
    ["Spend 180 000 SEK on two boats", 180_000, "SEK"],
    ["Approve EUR 21,000 now and EUR 12,000 in 2028", "none", "EUR"],
    ["Open on Sundays from 2027", "none", "EUR"],
  ] as const)("takes the amount that a decision names: %s", async (decision, amount, currency) => {
    const { exit, err } = await cli(cwd, ["init", "a.json", "--decision", decision]);
    expect({ exit, err }).toEqual({ exit: 0, err: "" });
    expect(parse(text("a.json"))).toMatchObject({ currency, ask: { decision, amount } });
    const checked = await cli(cwd, ["check", "a.json"]);
    expect(checked.exit).toBe(0);
    expect(checked.out).not.toContain("money/reconcile");
  });

  test.each(["ja-JP", "fr-FR"])("writes a bundle in %s, which builds at once", async (tag) => {
    expect((await cli(cwd, ["init", "a.json", "--yes", "--locale", tag])).exit).toBe(0);
    expect(parse(text("a.json"))).toMatchObject({ locale: tag });
    expect((await cli(cwd, ["build", "a.json"])).exit).toBe(0);
    expect((await cli(cwd, ["init", "b.json", "--locale", "xx"])).exit).toBe(2);
  });

  test("takes everything it would ask from flags", async () => {
    const flags = {
      title: 'Open the "library" on Sundays',
      decision: "Approve Sunday opening",
      approver: "Graham Tull, Chair, culture committee",
      goal: "Bring 12,000 visits a month",
      metric: "Visits a month",
    };
    const argv = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]);
    expect((await cli(cwd, ["init", "ideas/sundays.json", ...argv])).exit).toBe(0);
    const bundle = parse(text("ideas/sundays.json")) as {
      title: string;
      ask: { decision: string };
      stakeholders: { name: string; role: string }[];
      goals: { name: string }[];
      metrics: { name: string }[];
    };
    expect(bundle.title).toBe(flags.title);
    expect(bundle.ask.decision).toBe(flags.decision);
    expect(bundle.stakeholders[0]).toMatchObject({ name: "Graham Tull", role: "Chair, culture committee" });
    expect(bundle.goals[0]?.name).toBe(flags.goal);
    expect(bundle.metrics[0]?.name).toBe(flags.metric);
    expect((await cli(cwd, ["build", "ideas/sundays.json"])).exit).toBe(0);
  });

  test("refuses to overwrite a bundle, unless forced", async () => {
    writeFileSync(join(cwd, "deck.json"), "mine");
    const { exit, err } = await cli(cwd, ["init"]);
    expect(exit).toBe(2);
    expect(err).toContain(messages.initExists("deck.json").what);
    expect(text("deck.json")).toBe("mine");
    const forced = await cli(cwd, ["init", "--force"]);
    expect(forced.exit).toBe(0);
    expect(text("deck.json")).toContain('"title"');
    expect(text("deck.json.backup-1")).toBe("mine");
    expect(forced.out).toContain(messages.backedUp("deck.json", "deck.json.backup-1"));
    await cli(cwd, ["init", "--force"]);
    expect(text("deck.json.backup-1")).toBe("mine");
    expect(text("deck.json.backup-2")).toContain('"title"');
    // A folder stands for the bundles in it, and those are no backups.
    expect((await cli(cwd, ["build", ".", "--json"])).out.match(/"bundle":/g)).toHaveLength(1);
  });

  test("refuses a file that is no JSON file", async () => {
    writeFileSync(join(cwd, "notes.txt"), "");
    const { exit, err } = await cli(cwd, ["init", "notes.txt"]);
    expect(exit).toBe(2);
    expect(err).toContain(messages.initNotJson("notes.txt", "notes.txt/deck.json").what);
    // Nor does it make a folder with such a name, unless that is said.
    expect((await cli(cwd, ["init", "ideas/foo.txt"])).exit).toBe(2);
    expect(existsSync(join(cwd, "ideas"))).toBe(false);
    expect((await cli(cwd, ["init", "v1.2/"])).exit).toBe(0);
    expect((await cli(cwd, ["init", "v1.2", "--force"])).exit).toBe(0);
    mkdirSync(join(cwd, "q3.json"));
    expect((await cli(cwd, ["init", "q3.json"])).out).toContain("q3.json/deck.json");
  });

  test("answers that cannot stand in a bundle are refused by their flags, before anything is written", async () => {
    const long = "word ".repeat(90);
    const { exit, err } = await cli(cwd, [
      ...["init", "--title", "Up to\n400", "--decision", "Approve {{visits", "--goal", "{{visits.lastest}}"],
      ...["--approver", `${long}, Chair`, "--metric", long],
    ]);
    expect(exit).toBe(1);
    for (const { 0: field } of messages.INIT_QUESTIONS) expect(err).toContain(`--${field}: `);
    expect(flat(err)).toContain(`--goal: There is no figure {{visits.lastest}}.`);
    // There is no such file, so nothing may point into it.
    expect(err).not.toContain("deck.json");
    const slide = await cli(cwd, ["init", "--title", "wörd".repeat(49)]);
    expect(slide.exit).toBe(1);
    expect(slide.err).not.toContain("deck.json");
    expect(existsSync(join(cwd, "deck.json"))).toBe(false);
  });

  test.each(messages.INIT_QUESTIONS.map(([field]) => field))(
    "every error that a long --%s gives rise to names that flag, and no other",
    async (field) => {
      const refused: number[] = [];
      for (const [n, long] of ["wide words ".repeat(18), "W".repeat(199), "word ".repeat(100)].entries()) {
        const { exit, err } = await cli(cwd, ["init", `${n}.json`, "--yes", `--${field}`, long.trim()]);
        if (exit === 0) continue;
        refused.push(n);
        const errors = flat(err).match(/(?<!\d) error (?= ?\S)/g)?.length ?? 0;
        expect(errors, err).toBeGreaterThan(0);
        expect(flat(err).split(`error --${field}: `).length - 1, err).toBe(errors);
      }
      expect(refused).toContain(2);
    },
  );

  test("names the schema of the package that is installed above it, and adds script and editor setting", async () => {
    mkdirSync(join(cwd, "node_modules", "foredeck", "schema"), { recursive: true });
    writeFileSync(join(cwd, "node_modules", "foredeck", "schema", "foredeck.schema.json"), "{}");
    mkdirSync(join(cwd, "ideas"));
    writeFileSync(join(cwd, "ideas", "package.json"), '{\n\t"name": "ideas"\n}\n');
    const { out, err } = await cli(cwd, ["init", "ideas"]);
    expect(err).toBe("");
    expect(out).not.toContain("npm install");
    const schema = "../node_modules/foredeck/schema/foredeck.schema.json";
    expect((parse(text("ideas/deck.json")) as { $schema: string }).$schema).toBe(schema);
    expect(text("ideas/package.json")).toBe(
      '{\n\t"name": "ideas",\n\t"scripts": {\n\t\t"deck": "foredeck build deck.json"\n\t}\n}\n',
    );
    expect(parse(text("ideas/.vscode/settings.json"))).toEqual({
      "json.schemas": [{ fileMatch: ["/deck.json"], url: schema }],
      "files.associations": { "deck.json": "jsonc" },
    });
  });

  test("in a folder of a project, script and editor setting go to the project's own files", async () => {
    writeFileSync(join(cwd, "package.json"), "{}");
    const { out, err } = await cli(cwd, ["init", "ideas/2026/sundays.json"]);
    expect(err).toBe("");
    expect(parse(text("package.json"))).toEqual({
      scripts: { deck: "foredeck build ideas/2026/sundays.json" },
    });
    const schema = "./node_modules/foredeck/schema/foredeck.schema.json";
    expect(parse(text(".vscode/settings.json"))).toEqual({
      "json.schemas": [{ fileMatch: ["/ideas/2026/sundays.json"], url: schema }],
      "files.associations": { "**/ideas/2026/sundays.json": "jsonc" },
    });
    expect(existsSync(join(cwd, "ideas", "2026", ".vscode"))).toBe(false);
    // Where npm installs the package: beside package.json.
    const bundle = parse(text("ideas/2026/sundays.json")) as { $schema: string };
    expect(join(cwd, "ideas", "2026", bundle.$schema)).toBe(join(cwd, schema));
    expect(out).toContain(messages.initEditor(".vscode/settings.json", undefined));
    // From within the folder the same files are meant.
    const below = await cli(join(cwd, "ideas"), ["init", "mondays.jsonc"]);
    expect(below.out).toContain(messages.initEditor("../.vscode/settings.json", ".."));
    expect(below.err).toBe("");
    expect(below.out).toContain(messages.initSecondScript("../package.json", "deck:mondays", "deck"));
    expect(parse(text("package.json"))).toEqual({
      scripts: {
        deck: "foredeck build ideas/2026/sundays.json",
        "deck:mondays": "foredeck build ideas/mondays.jsonc",
      },
    });
  });

  test("a second bundle of the folder has a script of its own, whose name can be typed", async () => {
    writeFileSync(join(cwd, "package.json"), "{}");
    await cli(cwd, ["init"]);
    const { out, err } = await cli(cwd, ["init", "open on sundays.json"]);
    expect(err).toBe("");
    expect(out).toContain(
      "npm run deck:open-on-sundays builds the deck; npm run deck does what it did before",
    );
    expect(parse(text("package.json"))).toEqual({
      scripts: {
        deck: "foredeck build deck.json",
        "deck:open-on-sundays": 'foredeck build "open on sundays.json"',
      },
    });
  });

  test("without a project around it, the setting stands beside the bundle, and it is said where it works", async () => {
    const { out } = await cli(cwd, ["init", "ideas/sundays.json"]);
    expect(out).toContain(messages.initEditor("ideas/.vscode/settings.json", "ideas"));
    expect(existsSync(join(cwd, ".vscode"))).toBe(false);
  });

  test.each(["$(touch x).json", "a`b`.json", "100%.json", "hey!.json", 'a"b.json', "a\nb.json", "$HOME"])(
    "refuses %j, which a shell would act on",
    async (name) => {
      const { exit, err } = await cli(cwd, ["init", name]);
      expect(exit).toBe(2);
      expect(err).toContain("with a meaning in shells");
      expect(readdirSync(cwd)).toEqual([]);
    },
  );

  test("quotes a name with spaces in script and commands, and builds it so", async () => {
    writeFileSync(join(cwd, "package.json"), "{}");
    const name = "v6/ääni & b (2).json";
    const { out } = await cli(cwd, ["init", name]);
    expect(parse(text("package.json"))).toEqual({ scripts: { deck: `foredeck build "${name}"` } });
    expect(out).toContain(`npx foredeck check "${name}"`);
    const says = out
      .split("\n")
      .flatMap((line) => (line.startsWith("  np") ? [line.lastIndexOf("   ")] : []));
    expect(new Set(says).size).toBe(1);
    expect(text(name)).toContain(`npx foredeck check "${name}"`);
    await cli(cwd, ["init", "ääni.json"]);
    expect(text("ääni.json")).toContain("npx foredeck check ääni.json");
  });

  test("writes no script whose path a shell would act on", async () => {
    writeFileSync(join(cwd, "package.json"), "{}");
    mkdirSync(join(cwd, "a$(touch x)"));
    const { exit, err } = await cli(join(cwd, "a$(touch x)"), ["init"]);
    expect(exit).toBe(0);
    expect(flat(err)).toContain(messages.initUnsafeWay("a$(touch x)/deck.json"));
    expect(text("package.json")).toBe("{}");
  });

  test.each([
    [
      "a folder in place of the file",
      () => mkdirSync(join(cwd, ".vscode", "settings.json"), { recursive: true }),
    ],
    ["a file in place of the folder", () => writeFileSync(join(cwd, ".vscode"), "")],
    [
      "a file that is write-protected",
      () => {
        mkdirSync(join(cwd, ".vscode"));
        writeFileSync(join(cwd, ".vscode", "settings.json"), "{}", { mode: 0o444 });
      },
    ],
  ])("writes the bundle, and warns of the setting: %s", async (_, prepare) => {
    prepare();
    writeFileSync(join(cwd, "package.json"), "{}", { mode: 0o444 });
    const { exit, out, err } = await cli(cwd, ["init"]);
    expect(exit).toBe(0);
    expect(out).toContain(messages.initWritten("deck.json"));
    expect(existsSync(join(cwd, "deck.json"))).toBe(true);
    expect(flat(err)).toContain(messages.initMissingSetting());
    expect(flat(err)).toContain(messages.initMissingScript("deck"));
    expect(err).not.toContain("error");
    expect(err).not.toContain("-o");
    expect(err).not.toContain("Nothing was changed");
  });

  test("says where else a bundle may go that cannot be written, without naming an option that init lacks", async () => {
    writeFileSync(join(cwd, "ideas"), "");
    const below = await cli(cwd, ["init", "ideas/deck.json"]);
    expect(below.exit).toBe(2);
    expect(flat(below.err)).toContain(messages.targetBelowFile("ideas/deck.json").what);
    expect(below.err).not.toContain("-o");
    writeFileSync(join(cwd, "deck.json"), "mine", { mode: 0o444 });
    const kept = await cli(cwd, ["init", "--force"]);
    expect(kept.exit).toBe(2);
    expect(kept.err).not.toContain("-o");
    expect(text("deck.json")).toBe("mine");
    expect(existsSync(join(cwd, "deck.json.backup-1"))).toBe(false);
    expect((await cli(cwd, ["init", `${"long".repeat(80)}.json`])).exit).toBe(2);
  });

  test("leaves alone what is taken, and says so", async () => {
    const own = '{ "scripts": { "deck": "mine", "deck:deck": "mine, too" } }';
    writeFileSync(join(cwd, "package.json"), own);
    mkdirSync(join(cwd, ".vscode"));
    writeFileSync(join(cwd, ".vscode", "settings.json"), "{ broken");
    const { exit, err } = await cli(cwd, ["init"]);
    expect(exit).toBe(0);
    expect(text("package.json")).toBe(own);
    expect(text(".vscode/settings.json")).toBe("{ broken");
    expect(err).toContain("package.json");
    expect(err).toContain(messages.initScriptsTaken("deck", "deck:deck"));
    expect(err).toContain(messages.initUnreadable());
  });
});

describe("merging", () => {
  test("keeps comments, order and line ends of settings", () => {
    const before =
      '{\r\n    // mine\r\n    "a": 1,\r\n    "json.schemas": [\r\n        { "fileMatch": ["x.json"], "url": "y" }\r\n    ]\r\n}\r\n';
    const merged = withSchema(before, "deck.json", "./s.json");
    if (typeof merged === "string") throw new Error(merged);
    expect(merged.text).toContain("// mine");
    expect(merged.text.replaceAll("\r\n", "")).not.toContain("\n");
    const value = parse(merged.text) as { "json.schemas": { url: string }[] };
    expect(value["json.schemas"].map(({ url }) => url)).toEqual(["y", "./s.json"]);
    expect(withSchema(merged.text, "deck.json", "./s.json")).toBe("there");
    expect(withSchema(merged.text, "deck.json", "./other.json")).toBe("taken");
  });

  test("does not change how somebody else's bundle is shown", () => {
    const merged = withSchema('{ "files.associations": { "deck.json": "json5" } }', "deck.json", "./s.json");
    if (typeof merged === "string") throw new Error(merged);
    expect(parse(merged.text)).toMatchObject({ "files.associations": { "deck.json": "json5" } });
  });

  test("a byte order mark stays where it is", () => {
    expect(withScript('\ufeff{"a": 1}', "deck", "x")).toMatchObject({
      text: expect.stringMatching(/^\ufeff\{/),
    });
  });

  test("knows what is there and what is taken", () => {
    expect(withScript('{"scripts":{"deck":"x"}}', "deck", "x")).toBe("there");
    expect(withScript('{"scripts":{"deck":"y"}}', "deck", "x")).toBe("taken");
    expect(withScript('{"scripts":"y"}', "deck", "x")).toBe("taken");
    expect(withScript("[]", "deck", "x")).toBe("unreadable");
  });
});

test("dates of a new bundle come in order, on weekdays, and its months are over", () => {
  for (const day of ["2026-01-01T12:00", "2024-02-29T12:00", "2026-12-31T12:00", "2026-08-15T12:00"]) {
    const dates = startDates(new Date(day));
    expect(dates.today).toBe(day.slice(0, 10));
    expect(dates.months).toHaveLength(6);
    const order = [...dates.months, dates.monthEnd, dates.today, dates.meeting, dates.by, dates.start];
    expect(order).toEqual([...order].sort());
    expect(dates.monthEnd.startsWith(dates.months[5] ?? "none")).toBe(true);
    for (const one of [dates.meeting, dates.by, dates.start])
      expect([1, 2, 3, 4, 5]).toContain(new Date(one).getUTCDay());
  }
});
