import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { AnyFormatName } from "../../formats/names.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import type { AskedLook } from "../../stages.ts";
import { MAX_TEMPLATE_BYTES } from "../../theme/file.ts";
import { digestOf, type Store } from "./store.ts";

/** All that the outputs of a bundle depend on besides the bundle and the files that it names. */
export interface BuildSettings {
  /** The program, byte for byte. */
  readonly build: string;
  /** Theme and template of the command line, files by their whole paths; what they hold counts as part of the program. */
  readonly look: AskedLook;
  readonly lenient: boolean;
  readonly strict: boolean;
  readonly force: boolean;
  readonly charts: "native" | "picture";
  /** Name of the edition that is built; the deck as the bundle has it where left out. */
  readonly edition?: string;
  /** Path of the bundle's project file from the bundle; what it holds counts as of the files that the bundle reads. */
  readonly project?: string;
  /** Digest of what lies beside the bundle: the version that was sent last before it, and what readers answered. */
  readonly beside?: string;
}

/** Facts about a deck that are the same in every format. */
export interface DeckFacts {
  readonly slides: number;
  readonly charts: number;
  readonly minutes: number;
  /** A final deck that is stamped as a draft. */
  readonly forced: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly errors: readonly Diagnostic[];
  readonly warnings: number;
  /** Charts that were fitted with more than moving their labels, or without some of them. */
  readonly fitting: readonly ChartFitting[];
}

/** Steps that fitting a chart took. */
export interface ChartFitting {
  readonly slide: number;
  readonly chart: string;
  /** Names of steps: "labels-inside", "axis-shown", … */
  readonly steps: readonly string[];
  /** Labels that are written nowhere on the chart; the sheet behind it has their numbers. */
  readonly dropped: readonly string[];
}

export interface CachedFile {
  /** End of the file name after the output's own name: "-01.svg"; "" where the output is one file. */
  readonly suffix: string;
  readonly digest: string;
  readonly size: number;
}

export interface CachedOutput {
  readonly about: DeckFacts;
  readonly files: readonly CachedFile[];
}

/** The decks of one bundle in the store. */
export interface CacheEntry {
  /** Files that the bundle read, as it names them; undefined where they are not known yet. */
  readonly read: readonly string[] | undefined;
  readonly find: (format: AnyFormatName, stem: string) => Promise<CachedOutput | undefined>;
}

/** Names of the files that a bundle read, with the digests of their bytes. */
export type Read = ReadonlyMap<string, string>;

/** Themes are files of the package that somebody may have edited, so they count by what they hold. */
export async function buildWithThemes(build: string, host: Host): Promise<string> {
  const themes = await Promise.all(
    (await host.themes()).map(async (name) => `${name} ${JSON.stringify(await host.theme(name))}`),
  );
  return digestOf(build, ...themes);
}

/**
 * Looks a bundle up: first by its own bytes, which say what files it names, then by the bytes of those as well. A file
 * that cannot be read is a miss; whoever builds it says so.
 */
export async function findCacheEntry(
  store: Store,
  bundle: { readonly bytes: Uint8Array; readonly file: string; readonly root: string },
  recipe: BuildSettings,
  host: Host,
): Promise<CacheEntry> {
  const first = firstKey(bundle.bytes, recipe);
  const known = await store.record(first, "Names");
  const none: CacheEntry = { read: undefined, find: async () => undefined };
  if (known === undefined) return none;
  const read = new Map<string, string>();
  for (const name of known) {
    try {
      read.set(name, digestOf(await host.readWithin(bundle.root, name, MAX_TEMPLATE_BYTES)));
    } catch (cause) {
      if (codeOf(cause) === undefined) throw cause;
      return none;
    }
  }
  return {
    read: known,
    find: async (format, stem) => {
      const found = (await store.record(outputKey(first, read, format, stem, recipe), "Kept")) as
        | CachedOutput
        | undefined;
      return found && { ...found, about: named(found.about, "", bundle.file) };
    },
  };
}

export interface Product {
  readonly format: AnyFormatName;
  readonly stem: string;
  readonly files: readonly { readonly suffix: string; readonly bytes: Uint8Array }[];
}

/** Keeps what was made of a bundle, so that the same bundle need not be built again. */
export async function storeOutputs(
  store: Store,
  bundle: { readonly bytes: Uint8Array; readonly file: string },
  read: Read,
  products: readonly Product[],
  about: DeckFacts,
  recipe: BuildSettings,
): Promise<void> {
  const first = firstKey(bundle.bytes, recipe);
  for (const { format, stem, files } of products) {
    const kept: CachedFile[] = [];
    for (const { suffix, bytes } of files)
      kept.push({ suffix, digest: await store.putBytes(bytes), size: bytes.length });
    const value: CachedOutput = { about: named(about, bundle.file, ""), files: kept };
    await store.putRecord(outputKey(first, read, format, stem, recipe), value);
  }
  // Last, so that whoever finds it finds the rest.
  await store.putRecord(first, [...read.keys()]);
}

const firstKey = (
  bundle: Uint8Array,
  { build, look, lenient, strict, force, edition, project, beside }: BuildSettings,
): string =>
  digestOf(
    "bundle",
    build,
    JSON.stringify(look),
    String(lenient),
    String(strict),
    String(force),
    edition ?? "",
    project ?? "",
    beside ?? "",
    bundle,
  );

/** Links between the pages of an output of many files name those files, so there the name counts. */
const outputKey = (
  first: string,
  read: Read,
  format: AnyFormatName,
  stem: string,
  { charts }: BuildSettings,
): string => digestOf("output", first, JSON.stringify([...read]), format, charts, stem);

/** Findings with the bundle's name in place of another, since the same bundle may have many. */
function named(about: DeckFacts, from: string, to: string): DeckFacts {
  const rename = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
    found.map((each) => (each.place?.file === from ? { ...each, place: { ...each.place, file: to } } : each));
  return { ...about, diagnostics: rename(about.diagnostics), errors: rename(about.errors) };
}
