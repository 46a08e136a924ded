import { getNodeValue } from "jsonc-parser";
import { treeOf } from "../../../base/jsonc.ts";
import { Bundle } from "../../../model/bundle/index.ts";

const FIELDS: ReadonlySet<string> = new Set(Object.keys(Bundle.shape));

/** Fields that settings of other programs have, too. */
const COMMON: ReadonlySet<string> = new Set(["$schema", "extends", "version", "rules", "date", "locale"]);

/**
 * True for the text of a bundle, or of a part that bundles extend, by the names at its top: also where it is broken or
 * holds a mistyped field, never for the settings of another program.
 */
export function isBundleText(text: string): boolean {
  const root = treeOf(text.replace(/^\ufeff/, ""));
  if (root?.type !== "object") return false;
  const names = (root.children ?? []).map(({ children }) => String(children?.[0]?.value));
  const schema = (root.children ?? []).find(({ children }) => children?.[0]?.value === "$schema");
  const value: unknown = schema?.children?.[1] === undefined ? "" : getNodeValue(schema.children[1]);
  if (typeof value === "string" && /(?:^|\/)foredeck(?:\.partial)?\.schema\.json$/.test(value)) return true;
  const known = names.filter((name) => FIELDS.has(name));
  return known.length * 2 > names.length && known.some((name) => !COMMON.has(name));
}
