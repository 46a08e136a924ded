import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

export const ROOT = join(import.meta.dirname, "..", "..");

/** What a package with code of its own would be built with. */
const COMPILERS = ["cc", "gcc", "g++", "c++", "clang", "make", "cmake", "node-gyp", "prebuild-install"];

export interface Workshop {
  /** A folder of its own, gone after the tests. */
  readonly folder: string;
  /** Runs a program, and gives all that it says; throws with that where it fails. */
  run(cwd: string, program: string, ...args: string[]): Promise<string>;
  /** Compilers that have been called. */
  compilers(): readonly string[];
  close(): void;
}

/** A place to install in, where every compiler fails and leaves a note that it was called. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), "foredeck-package-"));
  const bin = join(folder, "no-compilers");
  const notes = join(folder, "compiled");
  mkdirSync(bin);
  mkdirSync(notes);
  for (const name of COMPILERS) {
    const file = join(bin, name);
    writeFileSync(file, `#!/bin/sh\n: > "${join(notes, name)}"\nexit 1\n`);
    chmodSync(file, 0o755);
  }
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env["PATH"] ?? ""}`,
    NO_COLOR: "1",
    // A project's first install writes its lock, on a build server too.
    CI: "",
    YARN_ENABLE_IMMUTABLE_INSTALLS: "false",
    YARN_ENABLE_TELEMETRY: "false",
    // Yarn does not ask npm's configuration where the registry is; npm tells those whom it runs.
    ...(process.env["npm_config_registry"] === undefined
      ? {}
      : { YARN_NPM_REGISTRY_SERVER: process.env["npm_config_registry"].replace(/\/$/, "") }),
  };
  return {
    folder,
    run(cwd, program, ...args) {
      return new Promise((resolve, reject) => {
        execFile(program, args, { cwd, env, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
          if (error === null) resolve(stdout + stderr);
          else reject(new Error(`${error.message}\n${stdout}${stderr}`));
        });
      });
    },
    compilers: () => readdirSync(notes),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The package as it would be published: the path of its tarball. */
export async function pack({ folder, run }: Workshop): Promise<string> {
  await run(ROOT, "npm", "pack", "--ignore-scripts", "--pack-destination", folder);
  return join(folder, readdirSync(folder).find((name) => name.endsWith(".tgz")) ?? "");
}

/** A project with packages of npm in it. */
export async function install(
  workshop: Workshop,
  name: string,
  packages: readonly string[],
): Promise<string> {
  const project = join(workshop.folder, name);
  mkdirSync(project);
  writeFileSync(join(project, "package.json"), JSON.stringify({ name, private: true, type: "module" }));
  await workshop.run(project, "npm", "install", "--ignore-scripts", ...packages);
  return project;
}
