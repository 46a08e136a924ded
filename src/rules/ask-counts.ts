import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import type { JsonPath } from "../model/figures.ts";
import { exampleAsk } from "./facts/examples.ts";
import { plainText } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import { type Counted, isOneNoun, told } from "./languages/reading/counts.ts";
import type { Finding, Rule } from "./rule.ts";

export const askCounts: Rule = {
  code: "ask/counts",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["counting"],
  reads: ["ask", "title", "subtitle", "options.*", "goals.*", "plan.phases.*", "investment"],
  asks: "What the decision counts is as many in the title, in the recommended option, in the costs, and over the phases of the plan.",
  why: "Whoever reads ten wards in the decision and eight in the plan asks which of them is paid for.",
  hint: "Write one number in every place, or say which part a smaller one is of.",
  source:
    "IBCS, CHECK: one thing has one number; PMI, Practice Standard for Work Breakdown Structures: the 100% rule",
  sees: [
    "It compares whole numbers, in digits or words, that stand before the same noun. A number of the decision is found only where no other place has it, and another place counts the same with another one.",
    "The counts of phases are added where two phases at least have one: they sum to the number of the decision, or the largest of them or one sum on the way is that number.",
  ],
  examples: {
    valid: {
      title: "Twelve branches answer faster",
      ask: exampleAsk({ decision: "Approve desks for 12 branches", waiting: "40 customers a month" }),
    },
    invalid: {
      title: "Eight branches answer faster",
      ask: exampleAsk({ decision: "Approve desks for 12 branches", waiting: "40 customers a month" }),
    },
  },
  check: ({ bundle }) => {
    const language = languageOf(bundle);
    const { ask } = bundle;
    if (language?.counting === undefined || ask === undefined) return [];
    const decided = countsOf(language, ask.decision).filter(({ part, noun }) => !part && noun.length > 0);
    return [...elsewhere(language, bundle, decided), ...overPhases(language, bundle, decided)];
  },
};

const countsOf = (language: Language, text: string | undefined): readonly Counted[] =>
  text === undefined ? [] : (language.counting?.counts(plainText(text)) ?? []);

interface Place {
  readonly name: string;
  readonly path: JsonPath;
  readonly counts: readonly Counted[];
}

/** Places that speak of all that is decided. */
function places(language: Language, { title, subtitle, options = [], investment }: Bundle): readonly Place[] {
  const asked = options.findIndex(({ recommended }) => recommended === true);
  const option = options[asked];
  const all: readonly (readonly [string, JsonPath, string | undefined])[] = [
    ["the title", ["title"], title],
    ["the subtitle", ["subtitle"], subtitle],
    ["the recommended option", ["options", asked, "name"], option?.name],
    ["the benefit of the recommended option", ["options", asked, "benefit"], option?.benefit],
    ...(investment?.costs ?? []).map(
      ({ name }, n) => ["the costs", ["investment", "costs", n, "name"], name] as const,
    ),
  ];
  return all.map(([name, path, text]) => ({ name, path, counts: countsOf(language, text) }));
}

function elsewhere(language: Language, bundle: Bundle, decided: readonly Counted[]): readonly Finding[] {
  const all = places(language, bundle);
  const phases = (bundle.plan?.phases ?? []).flatMap(({ name }) => countsOf(language, name));
  return decided.flatMap((mine): readonly Finding[] => {
    const same = (other: Counted): boolean => isOneNoun(language.sameWord, mine, other);
    const ofMine = decided.filter(same);
    const theirs = all.map(({ counts, ...place }) => ({ ...place, counts: counts.filter(same) }));
    const agreed = [...theirs.flatMap(({ counts }) => counts), ...phases.filter(same)].some(
      ({ value }) => value === mine.value,
    );
    const other = theirs.find(({ counts }) => counts.some(({ part }) => !part));
    const said = other?.counts.find(({ part }) => !part);
    if (agreed || ofMine.length > 1 || other === undefined || said === undefined) return [];
    return [
      {
        what: `The decision has ${quoted(told(language.sameWord, mine, said))}, but ${other.name} has ${quoted(told(language.sameWord, said, mine))}.`,
        excerpt: mine.text,
        path: ["ask", "decision"],
      },
    ];
  });
}

function overPhases(language: Language, { plan }: Bundle, decided: readonly Counted[]): readonly Finding[] {
  const counts = (plan?.phases ?? []).map(({ name }) => countsOf(language, name));
  return decided.flatMap((mine): readonly Finding[] => {
    const same = (each: Counted): boolean => isOneNoun(language.sameWord, mine, each);
    if (!counts.flat().some(same)) return [];
    // Where one phase names what is counted, another leaves it out: and six others.
    const each = counts.flatMap((all): readonly (readonly number[])[] => {
      const found = all.filter((one) => same(one) || one.noun.length === 0).map(({ value }) => value);
      return found.length === 0 ? [] : [[...found, found.reduce((sum, value) => sum + value, 0)]];
    });
    // A phase with two numbers may add the later one, come to it, or count both.
    let sum: readonly number[] = [0];
    const sums = each.map((values) => {
      sum = values.flatMap((value) => sum.map((before) => before + value));
      return sum;
    });
    const largest = Math.max(...each.flat());
    const fits = [...each.flat(), ...sums.flat()].includes(mine.value);
    if (each.length < 2 || fits || mine.value < largest) return [];
    return [
      {
        what: `The decision has ${quoted(mine.text)}, but the phases count ${each.map(([first]) => first).join(" and ")}, which is ${sums.at(-1)?.[0]}.`,
        hint: "Correct the phase that is off, or add the one that is missing.",
        path: ["plan", "phases"],
      },
    ];
  });
}
