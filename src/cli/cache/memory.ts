import { resolve } from "node:path";
import { digestOf, type Store } from "./store.ts";

/** By the name of each file of one output, what it may hold: the digest of what was last written, or is being written. */
export type WrittenFiles = Readonly<Record<string, readonly string[]>>;

/**
 * Memory of what was last written to each output. Most formats carry no mark of their content, so this
 * distinguishes a file that is as it was written from one that somebody has changed.
 */
export interface OutputMemory {
  /** Undefined where nothing is known. */
  readonly of: (output: string) => Promise<WrittenFiles | undefined>;
  readonly keep: (output: string, written: WrittenFiles) => Promise<void>;
  /** The bundle that an output was last made of, as a path; undefined where nothing is known. */
  readonly bundleOf: (output: string) => Promise<string | undefined>;
  readonly keepBundle: (output: string, bundle: string) => Promise<void>;
  /** Files that runs wrote below a folder of outputs and did not remove since; none where nothing is known. */
  readonly inFolder: (folder: string) => Promise<FolderFiles>;
  readonly keepInFolder: (folder: string, files: FolderFiles) => Promise<void>;
}

/** A file below a folder of outputs, as it was last written: its digest, and the bundle that it was made of, as a path. */
export interface FolderFile {
  readonly digest: string;
  readonly bundle: string;
}

/** Files below a folder of outputs, by their paths from it, with slashes. */
export type FolderFiles = Readonly<Record<string, FolderFile>>;

export const memoryIn = (store: Store | undefined): OutputMemory => ({
  of: async (output) => store?.record(keyOf(output), "Written"),
  keep: async (output, written) => store?.putRecord(keyOf(output), written),
  bundleOf: async (output) => store?.record(originKeyOf(output), "Origin"),
  keepBundle: async (output, bundle) => store?.putRecord(originKeyOf(output), bundle),
  inFolder: async (folder) => (await store?.record(folderKeyOf(folder), "Folder")) ?? {},
  keepInFolder: async (folder, files) => store?.putRecord(folderKeyOf(folder), files),
});

const keyOf = (output: string): string => digestOf("written", resolve(output));

const originKeyOf = (output: string): string => digestOf("made of", resolve(output));

const folderKeyOf = (folder: string): string => digestOf("written below", resolve(folder));
