import type { Laid } from "../../compile.ts";
import type { JsonPath } from "../../model/figures.ts";
import type { Item, Page, PlacedParagraph } from "../../model/page.ts";
import { letters, plainText, sentences } from "../../rules/facts/sentences.ts";

/** Where what stands on a page is written: items in their order. */
export type PageOrigins = readonly ItemOrigin[];

export interface ItemOrigin {
  readonly path?: JsonPath;
  /** Of a text, its paragraphs; of a table, those of its cells by row. */
  readonly paragraphs: readonly (JsonPath | undefined)[];
  readonly cells: readonly (readonly (readonly (JsonPath | undefined)[])[])[];
}

interface Written {
  readonly letters: string;
  readonly path: JsonPath;
}

/** Texts of the bundle, and figures, as they are looked up. */
export interface Writings {
  readonly exact: ReadonlyMap<string, readonly Written[]>;
  /** By first word; none that begins with a number, for those stand in many texts. */
  readonly beginning: ReadonlyMap<string, readonly Written[]>;
  readonly figures: ReadonlyMap<string, readonly JsonPath[]>;
}

/** Fields whose one-word texts are read; in any other one, a single word is an id or a choice. */
const READ_WORDS = new Set([
  "title",
  "name",
  "label",
  "term",
  "organisation",
  "confidentiality",
  "role",
  "team",
  "teams",
]);
/** Letters that a text has at least to be recognised inside another one. */
const TELLING = 6;

/**
 * Texts reach a page without their place, because several of them may make one sentence. Here the way back is found: by
 * the text itself, its expressions resolved, and by the figures in it.
 */
export function writingsOf({ told, figures }: Pick<Laid, "told" | "figures">): Writings {
  const exact = new Map<string, Written[]>();
  const beginning = new Map<string, Written[]>();
  for (const { text, path } of sentences(told)) {
    const key = [...path].reverse().find((step) => typeof step === "string");
    const read = letters(plainText(text));
    if (read === "" || (!read.includes(" ") && !READ_WORDS.has(String(key)))) continue;
    const written = { letters: read, path };
    push(exact, read, written);
    if (read.length >= TELLING && /^\p{L}/u.test(read)) push(beginning, read.split(" ")[0] ?? "", written);
  }
  const byText = new Map<string, JsonPath[]>();
  for (const { text, from } of Object.values(figures.all)) push(byText, text, from);
  return { exact, beginning, figures: byText };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

export function originsOf(page: Page, writings: Writings): PageOrigins {
  const find = (text: string, near: readonly JsonPath[]) => lookUp(text, [...near, ...page.from], writings);
  const own = page.items.map((item) => originOf(item, find));
  // A ground or a rule belongs to what stands on it.
  return own.map((origin, n) => {
    if (origin.path !== undefined) return origin;
    const around = page.items[n]?.frame;
    const within = page.items.findIndex(
      ({ frame }, other) =>
        around !== undefined &&
        other !== n &&
        own[other]?.path !== undefined &&
        frame.x >= around.x &&
        frame.y >= around.y &&
        frame.x + frame.w <= around.x + around.w &&
        frame.y + frame.h <= around.y + around.h,
    );
    const path = own[within]?.path ?? (speaks(page.items[n]) ? page.from[0] : undefined);
    return path === undefined ? origin : { ...origin, path };
  });
}

/** Whether an item says something that was written: ornaments do not, and page numbers are counted. */
const speaks = (item: Item | undefined): boolean =>
  item !== undefined && item.decorative !== true && !(item.type === "text" && item.placeholder === "number");

type Find = (text: string, near: readonly JsonPath[]) => JsonPath | undefined;

function originOf(item: Item, find: Find): ItemOrigin {
  const near = item.from === undefined ? [] : [item.from];
  const none = { paragraphs: [], cells: [] };
  if (item.type === "text") {
    if (item.placeholder === "date") return { ...none, path: ["date"] };
    if (item.placeholder === "number") return none;
    const paragraphs = together(item.paragraphs, near, find);
    // What several texts have in common, or else where the first of them is written.
    const path = item.from ?? shared(paragraphs) ?? paragraphs.find((each) => each !== undefined);
    return { ...none, paragraphs, ...(path === undefined ? {} : { path }) };
  }
  if (item.type === "table") {
    const cells = item.rows.map((row) => {
      // A row is about one thing: its first cell says which.
      const [head] = row.cells;
      const first = head === undefined ? [] : together(head.paragraphs, near, find);
      const root = first.flatMap((path) => (path === undefined ? [] : [path.slice(0, 2)]));
      return row.cells.map((cell, n) =>
        n === 0 ? first : together(cell.paragraphs, [...root, ...near], find),
      );
    });
    const path = item.from ?? shared(cells.flat(2));
    return { ...none, cells, ...(path === undefined ? {} : { path }) };
  }
  const path = item.from ?? find(item.alt ?? "", near);
  return { ...none, ...(path === undefined ? {} : { path }) };
}

/** Paragraphs that stand together are about one thing: what one of them says helps to find the others. */
function together(
  paragraphs: readonly PlacedParagraph[],
  near: readonly JsonPath[],
  find: Find,
): readonly (JsonPath | undefined)[] {
  const texts = paragraphs.map(({ runs }) => runs.map((run) => run.text).join(""));
  const first = texts.map((text) => find(text, near));
  const roots = first.flatMap((path) => (path === undefined ? [] : [path.slice(0, 2)]));
  return texts.map((text) => find(text, [...near, ...roots]) ?? shared(first));
}

/** What several places have in common: where they are written, taken together. */
function shared(paths: readonly (JsonPath | undefined)[]): JsonPath | undefined {
  const known = paths.filter((path) => path !== undefined);
  const [first] = known;
  if (first === undefined) return undefined;
  const length = first.findIndex((step, n) => known.some((path) => path[n] !== step));
  if (length < 0) return first;
  return length === 0 ? undefined : first.slice(0, length);
}

function lookUp(text: string, near: readonly JsonPath[], writings: Writings): JsonPath | undefined {
  const read = letters(text);
  if (read === "") return undefined;
  const exact = writings.exact.get(read)?.map(({ path }) => path);
  if (exact !== undefined) return nearest(exact, near);
  const figure = writings.figures.get(text.trim());
  if (figure !== undefined) return nearest(figure, near);
  return nearest(inside(read, writings), near);
}

/** Places of the text that stands in another one: the first there, and of several that begin together the longest. */
function inside(read: string, { beginning }: Writings): readonly JsonPath[] {
  const around = ` ${read} `;
  let best: { readonly at: number; readonly letters: string } | undefined;
  let paths: JsonPath[] = [];
  for (const word of new Set(read.split(" "))) {
    for (const { letters, path } of beginning.get(word) ?? []) {
      const at = around.indexOf(` ${letters} `);
      if (at < 0 || (best !== undefined && best.at < at)) continue;
      if (best !== undefined && best.at === at && best.letters.length > letters.length) continue;
      if (best?.letters !== letters) paths = [];
      best = { at, letters };
      paths.push(path);
    }
  }
  return paths;
}

/** The one that shares the most steps with a place near by; the first of several. */
function nearest(paths: readonly JsonPath[], near: readonly JsonPath[]): JsonPath | undefined {
  let best: { readonly path: JsonPath; readonly steps: number } | undefined;
  for (const path of paths) {
    const steps = Math.max(0, ...near.map((other) => stepsInCommon(path, other)));
    if (best === undefined || steps > best.steps) best = { path, steps };
  }
  return best?.path;
}

function stepsInCommon(a: JsonPath, b: JsonPath): number {
  const different = a.findIndex((step, n) => step !== b[n]);
  return different < 0 ? a.length : different;
}
