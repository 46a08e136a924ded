import { valueAt } from "../base/json-path.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { JsonPath } from "../model/figures.ts";
import type { ValidRemainder } from "./drop-invalid.ts";

/** Parts that a bundle was read without. */
export interface Recovery {
  /** A path of the bundle that the stages see, as it was written. */
  readonly origin: (path: JsonPath) => JsonPath;
  /**
   * Returns true when a finding may only echo that something could not be read: it is about a part that lacks
   * something, or it rests on what is gone. `paths` are of the bundle as it was written; `reads` are patterns
   * such as `metrics.*.values`.
   */
  readonly echoes: (finding: Diagnostic, paths: readonly JsonPath[], reads: readonly string[]) => boolean;
}

export const NO_RECOVERY: Recovery = { origin: (path) => path, echoes: () => false };

/** `root` is the value as it was written. */
export function createRecovery({ dropped: lost, origin }: ValidRemainder, root: unknown): Recovery {
  const names = lost.flatMap((path) => nameOf(path, root));
  // A metric whose own id cannot be read may be any that is missed.
  const nameless = lost.some(
    (path) =>
      path.length === 2 && FIGURES.has(String(path[0])) && typeof valueAt(root, [...path, "id"]) !== "string",
  );
  return {
    origin,
    echoes: ({ code, excerpt = "" }, paths, reads) =>
      paths.some(
        (path) => path.length > 0 && lost.some((gone) => begins(gone, path) || begins(path, gone)),
      ) ||
      reads.some((pattern) => lost.some((gone) => within(pattern.split("."), gone))) ||
      (code.startsWith("text/") &&
        (nameless || excerpt.split(/[^A-Za-z0-9_-]+/).some((word) => names.includes(word)))),
  };
}

const FIGURES: ReadonlySet<string> = new Set(["metrics", "charts"]);

/** Name of a removed part in expressions: the id of its metric or chart, or the name of the part. */
function nameOf(path: JsonPath, root: unknown): readonly string[] {
  const [part, n, field] = path;
  if (n === undefined || part === "ask" || part === "options") return [String(part)];
  const id = valueAt(root, [part ?? "", n, "id"]);
  return typeof id === "string" && (field === undefined || field === "target") ? [id] : [];
}

const begins = (path: JsonPath, other: JsonPath): boolean =>
  path.length <= other.length && path.every((step, n) => step === other[n]);

/** True where the removed part is the one that the pattern names, or contains it. */
const within = (pattern: readonly string[], gone: JsonPath): boolean =>
  gone.length <= pattern.length && gone.every((step, n) => pattern[n] === "*" || pattern[n] === step);
