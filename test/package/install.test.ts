import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, openWorkshop, pack, ROOT, type Workshop } from "./project.ts";

/** A project of someone else's installs the package and builds decks with it, whatever it installs packages with. */
let workshop: Workshop;
let tarball: string;

beforeAll(async () => {
  workshop = openWorkshop();
  tarball = await pack(workshop);
  await install(
    workshop,
    "tools",
    Object.values(MANAGERS).flatMap(({ is }) => is ?? []),
  );
});
afterAll(() => workshop.close());

interface Manager {
  /** The package that it comes in; npm comes with Node. */
  readonly is?: string;
  readonly program: () => readonly [string, ...string[]];
  readonly add: () => readonly string[];
  /** Adds the canvas. */
  readonly more: readonly string[];
  /** Runs a command of a package that is installed. */
  readonly exec: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

const CANVAS = "@napi-rs/canvas@1.0.11";

const tool = (...path: string[]) => join(workshop.folder, "tools", "node_modules", ...path);
const yarn: Omit<Manager, "files"> = {
  is: "@yarnpkg/cli-dist@4.18.1",
  program: () => ["node", tool("@yarnpkg", "cli-dist", "bin", "yarn.js")],
  add: () => ["add", `foredeck@file:${tarball}`],
  more: ["add", CANVAS],
  exec: ["run"],
};

const MANAGERS: Readonly<Record<string, Manager>> = {
  npm: {
    program: () => ["npm"],
    add: () => ["install", tarball],
    more: ["install", CANVAS],
    exec: ["exec", "--"],
  },
  pnpm: {
    is: "pnpm@12.21.0",
    program: () => ["node", tool("pnpm", "bin", "pnpm.mjs")],
    add: () => ["add", tarball],
    more: ["add", CANVAS],
    exec: ["exec"],
  },
  "yarn 1": {
    is: "yarn@1.22.22",
    // It would take a tarball of the same name for the one that it has seen before, in each of its calls.
    program: () => [
      "node",
      tool("yarn", "bin", "yarn.js"),
      "--cache-folder",
      join(workshop.folder, "yarn-1"),
    ],
    add: () => ["add", tarball],
    more: ["add", CANVAS],
    exec: ["-s", "run"],
  },
  "yarn 4 with node_modules": {
    ...yarn,
    files: { "yarn.lock": "", ".yarnrc.yml": "nodeLinker: node-modules\n" },
  },
  "yarn 4 with Plug'n'Play": { ...yarn, files: { "yarn.lock": "", ".yarnrc.yml": "nodeLinker: pnp\n" } },
};

describe.each(Object.keys(MANAGERS))("a fresh project with %s", (name) => {
  const manager = (): Manager => MANAGERS[name] ?? expect.unreachable();
  const project = () => join(workshop.folder, name.replaceAll(/\W/g, "-"));
  const call = async (...args: readonly string[]) => {
    const [program, ...first] = manager().program();
    return workshop.run(project(), program, ...first, ...args);
  };
  const foredeck = (...args: string[]) => call(...manager().exec, "foredeck", ...args);

  test("installs the package, and no compiler is called", async () => {
    mkdirSync(project());
    writeFileSync(
      join(project(), "package.json"),
      JSON.stringify({ name: "fresh", private: true, type: "module" }),
    );
    for (const [file, text] of Object.entries(manager().files ?? {}))
      writeFileSync(join(project(), file), text);
    const said = await call(...manager().add());
    expect(said).not.toMatch(/peer|deprecated|install.?scripts|ERESOLVE/i);
    expect(workshop.compilers()).toEqual([]);
  });

  test("builds a deck from a bundle of its own making", async () => {
    await foredeck("init", "idea.json", "--title", "Open the library on Sundays");
    expect(await foredeck("build", "idea.json", "--no-cache")).toContain("out/idea.pptx");
    expect(
      readFileSync(join(project(), "out", "idea.pptx"))
        .subarray(0, 2)
        .toString(),
    ).toBe("PK");
  });

  test("builds what is not drawn without the canvas, and says where that is missing", async () => {
    copyFileSync(join(ROOT, "samples", "minimal.json"), join(project(), "minimal.json"));
    const build = (...more: string[]) => foredeck("build", "minimal.json", "--no-cache", ...more);
    await build("--format", "pptx,pdf,html,svg,md,json");
    for (const asked of [
      ["--format", "png"],
      ["--charts", "picture"],
    ])
      await expect(build(...asked)).rejects.toThrow(/@napi-rs\/canvas is not installed/);
  });

  test("builds charts as pictures, and all other outputs, with the canvas", async () => {
    await call(...manager().more);
    await foredeck(
      "build",
      "minimal.json",
      "--no-cache",
      "--charts",
      "picture",
      "--format",
      "pptx,pdf,html,svg,png,md,json",
    );
    for (const file of [
      "minimal.pptx",
      "minimal.pdf",
      "minimal.html",
      "minimal-01.svg",
      "minimal-01.png",
      "minimal.md",
      "minimal.json",
    ])
      expect(statSync(join(project(), "out", file)).size, file).toBeGreaterThan(1_000);
    expect(workshop.compilers()).toEqual([]);
  });
});

describe("an installation with npm", () => {
  test("is small, and holds nothing that is needed only where something is drawn or compiled", async () => {
    const project = await install(workshop, "small", [tarball]);
    const packages = join(project, "node_modules");
    const size = readdirSync(packages, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
    expect(size).toBeLessThan(50_000_000);
    for (const name of ["@napi-rs", "@types", "https", "pdfkit", "pptxgenjs"])
      expect(existsSync(join(packages, name)), name).toBe(false);
  });
});

describe("the library, seen from a project in TypeScript", () => {
  const project = () => join(workshop.folder, "npm");
  const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");

  test.each([
    ["nodenext", "nodenext"],
    ["bundler", "esnext"],
  ])("is typed with moduleResolution %s, all declarations checked", async (resolution, module) => {
    writeFileSync(join(project(), "use.ts"), USE);
    const strict = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noUncheckedIndexedAccess",
      "--skipLibCheck",
      "false",
    ];
    const how = [
      "--target",
      "es2023",
      "--lib",
      "es2023,dom",
      "--module",
      module,
      "--moduleResolution",
      resolution,
    ];
    await workshop.run(project(), "node", tsc, "use.ts", "--ignoreConfig", ...strict, ...how);
  });

  test("runs", async () => {
    expect(existsSync(join(project(), "use.js"))).toBe(true);
    expect(await workshop.run(project(), "node", "use.js")).toMatch(/^\d+ slides, \d+ bytes\n$/);
  });
});

const USE = `
import { type Bundle, type Compiled, type CompileOptions, compileBundle, createNodeHost, type Figures, type Host, render } from "foredeck";

const host: Host = createNodeHost();
const options: CompileOptions = { lenient: true };
const source = { bytes: await host.read("minimal.json"), file: "minimal.json", root: "." };
const compiled: Compiled = await compileBundle(source, host, options);
const bundle: Bundle = compiled.bundle;
const figures: Figures = compiled.figures;
const deck: Uint8Array = await render(compiled, "pptx", host, { charts: "picture" });
if (bundle.title === "" || Object.keys(figures).length === 0) throw new Error("empty");
console.log(\`\${compiled.pages.pages.length} slides, \${deck.length} bytes\`);
// @ts-expect-error There is no such output.
export const wrong = () => render(compiled, "doc", host);
`;
