import { expect, test } from "vitest";
import { bundleSchema } from "../../src/read/schema.ts";
import { makeBundle } from "./bundle.ts";
import { placesIn, placesOf } from "./places.ts";

/** So many bundles reach everything; more than a run of `npm test` builds, as making them takes a fraction of that. */
const SEEDS = 1000;

/** Which kind of chart a field stands in matters for its own fields and annotations, not for what is in its data and axes. */
const shared = (place: string): string =>
  place
    .replace(/^(\.charts\[\]\.)\w+(\.(?:data|x|y|size|line)\b.+)$/, "$1*$2")
    .replace(/^(\.charts\[\]\.)\w+(\.(?:valueKind|render|scale|better|order)=)/, "$1*$2");

test("bundles made by chance reach every field, kind, annotation and choice of the schema", () => {
  const wanted = new Set([...placesOf(bundleSchema)].map(shared));
  const reached = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed += 1)
    for (const place of placesIn(makeBundle(seed).bundle, bundleSchema)) reached.add(shared(place));
  expect(wanted.size).toBeGreaterThan(500);
  expect([...wanted].filter((place) => !reached.has(place))).toEqual([]);
});

test("texts of bundles made by chance are in several scripts, with long words, emoji, markup and figures", () => {
  const texts = Array.from({ length: 200 }, (_, n) => JSON.stringify(makeBundle(n + 1).bundle)).join("\n");
  const signs = {
    Japanese: /\p{Script=Hiragana}/u,
    Arabic: /\p{Script=Arabic}/u,
    Hebrew: /\p{Script=Hebrew}/u,
    emoji: /\p{Extended_Pictographic}/u,
    "long word": /\p{Letter}{30}/u,
    bold: /\*\*/,
    link: /\]\(https:/,
    figure: /\{\{m\d+\.latest\}\}/,
    Finnish: /"locale":"fi-FI"/,
    British: /"locale":"en-GB"/,
    American: /"locale":"en-US"/,
  };
  expect(Object.entries(signs).flatMap(([name, sign]) => (sign.test(texts) ? [] : [name]))).toEqual([]);
});

test("some bundles are as large as bundles get", () => {
  const bundles = Array.from({ length: 400 }, (_, n) => makeBundle(n + 1).bundle);
  const most = (count: (bundle: Record<string, never[] & Record<string, never[][]>>) => number | undefined) =>
    Math.max(...bundles.map((bundle) => count(bundle as never) ?? 0));
  const largest = {
    objections: most((bundle) => bundle["objections"]?.length),
    phases: most((bundle) => bundle["plan"]?.["phases"]?.length),
    milestones: most((bundle) => bundle["plan"]?.["milestones"]?.length),
  };
  expect(largest).toEqual({ objections: 40, phases: 14, milestones: 8 });
  expect(
    most((bundle) => (bundle["investment"]?.["costs"]?.[0] as { values?: [] } | undefined)?.values?.length),
  ).toBeGreaterThan(40);
});
