import { isWithin, type JsonPath } from "../../base/json-path.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Change } from "../../model/changes.ts";
import type { Figures } from "../../model/figures.ts";
import type { Point } from "../../model/story.ts";
import { figuresNamed } from "./figures.ts";

/** Pages that no change concerns: the cover, lists of the other pages, and the page of the changes itself. */
const ASIDE: ReadonlySet<string> = new Set(["cover", "appendix", "changes"]);
/** Fields of objections that the list of all of them shows. */
const LISTED: ReadonlySet<string | number> = new Set(["objection", "from", "owner", "residual"]);
const NUMBERS: ReadonlySet<string> = new Set(["restated", "figures", "periods"]);

/** Finds the pages of a deck that a change concerns; made once for a bundle and its pages. */
export function pagesOf(
  bundle: Bundle,
  figures: Figures,
  points: readonly Point[],
): (change: Change) => readonly string[] {
  const told = points.filter(({ kind }) => !ASIDE.has(kind));
  const named = figuresNamed(bundle, figures);
  return (change) => {
    const shown = NUMBERS.has(change.kind) ? pagesOfNumber(change, bundle, named) : pagesOfItem(change);
    return told.filter(shown).map(({ id }) => id);
  };
}

type Shows = (point: Point) => boolean;

/** False for the page of some measures where the one that changed is none of them; of one that is gone nobody can tell. */
const mayShow = ({ kind, about }: Point, [part, place]: JsonPath, ids: readonly string[]): boolean =>
  kind !== "standing" || part !== "metrics" || place === undefined || ids.some((id) => about.includes(id));

/** Pages about what changed, and those of which it is a part. */
const pagesOfItem =
  ({ path, about }: Change): Shows =>
  (point) =>
    point.from.some(
      (from) =>
        isWithin(path, from) &&
        mayShow(point, path, about) &&
        (point.kind !== "objections" || path.length < 3 || LISTED.has(path[2] ?? "")),
    ) ||
    (about.length > 0 && point.about[0] === about.at(-1));

/** Pages that draw a value, print a figure that moved with it, or say it in a sentence. */
function pagesOfNumber(
  { path, about: [owner = ""], figures: moved = [] }: Change,
  { charts = [], goals, why, objections = [] }: Bundle,
  named: readonly { readonly path: JsonPath; readonly id: string }[],
): Shows {
  const drawn = new Set([
    owner,
    ...charts.flatMap(({ id, metrics = [] }) => (metrics.includes(owner) ? [id] : [])),
  ]);
  const read = ["latest", "target"].some((key) => moved.includes(`${owner}.${key}`));
  const places: readonly JsonPath[] = [
    path,
    ...named.flatMap(({ id, path }) => (moved.includes(id) || id === owner ? [path] : [])),
    // Goals, reasons and objections print the latest value of the metric that they name.
    ...goals.flatMap(({ metric }, n): JsonPath[] => (read && metric === owner ? [["goals", n]] : [])),
    ...(why.reasons ?? []).flatMap(({ evidence }, n): JsonPath[] =>
      read && evidence.includes(owner) ? [["why", "reasons", n]] : [],
    ),
    ...objections.flatMap(({ evidence = [] }, n): JsonPath[] =>
      read && evidence.includes(owner) ? [["objections", n]] : [],
    ),
  ];
  return (point) => {
    if (point.draws.some((id) => drawn.has(id)) || drawn.has(point.about[0] ?? "")) return true;
    // The tables of measures show the latest value, and the list of objections no figure.
    if (point.kind === "objections" || (point.kind === "methods" && !read)) return false;
    return point.from.some((from) =>
      places.some((place) => isWithin(place, from) && mayShow(point, place, [owner])),
    );
  };
}

/** Pages that changes concern, and those that are as they were, each in the order of the deck. */
export function changedPages(
  changes: readonly (readonly string[])[],
  points: readonly Point[],
): { readonly changed: readonly Point[]; readonly same: readonly Point[] } {
  const hit = new Set(changes.flat());
  const told = points.filter(({ kind }) => !ASIDE.has(kind));
  return {
    changed: told.filter(({ id }) => hit.has(id)),
    same: told.filter(({ id }) => !hit.has(id)),
  };
}
