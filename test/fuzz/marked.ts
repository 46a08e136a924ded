import { type Path, patternOf, textFields, texts } from "../schema-texts.ts";
import type { Made } from "./bundle.ts";

/** Texts that a reader does not see, each with its reason. */
const UNSEEN: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^(\$schema|extends(\.\*)?|theme|template|logo|locale)$/, "settings, and files"],
  [/(^|\.)holds\.\*$/, "tests of a claim, which check judges"],
  [/^(history\.\*\.)?decided\./, "what came of the ask, which no deck says"],
  [/^editions\.\*\.locale$/, "settings"],
  [/^rules\./, "settings of the checks, with their reasons"],
  [
    /\.file$|^sources\.\*\.(xlsx|sheet)$|\.(values|data)\.[A-Za-z]+$|\.data\.values\.\*$/,
    "files, and columns of files",
  ],
  [/\.(costs|benefits)(\.\*)?$|\.changes\.\*\.driver$/, "names that stand elsewhere"],
  [/\.(marks|callouts)\.\*\.at$|\.compare\.(from|to)$/, "names of categories, which their data say"],
  [/^investment\.unit$/, "a setting: it counts where it is a currency"],
  [/^charts\.\*\.[xy]\.(name|unit)$/, "titles of axes, which end where the axis does"],
  [/^pages\.\*\.say/, "words to say, which stand in the notes"],
  [/^pages\.\*\.short$/, "what links and lists call a page, where there are any"],
  [/^meeting\.timezone$/, "a code, of which the place is said"],
];

const isSeen = (pattern: string): boolean => UNSEEN.every(([unseen]) => !unseen.test(pattern));

/** Fields of the schema that hold text, and whether a reader sees it in this place of this bundle. */
export const FIELDS = [...textFields()].filter(isSeen).sort();

type Json = Readonly<Record<string, unknown>>;

const at = (value: unknown, path: Path): unknown =>
  path.reduce((here, step) => (here as Record<string | number, unknown> | undefined)?.[step], value);

/** True where a text may not change alone, or is not to be drawn, because of what stands beside it. */
function isKept(bundle: Json, path: Path): boolean {
  const owner = at(bundle, path.slice(0, -1)) as Json;
  const item = at(bundle, path.slice(0, 2)) as Json;
  const pattern = patternOf(path);
  // The words of a person who does not permit it.
  if (pattern === "quotes.*.text") return !item["permission"] || item["permission"] === "none";
  // No page lists the people where there is one.
  if (pattern.startsWith("stakeholders.") && (bundle["stakeholders"] as readonly unknown[]).length < 2)
    return true;
  // A concern is private, unless the bundle or its person shows it.
  if (pattern === "stakeholders.*.concern") return bundle["show"] !== "stances" && item["show"] !== "concern";
  // On an author's own page a picture has its message, and its description only for those who cannot see it.
  if (pattern === "pictures.*.alt") return JSON.stringify(bundle["pages"] ?? []).includes(`"${item["id"]}"`);
  // Where values say their times, nothing else does.
  if (pattern === "charts.*.period")
    return item["metrics"] !== undefined || ["gantt", "slope"].includes(String(item["kind"]));
  // Categories that marks name, and those that are times or sorted by them.
  if (pattern.startsWith("charts.*.data") || pattern.startsWith("charts.*.series"))
    return [item["marks"], item["callouts"], item["compare"], item["show"]].some(
      (each) => each !== undefined,
    );
  // A code is no word.
  if (path.at(-1) === "unit" && /^(%|pp|[A-Z]{3})$/.test(String(at(bundle, path)))) return true;
  // Costs and benefits that are named elsewhere, and drivers by their ids.
  if (
    pattern === "investment.sensitivity.*.driver" ||
    /^investment\.(costs|benefits)\.\*\.name$/.test(pattern)
  )
    return JSON.stringify(bundle).split(JSON.stringify(at(bundle, path))).length > 2;
  // The level of a driver says itself.
  return pattern.endsWith(".label") && owner["value"] !== undefined && pattern.startsWith("investment");
}

export interface Marked extends Made {
  /** Field and mark of every text that has one. */
  readonly marks: readonly (readonly [path: Path, mark: string])[];
}

/** A word for each text, which stands nowhere else. */
export function marked({ bundle, files }: Made): Marked {
  // What an author leaves out is to be missing.
  const { leave: _, ...copy } = structuredClone(bundle) as Json;
  const fields = new Set(FIELDS);
  const marks: (readonly [Path, string])[] = [];
  for (const path of [...texts(copy)]) {
    const text = String(at(copy, path));
    const mark = `Zq${marks.length}x`;
    if (!fields.has(patternOf(path)) || text.length > 180 || isKept(bundle, path)) continue;
    if (["version", "time", "period"].includes(String(path.at(-1))) && text.length > 12) continue;
    (at(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1) ?? ""] = `${text} ${mark}`;
    marks.push([path, mark]);
  }
  return { bundle: copy, files, marks };
}
