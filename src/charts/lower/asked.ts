import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { chartLacks, type Lack } from "../../diagnostics/messages/index.ts";
import { type Chart, ChartCommon } from "../../model/bundle/index.ts";
import type { JsonPath } from "../../model/figures.ts";

/** Annotations that have a field of their own. */
export const OF_THEIR_OWN = ["marks", "compare", "callouts"] as const;

/** Annotation that a bundle may request beside the data: a name of `show`, or a field of its own. */
export type Annotation = NonNullable<Chart["show"]>[number] | (typeof OF_THEIR_OWN)[number];

/** The names of `show`. */
export const SHOWN: readonly Annotation[] = ChartCommon.shape.show.unwrap().element.options;

/** Data that a chart lacks for each annotation; false where it lacks none. */
export type Lacks = Partial<Record<Annotation, Lack | false>>;

/** Every annotation that a chart asks for, with where it does. */
export function askedOf(
  chart: Chart,
  from: JsonPath,
): readonly { readonly name: Annotation; readonly path: JsonPath }[] {
  return [
    ...(chart.show ?? []).map((name, n) => ({ name, path: [...from, "show", n] })),
    ...OF_THEIR_OWN.flatMap((name) => (chart[name] === undefined ? [] : [{ name, path: [...from, name] }])),
  ];
}

/**
 * For kinds, once they know what they have to draw.
 * @throws DiagnosticsError with every annotation that the chart asks for and its data have nothing for.
 */
export function refuseLacking(chart: Chart, lacks: Lacks, from: JsonPath): void {
  const problems = askedOf(chart, from).flatMap(({ name, path }) => {
    const lack = lacks[name] ?? false;
    return lack === false ? [] : [chartLacks({ path }, chart.id, name, lack)];
  });
  if (problems.length > 0) throw new DiagnosticsError(problems);
}
