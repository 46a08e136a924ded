import type { Bundle } from "../model/bundle/index.ts";
import type { Mark, Point } from "../model/story.ts";
import type { Speaking } from "../slides/index.ts";

/** Longest tooltip, in characters. */
const TIP = 160;

/**
 * The marks of each attacked point, by its id. An objection that attacks an item of the bundle marks the slide that is
 * mainly about it, else the first one that shows it.
 */
export function marksOf(
  bundle: Bundle,
  points: readonly Point[],
  speaking: Speaking,
): Readonly<Record<string, readonly Mark[]>> {
  const marks: Record<string, Mark[]> = {};
  for (const [n, objection] of (bundle.objections ?? []).entries()) {
    const attacked = new Set((objection.attacks ?? []).flatMap((id) => target(points, id)?.id ?? []));
    for (const id of attacked) {
      marks[id] ??= [];
      marks[id].push({
        label: speaking.words("mark.label", { n: n + 1 }),
        tip: shorten(speaking.words("mark.tip", { n: n + 1, objection: speaking.rich(objection.objection) })),
        to: `objection-${objection.id}`,
      });
    }
  }
  return marks;
}

function target(points: readonly Point[], id: string): Point | undefined {
  const body = points.filter((point) => point.body);
  return body.find((point) => point.about[0] === id) ?? body.find((point) => point.about.includes(id));
}

const shorten = (text: string): string =>
  [...text].length <= TIP ? text : `${[...text].slice(0, TIP - 1).join("")}…`;
