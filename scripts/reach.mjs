// Which field of the bundle reaches which slide: each field of a few bundles is changed, and the slides that then say
// something else are looked at. It takes minutes, so that it is written down in reach.json, from which the pages are made:
//
//   npm run build && node scripts/reach.mjs

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDeck } from "../build/build/index.js";
import { computeFigures } from "../build/compute/index.js";
import { createNodeHost } from "../build/index.js";
import { resolveLocale } from "../build/locales/index.js";
import { createPhrasebook } from "../build/locales/phrasebook.js";
import { outlineStory } from "../build/outline/index.js";
import { readBundle } from "../build/read/index.js";
import { bundleSchema } from "../build/read/schema.js";
import { publishedSchema } from "./reference.mjs";

const root = join(import.meta.dirname, "..");
/** Bundles that have every part between them. */
export const BUNDLES = [
  "test/bundles/customer-listening.json",
  "samples/sepsis-at-the-ward-door.json",
  "samples/stop-mechanical-scales.json",
  "samples/early-curtain/early-curtain.json",
];
/**
 * Names of the kinds of slides that each field reaches, by the field: "ask.amount", "metrics.*.values.*.period". Each is
 * changed in so many places of each bundle.
 */
export async function reachOfFields(bundles = BUNDLES, most = 4) {
  const host = createNodeHost();
  const reach = new Map();
  for (const name of bundles) {
    const file = join(root, name);
    const { bundle } = await readBundle(readFileSync(file), file, host, dirname(file));
    const before = slidesOf({ ...bundle, show: "stances" });
    const places = new Map();
    for (const leaf of leaves(bundle)) {
      const field = leaf.path.map((part) => (typeof part === "number" ? "*" : part)).join(".");
      places.set(field, [...(places.get(field) ?? []), leaf]);
    }
    for (const [field, all] of places) {
      const kinds = reach.get(field) ?? new Set();
      reach.set(field, kinds);
      for (const { path, value } of all.slice(0, most))
        for (const kind of differing(before, changed(bundle, path, other(value)))) kinds.add(kind);
    }
  }
  const sorted = [...reach].sort(([one], [two]) => (one < two ? -1 : 1));
  return Object.fromEntries(sorted.map(([field, kinds]) => [field, [...kinds].sort()]));
}

function slidesOf(bundle) {
  const locale = resolveLocale("en-GB");
  const phrasebook = createPhrasebook(locale);
  const { figures } = computeFigures(bundle, locale);
  const { story, resolved } = outlineStory(bundle, figures, locale, phrasebook);
  const context = { story, resolved, figures, locale, phrasebook, pictures: PICTURES, theme: "boardroom" };
  const kinds = new Map();
  for (const { notes: _, spoken: __, ...slide } of buildDeck(context).slides)
    kinds.set(slide.kind, `${kinds.get(slide.kind) ?? ""}${JSON.stringify(slide)}\n`);
  return kinds;
}
/** Any picture is as large as this. */
const PICTURES = new Proxy({}, { get: () => ({ width: 800, height: 600, orientation: 1 }) });

/** Kinds whose slides say something else than before; none where the changed bundle is refused. */
function differing(before, bundle) {
  let after;
  try {
    after = slidesOf(bundle);
  } catch (cause) {
    if (cause.diagnostics === undefined && cause.name !== "ZodError") throw cause;
    return [];
  }
  return [...before.keys()].filter((kind) => after.has(kind) && after.get(kind) !== before.get(kind));
}

function* leaves(value, path = []) {
  if (value === null || typeof value !== "object") yield { path, value };
  else
    for (const [key, item] of Object.entries(value))
      yield* leaves(item, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** Another value of the same kind. */
function other(value) {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number")
    return value >= 1 && value <= 5 && Number.isInteger(value) ? (value % 5) + 1 : value * 1.5 + 1;
  if (typeof value !== "string") return value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value.replace(/\d\d$/, (day) => (day === "15" ? "16" : "15"));
  if (/^\d{4}(-|$)/.test(value)) return value.replace(/^\d{4}/, (year) => String(Number(year) + 1));
  return WORDS.get(value) ?? `${value} altered`;
}

/** For each word that a field takes, another one that it takes. */
const WORDS = wordsOf(publishedSchema(bundleSchema), new Map());
function wordsOf(schema, words) {
  if (schema === null || typeof schema !== "object") return words;
  for (const [n, word] of (Array.isArray(schema.enum) ? schema.enum : []).entries())
    if (!words.has(word)) words.set(word, schema.enum[(n + 1) % schema.enum.length]);
  // Kinds of charts.
  if (typeof schema.const === "string") words.set(schema.const, schema.const === "column" ? "bar" : "column");
  for (const part of Object.values(schema)) wordsOf(part, words);
  return words;
}

function changed(bundle, path, value) {
  const copy = { ...structuredClone(bundle), show: "stances" };
  let node = copy;
  for (const part of path.slice(0, -1)) node = node[part];
  node[path.at(-1)] = value;
  return copy;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const reach = await reachOfFields();
  writeFileSync(join(import.meta.dirname, "reach.json"), `${JSON.stringify(reach, undefined, 1)}\n`);
}
