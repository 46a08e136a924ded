import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { type ParseError, parse } from "jsonc-parser";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";

/** What docs/ci prepares for editors and images: nothing of it needs the network to be judged. */
const ROOT = join(import.meta.dirname, "..");
const text = (...path: string[]) => readFileSync(join(ROOT, ...path), "utf8");
const manifest = JSON.parse(text("package.json")) as {
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
};

function jsonc(source: string): unknown {
  const errors: ParseError[] = [];
  const value: unknown = parse(source, errors, { allowTrailingComma: true });
  if (errors.length > 0) throw new Error(`no JSON:\n${source}`);
  return value;
}
const accepts = (schema: string, value: unknown) =>
  new Ajv({ unknownFormats: "ignore" }).validate(JSON.parse(text(schema)) as object, value) === true;

interface Association {
  readonly fileMatch: readonly string[];
  readonly url: string;
}
const SETTINGS = jsonc(text("docs", "ci", "vscode.jsonc")) as {
  readonly "json.schemas": readonly Association[];
  readonly "files.associations": Readonly<Record<string, string>>;
};
const STORE = jsonc(text("docs", "ci", "schemastore.json")) as readonly (Association & {
  readonly name: string;
  readonly description: string;
})[];

/** The files of docs/projects.md that say in a comment what they are called. */
const shown = new Map(
  blocksOf(text("docs", "projects.md")).flatMap(({ language, text: block }) => {
    const [, name] = /^\/\/ (\S+\.json)\n/.exec(block) ?? [];
    return language === "jsonc" && name !== undefined ? [[name, block] as const] : [];
  }),
);

/** Names that a pattern of VS Code takes: from the folder that is open where it begins with a slash, else at any depth. */
function matched(patterns: readonly string[], names: readonly string[]): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), "foredeck-editor-"));
  try {
    for (const name of names) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), "{}");
    }
    const from = patterns.map((one) => (one.startsWith("/") ? one.slice(1) : `**/${one}`));
    return globSync(from, { cwd: folder }).sort();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the settings for VS Code", () => {
  const project = [
    "company.json",
    "decks/a.json",
    "decks/teams/b.json",
    "foredeck.config.json",
    "package.json",
    "shared/goals.json",
  ];
  const kinds = SETTINGS["json.schemas"];

  test("give each file of a project its schema, and each one only", () => {
    const taken = kinds.map(({ fileMatch }) => matched(fileMatch, project));
    expect(taken).toEqual([
      ["decks/a.json", "decks/teams/b.json"],
      ["company.json", "shared/goals.json"],
      ["foredeck.config.json"],
    ]);
    const commented = matched(
      Object.keys(SETTINGS["files.associations"]).map((one) => one.replace(/^\*\*\//, "/")),
      project,
    );
    expect(commented).toEqual(taken.flat().sort());
  });

  test("name schemas that accept such files, and no others", () => {
    const [bundle, partial, config] = kinds.map(({ url }) =>
      url.replace(`./node_modules/${manifest.name}/`, ""),
    );
    const sound = jsonc(text("samples", "minimal.json"));
    const shared = jsonc(shown.get("company.json") ?? "");
    const settings = jsonc(shown.get("foredeck.config.json") ?? "");
    expect([sound, shared, settings].map((value) => accepts(bundle ?? "", value))).toEqual([
      true,
      false,
      false,
    ]);
    expect([shared, settings].map((value) => accepts(partial ?? "", value))).toEqual([true, false]);
    expect([settings, shared].map((value) => accepts(config ?? "", value))).toEqual([true, false]);
  });
});

describe("the entries for SchemaStore", () => {
  test("have what its catalogue asks for, and name schemas that the package exports", () => {
    expect(STORE.map((entry) => Object.keys(entry))).toEqual(
      STORE.map(() => ["name", "description", "fileMatch", "url"]),
    );
    for (const { url, fileMatch, description } of STORE) {
      const [, path = ""] = new RegExp(`^https://unpkg\\.com/${manifest.name}/(.+)$`).exec(url) ?? [];
      expect(Object.keys(manifest.exports)).toContain(`./${path}`);
      expect(JSON.parse(text(path))).toHaveProperty("$schema", "http://json-schema.org/draft-07/schema#");
      expect(description.length).toBeGreaterThan(20);
      for (const pattern of fileMatch)
        expect(matched([pattern], ["package.json", "tsconfig.json", "deck.json"])).toEqual([]);
    }
  });
});

describe("the Dockerfile", () => {
  const lines = text("docs", "ci", "Dockerfile")
    .replaceAll("\\\n", " ")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const of = (word: string) => lines.filter((line) => line.startsWith(`${word} `));

  test("has instructions that Docker knows, and two stages on one base of an exact version", () => {
    const known = /^(FROM|WORKDIR|COPY|RUN|ENV|USER|ENTRYPOINT|CMD) /;
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
    const bases = of("FROM").map((line) => line.split(" ")[1]);
    expect(bases).toHaveLength(2);
    expect(new Set(bases).size).toBe(1);
    expect(bases[0]).toMatch(/^node:\d+\.\d+\.\d+-\w+-slim$/);
  });

  test("installs from the lock without tools for development, and runs no scripts of packages", () => {
    expect(of("RUN")[0]).toBe("RUN npm ci --omit=dev --ignore-scripts");
    expect(of("COPY")[0]).toBe("COPY package.json package-lock.json ./");
  });

  test("ends as a user by number who is not root, and starts the program without a shell", () => {
    const last = lines.slice(lines.lastIndexOf(of("FROM")[1] ?? ""));
    const user = last.findIndex((line) => line.startsWith("USER "));
    expect(last[user]).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(last.slice(user + 1).map((line) => line.split(" ")[0])).toEqual(["ENTRYPOINT", "CMD"]);
    const [entry, args] = last
      .slice(user + 1)
      .map((line) => JSON.parse(line.slice(line.indexOf("["))) as string[]);
    const { bin } = JSON.parse(text("package.json")) as { bin: { foredeck: string } };
    expect(entry).toEqual(["node", `node_modules/${manifest.name}/${bin.foredeck}`]);
    expect(args?.[0]).toBe("build");
  });
});
