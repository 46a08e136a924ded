import { shortened } from "../base/graphemes.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { ObjectionMark, Point } from "../model/story.ts";
import type { SlideContext } from "../slides/index.ts";

/** Longest tooltip, in characters. */
const TIP = 160;

/**
 * The marks of each attacked point, by its id. An objection that attacks an item of the bundle marks the slide that is
 * mainly about it, else the first one that shows it.
 */
export function objectionMarks(
  bundle: Bundle,
  points: readonly Point[],
  context: SlideContext,
): Readonly<Record<string, readonly ObjectionMark[]>> {
  const marks: Record<string, ObjectionMark[]> = {};
  for (const [n, objection] of (bundle.objections ?? []).entries()) {
    const attacked = new Set((objection.attacks ?? []).flatMap((id) => target(points, id)?.id ?? []));
    for (const id of attacked) {
      marks[id] ??= [];
      marks[id].push({
        label: context.words("mark.label", { n: n + 1 }),
        tip: shorten(context.words("mark.tip", { n: n + 1, objection: context.rich(objection.objection) })),
        to: `objection-${objection.id}`,
      });
    }
  }
  return marks;
}

/**
 * The mark that stands for all of a point's marks where its slide has no room for each: "Objections 1–9". It jumps to the
 * slide that lists them.
 */
export function gatheredMarks(
  bundle: Bundle,
  marks: Readonly<Record<string, readonly ObjectionMark[]>>,
  context: SlideContext,
): Readonly<Record<string, ObjectionMark>> {
  const numbers = new Map((bundle.objections ?? []).map(({ id }, n) => [`objection-${id}`, n + 1]));
  return Object.fromEntries(
    Object.entries(marks)
      .filter(([, all]) => all.length > 1)
      .map(([id, all]) => {
        const said = spans(all.flatMap(({ to }) => numbers.get(to) ?? []));
        const label = context.words("mark.label.many", { numbers: said });
        return [id, { label, tip: shorten(all.map(({ tip }) => tip).join("; ")), to: "objections" }];
      }),
  );
}

/** The marks of a page that several points share: an objection to two of them stands once. */
export function sharedMarks(
  bundle: Bundle,
  points: readonly string[],
  marks: Readonly<Record<string, readonly ObjectionMark[]>>,
  context: SlideContext,
): { readonly marks: readonly ObjectionMark[]; readonly gathered?: ObjectionMark } {
  const order = (bundle.objections ?? []).map(({ id }) => `objection-${id}`);
  const all = points.flatMap((id) => marks[id] ?? []);
  const own = order.flatMap((to) => all.find((mark) => mark.to === to) ?? []);
  const { page } = gatheredMarks(bundle, { page: own }, context);
  return { marks: own, ...(page === undefined ? {} : { gathered: page }) };
}

/** Ascending numbers, neighbours drawn together: "1–3, 5, 8–9". */
function spans(numbers: readonly number[]): string {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const before = found.at(-1);
    if (before !== undefined && before.last === number - 1) before.last = number;
    else found.push({ first: number, last: number });
  }
  return found.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
}

function target(points: readonly Point[], id: string): Point | undefined {
  const body = points.filter((point) => point.body);
  return body.find((point) => point.about[0] === id) ?? body.find((point) => point.about.includes(id));
}

/** Cuts a text to the length of a tooltip. */
export const shorten = (text: string): string => shortened(text, TIP);
