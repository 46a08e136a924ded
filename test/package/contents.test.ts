import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, normalize } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openWorkshop, ROOT, type Workshop } from "./project.ts";

interface Manifest {
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta: Readonly<Record<string, { readonly optional?: boolean }>>;
  readonly main: string;
  readonly types: string;
  readonly scripts: Readonly<Record<string, string>>;
}

let workshop: Workshop;
let files: ReadonlySet<string>;
const text = (file: string) => readFileSync(join(ROOT, file), "utf8");
const manifest = JSON.parse(text("package.json")) as Manifest;

beforeAll(async () => {
  workshop = openWorkshop();
  const said = await workshop.run(
    ROOT,
    "npm",
    "pack",
    "--dry-run",
    "--json",
    "--ignore-scripts",
    "--loglevel",
    "error",
  );
  const [pack] = JSON.parse(said.slice(said.indexOf("["))) as [{ files: { path: string }[] }];
  files = new Set(pack.files.map(({ path }) => path));
});
afterAll(() => workshop.close());

describe("the package", () => {
  test("holds what it needs and nothing else", () => {
    const wanted = /^(dist|docs|samples|schema|themes)\/|^(CHANGELOG|LICENSE|README)|^package\.json$/;
    expect([...files].filter((file) => !wanted.test(file) || /\.map$|\.test\./.test(file))).toEqual([]);
    for (const file of ["LICENSE", "README.md", "schema/foredeck.schema.json", "themes/boardroom.json"])
      expect(files).toContain(file);
  });

  test("has what its manifest names", () => {
    const named = [
      manifest.main,
      manifest.types,
      ...Object.values(manifest.bin),
      ...Object.values(manifest.exports).flatMap((to) => (typeof to === "string" ? [to] : Object.values(to))),
    ];
    expect(named.map((file) => normalize(file)).filter((file) => !files.has(file))).toEqual([]);
    for (const file of Object.values(manifest.bin)) expect(text(file)).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("runs no script where it is installed", () => {
    expect(
      Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name)),
    ).toEqual([]);
  });

  test("imports only its own files, Node's modules and what it depends on, and depends on nothing else", () => {
    const wanted = { ...manifest.dependencies, ...manifest.peerDependencies };
    const used = new Set<string>();
    const missing: string[] = [];
    for (const file of [...files].filter((each) => /^dist\/.*\.(js|d\.ts)$/.test(each))) {
      for (const [, ...found] of text(file).matchAll(IMPORTED)) {
        const name = found.find((each) => each !== undefined) ?? "";
        if (name.startsWith(".")) {
          const path = normalize(join(dirname(file), name));
          // Declarations name the source, and the compiler finds the declaration that stands in for it.
          if (!files.has(path) && !files.has(path.replace(/\.ts$/, ".d.ts")))
            missing.push(`${file}: ${name}`);
        } else if (!builtinModules.includes(name.replace(/^node:/, ""))) {
          const dependency = name
            .split("/")
            .slice(0, name.startsWith("@") ? 2 : 1)
            .join("/");
          used.add(dependency);
          if (wanted[dependency] === undefined) missing.push(`${file}: ${name}`);
        }
      }
    }
    expect(missing).toEqual([]);
    // The fonts are read as files, and so is the WebAssembly that takes subsets of them.
    const read = Object.keys(manifest.dependencies).filter(
      (name) => name.startsWith("@expo-google-fonts/") || name === "harfbuzzjs",
    );
    expect([...new Set([...used, ...read])].sort()).toEqual(Object.keys(wanted).sort());
  });

  test("carries the licence of the code that it has within it", () => {
    const inlined = [...files].filter((file) => file.endsWith("chartjs-node-canvas.js"));
    expect(inlined).toHaveLength(1);
    expect(text(inlined[0] ?? "")).toMatch(/^\/\*! chartjs-node-canvas \S+\nMIT License\n\nCopyright/);
    expect(files).toContain("dist/THIRD-PARTY-LICENSES.txt");
    const licences = text("dist/THIRD-PARTY-LICENSES.txt").split(/\n-{80}\n\n/);
    const named = licences.map((each) => each.split(" ", 1)[0]);
    for (const name of ["fontkit", "handlebars", "jszip", "linebreak", "pdfkit", "pptxgenjs"])
      expect(named).toContain(name);
    // Each is a text or, of packages that hold none, the name of one.
    expect(licences.filter((each) => !/licen[cs]e|copyright|permission/i.test(each))).toEqual([]);
  });

  test("asks for the canvas only where something is drawn, for the protocol only where assistants are served", () => {
    expect(manifest.peerDependenciesMeta).toEqual({
      "@modelcontextprotocol/server": { optional: true },
      "@napi-rs/canvas": { optional: true },
    });
  });
});

/** The specifier of an import, export … from, import() or require() in compiled code. */
const IMPORTED = new RegExp(
  [
    /^(?:import|export|\}) ?[^\n]*?\bfrom "([^"]+)";$/,
    /^import "([^"]+)";$/,
    /\bimport\("([^"]+)"\)/,
    /equire\((?:import\.meta\.url\)\()?"([^"]+)"\)/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "gm",
);
