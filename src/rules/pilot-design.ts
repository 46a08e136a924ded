import { parsePeriod } from "../base/period.ts";
import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { monthNames } from "./facts/dates.ts";
import { designs } from "./facts/designs.ts";
import { plainText, sentences } from "./facts/sentences.ts";
import { type Language, languageOf } from "./languages/index.ts";
import type { PilotWords } from "./languages/reading/pilots.ts";
import type { Finding, Rule } from "./rule.ts";

export const pilotDesign: Rule = {
  code: "pilot/design",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["pilots", "counting"],
  reads: ["why.reasons", "metrics.*", "charts.*", "sources.*", "objections.*", "goals.*", "ask"],
  asks: "A reason that rests on a pilot or trial says against what it was compared, how many took part, and who chose them.",
  why: "Before and after differ for many reasons; the first question of finance is what would have happened anyway.",
  hint: "Add it to the note of the source, or concede it in an objection: who was compared, how many, chosen how.",
  source:
    "HM Treasury, The Magenta Book: comparison groups; Shadish, Cook and Campbell, Experimental and Quasi-Experimental Designs",
  sees: [
    "A reason rests on a pilot where it, or the name of its evidence or of its source, has the word: pilot, trial, experiment, pilotti, kokeilu, koe. What it was compared with must stand in the reason, in its evidence, its source, or an objection about the pilot, or be drawn in a chart of it: two metrics of one unit, or series over time; how large it was must stand beside the word: in the reason, the objection, the source or the metric.",
    "The note of a source behind a pilot, or behind a difference with its range, is read for itself: the same ones at an earlier time as all that it compares with, groups told apart by what they wanted or were best in, and fewer than ten in a group of a chart. An objection that concedes it silences it.",
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
    const language = languageOf(bundle);
    const words = language?.pilots;
    if (language === undefined || words === undefined) return [];
    const told = ofSources(bundle, language, words);
    const at = (bundle.why.reasons ?? []).findIndex((reason) =>
      words.pilot.test(
        [reason.claim, reason.because, ...reason.evidence.flatMap((id) => namesOf(bundle, id))].join(". "),
      ),
    );
    if (at < 0) return told;
    const texts = sentences(bundle).map(({ text }) => text);
    const path = ["why", "reasons", at];
    const name = quoted(plainText(bundle.why.reasons?.[at]?.claim ?? ""));
    const out: Finding[] = [...told];
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
    const compared =
      argued(bundle, words.pilot).some((text) => words.control.test(text) || words.random.test(text)) ||
      (bundle.why.reasons?.[at]?.evidence ?? []).some((id) => drawsGroups(bundle, id));
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

/** Members of a cell from which on its value is more than an anecdote. */
const FEW = 10;

/** Findings on the note of a source about the groups that were compared: themselves before, sorted, or a handful. */
function ofSources(bundle: Bundle, language: Language, words: PilotWords): readonly Finding[] {
  const { objections = [] } = bundle;
  const conceded = (pattern: RegExp): boolean =>
    objections.some(({ objection, concede, answer }) =>
      pattern.test(`${objection} ${concede ?? ""} ${answer}`),
    );
  return designs(bundle, words).flatMap(({ source, at, charts }): readonly Finding[] => {
    const note = plainText(source.note ?? "");
    const path = ["sources", at, "note"];
    const before = words.sameBefore.exec(note)?.[0];
    const rest = note.replace(before ?? "", " ");
    const counts = language.counting?.counts(rest) ?? [];
    const groups = counts.filter(({ noun }) => noun.length > 0).length;
    const alone = groups < 2 && !words.control.test(rest) && !words.random.test(rest);
    if (before !== undefined && alone && !conceded(words.sameBefore) && !conceded(words.uncontrolled))
      return [
        {
          what: `${quoted(source.name)} compares with the same ones at an earlier time, and with no others: ${quoted(note, 90)}`,
          hint: "Compare with others in the same months, or concede in an objection that it is before and after.",
          path,
        },
      ];
    const sorted = words.sorted.exec(note)?.[0];
    if (
      sorted !== undefined &&
      !words.random.test(note) &&
      !conceded(words.sorted) &&
      !conceded(words.chosen)
    )
      return [
        {
          what: `${quoted(source.name)} compares groups that differed from the start: ${quoted(note, 90)}`,
          hint: "Draw the groups by lot, or concede in an objection how those who were chosen differ.",
          path,
        },
      ];
    const most = Math.max(0, ...counts.map(({ value }) => value));
    const thin = charts.find((chart) => most > 0 && most < FEW * cellsOf(bundle, chart));
    return thin === undefined
      ? []
      : [
          {
            what: `The chart ${quoted(thin.id)} divides ${most} into ${cellsOf(bundle, thin)} groups, fewer than ${FEW} in each.`,
            hint: "Show them together, or say beside the claim how few they are.",
            path,
          },
        ];
  });
}

type Chart = NonNullable<Bundle["charts"]>[number];

/** Groups into which a chart of two series divides those who took part; 0 for one that divides time, or nothing. */
function cellsOf(bundle: Bundle, { data, series = [], kind }: Chart): number {
  const labels = (data ?? []).map(({ label }) => label);
  const months = monthNames(bundle);
  const timed = labels.some((label) => parsePeriod(label) !== undefined || isMonth(label, months));
  const divides = kind === "column" || kind === "bar";
  return divides && series.length > 1 && labels.length > 1 && !timed ? labels.length * series.length : 0;
}

/** Returns true for a chart that draws two groups at the same times, by metrics of one unit or by series. */
function drawsGroups(bundle: Bundle, id: string): boolean {
  const chart = bundle.charts?.find((each) => each.id === id);
  if (chart === undefined) return false;
  const units = (chart.metrics ?? []).map((of) => bundle.metrics?.find((each) => each.id === of)?.unit);
  if (units.length > 1) return new Set(units).size < units.length;
  const months = monthNames(bundle);
  const labels = (chart.data ?? []).map(({ label }) => label);
  const timed = labels.every((label) => parsePeriod(label) !== undefined || isMonth(label, months));
  return labels.length > 1 && timed && (chart.series ?? []).length > 1;
}

const isMonth = (label: string, months: readonly string[]): boolean =>
  months.some((month) => label.toLowerCase().startsWith(month.toLowerCase().slice(0, 3)));

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
