import { type JsonPath, valueAt } from "../../base/json-path.ts";
import type { FillPhrase } from "../../locales/en/phrases.ts";
import type { Locale } from "../../locales/locale.ts";
import type { Phrasebook } from "../../locales/phrasebook.ts";
import { capital } from "../../locales/phrasebook.ts";
import { isQuote, isSentence } from "../../model/bundle/sentences.ts";
import { CHANGE_KINDS, type Change, type ComparedVersion } from "../../model/changes.ts";
import { answeredNow } from "./answered.ts";
import { type FoundChange, figureChanges } from "./figures.ts";
import { kindOf, labelOf } from "./labels.ts";
import { type PairItem, pair } from "./pair.ts";
import { isUnseen } from "./unseen.ts";
import { mainText, type ShowValue, valueWriter } from "./values.ts";
import { sameButNumbers, shownText, wordChanges } from "./words.ts";

/**
 * Differences between two bundles, as readers understand them: by item and field, figures apart from words, history
 * that was restated apart from periods that are new, and orders as moves. The most important come first. Both sides
 * have their figures in the language of `locale`, so that only values differ.
 */
export function differences(
  before: ComparedVersion,
  now: ComparedVersion,
  locale: Locale,
  { words }: Phrasebook,
): readonly Change[] {
  const walk: Walk = {
    ...{ before, now, words, out: [] },
    showBefore: valueWriter(before, locale, words),
    show: valueWriter(now, locale, words),
  };
  compare(before.resolved, now.resolved, [], [], walk);
  const found = [...figureChanges(before, now, { words, locale }), ...walk.out];
  const rank = ({ kind }: FoundChange): number => CHANGE_KINDS.indexOf(kind);
  return found
    .map((change, n) => ({ change, n }))
    .sort((a, b) => rank(a.change) - rank(b.change) || a.n - b.n)
    .map(({ change }) => ({ ...change, unseen: isUnseen(change, before.bundle, now.bundle) }));
}

/** Fields at the top of a bundle that say how a deck is made, who got it, or what came of it. */
const ASIDE: ReadonlySet<string> = new Set([
  ...["$schema", "version", "status", "date", "locale", "currency", "theme", "template", "logo", "show"],
  ...["history", "rules", "editions", "decided", "purpose"],
]);
/** Fields that no reader sees, or that another field says: names of items, tests, and how a chart is drawn. */
const SILENT: ReadonlySet<string> = new Set([
  "id",
  "holds",
  "render",
  "decimals",
  "scale",
  "order",
  "kind",
  "show",
  "raised",
]);
/** Values of metrics and data of charts, of which `figureChanges` tells. */
const VALUES = /^(?:metrics\.\*\.(?:values|target\.value)|charts\.\*\.data)$/u;
/** Lists whose order means nothing to a reader. */
const UNORDERED = /^(?:glossary|stakeholders|sources|metrics|investment\.\w+)$/u;

const pattern = (path: JsonPath): string =>
  path.map((step) => (typeof step === "number" ? "*" : step)).join(".");

interface Walk {
  readonly before: ComparedVersion;
  readonly now: ComparedVersion;
  readonly words: FillPhrase<string>;
  readonly showBefore: ShowValue;
  readonly show: ShowValue;
  readonly out: FoundChange[];
}

/** Compares two values that belong together; `from` and `path` are their places. */
function compare(before: unknown, now: unknown, from: JsonPath, path: JsonPath, walk: Walk): void {
  if (VALUES.test(pattern(path)) || before === now) return;
  if (isFields(before) && isFields(now)) {
    for (const key of new Set([...Object.keys(before), ...Object.keys(now)]))
      if (!(path.length === 0 ? ASIDE : SILENT).has(key))
        compare(before[key], now[key], [...from, key], [...path, key], walk);
    return;
  }
  // Cells of a row belong together by their column.
  if (Array.isArray(before) && Array.isArray(now) && isRow(path) && before.length === now.length) {
    for (const n of now.keys()) compare(before[n], now[n], [...from, n], [...path, n], walk);
    return;
  }
  const [one, other] = [items(before), items(now)];
  if (one !== undefined && other !== undefined) lists(one, other, from, path, walk);
  else if (JSON.stringify(before) !== JSON.stringify(now)) leaf(before, now, from, path, walk);
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** True for the row of a table: a list in a list. */
const isRow = (path: JsonPath): boolean => typeof path.at(-1) === "number" && path.at(-2) === "rows";

/** Items of a list of objects or sentences, also where there is no list yet; ids and numbers are one value together. */
function items(value: unknown): readonly unknown[] | undefined {
  if (value === undefined) return [];
  const one = (item: unknown): boolean =>
    isFields(item) || Array.isArray(item) || (typeof item === "string" && /\s/u.test(item));
  return Array.isArray(value) && value.every(one) ? value : undefined;
}

function known(item: unknown): PairItem {
  const fields = isFields(item) ? item : {};
  const key = [fields["id"], fields["name"], fields["term"], fields["driver"], fields["label"]].find(
    (name) => typeof name === "string",
  );
  const words = mainText(item) ?? JSON.stringify(item);
  return typeof key === "string" ? { key, words } : { words };
}

const idsOf = (item: unknown): readonly string[] =>
  isFields(item) && typeof item["id"] === "string" ? [item["id"]] : [];

function lists(
  before: readonly unknown[],
  now: readonly unknown[],
  from: JsonPath,
  path: JsonPath,
  walk: Walk,
): void {
  const { both, added, removed } = pair(before.map(known), now.map(known));
  const { words, out } = walk;
  const kind = kindOf(path);
  const place = (n: number): string => words("change.place", { n: n + 1 });
  for (const { before: a, now: b, moved } of both) {
    const [was, is] = [
      [...from, a],
      [...path, b],
    ];
    if (moved && !UNORDERED.test(pattern(path)))
      out.push({
        ...{ kind, way: "moved", what: mainText(now[b]) ?? labelOf(walk.now.resolved, is, words) },
        ...{ before: place(a), now: place(b), path: is, pathBefore: was, about: idsOf(now[b]) },
      });
    compare(before[a], now[b], was, is, walk);
  }
  for (const n of added) {
    const at = [...path, n];
    const text = itemText(now[n], at, walk.show);
    out.push({
      ...{ kind, way: "added", what: labelOf(walk.now.resolved, at, words), path: at, about: idsOf(now[n]) },
      ...(text === undefined ? {} : { now: text }),
    });
  }
  for (const n of removed) {
    const at = [...from, n];
    // Words that a person may have withdrawn are not repeated.
    const text = path[0] === "quotes" ? undefined : itemText(before[n], at, walk.showBefore);
    out.push({
      ...{ kind, way: "removed", what: labelOf(walk.before.resolved, at, words), path, pathBefore: at },
      ...(text === undefined ? {} : { before: text }),
      about: idsOf(before[n]),
    });
  }
}

/** An item in one line: its sentence or name; of amounts by period, these. */
function itemText(item: unknown, path: JsonPath, show: ShowValue): string | undefined {
  const text = mainText(item);
  if (!isFields(item) || item["values"] === undefined) return text;
  return show(item["values"], [...path, "values"]) ?? text;
}

function leaf(before: unknown, now: unknown, from: JsonPath, path: JsonPath, walk: Walk): void {
  const [was, is] = [walk.showBefore(before, from), walk.show(now, path)];
  // What a new or removed part holds is told at once, in the words of the part.
  if (was === is && was !== undefined) return;
  const about = aboutOf(walk.now.resolved, path);
  const change: FoundChange = {
    kind: kindOf(path),
    way: before === undefined ? "added" : now === undefined ? "removed" : "changed",
    what: capital(labelOf(walk.now.resolved, path, walk.words)),
    ...(was === undefined ? {} : { before: was }),
    ...(is === undefined ? {} : { now: is }),
    path,
    ...(before === undefined ? {} : { pathBefore: from }),
    about,
  };
  if (typeof before !== "string" || typeof now !== "string" || !isText(path)) {
    walk.out.push({ ...change, way: answeredNow(before, now, path) ? "answered" : change.way });
    return;
  }
  if (sameButNumbers(shownText(before), shownText(now))) {
    const { before: a, now: b } = walk;
    // A sentence that names its figures was told of where these moved.
    if (valueAt(a.bundle, from) !== valueAt(b.bundle, path)) walk.out.push(change);
    return;
  }
  const way = answeredNow(before, now, path) ? "answered" : "reworded";
  walk.out.push({ ...change, way, words: wordChanges(was ?? "", is ?? "") });
}

/** True for words that a person wrote to be read: sentences, quotes and longer names. */
const isText = (path: JsonPath): boolean =>
  isSentence(path) || isQuote(path) || path.at(-1) === "name" || path[0] === "title";

/** Ids of the items that hold a place, and of the parts that are named like one: ask, why, investment, plan. */
const aboutOf = (resolved: unknown, path: JsonPath): readonly string[] => [
  ...path
    .slice(0, 1)
    .map(String)
    .filter((part) => PARTS.has(part)),
  ...path.flatMap((_, n) => idsOf(valueAt(resolved, path.slice(0, n + 1)))),
];
const PARTS = new Set(["ask", "why", "investment", "plan"]);
