import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { LEAST } from "../../read/bundles.ts";

/** One way to go wrong: what is in the folder, and what the program must answer. */
export interface BadCase {
  readonly name: string;
  /** Text or bytes of b.json; an object is written as JSON; left out where there is none. */
  readonly bundle?: string | Uint8Array | object;
  /** Puts further things into the folder. */
  readonly prepare?: (folder: string) => void;
  /** Arguments after build; b.json -o deck.pptx when left out. */
  readonly argv?: readonly string[];
  /** What is said, as the message functions say it; place and path are checked to be there. */
  readonly says: readonly Diagnostic[];
  readonly exit: 1 | 2;
}

/** A bundle with a metric of such values. */
export const metric = (values: object) => ({ ...LEAST, metrics: [{ id: "visits", name: "Visits", values }] });
/** Puts a file into the folder. */
export const file = (name: string, content: string | Uint8Array) => (folder: string) =>
  writeFileSync(join(folder, name), content);
/** The text of a bundle that begins with this. */
export const withField = (field: string) => `{ ${field}, ${JSON.stringify(LEAST).slice(1)}`;
