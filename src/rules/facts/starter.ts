import { STARTER_NUMBERS, starterBundle } from "../../diagnostics/messages/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";

/** The texts that `foredeck init` writes for somebody to replace: every one of several words, read from what it writes. */
function starterTexts(): ReadonlySet<string> {
  const dates = { today: "", meeting: "", by: "", start: "", year: "", months: [], monthEnd: "" };
  const written = starterBundle({}, dates, "", "");
  const texts = [...written.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].map(([text]) => JSON.parse(text) as string);
  return new Set(texts.filter((text) => /\S\s+\S+\s+\S/.test(text)));
}

let texts: ReadonlySet<string> | undefined;

/** Places of a bundle that are still as `foredeck init` wrote them. */
export function untouched(bundle: Bundle): readonly { readonly path: JsonPath; readonly text?: string }[] {
  texts ??= starterTexts();
  const known = texts;
  const found: { readonly path: JsonPath; readonly text?: string }[] = [];
  const visit = (value: unknown, path: JsonPath): void => {
    if (typeof value === "string") {
      if (known.has(value)) found.push({ path, text: value });
    } else if (Array.isArray(value)) for (const [n, item] of value.entries()) visit(item, [...path, n]);
    else if (value !== null && typeof value === "object")
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
  };
  visit(bundle, []);
  for (const [n, { values }] of (bundle.metrics ?? []).entries()) {
    if (!Array.isArray(values) || values.length !== STARTER_NUMBERS.length) continue;
    if (values.every(({ value }, at) => value === STARTER_NUMBERS[at]))
      found.push({ path: ["metrics", n, "values"] });
  }
  return found;
}
