import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { parseTheme, type ThemeResult } from "../theme/resolve.ts";
import { parseJson } from "./json.ts";
import { decodeUtf8 } from "./text/decode.ts";
import { createLines, createSourceMap } from "./text/source-map.ts";
import { toValue } from "./value.ts";

/**
 * A theme from the text of a file, JSON with comments and trailing commas as in bundles. `name` is what the bundle calls
 * it, `file` the name that places show.
 */
export function readThemeFile(bytes: Uint8Array, name: string, file: string): ThemeResult {
  const decoded = decodeUtf8(bytes, file);
  if ("problem" in decoded) return { problems: [decoded.problem] };
  const { text } = decoded;
  const lines = createLines(text, file);
  const { root, problems } = parseJson(text, lines);
  if (root === undefined || problems.length > 0)
    return { problems: problems.length > 0 ? withoutPath(problems) : parsed(undefined) };
  const { value, problems: values } = toValue(root, () => ({ text, lines }));
  if (values.length > 0) return { problems: withoutPath(values) };
  const places = createSourceMap(root, () => lines, []);
  return parseTheme(value, name, (path) => places.value(path));

  function parsed(value: unknown): readonly Diagnostic[] {
    const result = parseTheme(value, name, () => lines.at(0));
    return "problems" in result ? result.problems : [];
  }
}

/** Paths lead through the theme, not through the bundle. */
const withoutPath = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.map(({ path: _, ...rest }) => rest);
