import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeFigures } from "../../src/compute/index.ts";
import { resolveLocale } from "../../src/locales/index.ts";
import { createPhrasebook } from "../../src/locales/phrasebook.ts";
import { plain } from "../../src/model/text.ts";
import { outlineStory } from "../../src/outline/index.ts";
import { bundle } from "../compute/bundle.ts";
import { trials } from "../trials.ts";

/**
 * The sentences that are built of random bundles: none has a seam, and what each asserts is counted again here, from the
 * bundle and by other means.
 */
const STANCES = ["champion", "supporter", "neutral", "sceptic", "opponent", undefined] as const;
const TONES = ["supports", "doubts", "neutral", undefined] as const;
const few = <T>(item: fc.Arbitrary<T>, most: number) => fc.array(item, { minLength: 0, maxLength: most });
const maybe = <T>(item: fc.Arbitrary<T>) => fc.option(item, { nil: undefined });

const PEOPLE = few(
  fc.record({ stance: fc.constantFrom(...STANCES), met: maybe(fc.constantFrom("2026-05-01", "2026-07-01")) }),
  5,
);
const QUOTES = few(
  fc.record({
    from: fc.nat(4),
    tone: fc.constantFrom(...TONES),
    permission: fc.constantFrom("named", "role", "anonymous", "none"),
  }),
  6,
);
const RISKS = few(
  fc.record({
    risk: fc.constantFrom("Too few people come", "Will it rain?", "The room stays cold.", "**Deaths** rise"),
    likelihood: fc.integer({ min: 1, max: 3 }),
    impact: fc.integer({ min: 1, max: 3 }),
    owner: maybe(fc.constant("p0")),
    trigger: maybe(fc.constant("It rains")),
  }),
  4,
);
const METRICS = few(
  fc.record({
    better: maybe(fc.constantFrom("higher" as const, "lower" as const)),
    values: fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 3 }),
    target: maybe(fc.integer({ min: -3, max: 3 })),
    source: maybe(fc.constant("s")),
  }),
  4,
);
const STEPS = few(
  fc.record({ owner: maybe(fc.constant("p0")), by: maybe(fc.constantFrom("2026-06-03", "2026-06-09")) }),
  3,
);
const OPTIONS = fc.array(
  fc.record({ recommended: fc.boolean(), why: maybe(fc.constantFrom("Costs least.", "Why not?")) }),
  { minLength: 2, maxLength: 4 },
);
const FLOWS = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
  minLength: 1,
  maxLength: 5,
});
const GOALS = fc.array(
  fc.record({
    priority: maybe(fc.integer({ min: 1, max: 2 })),
    level: maybe(fc.constantFrom("company" as const, "team" as const)),
  }),
  { minLength: 1, maxLength: 3 },
);

const CASES = fc.record({
  people: PEOPLE,
  quotes: QUOTES,
  risks: RISKS,
  metrics: METRICS,
  steps: STEPS,
  options: OPTIONS,
  flows: FLOWS,
  goals: GOALS,
  shown: fc.boolean(),
});
type Case = typeof CASES extends fc.Arbitrary<infer T> ? T : never;

const made = (given: Case, locale: string) =>
  bundle({
    locale,
    date: "2026-06-01",
    ...(given.shown ? { show: "stances" } : {}),
    goals: given.goals.map((goal, n) => ({ id: `g${n}`, name: `Goal ${n}`, ...goal })),
    stakeholders: given.people.map((person, n) => ({
      id: `p${n}`,
      name: `Ann ${n}`,
      role: `Role ${n}`,
      ...person,
    })),
    quotes:
      given.quotes.length === 0
        ? [{ id: "q", from: "p0", permission: "none", text: "So it is." }]
        : given.quotes.map((quote, n) => ({
            id: `q${n}`,
            text: "So it is.",
            ...quote,
            from: `p${quote.from}`,
          })),
    sources: [{ id: "s", name: "Census" }],
    metrics: given.metrics.map(({ values, target, ...metric }, n) => ({
      id: `m${n}`,
      name: "Deaths",
      ...metric,
      values: values.map((value, at) => ({ period: `202${at}`, value })),
      ...(target === undefined ? {} : { target: { value: target } }),
    })),
    risks: given.risks,
    options: given.options.map((option, n) => ({ id: `o${n}`, name: `Way ${n}`, ...option })),
    plan: { next: given.steps.map((step) => ({ what: "Do it", ...step })) },
    investment: {
      discountRate: 0.05,
      period: "year",
      start: "2027",
      costs: [{ name: "Out", values: given.flows.map(([out]) => out) }],
      benefits: [{ name: "In", values: given.flows.map(([, back]) => back) }],
    },
  });

/** Titles by slide, and everything that is said in notes. */
function built(given: Case, tag: string) {
  const locale = resolveLocale(tag);
  if (locale === undefined) throw new Error(`no ${tag}`);
  const phrasebook = createPhrasebook(locale);
  const from = made(given, tag);
  const { story } = outlineStory(from, computeFigures(from, locale, phrasebook).figures, locale, phrasebook);
  return {
    titles: Object.fromEntries(story.points.map((point) => [point.id, plain(point.title)])),
    said: story.points.flatMap((point) => point.say.map(plain)),
  };
}

const CAPITAL = /[:;] \p{Lu}(?!\w*\d)/u;
const SPACED = /\s[,.;:!?]/;
const SEAMS: readonly RegExp[] = [
  / {2}/,
  SPACED,
  /\.\.|[,;:]{2}|[,;:]\.|\?\./,
  CAPITAL,
  /\{|\}|undefined|null|NaN|\[object/,
  /\b(\p{L}+) \1\b/iu,
  /(?<!\p{Pd})\b(?:One|one) (?:\p{L}+s (?:are|have)|risks|objections|measures|phases|quotes|steps|options|people)\b/u,
  /\b(?:both|Both) people\b|\bno two\b|\ball one\b|\b1 (?:months|years|days|points)\b|\ba 8\b/,
  /[−-]0(?![\d.,])/,
  /^\p{Ll}|^\s|\s$/u,
  /,$|;$|:$/,
];
const WORDS = ["no", "one", "two", "three", "four", "five", "six"];
const word = (n: number): string => WORDS[n] ?? String(n);

test.each(["en-GB", "en-US", "fi-FI", "de-DE", "sv-SE", "fr-FR"])("no sentence of %s has a seam", (tag) => {
  // German nouns have a capital wherever they stand.
  // French has spaces before marks, at which no line breaks.
  const seams = SEAMS.filter((seam) => seam !== CAPITAL || !tag.startsWith("de")).map((seam) =>
    seam === SPACED && tag.startsWith("fr") ? / [,.;:!?]|\s[,.]/ : seam,
  );
  fc.assert(
    fc.property(CASES, (given) => {
      const { titles, said } = built(given, tag);
      for (const text of [...Object.values(titles), ...said])
        for (const seam of seams) expect(text).not.toMatch(seam);
      for (const text of said) expect(text).toMatch(/[.!?…”]$/u);
    }),
    { numRuns: trials(60, 20), seed: 20261129 },
  );
});

describe("what a title asserts is so", () => {
  const each = (check: (given: Case, titles: Readonly<Record<string, string>>) => void) => () =>
    fc.assert(
      fc.property(CASES, (given) => check(given, built(given, "en-GB").titles)),
      { numRuns: trials(150, 50), seed: 611 },
    );

  test(
    "of the voices",
    each(({ people, quotes, shown }, titles) => {
      const title = titles["voices"];
      if (title === undefined) return;
      const tones = new Map<number, string[]>();
      for (const { from, tone, permission } of quotes) {
        if (permission === "none") continue;
        const stance = shown ? people[from]?.stance : undefined;
        const own =
          tone ??
          (/champ|supp/.test(stance ?? "")
            ? "supports"
            : /scep|oppo/.test(stance ?? "")
              ? "doubts"
              : "neutral");
        tones.set(from, [...(tones.get(from) ?? []), own]);
      }
      const all = [...tones.values()];
      const doubts = all.filter((of) => of.includes("doubts")).length;
      const backs = all.filter((of) => !of.includes("doubts") && of.includes("supports")).length;
      if (/backs?\b/.test(title)) expect(backs).toBeGreaterThan(0);
      else expect(backs).toBe(0);
      if (/doubts/.test(title)) expect(doubts).toBeGreaterThan(0);
      else expect(doubts).toBe(0);
      if (/Both|All/.test(title)) expect([backs, doubts]).toContain(all.length);
      const said = /(\w+) backs? it/.exec(title)?.[1];
      if (title.startsWith("Of the")) expect(said ?? word(0)).toBe(backs === 0 ? word(0) : word(backs));
      const n = /^Of the (\w+) people/.exec(title)?.[1];
      if (n !== undefined) expect(n).toBe(word(all.length));
    }),
  );

  test(
    "of the people",
    each(({ people, shown }, titles) => {
      const title = titles["people"];
      if (title === undefined) return;
      const met = people.filter(({ met }) => met === "2026-05-01").length;
      const behind = people.filter(({ stance }) => stance === "champion" || stance === "supporter").length;
      const spoken = /talked to (\w+) of/.exec(title)?.[1] ?? "no";
      const heard = /talked to (?:both|all \w+)/.test(title)
        ? people.length
        : WORDS.indexOf(spoken === "any" ? "no" : spoken);
      expect(heard).toBe(met);
      if (!shown) expect(title).not.toMatch(/behind/);
      else expect(title.includes("behind it") && !title.includes("nobody")).toBe(behind > 0);
      if (title.includes("nobody"))
        expect(people.every(({ stance }) => stance !== undefined) && behind === 0).toBe(true);
    }),
  );

  test(
    "of the risks",
    each(({ risks }, titles) => {
      const title = titles["risks"];
      if (title === undefined) return;
      const weights = risks.map((risk) => risk.likelihood * risk.impact);
      const top = weights.filter((weight) => weight === Math.max(...weights)).length;
      expect(title.includes("the largest of")).toBe(top === 1 && risks.length > 1);
      const heaviest = risks
        .filter((_, n) => weights[n] === Math.max(...weights))
        .map(({ risk }) => risk.replace(/[*.]/g, ""));
      expect(heaviest.some((risk) => title.startsWith(risk))).toBe(true);
      expect(title.includes("an owner and a trigger")).toBe(
        risks.every(({ owner, trigger }) => owner && trigger),
      );
    }),
  );

  test(
    "of where it stands",
    each(({ metrics }, titles) => {
      const title = titles["standing"];
      if (title === undefined) return;
      const aimed = metrics.filter(({ target, better }) => target !== undefined && better !== undefined);
      const met = aimed.filter(({ target = 0, better, values }) => {
        const latest = values.at(-1) ?? 0;
        return better === "higher" ? latest >= target : latest <= target;
      }).length;
      if (aimed.length === 0) expect(title).not.toMatch(/target/);
      else if (/: (?:the target is met|(?:both|all \w+) targets are met)$/.test(title))
        expect(met).toBe(aimed.length);
      else if (/none|neither|the target is not met/.test(title)) expect(met).toBe(0);
      else expect(title).toContain(`${word(aimed.length - met)} of the ${word(aimed.length)} targets`);
    }),
  );

  test(
    "of the next steps, the options and the goals",
    each(({ steps, options, goals }, titles) => {
      const ready = steps.filter(({ owner, by }) => owner !== undefined && by !== undefined).length;
      const next = titles["next"];
      if (next !== undefined) {
        expect(/owner and date/.test(next)).toBe(ready > 0);
        if (/^\w+ next steps? ha/.test(next)) expect(ready).toBe(steps.length);
      }
      expect(/we recommend/.test(titles["options"] ?? "")).toBe(
        options.filter(({ recommended }) => recommended).length === 1,
      );
      const firsts = goals.map(({ priority = 99 }) => priority);
      const lowest = firsts.filter((priority) => priority === Math.min(...firsts)).length;
      if (/the first of/.test(titles["goals"] ?? "") && Math.min(...firsts) < 99) expect(lowest).toBe(1);
      expect(/company/.test(titles["goals"] ?? "")).toBe(goals.every(({ level }) => level !== "team"));
    }),
  );

  test(
    "of the investment",
    each(({ flows }, titles) => {
      const title = titles["investment"] ?? "";
      let sum = 0;
      const sums: number[] = [];
      for (const [out, back] of flows) {
        sum += back - out;
        sums.push(sum);
      }
      const end = sums.at(-1) ?? 0;
      const below = sums.some((each) => each < 0);
      expect(/the money is back/.test(title)).toBe(below && end >= 0);
      expect(/does not come back|costs more than it returns/.test(title)).toBe(end < 0);
      if (/does not come back/.test(title)) expect(sums.find((each) => each !== 0)).toBeLessThan(0);
      expect(/pays from the first period/.test(title)).toBe(!below && (sums[0] ?? 0) > 0);
      expect(/at no time/.test(title)).toBe(!below && sums[0] === 0);
    }),
  );
});
