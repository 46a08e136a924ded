import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { FORMATS, PAGED_FORMATS } from "../src/formats/index.ts";
import { LANGUAGES } from "../src/rules/languages/index.ts";

/**
 * The import rule: a folder imports only from those listed for it. Stages never import one another; compile.ts alone
 * sees them all; formats see pages, never bundles.
 */
const ROOT = join(import.meta.dirname, "..", "src");
const GROUND = ["base", "model", "diagnostics", "ooxml", "raster", "text", "host"];
const VOCABULARIES = ["charts", "slides", "rules", "locales", "claims"];
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  base: [],
  model: ["base"],
  diagnostics: ["base"],
  ooxml: ["base"],
  raster: ["base", "diagnostics"],
  text: ["base"],
  host: ["base", "diagnostics"],
  theme: GROUND,
  template: [...GROUND, "theme"],
  locales: ["base", "model", "text"],
  charts: ["base", "model", "diagnostics", "text", "locales"],
  slides: ["base", "model", "locales", "charts", "conversation"],
  claims: ["base", "model", "diagnostics", "locales"],
  conversation: ["base", "model", "diagnostics", "locales", "claims", "ooxml"],
  rules: ["base", "model", "diagnostics", "text", "locales", "claims"],
  provenance: ["base", "model", "locales"],
  formats: [...GROUND, "theme"],
  read: [...GROUND, "theme", ...VOCABULARIES],
  compute: [...GROUND, "theme", ...VOCABULARIES],
  outline: [...GROUND, "theme", ...VOCABULARIES, "conversation"],
  build: [...GROUND, "theme", ...VOCABULARIES],
  layout: [...GROUND, "theme", ...VOCABULARIES],
};
/** Names at the top of the repository: what it is made of, and nothing that a trial has left there. */
const TOP_LEVEL =
  /^(?:\.[\w.-]+|package(?:-lock)?\.json|tsconfig(?:\.\w+)?\.json|biome\.json|vitest\.config\.ts|LICENSE|(?:README|CHANGELOG|CONTRIBUTING)\.md|src|themes|samples|test|schema|docs|bench|vendor|site|scripts)$/;
const STAGES = [...VOCABULARIES, "read", "compute", "outline", "build", "layout"];
const TOP: Readonly<Record<string, readonly string[]>> = {
  "stages.ts": [...GROUND, "theme", ...STAGES],
  "recover.ts": [...GROUND, "read", "stages.ts"],
  "pictures.ts": [...GROUND, "theme", "read", "formats"],
  "look.ts": [...GROUND, "theme", "template", "read"],
  "said.ts": [...GROUND, ...STAGES, "stages.ts", "recover.ts"],
  "compile.ts": [
    ...GROUND,
    "theme",
    ...STAGES,
    "stages.ts",
    "recover.ts",
    "pictures.ts",
    "look.ts",
    "said.ts",
    "traced.ts",
  ],
  "traced.ts": [...GROUND, "provenance", ...STAGES],
  "render.ts": [...GROUND, "read", "formats", "stages.ts"],
  "library.ts": ["compile.ts", "stages.ts", ...GROUND],
  "index.ts": ["compile.ts", "said.ts", "render.ts", "stages.ts", "library.ts", ...GROUND, "formats"],
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? files(join(folder, entry.name))
      : entry.name.endsWith(".ts")
        ? [join(folder, entry.name)]
        : [],
  );
}

const place = (file: string): string => relative(ROOT, file).split("/")[0] ?? "";

function imports(file: string): string[] {
  const source = readFileSync(file, "utf8");
  return [...source.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map((match) =>
    place(join(dirname(file), match[1] ?? "")),
  );
}

const all = files(ROOT).map((file) => ({
  file: relative(ROOT, file),
  folder: place(file),
  imports: imports(file),
}));

describe("the import rule", () => {
  test("every folder of src stands in the table", () => {
    const folders = new Set(all.map((each) => each.folder).filter((name) => !name.endsWith(".ts")));
    expect([...folders].filter((name) => name !== "cli" && ALLOWED[name] === undefined)).toEqual([]);
  });

  test("a folder imports only from those listed for it", () => {
    const broken = all.flatMap(({ file, folder, imports }) => {
      if (folder === "cli") return [];
      const allowed = ALLOWED[folder] ?? TOP[folder] ?? [];
      return imports
        .filter((to) => to !== folder && !allowed.includes(to))
        .map((to) => `${file} imports ${to}`);
    });
    expect(broken).toEqual([]);
  });

  test("only the command line and the library entry import compile.ts", () => {
    const importers = all.filter((each) => each.imports.includes("compile.ts")).map((each) => each.folder);
    expect(
      [...new Set(importers)].filter((name) => !["cli", "library.ts", "index.ts"].includes(name)),
    ).toEqual([]);
  });

  test("formats never see a bundle", () => {
    const seen = files(join(ROOT, "formats")).filter((file) =>
      /model\/(bundle|figures|story|deck)/.test(
        readFileSync(file, "utf8").replaceAll(
          /import type \{[^}]*\b(LayoutName|JsonPath|Figure)\b[^}]*\} from "[^"]+";/g,
          "",
        ),
      ),
    );
    expect(seen.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

/** Folders and the folders that their files import from, as paths below src. */
function folderGraph(): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  const folderOf = (file: string): string => relative(ROOT, dirname(file));
  for (const file of files(ROOT)) {
    const from = folderOf(file);
    const to = graph.get(from) ?? new Set<string>();
    graph.set(from, to);
    for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)) {
      const folder = folderOf(join(dirname(file), path));
      if (folder !== from) to.add(folder);
    }
  }
  return graph;
}

/** Groups of more than one folder, each of which leads to every other one of its group (strongly connected components). */
function circles(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly string[])[] {
  const reach = new Map<string, Set<string>>();
  for (const folder of graph.keys()) {
    const seen = new Set<string>();
    const next = [...(graph.get(folder) ?? [])];
    for (let to = next.pop(); to !== undefined; to = next.pop()) {
      if (seen.has(to)) continue;
      seen.add(to);
      next.push(...(graph.get(to) ?? []));
    }
    reach.set(folder, seen);
  }
  const mutual = (a: string, b: string): boolean =>
    reach.get(a)?.has(b) === true && reach.get(b)?.has(a) === true;
  const groups = [...graph.keys()]
    .map((folder) => [...graph.keys()].filter((other) => other === folder || mutual(folder, other)).sort())
    .filter((group) => group.length > 1);
  return [...new Map(groups.map((group) => [group.join(" "), group])).values()];
}

describe("circles of folders", () => {
  test("are found where folders import one another, at any distance", () => {
    const edges = { a: ["b"], b: ["c"], c: ["a", "d"], d: ["e"], e: [] };
    const graph = new Map(Object.entries(edges).map(([from, to]) => [from, new Set<string>(to)]));
    expect(circles(graph)).toEqual([["a", "b", "c"]]);
  });

  test("there are none in src", () => {
    expect(circles(folderGraph())).toEqual([]);
  });
});

/** Exporters are the registered formats, each with a folder of its name; a handout is a PDF of other sheets. */
const EXPORTERS = Object.keys({ ...FORMATS, ...PAGED_FORMATS })
  .filter((name) => name !== "handout")
  .map((name) => `formats/${name}`);

/** Imports of an exporter, or of the registry of all, by a folder below formats that is no part of that exporter. */
function foreignImports(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const exporterOf = (folder: string): string | undefined =>
    EXPORTERS.find((name) => folder === name || folder.startsWith(`${name}/`));
  return [...graph].flatMap(([from, imported]) =>
    from.startsWith("formats/")
      ? [...imported]
          .filter((to) => to === "formats" || ![undefined, exporterOf(from)].includes(exporterOf(to)))
          .map((to) => `${from} imports ${to}`)
      : [],
  );
}

describe("exporters", () => {
  test("have a folder each", () => {
    expect(EXPORTERS.filter((name) => !folderGraph().has(name))).toEqual([]);
  });

  test("are seen where another exporter, or what exporters share, imports them", () => {
    const edges = {
      formats: ["formats/svg"],
      "formats/html": ["formats/display", "formats/svg"],
      "formats/display/page": ["formats/pptx/draw", "formats/page"],
      "formats/pptx": ["formats/pptx/draw", "formats"],
    };
    const graph = new Map(Object.entries(edges).map(([from, to]) => [from, new Set<string>(to)]));
    expect(foreignImports(graph)).toEqual([
      "formats/html imports formats/svg",
      "formats/display/page imports formats/pptx/draw",
      "formats/pptx imports formats",
    ]);
  });

  test("import no other exporter, and what they share imports none", () => {
    expect(foreignImports(folderGraph())).toEqual([]);
  });
});

/** How many floors of folders lie under each folder and itself: 1 for one that imports none of the others. */
function floors(graph: ReadonlyMap<string, ReadonlySet<string>>): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const floorOf = (folder: string): number => {
    const known = found.get(folder);
    if (known !== undefined) return known;
    // A circle would never end; its folders count as one floor here, and fail the test of circles.
    found.set(folder, 1);
    const below = [...(graph.get(folder) ?? [])].filter((to) => graph.has(to)).map(floorOf);
    const floor = Math.max(0, ...below) + 1;
    found.set(folder, floor);
    return floor;
  };
  for (const folder of graph.keys()) floorOf(folder);
  return found;
}

describe("the command line", () => {
  const within = new Map([...folderGraph()].filter(([folder]) => /^cli(\/|$)/.test(folder)));

  test("floors count the longest way down", () => {
    const edges = { top: ["side", "middle"], side: ["ground", "other"], middle: ["side"], ground: [] };
    const graph = new Map(Object.entries(edges).map(([from, to]) => [from, new Set<string>(to)]));
    expect(Object.fromEntries(floors(graph))).toEqual({ ground: 1, side: 2, middle: 3, top: 4 });
  });

  test("has five floors of folders, the program on top", () => {
    const found = floors(within);
    expect(Math.max(...found.values())).toBeLessThanOrEqual(5);
    expect(found.get("cli")).toBe(Math.max(...found.values()));
  });

  test("stands on folders that import nothing else of it", () => {
    const ground = [...within].filter(([, to]) => [...to].every((folder) => !within.has(folder)));
    expect(ground.map(([folder]) => folder)).toEqual(
      expect.arrayContaining(["cli/cache", "cli/console", "cli/inputs", "cli/threads"]),
    );
  });

  test("loads commands from the program alone", () => {
    const importers = [...within].filter(([, to]) => to.has("cli/commands")).map(([folder]) => folder);
    expect(importers).toEqual(["cli"]);
  });
});

test("the top level has what the project is made of, and no file that a trial left there", () => {
  const names = readdirSync(join(ROOT, "..")).filter(
    (name) => !/^(?:node_modules|build|dist|out)$|\.tgz$/.test(name),
  );
  expect(names.filter((name) => !TOP_LEVEL.test(name))).toEqual([]);
});

describe("house style", () => {
  test("no file is longer than 600 lines", () => {
    const long = files(ROOT).filter((file) => readFileSync(file, "utf8").split("\n").length > 600);
    expect(long.map((file) => relative(ROOT, file))).toEqual([]);
  });

  test("no folder is a drawer for everything", () => {
    const drawers = files(ROOT).filter((file) => /\/(utils?|helpers?|common|misc)\//.test(file));
    expect(drawers.map((file) => relative(ROOT, file))).toEqual([]);
  });

  test("rules hold no words of a language outside its folder", () => {
    const tables = new RegExp(`^\\s*(?:${LANGUAGES.map(({ tag }) => tag).join("|")}): ?(?:[/{[]|new )`, "mu");
    const wordy = files(join(ROOT, "rules")).filter((file) => {
      if (relative(ROOT, file).startsWith(join("rules", "languages"))) return false;
      const code = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gmu, "");
      // In strings, letters beyond ASCII are examples of what a rule reads; elsewhere they are patterns.
      const patterns = code.replaceAll(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/gu, "");
      return /\blanguage\.tag\b/u.test(code) || tables.test(code) || /[^\P{L}\p{ASCII}]/u.test(patterns);
    });
    expect(wordy.map((file) => relative(ROOT, file))).toEqual([]);
  });

  test("the clock, chance and the environment stay outside", () => {
    const impure = files(ROOT).filter((file) => {
      if (["host", "cli"].includes(place(file))) return false;
      const code = readFileSync(file, "utf8").replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
      return /Math\.random|Date\.now|new Date\(\)|process\.|node:fs/.test(code);
    });
    expect(impure.map((file) => relative(ROOT, file))).toEqual([]);
  });
});

test("a doc comment names its subject first", () => {
  const nameless = files(ROOT).flatMap((file) =>
    [
      ...readFileSync(file, "utf8").matchAll(
        /\/\*\*\s+(?:\* )?(?:What|Whether|Those|Where|How|Who|As|Of|It|Its|They|Such|That|This) .*/g,
      ),
    ].map(([comment]) => `${relative(ROOT, file)}: ${comment}`),
  );
  expect(nameless).toEqual([]);
});
