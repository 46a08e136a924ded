import { parseMarkup } from "../locales/markup.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { plain } from "../model/text.ts";

/** A test that the bundle writes beside a claim. */
export interface Guard {
  readonly test: string;
  /** Place of the test: [..., "holds", n]. */
  readonly path: JsonPath;
  /** The sentence that it guards, as it is read, and its place. */
  readonly claim: { readonly text: string; readonly path: JsonPath };
}

/** Fields of a part that may state its claim; the first that it has is the one. */
const STATED = [
  "claim",
  "message",
  "statement",
  "contribution",
  "decision",
  "answer",
  "what",
  "risk",
  "why",
  "benefit",
  "title",
  "name",
] as const;

/** Every test of a bundle, in the order of the file. Takes the bundle with its expressions resolved. */
export function guards(bundle: Bundle): readonly Guard[] {
  const visit = (value: unknown, path: JsonPath): readonly Guard[] => {
    if (Array.isArray(value)) return value.flatMap((item, n) => visit(item, [...path, n]));
    if (value === null || typeof value !== "object") return [];
    const part = value as Readonly<Record<string, unknown>>;
    const below = Object.entries(part).flatMap(([key, item]) =>
      key === "holds" ? [] : visit(item, [...path, key]),
    );
    const tests = part["holds"];
    if (!Array.isArray(tests)) return below;
    const field = STATED.find((key) => typeof part[key] === "string") ?? "holds";
    const stated = part[field];
    const claim = {
      text: typeof stated === "string" ? plain(parseMarkup(stated)) : "",
      path: [...path, field],
    };
    const own = tests.map((test, n): Guard => ({ test: String(test), path: [...path, "holds", n], claim }));
    return [...own, ...below];
  };
  return visit(bundle, []);
}
