import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "jsonc-parser";
import type { Edits, Json } from "./edits.ts";

/** The groups of weaknesses, in the order in which they are reported. */
export const GROUPS = {
  ask: "The ask and who decides",
  why: "Story and why",
  numbers: "Numbers in words",
  pilot: "Design of a pilot",
  charts: "Charts against their titles",
  options: "Options",
  money: "Money",
  plan: "Plan",
  risks: "Risks",
  people: "People",
  objections: "Objections",
} as const;

export type Group = keyof typeof GROUPS;

/** One small change that makes a sound bundle say what is not so, or leave out what it must say. */
export interface Weakness {
  readonly kind: string;
  readonly group: Group;
  /** What is wrong now, in a sentence. */
  readonly wrong: string;
  readonly set: Edits;
  /** Places, under one of which a new finding must lie to count. */
  readonly touch: readonly string[];
}

/** A change after which everything said is still so. */
export interface Variant {
  readonly what: string;
  readonly set: Edits;
}

export interface Cases {
  readonly weaknesses: readonly Weakness[];
  readonly variants: readonly Variant[];
}

/** A bundle to judge by, as JSON: the folder that its files are read from, and its name. */
export interface Base {
  readonly name: string;
  readonly root: string;
  readonly bundle: Json;
}

const HERE = import.meta.dirname;
const SAMPLES = join(HERE, "..", "..", "samples");

const jsonFiles = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .sort();

const read = (folder: string, file: string): Json =>
  parse(readFileSync(join(folder, file), "utf8"), [], { allowTrailingComma: true }) as Json;

const basesIn = (folder: string): readonly Base[] =>
  jsonFiles(folder).map((file) => ({
    name: file.replace(/\.json$/, ""),
    root: folder,
    bundle: read(folder, file),
  }));

/** The sound bundles of this set. */
export const bases = (): readonly Base[] => basesIn(join(HERE, "bundles"));

export const samples = (): readonly Base[] => basesIn(SAMPLES);

export const casesOf = (name: string): Cases => {
  const cases: unknown = read(join(HERE, "cases"), `${name}.json`);
  return cases as Cases;
};
