import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { install, openWorkshop, pack, ROOT, type Workshop } from "./project.ts";

/** The action for GitHub: its steps are run in a project that has installed the package, with its inputs in the environment. */
interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

let workshop: Workshop;
let project: string;
let action: Action;

const SOUND = readFileSync(join(ROOT, "samples", "minimal.json"), "utf8");
const BROKEN = SOUND.replace("visits.first", "visits.frist");
if (BROKEN === SOUND) throw new Error("the sample names visits.first no more");

beforeAll(async () => {
  workshop = openWorkshop();
  const tools = await install(workshop, "tools", ["yaml@2.9.1"]);
  const yaml = createRequire(join(tools, "package.json"))("yaml") as { parse(text: string): Action };
  action = yaml.parse(readFileSync(join(ROOT, "docs", "ci", "action.yml"), "utf8"));
  project = await install(workshop, "project", [await pack(workshop)]);
});
afterAll(() => workshop.close());
beforeEach(() => {
  for (const folder of ["decks", "out"]) rmSync(join(project, folder), { recursive: true, force: true });
  mkdirSync(join(project, "decks"));
  writeFileSync(join(project, "decks", "a.json"), SOUND);
});

/** Runs one step as GitHub does: `bash -eo pipefail`, its expressions filled in within the environment alone. */
function step(name: string, inputs: Readonly<Record<string, string>> = {}) {
  const found = action.runs.steps.find((each) => each.name === name) ?? expect.unreachable(name);
  const env = Object.fromEntries(
    Object.entries(found.env ?? {}).map(([key, value]) => {
      const [, input = expect.unreachable(value)] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
      return [key, inputs[input] ?? action.inputs[input]?.default ?? expect.unreachable(input)];
    }),
  );
  const file = join(workshop.folder, "step.sh");
  writeFileSync(file, found.run ?? expect.unreachable(name));
  const args = ["--noprofile", "--norc", "-eo", "pipefail", file];
  const outputs = join(workshop.folder, "outputs");
  return new Promise<{ code: unknown; said: string; outputs: () => string }>((resolve) => {
    const own = {
      ...process.env,
      CI: "true",
      FOREDECK_CACHE_DIR: join(workshop.folder, "cache"),
      GITHUB_OUTPUT: outputs,
    };
    execFile("bash", args, { cwd: project, env: { ...own, ...env } }, (error, stdout, stderr) =>
      resolve({
        code: error?.code ?? 0,
        said: stdout + stderr,
        outputs: () => readFileSync(outputs, "utf8"),
      }),
    );
  });
}

describe("the action for GitHub", () => {
  test("is composite, names a shell for each run, and puts no expression into one", () => {
    expect(action.runs.using).toBe("composite");
    const runs = action.runs.steps.filter(({ run }) => run !== undefined);
    expect(runs.length).toBe(3);
    expect(runs.filter(({ run, shell }) => shell !== "bash" || run?.includes("${{"))).toEqual([]);
    for (const { uses } of action.runs.steps)
      if (uses !== undefined) expect(uses).toMatch(/^actions\/[\w-]+@v\d+$/);
  });

  test("uses every input, and no other", () => {
    const used = [...JSON.stringify(action).matchAll(/inputs\.([\w-]+)/g)].map(([, name = ""]) => name);
    expect([...new Set(used)].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test("installs what the lock names, and nothing where the project has the package", async () => {
    rmSync(join(project, "node_modules"), { recursive: true });
    expect(await step("Install", { version: "0.0.0-none" })).toMatchObject({ code: 0 });
    expect(existsSync(join(project, "node_modules", ".bin", "foredeck"))).toBe(true);
  });

  test("checks and builds sound bundles", async () => {
    expect(await step("Check")).toMatchObject({ code: 0 });
    const built = await step("Build", { format: "pptx,md" });
    expect(built).toMatchObject({ code: 0 });
    for (const name of ["a.pptx", "a.md", "report.json"])
      expect(existsSync(join(project, "out", name))).toBe(true);
    expect(built.outputs()).toContain("report=out/report.json");
  });

  test("notes errors at their lines, writes SARIF, and builds the others", async () => {
    writeFileSync(join(project, "decks", "broken.json"), BROKEN);
    const checked = await step("Check", { sarif: "found.sarif" });
    expect(checked.code).toBe(1);
    expect(checked.said).toMatch(/^::error file=decks\/broken\.json,line=\d+,.*visits\.frist/m);
    const { runs } = JSON.parse(readFileSync(join(project, "found.sarif"), "utf8")) as {
      runs: { results: { level: string }[] }[];
    };
    expect(runs[0]?.results.map(({ level }) => level)).toContain("error");
    expect((await step("Build")).code).toBe(1);
    expect(existsSync(join(project, "out", "a.pptx"))).toBe(true);
  });

  test("counts warnings", async () => {
    const vague = SOUND.replace(/"now": "[^"]*"/, '"now": "It is high time."');
    writeFileSync(join(project, "decks", "a.json"), vague);
    expect((await step("Check")).code).toBe(0);
    expect((await step("Check", { "max-warnings": "0" })).code).toBe(1);
  });

  test.each(["$(touch caught)", "`touch caught`", '"; touch caught; "', "--help", "'; touch caught #"])(
    "takes %s for the name of bundles",
    async (bundles) => {
      expect((await step("Check", { bundles })).code).toBe(2);
      expect((await step("Build", { bundles })).code).toBe(2);
      expect(existsSync(join(project, "caught"))).toBe(false);
    },
  );
});

describe("the Dockerfile", () => {
  test("installs, in an empty folder, what its last commands run", async () => {
    const lines = readFileSync(join(ROOT, "docs", "ci", "Dockerfile"), "utf8").split("\n");
    const argumentsOf = (start: string) =>
      (lines.find((line) => line.startsWith(start)) ?? expect.unreachable(start)).slice(start.length);
    const image = join(workshop.folder, "image");
    mkdirSync(join(image, "decks"), { recursive: true });
    for (const file of ["package.json", "package-lock.json"])
      writeFileSync(join(image, file), readFileSync(join(project, file)));
    writeFileSync(join(image, "decks", "a.json"), SOUND);
    await workshop.run(image, "sh", "-c", argumentsOf("RUN "));
    const [program = "", ...args] = [argumentsOf("ENTRYPOINT "), argumentsOf("CMD ")].flatMap(
      (list) => JSON.parse(list) as string[],
    );
    await workshop.run(image, program, ...args);
    for (const name of ["a.pptx", "report.json"]) expect(existsSync(join(image, "out", name))).toBe(true);
  });
});
