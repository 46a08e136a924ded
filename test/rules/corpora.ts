import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Corpus, type Measured, measure } from "../../src/rules/measure.ts";

const FOLDER = join(import.meta.dirname, "corpus");

/** Every labelled corpus, in the order of its file's name. */
export const corpora = (): readonly Corpus[] =>
  readdirSync(FOLDER)
    .sort()
    .map((name) => JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Corpus);

export const measured = (): readonly Measured[] => corpora().map(measure);
