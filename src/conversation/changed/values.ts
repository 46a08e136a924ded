import type { JsonPath } from "../../base/json-path.ts";
import { parsePeriod } from "../../base/period.ts";
import type { FillPhrase } from "../../locales/en/phrases.ts";
import type { Locale } from "../../locales/locale.ts";
import { type Bundle, DEFAULT_CURRENCY } from "../../model/bundle/index.ts";
import { isSentence } from "../../model/bundle/sentences.ts";
import { shownText } from "./words.ts";

/** Writes single values of a bundle as its readers see them. */
export type ShowValue = (value: unknown, path: JsonPath) => string | undefined;

/** Fields of amounts in the bundle's currency. */
const MONEY = new Set(["amount", "cost", "exposure", "npv"]);
const PLACES_OF_MONEY = new Set(["costs", "benefits"]);
/** Fields whose words are enumerated by the schema and have none in the language of the deck. */
const SILENT = new Set([
  "better",
  "strength",
  "part",
  "tone",
  "permission",
  "kind",
  "every",
  "show",
  "purpose",
]);

export function valueWriter(
  { bundle, resolved }: { readonly bundle: Bundle; readonly resolved: Bundle },
  locale: Locale,
  words: FillPhrase<string>,
): ShowValue {
  const names = namesOf(resolved);
  const currency = bundle.currency ?? DEFAULT_CURRENCY;
  const number = (value: number, unit: string): string =>
    locale.value(value, { unit, decimals: decimalsOf(value) });
  const show: ShowValue = (value, path) => {
    const field = path.findLast((step): step is string => typeof step === "string") ?? "";
    if (value === undefined || value === null) return undefined;
    if (typeof value === "boolean") return words(value ? "change.yes" : "change.no");
    if (typeof value === "number") {
      if (field === "discountRate") return number(Math.round(value * 1e6) / 1e4, "%");
      const money = MONEY.has(field) || (path[0] === "investment" && PLACES_OF_MONEY.has(String(path[1])));
      return number(value, money ? currencyAt(bundle, path, currency) : unitAt(bundle, path));
    }
    if (Array.isArray(value)) {
      const items = value.flatMap((item) => show(item, path) ?? []);
      return items.length === 0 ? undefined : locale.list(items, "and");
    }
    if (typeof value !== "string") return mainText(value);
    if (field === "amount") return words("ask.amount.none");
    if (field === "residual") return words(`residual.${value as "low" | "medium" | "high"}`);
    if (SILENT.has(field) && path.length > 1) return undefined;
    if (isSentence(path)) return shownText(value);
    const named = names.get(value);
    if (named !== undefined && field !== "name") return named;
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return locale.date(value, "long");
    if (field === "time") return locale.time(value);
    return field !== "name" && parsePeriod(value) !== undefined
      ? locale.period(value, "long")
      : shownText(value);
  };
  return show;
}

const decimalsOf = (value: number): number => Math.min(6, String(value).split(".")[1]?.length ?? 0);

const currencyAt = ({ ask, investment }: Bundle, [part]: JsonPath, currency: string): string =>
  (part === "ask" ? ask?.currency : part === "investment" ? investment?.currency : undefined) ?? currency;

/** Unit of the metric, chart or driver that holds a number. */
function unitAt({ metrics, charts, investment }: Bundle, [part, n, third]: JsonPath): string {
  if (part === "metrics") return metrics?.[Number(n)]?.unit ?? "";
  if (part === "charts") return charts?.[Number(n)]?.unit ?? "";
  return part === "investment" && n === "drivers" ? (investment?.drivers?.[Number(third)]?.unit ?? "") : "";
}

/** Names by id: what a reference reads as. */
function namesOf(resolved: Bundle): ReadonlyMap<string, string> {
  const { goals, stakeholders, sources, metrics, charts, pictures, options, objections, wins, quotes } =
    resolved;
  const named = (items: readonly object[] | undefined, field: string): readonly [string, string][] =>
    (items ?? []).flatMap((item): [string, string][] => {
      const { id, [field]: name } = item as Readonly<Record<string, unknown>>;
      return typeof id === "string" && typeof name === "string" ? [[id, shownText(name)]] : [];
    });
  return new Map([
    ...[goals, stakeholders, sources, metrics, options].flatMap((items) => named(items, "name")),
    ...[charts, pictures].flatMap((items) => named(items, "message")),
    ...named(objections, "objection"),
    ...named(wins, "what"),
    // Words of a quote are shown where its speaker allows; a list of evidence is none of these places.
    ...quotes.map(({ id }): [string, string] => [id, id]),
  ]);
}

/** Fields that say what an item is, the first that it has. */
export const MAIN_FIELDS = [
  ...["claim", "objection", "risk", "what", "message", "name", "term", "title", "text", "driver", "label"],
  ...["heading", "figure", "list"],
] as const;

/** Sentence or name by which an item is known; undefined for one that has none. */
export function mainText(item: unknown): string | undefined {
  if (typeof item === "string") return shownText(item);
  if (Array.isArray(item)) return item.flatMap((each) => mainText(each) ?? []).join(" ");
  if (typeof item !== "object" || item === null) return undefined;
  const fields = item as Readonly<Record<string, unknown>>;
  const found = MAIN_FIELDS.map((field) => fields[field]).find((text) => text !== undefined);
  if (Array.isArray(found))
    return found
      .filter((text) => typeof text === "string")
      .map(shownText)
      .join(" ");
  return typeof found === "string" ? shownText(found) : undefined;
}
