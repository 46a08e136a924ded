import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { TESTED_NODE } from "../../src/cli/doctor/node.ts";
import { install, openWorkshop, ROOT, type Workshop } from "../package/project.ts";

/** The command line on every version of Node that the docs name. Whatever Node or V8 prints by itself is a failure. */
const VERSIONS = TESTED_NODE;
const SYSTEMS: Readonly<Record<string, string>> = { darwin: "darwin", linux: "linux", win32: "win" };
const PACKAGE = `node-${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`;

const MAIN = join(ROOT, "dist", "cli", "main.js");
const SAMPLES = join(ROOT, "samples");
const bundles = readdirSync(SAMPLES).filter((name) => name.endsWith(".json"));
const decks = bundles.map((name) => name.replace(/\.json$/, ".pptx"));
const { scripts, version, engines } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
  readonly version: string;
  readonly engines: { readonly node: string };
};

let workshop: Workshop;
beforeAll(() => {
  workshop = openWorkshop();
});
afterAll(() => workshop.close());

test("the oldest version that is tested is the one that the manifest asks for", () => {
  expect(engines.node).toMatch(new RegExp(`^>=${VERSIONS[0]}\\.\\d+$`));
});

describe.each(VERSIONS)("on Node %s", (wanted) => {
  let project = "";
  let node = "";
  beforeAll(async () => {
    project = await install(workshop, `node-${wanted}`, [`${PACKAGE}@${wanted}`]);
    node = join(project, "node_modules", PACKAGE, "bin", process.platform === "win32" ? "node.exe" : "node");
  });
  const run = (args: readonly string[], cwd = project) => {
    const env = { ...process.env, FOREDECK_CACHE_DIR: join(project, "cache"), NODE_OPTIONS: "" };
    const { status, stdout, stderr } = spawnSync(node, [MAIN, ...args], { cwd, env, encoding: "utf8" });
    return { status, stdout, stderr };
  };
  const out = (folder: string): string => join(project, folder);

  test("it is that Node", () => {
    expect(spawnSync(node, ["--version"], { encoding: "utf8" }).stdout).toMatch(new RegExp(`^v${wanted}\\.`));
  });

  test("--version and --help print to standard output alone", () => {
    expect(run(["--version"])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(run(["--help"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("check, as the recipes call it and in threads", () => {
    const minimal = join(SAMPLES, "minimal.json");
    expect(run(["check", minimal, "--format", "github"])).toMatchObject({ status: 0, stderr: "" });
    expect(run(["check", SAMPLES, "--jobs", "2"])).toMatchObject({ status: 0, stderr: "" });
  });

  test("npm run demo", () => {
    const [, command = ""] = /^node dist\/cli\/main\.js (.*)$/.exec(scripts["demo"] ?? "") ?? [];
    const args = command.replace("--out-dir out", "").split(" ").filter(Boolean);
    const { status, stderr } = run([...args, "--out-dir", out("demo"), "--no-cache"], ROOT);
    expect(status).toBe(0);
    expect(stderr).toMatch(/^\d+ bundles: [^\n]+\n$/);
    expect(readdirSync(out("demo")).sort()).toEqual([...decks, "early-curtain.pptx"].sort());
  });

  test("build --quiet --jobs 2, with the same bytes", () => {
    const target = out("threads");
    const args = ["build", SAMPLES, "--out-dir", target, "--jobs", "2", "--quiet", "--no-cache"];
    expect(run(args)).toEqual({ status: 0, stdout: "", stderr: "" });
    for (const deck of decks)
      expect(readFileSync(join(target, deck)).equals(readFileSync(join(out("demo"), deck)))).toBe(true);
  });

  test("every format of a build", () => {
    const formats = "pptx,pdf,html,svg,png,md,json";
    const args = ["build", join(SAMPLES, "minimal.json"), "--out-dir", out("formats"), "--format", formats];
    expect(run([...args, "--quiet", "--no-cache"])).toEqual({ status: 0, stdout: "", stderr: "" });
    const written = readdirSync(out("formats"));
    for (const format of formats.split(","))
      expect(written.some((name) => name.endsWith(`.${format}`))).toBe(true);
  });
});
