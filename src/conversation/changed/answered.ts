import type { JsonPath } from "../../base/json-path.ts";

/** A note to oneself in the place of an answer. */
const NOTE = /\b(?:TODO|TBD|TBC|FIXME)\b/u;
const DOUBTS = ["high", "medium", "low"];

/** True where an objection has an answer that had none, or leaves less doubt than before. */
export function answeredNow(before: unknown, now: unknown, path: JsonPath): boolean {
  if (path[0] !== "objections") return false;
  const field = path.at(-1);
  if (field === "answer" || field === "headline")
    return NOTE.test(String(before)) && now !== undefined && !NOTE.test(String(now));
  const [was, is] = [DOUBTS.indexOf(String(before)), DOUBTS.indexOf(String(now))];
  return field === "residual" && was !== -1 && is > was;
}
