import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { plainText, sentences } from "./facts/sentences.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const pilotDesign: Rule = {
  code: "pilot/design",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["pilots"],
  reads: ["why.reasons", "metrics.*", "charts.*", "sources.*", "objections.*", "goals.*", "ask"],
  asks: "A reason that rests on a pilot or trial says against what it was compared, how many took part, and who chose them.",
  why: "Before and after differ for many reasons; the first question of finance is what would have happened anyway.",
  hint: "Add it to the note of the source, or concede it in an objection: who was compared, how many, chosen how.",
  source:
    "HM Treasury, The Magenta Book: comparison groups; Shadish, Cook and Campbell, Experimental and Quasi-Experimental Designs",
  sees: [
    "A reason rests on a pilot where it, or the name of its evidence or of its source, has the word: pilot, trial, experiment, pilotti, kokeilu, koe. What it was compared with must stand in the reason, in its evidence, its source, or an objection about the pilot; how large it was must stand beside the word: in the reason, the objection, the source or the metric.",
  ],
  examples: {
    valid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          {
            claim: "In the pilot they waited half as long",
            because: "In 12 branches they waited two days, against four in a control group drawn at random.",
            evidence: ["wait"],
          },
        ],
      },
    },
    invalid: {
      why: {
        statement: "Customers leave.",
        reasons: [
          {
            claim: "In the pilot they waited half as long",
            because: "They wait two days.",
            evidence: ["wait"],
          },
        ],
      },
      quotes: [
        { id: "q-head", from: "head", date: "2026-10-01", permission: "named", text: "Show me the result." },
        {
          id: "q-lead",
          from: "lead",
          date: "2026-10-02",
          permission: "named",
          text: "We see it daily.",
          tone: "doubts",
        },
      ],
    },
  },
  check: ({ bundle }) => {
    const words = languageOf(bundle)?.pilots;
    if (words === undefined) return [];
    const at = (bundle.why.reasons ?? []).findIndex((reason) =>
      words.pilot.test(
        [reason.claim, reason.because, ...reason.evidence.flatMap((id) => namesOf(bundle, id))].join(". "),
      ),
    );
    if (at < 0) return [];
    const texts = sentences(bundle).map(({ text }) => text);
    const path = ["why", "reasons", at];
    const name = quoted(plainText(bundle.why.reasons?.[at]?.claim ?? ""));
    const out: Finding[] = [];
    const said = sentences(bundle).filter(({ path: [part = ""] }) => TELLING.has(String(part)));
    const alone = said.find(({ text }) => words.uncontrolled.test(text));
    const conceded = sentences(bundle).some(
      ({ text, path: place }) => place[0] === "objections" && words.uncontrolled.test(text),
    );
    if (alone !== undefined && !conceded)
      out.push({
        what: `${name} rests on a pilot that was compared with nothing: ${quoted(plainText(alone.text), 90)}`,
        hint: "Say beside the effect that it is before and after, and concede it in an objection.",
        path: alone.path,
      });
    const late = said.find(
      ({ text }) => words.chosenAfter.test(text) && words.pilot.test(about(bundle, text)),
    );
    if (late !== undefined)
      out.push({
        what: `${name} rests on groups that were chosen when the result was known: ${quoted(plainText(late.text), 90)}`,
        hint: "Compare with a group that was chosen before, or say how the choice may have made the difference.",
        path: late.path,
      });
    const compared = argued(bundle, words.pilot).some((text) => words.control.test(text));
    if (alone === undefined && !compared)
      out.push({
        what: `${name} rests on a pilot, and nothing says against what it was compared. What would have happened without it?`,
        hint: "Name the control or comparison group and its value; where there was none, concede it in an objection.",
        path,
      });
    const sized = parts(bundle).some((text) => words.pilot.test(text) && words.size.test(text));
    if (!sized)
      out.push({
        what: `${name} rests on a pilot, and nothing says how large it was. How many took part?`,
        hint: "Add the number to the note of its source: 412 patients on six wards.",
        path,
      });
    const chosen = texts.find((text) => words.chosen.test(text));
    if (chosen !== undefined && !texts.some((text) => words.random.test(text)))
      out.push({
        what: `${name} rests on a pilot whose members chose themselves: ${quoted(plainText(chosen), 90)} Would it work for the others?`,
        hint: "Say how those who did not choose it differ, or test it where it was not asked for.",
        path,
      });
    return out;
  },
};

/** Parts of a bundle that describe what was measured. */
const TELLING: ReadonlySet<string> = new Set(["sources", "metrics", "charts", "glossary", "why", "wins"]);

/** A text with the names of the sources that it is the note of. */
const about = ({ sources = [] }: Bundle, text: string): string =>
  [text, ...sources.flatMap(({ name, note }) => (note === text ? [name] : []))].join(". ");

/** The parts of the bundle that may speak of a pilot, each as one text: an objection with its answer, a source with its note. */
function parts(bundle: Bundle): readonly string[] {
  const {
    why,
    objections = [],
    sources = [],
    metrics = [],
    charts = [],
    wins = [],
    glossary = [],
    goals,
    risks = [],
  } = bundle;
  const { reasons = [], ...rest } = why;
  // A metric or a chart is of the pilot where its source is, and a reason where its evidence is.
  const measured = [...metrics, ...charts].map((item) => ({
    id: item.id,
    all: [item, sources.find(({ id }) => id === item.source)],
  }));
  const argued = reasons.map((reason) => [
    reason,
    ...measured.flatMap(({ id, all }) => (reason.evidence.includes(id) ? all : [])),
  ]);
  const said = [...argued, rest, ...objections, ...sources, ...measured.map(({ all }) => all)];
  return [...said, ...wins, ...glossary, ...goals, ...risks].map((part) => JSON.stringify(part));
}

/** Names of a piece of evidence and of its source. */
function namesOf({ metrics = [], charts = [], sources = [] }: Bundle, id: string): readonly string[] {
  const of = (source: string | undefined): readonly string[] =>
    sources.flatMap((each) => (each.id === source ? [each.name] : []));
  return [
    ...metrics.flatMap((metric) => (metric.id === id ? [metric.name, ...of(metric.source)] : [])),
    ...charts.flatMap((chart) => (chart.id === id ? [chart.measure ?? "", ...of(chart.source)] : [])),
  ];
}

/** Texts where the effect stands: reasons that rest on a pilot, their evidence with its sources, and objections about it. */
function argued(
  { why, metrics = [], charts = [], sources = [], objections = [] }: Bundle,
  pilot: RegExp,
): readonly string[] {
  const of = (id: string): readonly unknown[] =>
    [...metrics, ...charts].flatMap((item) =>
      item.id === id ? [item, sources.find((each) => each.id === item.source)] : [],
    );
  const all = [
    ...(why.reasons ?? []).map((reason) => [reason, ...reason.evidence.flatMap(of)]),
    ...objections,
  ];
  return all.map((part) => JSON.stringify(part)).filter((text) => pilot.test(text));
}
