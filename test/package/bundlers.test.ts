import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { install, openWorkshop, pack, ROOT, type Workshop } from "./project.ts";

/** The recipes of docs/library.md for bundlers, servers and older tools, with the package as it would be published. */
const RECIPES = join(ROOT, "docs", "examples", "bundling");
const BUNDLE = join(ROOT, "samples", "minimal.json");

let workshop: Workshop;
let tarball: string;
let project: string;

beforeAll(async () => {
  workshop = openWorkshop();
  tarball = await pack(workshop);
  project = await install(workshop, "bundled", [
    tarball,
    ...["esbuild@0.28.2", "rolldown@1.3.3", "webpack@5.113.0", "webpack-cli@7.3.1"],
    ...["jest@30.5.2", "typescript@5.9.3"],
  ]);
  copyFileSync(BUNDLE, join(project, "minimal.json"));
  writeFileSync(join(project, "main.mjs"), MAIN);
});
afterAll(() => workshop.close());

const MAIN = `
import { readFileSync } from "node:fs";
import { compile, render } from "foredeck";
(async () => {
  const compiled = await compile(readFileSync("minimal.json"));
  for (const format of ["pptx", "pdf", "html"]) console.log(format, (await render(compiled, format)).length);
})();
`;

const tool = (name: string, ...args: string[]) => workshop.run(project, "npx", "--no-install", name, ...args);
const recipe = (name: string, as = name) => copyFileSync(join(RECIPES, name), join(project, as));
/** A bundle runs where Foredeck is installed, and writes what the source would. */
async function expectDecks(file: string): Promise<void> {
  expect(await workshop.run(project, "node", file)).toBe(await workshop.run(project, "node", "main.mjs"));
}
const docs = readFileSync(join(ROOT, "docs", "library.md"), "utf8");

describe("a bundle made with", () => {
  test.each([
    ["esm", "mjs"],
    ["cjs", "cjs"],
  ])("esbuild, as %s", async (format, extension) => {
    const [, said = ""] = /`esbuild (main\.mjs [^`]+)`/.exec(docs) ?? [];
    const args = said
      .replace("--format=esm", `--format=${format}`)
      .replace("dist/main.mjs", `es/main.${extension}`);
    await tool("esbuild", ...args.split(" "));
    await expectDecks(`es/main.${extension}`);
  });

  test("rolldown", async () => {
    recipe("rolldown.config.mjs");
    await tool("rolldown", "-c", "rolldown.config.mjs");
    await expectDecks("dist/main.mjs");
  });

  test("webpack, as an ES module and as CommonJS", async () => {
    recipe("webpack.config.mjs");
    await tool("webpack", "-c", "webpack.config.mjs", "--output-path", "wp");
    await expectDecks("wp/main.mjs");
    const common = readFileSync(join(RECIPES, "webpack.config.mjs"), "utf8")
      .replace("module foredeck", "commonjs foredeck")
      .replace('"main.mjs", module: true, library: { type: "module" }', '"main.cjs"')
      .replace("  experiments: { outputModule: true },\n", "");
    writeFileSync(join(project, "common.config.mjs"), common);
    await tool("webpack", "-c", "common.config.mjs", "--output-path", "wp");
    await expectDecks("wp/main.cjs");
  });
});

test("Jest loads the package", async () => {
  recipe("deck.jest.cjs", "deck.test.cjs");
  writeFileSync(join(project, "jest.config.json"), JSON.stringify({ testMatch: ["**/deck.test.cjs"] }));
  const [, options = ""] = /`(NODE_OPTIONS=\S+) jest`/.exec(docs) ?? [];
  const said = await workshop.run(
    project,
    "env",
    options,
    "npx",
    "--no-install",
    "jest",
    "-c",
    "jest.config.json",
  );
  expect(said).toContain("1 passed");
});

test.each(["--esModuleInterop", "--skipLibCheck"])(
  "types are found with moduleResolution node10 and %s",
  async (setting) => {
    writeFileSync(join(project, "use.cts"), USE);
    const how = [
      "--noEmit",
      "--strict",
      "--target",
      "es2022",
      "--module",
      "commonjs",
      "--moduleResolution",
      "node10",
    ];
    await tool("tsc", ...how, setting, "use.cts");
    writeFileSync(join(project, "wrong.cts"), USE.replace('"pptx"', '"doc"'));
    await expect(tool("tsc", ...how, setting, "wrong.cts")).rejects.toThrow("doc");
  },
);

const USE = `
import { compile, render } from "foredeck";
export = async (): Promise<number> => (await render(await compile("{}"), "pptx")).length;
`;

describe("Next.js", () => {
  let site: string;
  beforeAll(async () => {
    site = await install(workshop, "site", [
      tarball,
      ...["next@16.4.6", "react@19", "react-dom@19"],
      ...["typescript@5.9.3", "@types/node@24", "@types/react@19"],
    ]);
    const route = join(site, "app", "api", "deck");
    mkdirSync(route, { recursive: true });
    copyFileSync(join(RECIPES, "route.ts"), join(route, "route.ts"));
    writeFileSync(join(site, "app", "layout.tsx"), LAYOUT);
    writeFileSync(join(site, "app", "page.tsx"), "export default () => null;\n");
    // Where the server is copied, as into a container, what a route reads has to be traced.
    writeFileSync(
      join(site, "next.config.mjs"),
      readFileSync(join(RECIPES, "next.config.mjs"), "utf8").replace("{\n", '{\n  output: "standalone",\n'),
    );
  });

  test.each([["--turbopack"], ["--webpack"]])(
    "answers a bundle with its deck, built with %s",
    async (bundler) => {
      await workshop.run(site, "npx", "--no-install", "next", "build", bundler);
      const server = join(workshop.folder, `server${bundler}`);
      cpSync(join(site, ".next", "standalone"), server, { recursive: true });
      expect(existsSync(join(server, "server.js"))).toBe(true);
      const port = await freePort();
      const running = spawn("node", ["server.js"], {
        cwd: server,
        env: { ...process.env, PORT: String(port), HOSTNAME: "127.0.0.1" },
      });
      try {
        const post = (body: string) => posted(`http://127.0.0.1:${port}/api/deck`, body);
        const deck = await post(readFileSync(BUNDLE, "utf8"));
        expect(deck.status).toBe(200);
        expect(
          Buffer.from(await deck.arrayBuffer())
            .subarray(0, 2)
            .toString(),
        ).toBe("PK");
        const refused = await post("{}");
        expect(refused.status).toBe(422);
        expect(await refused.json()).toContainEqual(expect.objectContaining({ severity: "error" }));
      } finally {
        running.kill();
      }
    },
  );
});

const LAYOUT = `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html lang="en"><body>{children}</body></html>;
}
`;

/** Tries until the server listens. */
async function posted(url: string, body: string, tries = 100): Promise<Response> {
  try {
    return await fetch(url, { method: "POST", body });
  } catch (cause) {
    if (tries === 0) throw cause;
  }
  await new Promise((next) => setTimeout(next, 200));
  return posted(url, body, tries - 1);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
