import { type JsonPath, valueAt } from "../../base/json-path.ts";
import { wordsAlone } from "../../locales/markup.ts";
import type { ReturnedChange, ReturnedItem } from "../../model/returned.ts";
import { pair } from "../changed/pair.ts";

/**
 * Standing of what came back against the bundle as it is now. proposed: only they changed it; same: it stands so already;
 * conflict: both sides changed it, or they in two ways; gone: what they changed is no longer there; figure: they changed a
 * number, which is never written as words; reported: nothing of the bundle that words could be written into.
 */
export type Standing = "proposed" | "same" | "conflict" | "gone" | "figure" | "reported";

/** A text of the bundle that they changed, on one page or on several. */
export interface SettledText {
  readonly standing: Extract<Standing, "proposed" | "same" | "conflict" | "gone">;
  readonly items: readonly ReturnedItem[];
  /** In the bundle as it was sent. */
  readonly sentPath: JsonPath;
  /** In the bundle as it is now; absent where it is gone. */
  readonly path?: JsonPath;
  readonly sent: string;
  /** All that they made of it; more than one where two places of the deck say different things. */
  readonly theirs: readonly string[];
  readonly ours?: string;
}

/** All that came back in a deck: texts to decide on, and what can only be told. */
export interface Settled {
  readonly texts: readonly SettledText[];
  readonly others: readonly (ReturnedItem & {
    readonly standing: Extract<Standing, "figure" | "reported">;
    /** Path of it in the bundle as it is now. */
    readonly now?: JsonPath;
  })[];
}

/**
 * Path of the number that a figure is: of a value with a period its `value`, `low` or `high`; of one that was read from another
 * file the place that names the file.
 */
function numberPath(
  { path, figure }: Extract<ReturnedChange, { readonly kind: "figure" }>,
  sent: unknown,
): JsonPath | undefined {
  if (path === undefined) return undefined;
  const there = path.slice(
    0,
    path.findIndex((_, n) => valueAt(sent, path.slice(0, n + 1)) === undefined),
  );
  const known = valueAt(sent, path) === undefined ? there : path;
  const holder = valueAt(sent, known);
  if (typeof holder !== "object" || holder === null) return known;
  const numbers = holder as Readonly<Record<string, unknown>>;
  const name = [figure?.split(".").at(-1) ?? "", "value"].find((key) => typeof numbers[key] === "number");
  return name === undefined ? known : [...known, name];
}

type TextItem = ReturnedItem & Extract<ReturnedChange, { readonly kind: "text" }>;

/** Settles what came back: `sent` is the bundle that the deck was made from, `now` the one of today, both as plain JSON. */
export function settle(items: readonly ReturnedItem[], sent: unknown, now: unknown): Settled {
  const texts = new Map<string, TextItem[]>();
  for (const item of items) {
    if (item.kind !== "text") continue;
    const key = JSON.stringify(item.path);
    texts.set(key, [...(texts.get(key) ?? []), item]);
  }
  return {
    texts: [...texts.values()].map((edits) => settledText(edits, sent, now)),
    others: items
      .filter((item) => item.kind !== "text")
      .map((item) => {
        const from = item.kind === "figure" ? numberPath(item, sent) : item.path;
        const path = from === undefined ? undefined : pathNow(from, sent, now);
        return {
          ...item,
          ...(from === undefined ? {} : { path: from }),
          standing: item.kind === "figure" || item.kind === "chart" ? "figure" : "reported",
          ...(path === undefined ? {} : { now: path }),
        };
      }),
  };
}

function settledText(items: readonly TextItem[], sent: unknown, now: unknown): SettledText {
  const sentPath = items[0]?.path ?? [];
  const was = String(valueAt(sent, sentPath) ?? "");
  const pages = new Map<string, TextItem[]>();
  for (const item of items) {
    const place = `${item.page} ${item.shape ?? ""} ${item.notes ?? false}`;
    pages.set(place, [...(pages.get(place) ?? []), item]);
  }
  const theirs = [...new Set([...pages.values()].map((edits) => edited(was, edits)))];
  const path = pathNow(sentPath, sent, now);
  const ours = path === undefined ? undefined : valueAt(now, path);
  const about = { items, sentPath, sent: was, theirs };
  if (path === undefined || typeof ours !== "string") return { ...about, standing: "gone" };
  const standing =
    theirs.length > 1 ? "conflict" : ours === theirs[0] ? "same" : ours === was ? "proposed" : "conflict";
  return { ...about, standing, path, ours };
}

/** Text of the bundle with edits that do not overlap; what they wrote is no markup and no expression. */
function edited(text: string, edits: readonly Pick<TextItem, "start" | "end" | "after">[]): string {
  const inOrder = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  let out = "";
  let at = 0;
  for (const { start, end, after } of inOrder) {
    if (start < at) continue;
    out += text.slice(at, start) + wordsAlone(loose(after)) + unpaired(text.slice(start, end));
    at = end;
  }
  return out + text.slice(at);
}

/** A piece without no-break spaces at its ends: those stood in the deck, which keeps the parts of a name together. */
const loose = (piece: string): string =>
  piece.replaceAll(/^[\u00a0\u202f]+|[\u00a0\u202f]+$/g, (spaces) => " ".repeat(spaces.length));

/** Marks of emphasis that a span of a text opens or closes, and whose other half stands outside of it. */
function unpaired(span: string): string {
  const marks = [...span.replaceAll(/\\./gsu, "").matchAll(/\*\*|\*/g)].map(([mark]) => mark);
  const strong = marks.filter((mark) => mark === "**").length % 2 === 1 ? "**" : "";
  const slanted = marks.filter((mark) => mark === "*").length % 2 === 1 ? "*" : "";
  return strong + slanted;
}

/**
 * Path in one bundle as a path in a later one: items of lists are found again by id, else by their words; undefined for what
 * is gone.
 */
export function pathNow(path: JsonPath, sent: unknown, now: unknown): JsonPath | undefined {
  const found: (string | number)[] = [];
  let [was, is] = [sent, now];
  for (const step of path) {
    if (typeof step === "number" && Array.isArray(was) && Array.isArray(is)) {
      const place = pair(was.map(knownAs), is.map(knownAs)).both.find(({ before }) => before === step)?.now;
      if (place === undefined) return undefined;
      found.push(place);
      [was, is] = [was[step], is[place]];
      continue;
    }
    [was, is] = [valueAt(was, [step]), valueAt(is, [step])];
    if (is === undefined) return undefined;
    found.push(step);
  }
  return found;
}

/** Item of a list as it is found again: by its id or period, else by all words in it. */
function knownAs(item: unknown): { readonly key?: string; readonly words: string } {
  if (typeof item !== "object" || item === null) return { words: String(item) };
  const { id, period, version } = item as Readonly<Record<string, unknown>>;
  const key = [id, version, period].find((one) => typeof one === "string");
  return { ...(typeof key === "string" ? { key } : {}), words: wordsIn(item).join(" ") };
}

const wordsIn = (value: unknown): readonly string[] =>
  typeof value === "string"
    ? [value]
    : typeof value === "object" && value !== null
      ? Object.values(value).flatMap(wordsIn)
      : [];
