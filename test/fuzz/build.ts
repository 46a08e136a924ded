import { compileBundle } from "../../src/compile.ts";
import { type Diagnostic, DiagnosticsError } from "../../src/diagnostics/diagnostic.ts";
import { createMemoryHost } from "../../src/host/memory.ts";
import { createNodeHost } from "../../src/host/node.ts";
import { render } from "../../src/render.ts";
import type { Compiled } from "../../src/stages.ts";
import type { Made } from "./bundle.ts";

/** What became of one bundle. */
export type Outcome =
  | { readonly type: "built"; readonly deck: Uint8Array; readonly compiled: Compiled }
  | { readonly type: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly type: "crashed"; readonly cause: unknown };

const disk = createNodeHost();

/** Builds a bundle as the command does; nothing is read but its own files and the package's themes and fonts. */
export async function buildBundle({ bundle, files }: Made): Promise<Outcome> {
  const host = createMemoryHost(files, disk);
  const bytes = new TextEncoder().encode(JSON.stringify(bundle));
  try {
    const compiled = await compileBundle({ bytes, file: "bundle.json", root: "." }, host);
    return { type: "built", deck: await render(compiled, "pptx", host), compiled };
  } catch (cause) {
    return cause instanceof DiagnosticsError
      ? { type: "refused", diagnostics: cause.diagnostics }
      : { type: "crashed", cause };
  }
}

/** Why a refusal is of no help: an error that names no place of the bundle, or does not say how to mend it. */
export function unfair(diagnostics: readonly Diagnostic[], bundle: unknown): string[] {
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return ["a refusal without an error"];
  // What stands in a table has its place there.
  return errors.flatMap(({ code, what, hint, path, place }) => [
    ...((path !== undefined && exists(bundle, path)) || /\.(csv|xlsx)$/.test(place?.file ?? "")
      ? []
      : [`${code} has no place in the bundle: ${what}`]),
    ...(hint === undefined ? [`${code} does not say how to mend it: ${what}`] : []),
  ]);
}

function exists(value: unknown, path: readonly (string | number)[]): boolean {
  let here = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null || !Object.hasOwn(here, step)) return false;
    here = (here as Record<string | number, unknown>)[step];
  }
  return true;
}
