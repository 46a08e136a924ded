import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import { compileBundle } from "../../src/compile.ts";
import { createNodeHost } from "../../src/host/node.ts";
import type { Bundle } from "../../src/model/bundle/index.ts";
import { type Compiled, type CompileOptions, startMemory } from "../../src/stages.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const BUNDLES = join(ROOT, "test", "bundles");

/** The contract bundle as an object that a test may change. */
export const contract = (): Bundle =>
  parse(readFileSync(join(BUNDLES, "customer-listening.json"), "utf8"), [], {
    allowTrailingComma: true,
  }) as Bundle;

/** Of all that a worker compiles: slides that a test leaves as they were are laid out once. */
const memory = startMemory();

/** Through every stage; its CSV files and pictures are those of the contract bundle. Text that does not fit is placed. */
export const compile = (bundle: Bundle, options: CompileOptions = { lenient: true }): Promise<Compiled> =>
  compileBundle(
    {
      bytes: new TextEncoder().encode(JSON.stringify(bundle, undefined, 2)),
      file: "bundle.json",
      root: BUNDLES,
    },
    createNodeHost(),
    { memory, ...options },
  );

const files = new Map<string, Promise<Compiled>>();

/** A bundle of the repository, from its folder; compiled once for all tests of a worker, so nobody may change it. */
export function compileFile(path: string): Promise<Compiled> {
  const file = join(ROOT, path);
  const compiled =
    files.get(path) ??
    compileBundle({ bytes: readFileSync(file), file: path, root: join(file, "..") }, createNodeHost());
  files.set(path, compiled);
  return compiled;
}
