import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "jsonc-parser";
import { expect, test } from "vitest";
import { compileBundle } from "../src/compile.ts";
import { DiagnosticsError } from "../src/diagnostics/diagnostic.ts";
import { createNodeHost } from "../src/host/node.ts";
import { render } from "../src/render.ts";
import { startMemory } from "../src/stages.ts";

/** Any field of a bundle may be absent: what is left is refused, or becomes a deck; nothing crashes. */
const FILE = join(import.meta.dirname, "..", "samples", "minimal.json");
const bundle: unknown = parse(readFileSync(FILE, "utf8"));

type Path = readonly (string | number)[];

function* fieldsOf(value: unknown, path: Path = []): Generator<Path> {
  if (Array.isArray(value)) for (const [n, item] of value.entries()) yield* fieldsOf(item, [...path, n]);
  else if (value !== null && typeof value === "object")
    for (const [key, item] of Object.entries(value)) {
      yield [...path, key];
      yield* fieldsOf(item, [...path, key]);
    }
}

function without(paths: readonly Path[]): unknown {
  const copy = structuredClone(bundle);
  for (const path of paths) {
    let node = copy as Record<string | number, unknown> | undefined;
    for (const part of path.slice(0, -1)) node = node?.[part] as typeof node;
    if (node !== undefined) delete node[path.at(-1) ?? ""];
  }
  return copy;
}

const fields = new Map<string, Path[]>();
for (const path of fieldsOf(bundle)) {
  const name = path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
  fields.set(name, [...(fields.get(name) ?? []), path]);
}
// Nothing is looked for in the fonts that a page carries.
const { subset: _, ...host } = createNodeHost();
const memory = startMemory();

test("the sample has many fields", () => expect(fields.size).toBeGreaterThan(80));

test("each field may be absent, wherever it stands", async () => {
  let built = 0;
  for (const [name, paths] of fields) {
    const bytes = new TextEncoder().encode(JSON.stringify(without(paths)));
    try {
      const compiled = await compileBundle({ bytes, file: FILE, root: dirname(FILE) }, host, { memory });
      for (const format of ["html", "md"] as const)
        expect(new TextDecoder().decode(await render(compiled, format, host)), name).not.toMatch(
          /undefined|NaN|Invalid Date/,
        );
      built += 1;
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError))
        throw new Error(`without ${name}: ${String(cause)}`, { cause });
    }
  }
  expect(built).toBeGreaterThan(40);
}, 300_000);
