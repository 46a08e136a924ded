import { shortened } from "../../base/graphemes.ts";
import type { JsonPath } from "../../base/json-path.ts";
import { valueAt } from "../../base/json-path.ts";
import type { FillPhrase, PlainPhraseName } from "../../locales/en/phrases.ts";
import { capital } from "../../locales/phrasebook.ts";
import type { ChangeKind } from "../../model/changes.ts";
import { shownText } from "./words.ts";

/** Kind of a change by the part of the bundle in which it is; other parts are wording. */
const KINDS: Readonly<Record<string, ChangeKind>> = {
  ask: "ask",
  options: "options",
  investment: "investment",
  plan: "plan",
  risks: "risks",
  objections: "objections",
  goals: "goals",
  quotes: "quotes",
  wins: "wins",
  stakeholders: "people",
  contact: "people",
  metrics: "sources",
  sources: "sources",
  glossary: "sources",
  charts: "exhibits",
  pictures: "exhibits",
  pages: "pages",
  order: "pages",
  leave: "pages",
  meeting: "dates",
};

export const kindOf = ([part, field]: JsonPath): ChangeKind =>
  part === "why" && field === "reasons" ? "reasons" : (KINDS[String(part)] ?? "wording");

/** Words for fields; a field that is not named here is called by its item alone. */
const FIELDS: Readonly<Record<string, PlainPhraseName>> = Object.fromEntries(
  (
    [
      ...["title", "subtitle", "decision", "amount", "approver", "owner", "by", "start", "end", "waiting"],
      ...["afterYes", "afterNo", "howToAnswer", "pays", "statement", "situation", "complication", "now"],
      ...["opportunity", "because", "evidence", "supports", "level", "priority", "period", "metric", "teams"],
      ...["contribution", "recommended", "cost", "benefit", "time", "risk", "why", "concede", "answer"],
      ...["headline", "attacks", "residual", "from", "date", "every", "who", "likelihood", "impact"],
      ...["mitigation", "trigger", "then", "exposure", "thanks", "meaning", "target", "unit", "definition"],
      ...["assumption", "source", "asOf", "message", "name", "role", "email", "place", "minutes", "meeting"],
      ...["contact", "costs", "benefits", "order", "leave", "takeaway"],
    ] as const
  ).map((field) => [field, `change.word.${field}` as PlainPhraseName]),
);
const MORE_FIELDS: Readonly<Record<string, PlainPhraseName>> = {
  wouldChangeOurMind: "change.word.mind",
  discountRate: "change.word.rate",
  metrics: "change.word.metric",
};

/** Fields that are what an item is, so that its name says enough: the claim of a reason, the words of a quote. */
const MAIN = new Set([
  "claim",
  "risk",
  "objection",
  "what",
  "text",
  "term",
  "value",
  "values",
  "label",
  "file",
]);

/** Fields by which an item is called. */
const NAMES = ["name", "term", "driver", "title", "measure", "label", "heading"] as const;

/** Letters of a name in a label. */
const MOST = 70;

/** Names what stands at a path, in the words of the deck: "12-month programme: cost". */
export function labelOf(resolved: unknown, path: JsonPath, words: FillPhrase<string>): string {
  const at = path.findLastIndex((step) => typeof step === "number");
  const item = itemName(resolved, path.slice(0, at + 1), words);
  // Conditions, list items and cells are called by their number or by what holds them.
  const [field] = path
    .slice(at === -1 && path.length > 1 ? 1 : at + 1)
    .filter((step) => typeof step === "string");
  const last = path.at(-1);
  if (field === undefined) return item;
  const own = typeof last === "string" && path[path.length - 2] === "criteria" ? last : undefined;
  const phrase = MORE_FIELDS[field] ?? (Object.hasOwn(FIELDS, field) ? FIELDS[field] : undefined);
  const name = own ?? (phrase === undefined ? undefined : words(phrase));
  if (item === "") {
    if (path[0] === "meeting") return capital(inMeeting(name, words));
    return capital(name ?? (path.length === 1 ? words(`change.kind.${kindOf(path)}`) : field));
  }
  return name === undefined || (MAIN.has(field) && at === path.length - 2 && path[0] !== "options")
    ? item
    : words("change.field", { item, field: name });
}

const inMeeting = (name: string | undefined, words: FillPhrase<string>): string =>
  name === undefined || name === words("change.word.meeting")
    ? words("change.word.meeting")
    : words("change.field", { item: words("change.word.meeting"), field: name });

function itemName(resolved: unknown, path: JsonPath, words: FillPhrase<string>): string {
  const [part, second] = path;
  const n = Number(path.at(-1)) + 1;
  if (path.length === 0) return "";
  if (part === "why" && second === "reasons") return words("reason.short", { n: Number(path[2]) + 1 });
  if (part === "objections") return words("objection.short", { n: Number(second) + 1 });
  if (part === "risks") return words("change.item.risk", { n: Number(second) + 1 });
  if (part === "quotes") return words("change.item.quote", { n: Number(second) + 1 });
  if (part === "wins") return words("change.item.win", { n: Number(second) + 1 });
  if (part === "ask" && second === "terms") return words("change.item.term", { n });
  if (part === "plan" && second === "next") return words("change.item.next", { n: Number(path[2]) + 1 });
  if (part === "plan" && second === "cadence")
    return words("change.item.cadence", { n: Number(path[2]) + 1 });
  // The outermost item that has a name: blocks are called by their page, data by their chart.
  for (let length = 1; length <= path.length; length += 1) {
    const item = valueAt(resolved, path.slice(0, length));
    if (typeof item !== "object" || item === null || Array.isArray(item) || length === 1) continue;
    const fields = item as Readonly<Record<string, unknown>>;
    const found = [...NAMES, "message" as const]
      .map((key) => fields[key])
      .find((name) => typeof name === "string");
    if (typeof found === "string") return shortened(shownText(found), MOST);
  }
  return words(`change.kind.${kindOf(path)}`);
}
