import { pathText } from "../base/json-path.ts";
import { lazily } from "../base/lazily.ts";
import type { Diagnostic, Place } from "../diagnostics/diagnostic.ts";
import { either } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { Id } from "../model/bundle/common.ts";
import { PARTS as DECK_PARTS } from "../model/bundle/pages.ts";
import type { JsonPath } from "../model/figures.ts";
import type { Removed } from "./extended.ts";
import { type Fault, fault } from "./issues.ts";
import { select } from "./select.ts";
import type { SourceMap } from "./text/source-map.ts";

/** Collections whose items carry ids, and what one item is called. */
const COLLECTIONS = {
  goals: "a goal",
  stakeholders: "a stakeholder",
  quotes: "a quote",
  sources: "a source",
  metrics: "a metric",
  charts: "a chart",
  pictures: "a picture",
  options: "an option",
  objections: "an objection",
  wins: "a win",
  pages: "a page",
  "investment.drivers": "a driver",
  "investment.scenarios": "a scenario",
} as const;
/** Parts of the bundle that are ids themselves. */
const PARTS = { ask: "the ask", why: "the why", investment: "the investment", plan: "the plan" } as const;
type Kind = keyof typeof COLLECTIONS | keyof typeof PARTS | "part";
const NOUNS: Readonly<Record<Kind, string>> = { ...COLLECTIONS, ...PARTS, part: "a part of the deck" };

const PEOPLE: readonly Kind[] = ["stakeholders"];
const EVIDENCE: readonly Kind[] = ["metrics", "charts", "quotes", "pictures", "wins"];
const SUPPORTED: readonly Kind[] = ["goals", "ask"];
const SOURCES: readonly Kind[] = ["sources"];
const DRIVERS: readonly Kind[] = ["investment.drivers"];

/**
 * Every field that holds the id of something else, and what that may be. No kind can be reached from itself, save goal
 * and metric, which name each other (what measures a goal, what a metric measures), and pages, whose circles are found
 * where they are put in order.
 * A test compares this table with the schema.
 */
export const REFERENCES: Readonly<Record<string, readonly Kind[]>> = {
  "ask.approver": PEOPLE,
  "ask.owner": PEOPLE,
  "why.reasons.*.evidence.*": EVIDENCE,
  "goals.*.owner": PEOPLE,
  "goals.*.metric": ["metrics"],
  "quotes.*.from": PEOPLE,
  "quotes.*.goal": ["goals"],
  "metrics.*.owner": PEOPLE,
  "metrics.*.source": SOURCES,
  "metrics.*.target.source": SOURCES,
  "metrics.*.supports.*": SUPPORTED,
  "charts.*.supports.*": SUPPORTED,
  "charts.*.metrics.*": ["metrics"],
  "charts.*.source": SOURCES,
  "charts.*.owner": PEOPLE,
  "pictures.*.supports.*": SUPPORTED,
  "pictures.*.source": SOURCES,
  "investment.sensitivity.*.low.changes.*.driver": DRIVERS,
  "investment.sensitivity.*.high.changes.*.driver": DRIVERS,
  "investment.scenarios.*.changes.*.driver": DRIVERS,
  "investment.source": SOURCES,
  "investment.owner": PEOPLE,
  "plan.phases.*.owner": PEOPLE,
  "plan.milestones.*.owner": PEOPLE,
  "plan.next.*.owner": PEOPLE,
  "plan.cadence.*.owner": PEOPLE,
  "plan.cadence.*.who.*": PEOPLE,
  "risks.*.owner": PEOPLE,
  "objections.*.from": PEOPLE,
  "objections.*.evidence.*": EVIDENCE,
  "objections.*.attacks.*": [
    "charts",
    "metrics",
    "pictures",
    "quotes",
    "goals",
    "options",
    "ask",
    "why",
    "investment",
    "plan",
    "pages",
  ],
  "objections.*.owner": PEOPLE,
  "editions.*.for.*": PEOPLE,
  "history.*.sentTo.*": PEOPLE,
  "history.*.decided.approver": PEOPLE,
  "history.*.decided.reasons.*.from": PEOPLE,
  "decided.approver": PEOPLE,
  "decided.reasons.*.from": PEOPLE,
  "pages.*.after": [
    "part",
    "goals",
    "metrics",
    "charts",
    "pictures",
    "quotes",
    "options",
    "objections",
    "wins",
    "pages",
    "ask",
    "why",
    "investment",
    "plan",
  ],
  "pages.*.blocks.*.chart": ["charts"],
  "pages.*.blocks.*.picture": ["pictures"],
  "pages.*.blocks.*.quote": ["quotes"],
  "pages.*.sources.*": SOURCES,
};

interface Item {
  readonly kind: Kind;
  readonly path: JsonPath;
}

/** Ids that are taken twice or reserved, and references that lead nowhere, to the wrong thing, or round in a circle. */
export function checkReferences(
  value: unknown,
  places: SourceMap,
  removed: readonly Removed[] = [],
): Fault[] {
  const { items, problems, nameless } = collect(value, places);
  for (const [pattern, kinds] of Object.entries(REFERENCES)) {
    const seen = new Set<string>();
    const known = idsOf(items, kinds);
    for (const { path, value: id } of select(value, pattern)) {
      if (typeof id !== "string") continue;
      const entry = `${pathText(path.slice(0, -1))} ${id}`;
      if (pattern.endsWith(".*") && seen.has(entry)) {
        problems.push(fault(messages.repeatedReference({ path, place: places.value(path) }, id)));
      }
      seen.add(entry);
      const target = items.get(id);
      if (target !== undefined && kinds.includes(target.kind)) continue;
      // What cannot be an id is told as that; and what is missing may be one whose own id cannot be read.
      if (!Id.safeParse(id).success) continue;
      if (target === undefined && kinds.some((kind) => nameless.has(kind))) continue;
      const at = { path, place: places.value(path) };
      const gone = target === undefined ? removed.find((one) => one.id === id) : undefined;
      if (gone !== undefined) {
        problems.push(fault(messages.removedReference(at, id, gone.place)));
        continue;
      }
      problems.push(
        target?.kind === "objections" && path[0] === "objections"
          ? fault(objectionToObjection(at, id, value, kinds, items))
          : unresolved(at, id, target, kinds, known()),
      );
    }
  }
  return problems;
}

interface Where {
  readonly path: JsonPath;
  readonly place: Place;
}
type Items = ReadonlyMap<string, Item>;

/** The ids that a reference of some kinds may name, sought once however many references lead nowhere. */
function idsOf(items: Items, kinds: readonly Kind[]): () => readonly string[] {
  return lazily(() => [...items].filter(([, item]) => kinds.includes(item.kind)).map(([name]) => name));
}

function unresolved(
  at: Where,
  id: string,
  target: Item | undefined,
  kinds: readonly Kind[],
  known: readonly string[],
): Fault {
  const expected = either(kinds.map((kind) => NOUNS[kind]));
  const near = nearest(id, known);
  const found =
    target === undefined
      ? messages.missingReference(at, id, expected, near, known)
      : messages.wrongReference(at, id, NOUNS[target.kind], expected, near);
  return near === undefined ? fault(found) : { found, instead: near };
}

/** Objections that attack each other say nothing about the proposal; the one that closes the circle is told so. */
function objectionToObjection(
  at: Where,
  id: string,
  value: unknown,
  kinds: readonly Kind[],
  items: Items,
): Diagnostic {
  const own = select(value, "objections.*.id").find(({ path }) => path[1] === at.path[1])?.value;
  if (own === id) return messages.selfReference(at, id);
  const attacks = (from: string): readonly string[] => {
    const index = items.get(from)?.path[1];
    return select(value, "objections.*.attacks.*").flatMap(({ path, value: to }) =>
      path[1] === index && typeof to === "string" && items.get(to)?.kind === "objections" ? [to] : [],
    );
  };
  const circle = typeof own === "string" ? shortestWay(id, own, attacks) : undefined;
  return circle === undefined
    ? unresolved(at, id, items.get(id), kinds, idsOf(items, kinds)()).found
    : messages.circularReference(at, [String(own), ...circle]);
}

/** Breadth first, so that each is looked at once. */
function shortestWay(
  from: string,
  to: string,
  next: (id: string) => readonly string[],
): readonly string[] | undefined {
  const seen = new Set([from]);
  let ways: (readonly string[])[] = [[from]];
  while (ways.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const way of ways) {
      for (const id of next(way.at(-1) ?? from)) {
        if (id === to) return [...way, id];
        if (seen.has(id)) continue;
        seen.add(id);
        longer.push([...way, id]);
      }
    }
    ways = longer;
  }
  return undefined;
}

interface Collected {
  readonly items: Map<string, Item>;
  readonly problems: Fault[];
  /** Collections of which an item has no id that can be read. */
  readonly nameless: ReadonlySet<Kind>;
}

function collect(value: unknown, places: SourceMap): Collected {
  const items = new Map<string, Item>();
  const nameless = new Set<Kind>();
  const problems: Fault[] = [];
  for (const part of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    if (select(value, part).length > 0) items.set(part, { kind: part, path: [part] });
  }
  for (const kind of Object.keys(COLLECTIONS) as (keyof typeof COLLECTIONS)[]) {
    const named = select(value, `${kind}.*.id`).filter((each) => Id.safeParse(each.value).success);
    const all = select(value, kind).flatMap(({ value: list }): unknown[] =>
      Array.isArray(list) ? list : [list],
    );
    if (kind !== "wins" && named.length < all.length) nameless.add(kind);
    for (const { path, value: id } of select(value, `${kind}.*.id`)) {
      if (typeof id !== "string") continue;
      const at = { path, place: places.value(path) };
      const first = items.get(id);
      if (id in PARTS) problems.push(fault(messages.reservedId(at, id)));
      else if (first === undefined) items.set(id, { kind, path });
      else problems.push(fault(messages.duplicateId(at, id, NOUNS[first.kind], places.value(first.path))));
    }
  }
  // Editions are named apart from all else, so that one may have the name of its reader.
  const editions = new Map<string, JsonPath>();
  for (const { path, value: id } of select(value, "editions.*.id")) {
    if (typeof id !== "string") continue;
    const first = editions.get(id);
    const at = { path, place: places.value(path) };
    if (first === undefined) editions.set(id, path);
    else problems.push(fault(messages.duplicateId(at, id, "an edition", places.value(first))));
  }
  // Parts of the deck may be named wherever no item of the bundle has their name.
  for (const part of DECK_PARTS) if (!items.has(part)) items.set(part, { kind: "part", path: [] });
  return { items, problems, nameless };
}
