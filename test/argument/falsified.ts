import { createNodeHost } from "../../src/host/node.ts";
import { readBundle } from "../../src/read/index.ts";
import { Checker, newFindings } from "./compare.ts";
import { Data, type Truth } from "./data.ts";
import { isUnder, type Json, type Path, pathOf } from "./edits.ts";
import { type Change, inlined, type Mutation, mutations } from "./mutate.ts";
import { interval, table } from "./report.ts";
import type { Base } from "./set.ts";

/** One sentence under one change of the data. */
export interface Outcome {
  readonly base: string;
  readonly at: string;
  readonly series: string;
  readonly change: Change;
  /** True where the sentence still holds. */
  readonly holds: boolean;
  /** True where a new finding lies at the sentence, or at the tests beside it. */
  readonly found: boolean;
  /** True where there is any new finding. */
  readonly foundAnywhere: boolean;
}

/** A bundle with the values of its CSV files in place of their names. */
export async function withValues({ bundle, root, name }: Base): Promise<Json> {
  const bytes = new TextEncoder().encode(JSON.stringify(bundle));
  const read = await readBundle(bytes, `${name}.json`, createNodeHost(), root);
  return inlined(bundle, read.bundle as unknown as Json);
}

/** Changes of the series that some sentence is about: those of which a change makes at least one of them false. */
function changes(bundle: Json, truths: readonly Truth[]): readonly Mutation[] {
  const bySeries = new Map<string, Mutation[]>();
  for (const mutation of mutations(bundle))
    bySeries.set(mutation.series, [...(bySeries.get(mutation.series) ?? []), mutation]);
  return [...bySeries.values()].flatMap((ways) => {
    const falsifies = (changed: Json): boolean => {
      const data = new Data(changed);
      return truths.some(({ holds }) => !holds(data));
    };
    return ways.some((way) => falsifies(way.bundle)) ? ways : [];
  });
}

/** Changes each series in each way, and says what becomes of each sentence whose truth is known. */
export async function falsify(base: Base, truths: readonly Truth[]): Promise<readonly Outcome[]> {
  const bundle = await withValues(base);
  const checker = new Checker(base);
  const before = await checker.findings(bundle);
  const outcomes: Outcome[] = [];
  for (const mutation of changes(bundle, truths)) {
    const found = newFindings(await checker.findings(mutation.bundle), before);
    const data = new Data(mutation.bundle);
    const judged = truths.map(({ at, holds }) => ({ at, sentence: pathOf(bundle, at), holds: holds(data) }));
    const below = (place: Path): boolean => found.some(({ path = [] }) => isUnder(path, place));
    for (const { at, sentence, holds } of judged) {
      const part = sentence.slice(0, -1);
      // The tests of a part guard all its sentences: one that breaks is no alarm where any of them is false.
      const excused = judged.some((other) => !other.holds && isUnder(other.sentence, part));
      outcomes.push({
        base: base.name,
        at,
        series: mutation.series,
        change: mutation.change,
        holds,
        found: below(sentence) || (below([...part, "holds"]) && (!holds || !excused)),
        foundAnywhere: found.length > 0,
      });
    }
  }
  return outcomes;
}

/** One line, for those who wait. */
export function progress(name: string, outcomes: readonly Outcome[]): string {
  const broken = outcomes.filter(({ holds }) => !holds);
  return `${name}: ${broken.filter(({ found }) => found).length} of ${broken.length} false sentences broken`;
}

const row = (name: string, outcomes: readonly Outcome[]): readonly string[] => {
  const broken = outcomes.filter(({ holds }) => !holds);
  const sound = outcomes.filter(({ holds }) => holds);
  const caught = broken.filter(({ found }) => found).length;
  const anywhere = broken.filter(({ foundAnywhere }) => foundAnywhere).length;
  const alarms = sound.filter(({ found }) => found).length;
  return [
    name,
    `${caught} of ${broken.length}`,
    interval(caught, broken.length),
    `${anywhere}`,
    `${alarms} of ${sound.length}`,
  ];
};

const HEAD = ["", "Broken at the sentence", "95% interval", "Broken anywhere", "Alarms where it holds"];

const grouped = (outcomes: readonly Outcome[], by: (outcome: Outcome) => string) => {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes) groups.set(by(outcome), [...(groups.get(by(outcome)) ?? []), outcome]);
  return [...groups];
};

/** Shares of the sentences that the changed data falsify, in Markdown. */
export function mutationReport(outcomes: readonly Outcome[]): string {
  const rows = (by: (outcome: Outcome) => string) =>
    grouped(outcomes, by).map(([name, those]) => row(name, those));
  const missed = grouped(
    outcomes.filter(({ holds, found }) => !holds && !found),
    ({ base, at }) => `${base} ${at}`,
  ).map(
    ([name, those]) => `- ${name}: ${those.map(({ series, change }) => `${series} ${change}`).join("; ")}`,
  );
  const alarms = outcomes
    .filter(({ holds, found }) => holds && found)
    .map(({ base, at, series, change }) => `- ${base} ${at}: ${series} ${change}`);
  return [
    "## Sentences that changed data make false",
    table(HEAD, [row("**All**", outcomes), ...rows(({ base }) => base)]),
    table(
      HEAD,
      rows(({ change }) => change),
    ),
    "### Alarms at sentences that still hold",
    alarms.join("\n") || "None.",
    "### False sentences that nothing is said about",
    missed.join("\n") || "None.",
  ].join("\n\n");
}
