import { pagesOf } from "../conversation/changed/pages.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { ChangesSince } from "../model/changes.ts";
import type { Figures } from "../model/figures.ts";
import type { ObjectionMark, PlacedChanges, Point } from "../model/story.ts";
import type { SlideContext } from "../slides/index.ts";
import { shorten } from "./marks.ts";

/** Most changes that a mark names. */
const MOST = 3;

/** Changes with the pages that they concern; each of these has a mark that leads to the page of the changes. */
export function placedChanges(
  { version, changes }: ChangesSince,
  bundle: Bundle,
  figures: Figures,
  points: readonly Point[],
  { words }: SlideContext,
): PlacedChanges {
  const place = pagesOf(bundle, figures, points);
  const placed = changes.map((change) => ({ ...change, pages: place(change) }));
  const listed = points.some(({ kind }) => kind === "changes");
  const marks: Record<string, ObjectionMark> = {};
  for (const { id } of listed ? points : []) {
    const own = placed.filter(({ unseen, pages }) => !unseen && pages.includes(id));
    if (own.length === 0) continue;
    const what = [...new Set(own.map((change) => change.what))].slice(0, MOST);
    marks[id] = {
      label: words("changed.mark"),
      tip: shorten(words("changed.mark.tip", { before: version, what })),
      to: "changes",
    };
  }
  return { version, changes: placed, marks };
}
