import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { compileBundle } from "../../../src/compile.ts";
import { deckMap } from "../../../src/conversation/map.ts";
import { createNodeHost } from "../../../src/host/node.ts";
import type { DeckMap } from "../../../src/model/deck-map.ts";
import { render } from "../../../src/render.ts";
import type { Compiled } from "../../../src/stages.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");

/** A deck as it is sent: the file, its map, and the bundle that it was made from. */
export interface SentDeck {
  readonly compiled: Compiled;
  readonly file: Uint8Array;
  readonly map: DeckMap;
}

export async function sentDeck(name: string): Promise<SentDeck> {
  const path = join(ROOT, name);
  const host = createNodeHost();
  const source = { bytes: new Uint8Array(readFileSync(path)), file: path, root: dirname(path) };
  const compiled = await compileBundle(source, host, { origins: true });
  return { compiled, file: await render(compiled, "pptx", host), map: deckMap(compiled.pages) };
}

/** The deck with the XML of some of its parts changed. */
export function edited(file: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [
        name,
        /\.(xml|rels)$/.test(name) ? strToU8(change(name, strFromU8(bytes))) : bytes,
      ]),
    ),
  );
}
