import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HELP } from "../../src/diagnostics/messages/help.ts";
import { SOUND } from "../rules/sound.ts";
import { cli } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "foredeck-config-"));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));
const put = (name: string, content: unknown): void => {
  mkdirSync(dirname(join(cwd, name)), { recursive: true });
  writeFileSync(
    join(cwd, name),
    typeof content === "string" ? content : JSON.stringify(content, undefined, 2),
  );
};
const run = (argv: readonly string[], folder = ".") => cli(join(cwd, folder), argv);
const built = async (argv: readonly string[], folder = "."): Promise<readonly string[]> => {
  const { exit, out, err } = await run(["build", ...argv, "--json", "--no-cache"], folder);
  expect(exit, err + out).toBe(0);
  const { decks } = JSON.parse(out) as { readonly decks: readonly { readonly deck: string }[] };
  return decks.map(({ deck }) => deck);
};

describe("foredeck.config.json", () => {
  test("says what is built, as what and into which folder, from any folder of the project; the command line goes before", async () => {
    put("decks/a.json", SOUND);
    put("foredeck.config.json", {
      bundles: ["decks/*.json"],
      outDir: "made",
      format: ["md"],
      name: "x-{name}",
    });
    expect(await built([])).toEqual(["made/x-a.md"]);
    expect(await built([], "decks")).toEqual(["../made/x-a.md"]);
    expect(await built(["--format", "json", "--name", "{name}"])).toEqual(["made/a.json"]);
    expect(await built(["decks/a.json", "-o", "b.html"])).toEqual(["b.html"]);
    put("decks/foredeck.config.json", "{}");
    expect(await built(["a.json"], "decks")).toEqual(["out/a.pptx"]);
  });

  test("gives bundles a theme, a logo and rules where they say nothing themselves", async () => {
    put("decks/a.json", SOUND);
    put("decks/b.json", { ...SOUND, theme: "library" });
    put("foredeck.config.json", {
      theme: "arena",
      rules: { "plan/next": { severity: "off", because: "Plans are kept elsewhere." } },
    });
    const deck = async (file: string, ...argv: readonly string[]): Promise<Buffer> => {
      await built([file, "-o", "deck.pptx", "--force", ...argv]);
      return readFileSync(join(cwd, "deck.pptx"));
    };
    for (const [file, theme] of [
      ["decks/a.json", "arena"],
      ["decks/b.json", "library"],
    ] as const)
      expect((await deck(file)).equals(await deck(file, "--theme", theme)), file).toBe(true);
    const { out } = await run(["check", "decks", "--format", "json"]);
    const { bundles } = JSON.parse(out) as {
      readonly bundles?: readonly { readonly silenced?: unknown }[];
    };
    expect(JSON.stringify(bundles ?? out)).toContain("plan/next");
    put("foredeck.config.json", { theme: "aren" });
    const wrong = await run(["check", "decks/a.json"]);
    expect(wrong.exit).toBe(1);
    expect(wrong.out).toMatch(/foredeck\.config\.json:2:\d+ {2}theme/);
    expect((await run(["check", "decks/b.json"])).exit).toBe(0);
  });

  test("builds its bundles anew when it comes, changes or goes", async () => {
    put("decks/a.json", SOUND);
    const env = { FOREDECK_CACHE_DIR: join(cwd, ".cache") };
    const state = async (): Promise<string> => {
      const { out } = await cli(cwd, ["build", "decks/a.json", "--json"], false, { env });
      const { decks } = JSON.parse(out) as { readonly decks: readonly { readonly state: string }[] };
      return decks[0]?.state ?? out;
    };
    expect(await state()).toBe("built");
    expect(await state()).toBe("unchanged");
    put("foredeck.config.json", { theme: "arena" });
    expect(await state()).toBe("built");
    put("foredeck.config.json", { theme: "library" });
    expect(await state()).toBe("built");
    expect(await state()).toBe("unchanged");
    rmSync(join(cwd, "foredeck.config.json"));
    expect(await state()).toBe("built");
  });

  test("is refused where it is wrong, at its line, with what was meant", async () => {
    put("a.json", SOUND);
    put("foredeck.config.json", '{\n  "outdir": "made",\n  "jobs": 0,\n  "format": ["ppt"]\n}');
    for (const argv of [["build", "a.json"], ["check", "a.json"], ["config"]]) {
      const { exit, err } = await run(argv);
      expect(exit).toBe(2);
      expect(err).toContain('The project file has no field "outdir".');
      expect(err).toContain('Did you mean "outDir"?');
      expect(err).toContain("foredeck.config.json:3");
      expect(err).toContain("foredeck.config.json:4");
    }
    put("foredeck.config.json", "[]");
    expect((await run(["config"])).err).toContain("foredeck.config.json is not an object");
  });

  test("that names no bundles leaves the command without one, as no file does", async () => {
    for (const content of [undefined, "{}"]) {
      if (content !== undefined) put("foredeck.config.json", content);
      for (const command of ["build", "check"]) {
        const { exit, err } = await run([command]);
        expect(exit).toBe(2);
        expect(err.trim()).toBe(HELP.noBundles([]));
      }
    }
  });

  test("is not needed where the folder has one bundle: that one is taken, and named", async () => {
    put("only.json", SOUND);
    put("data.json", "[1, 2]");
    const { exit, err, out } = await run(["build"]);
    expect(exit).toBe(0);
    expect(err).toContain(HELP.onlyBundle("only.json"));
    expect(out).toContain(join("out", "only.pptx"));
    const checked = await run(["check"]);
    expect(checked).toMatchObject({ exit: 0, out: "no problems in only.json\n" });
    expect(JSON.parse((await run(["build", "--json"])).out)).toMatchObject({
      decks: [{ bundle: "only.json" }],
    });
    expect((await run(["build", "--json"])).err).toBe("");
  });

  test("nor are several guessed between: they are named as choices", async () => {
    for (const name of ["b.json", "a b.json"]) put(name, SOUND);
    const { exit, err } = await run(["build"]);
    expect(exit).toBe(2);
    expect(err).toContain('this folder has 2. Name one of them, or . for all:\n  "a b.json"\n  b.json\n');
    expect((await run(["build", ".", "--format", "md"])).exit).toBe(0);
  });

  test("is printed by foredeck config, each setting with where it comes from", async () => {
    put("foredeck.config.json", '{\n  "outDir": "made",\n  "bundles": ["decks", "more/*.json"]\n}');
    const { out } = await run(["config"]);
    expect(out).toMatch(/^bundles +decks, more\/\*\.json +foredeck\.config\.json:3$/m);
    expect(out).toMatch(/^outDir +made +foredeck\.config\.json:2$/m);
    expect(out).toMatch(/^theme +boardroom +default$/m);
    const json = JSON.parse((await run(["config", "--json"])).out);
    expect(json.settings).toContainEqual({ name: "outDir", value: "made", from: "foredeck.config.json:2" });
    expect(json.settings).toContainEqual({ name: "jobs", value: null, from: "default" });
  });
});

describe("--set", () => {
  const LINES = `{\n  "version": "0.1", // of the pipeline\n${JSON.stringify(SOUND).slice(1)}`;

  test("fills in dates and versions, also where the bundle has none, and leaves the file as it is", async () => {
    put("a.json", LINES);
    const set = ["--set", "version=2.7", "--set", "date=2026-12-24", "--set", "confidentiality=Board only"];
    await built(["a.json", "-o", "a.md", ...set]);
    const text = readFileSync(join(cwd, "a.md"), "utf8");
    expect(text).toContain("2.7");
    expect(text).toContain("24 December 2026");
    expect(readFileSync(join(cwd, "a.json"), "utf8")).toBe(LINES);
  });

  test("names lines of the file in findings", async () => {
    put("a.json", LINES);
    const { exit, out } = await run(["check", "a.json", "--set", "date=tomorrow", "--set", "meeting.time=9"]);
    expect(exit).toBe(1);
    expect(out).toMatch(/a\.json:\d+:\d+ {2}date/);
  });

  test("is refused for what carries the argument, and in another form", async () => {
    put("a.json", SOUND);
    for (const [text, says] of [
      ["title=Better", "--set cannot change title."],
      ["ask.amount=1", "--set cannot change ask.amount."],
      ["version", "does not have the form key=value"],
      ["=1", "does not have the form key=value"],
    ] as const) {
      const { exit, err } = await run(["build", "a.json", "--set", text]);
      expect(exit).toBe(2);
      expect(err).toContain(says);
    }
  });
});
