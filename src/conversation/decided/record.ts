import type { FillPhrase } from "../../locales/en/phrases.ts";
import type { Locale } from "../../locales/locale.ts";
import { withoutMarkup } from "../../locales/markup.ts";
import type { Bundle, Decided } from "../../model/bundle/index.ts";
import type { ComparedVersion } from "../../model/changes.ts";

/** A decision with the fields of MADR 4.0.0 (https://adr.github.io/madr/), and the version that it was about. */
export interface DecisionRecord {
  readonly title: string;
  readonly status: "accepted" | "rejected" | "proposed";
  readonly result: Decided["result"];
  readonly date: string;
  /** The version of the deck that was decided on; null where the bundle names none. */
  readonly version: string | null;
  readonly decisionMakers: readonly string[];
  readonly consulted: readonly string[];
  readonly informed: readonly string[];
  readonly context: readonly string[];
  readonly drivers: readonly string[];
  readonly options: readonly {
    readonly name: string;
    readonly chosen: boolean;
    readonly good: readonly string[];
    readonly neutral: readonly string[];
    readonly bad: readonly string[];
  }[];
  readonly outcome: {
    readonly chosen: string;
    readonly because: readonly { readonly reason: string; readonly from: string | null }[];
  };
  readonly consequences: { readonly good: readonly string[]; readonly bad: readonly string[] };
  /** Signs by which it will be known that the decision was right. */
  readonly confirmation: readonly string[];
  readonly asked: string;
  readonly amount: string | null;
  readonly conditions: readonly string[];
  readonly lessons: readonly string[];
  readonly objections: readonly {
    readonly objection: string;
    readonly answer: string;
    readonly doubt: string | null;
  }[];
}

const STATUS = { yes: "accepted", changed: "accepted", no: "rejected", later: "proposed" } as const;

/** Language of a record. */
export interface RecordWords {
  readonly locale: Locale;
  readonly words: FillPhrase<string>;
}

/** The version that was decided on: as written, else the last that was sent by that day, else the bundle's. */
export const decidedVersion = ({ version, history = [] }: Bundle, decided: Decided): string | undefined =>
  decided.version ?? history.findLast(({ date }) => date <= decided.date)?.version ?? version;

/** The record of a decision. It holds what the deck shows, and of people their names and parts: no view of anybody. */
export function recordOf(
  { resolved, figures }: ComparedVersion,
  decided: Decided,
  { words }: RecordWords,
): DecisionRecord {
  const { ask, why, goals, options = [], risks = [], objections = [], plan, history = [] } = resolved;
  const people = resolved.stakeholders ?? [];
  const named = (id: string | undefined): string | undefined => {
    const person = people.find((each) => each.id === id);
    return person && words("person", { name: person.name, role: person.role });
  };
  const approver = decided.approver ?? ask?.approver;
  const version = decidedVersion(resolved, decided);
  const recipients = history.find((entry) => entry.version === version)?.sentTo ?? [];
  const consulted = people.filter(
    ({ id, met, part }) =>
      id !== approver && (met !== undefined || part === "contributor" || part === "gatekeeper"),
  );
  const informed = people.filter(
    (person) =>
      person.id !== approver &&
      !consulted.includes(person) &&
      (person.part === "informed" || recipients.includes(person.id)),
  );
  const yes = decided.result === "yes";
  const asked = options.find(({ recommended }) => recommended === true);
  const text = (sentence: string | undefined): readonly string[] =>
    sentence === undefined ? [] : [withoutMarkup(sentence)];
  const cost = (id: string): readonly string[] => {
    const figure = figures.all[`options.${id}.cost`];
    return figure === undefined ? [] : [words("record.cost", { cost: figure.text })];
  };
  const { conditions = [], reasons = [], lessons = [] } = decided;
  const chosen =
    decided.result === "changed" && decided.decision !== undefined
      ? withoutMarkup(decided.decision)
      : yes || decided.result === "changed"
        ? (asked?.name ?? withoutMarkup(ask?.decision ?? resolved.title))
        : words(decided.result === "no" ? "record.rejected" : "record.later", {
            decision: withoutMarkup(ask?.decision ?? resolved.title),
          });
  const npv = figures.all["investment.npv"];
  const measured = goals.flatMap(({ name, metric }) => {
    const target = metric === undefined ? undefined : figures.metrics[metric]?.target;
    return target === undefined
      ? []
      : [words("record.measure", { goal: name, target: target.text, by: target.byText })];
  });
  return {
    title: resolved.title,
    status: STATUS[decided.result],
    result: decided.result,
    date: decided.date,
    version: version ?? null,
    decisionMakers: [named(approver)].filter((name) => name !== undefined),
    consulted: consulted.flatMap(({ id }) => named(id) ?? []),
    informed: informed.flatMap(({ id }) => named(id) ?? []),
    context: [why.situation, why.complication, why.statement].flatMap(text),
    drivers: goals.map(({ name }) => name),
    options: options.map((option) => ({
      name: option.name,
      chosen: (yes || decided.result === "changed") && decided.decision === undefined && option === asked,
      good: text(option.benefit),
      neutral: [...cost(option.id), ...text(option.time), ...(option === asked ? [] : text(option.why))],
      bad: text(option.risk),
    })),
    outcome: {
      chosen,
      because: [
        ...reasons.map(({ reason, from }) => ({
          reason: withoutMarkup(reason),
          from: named(from ?? approver) ?? null,
        })),
        ...(yes && reasons.length === 0 ? text(asked?.why).map((reason) => ({ reason, from: null })) : []),
      ],
    },
    consequences:
      yes || decided.result === "changed"
        ? {
            good: [
              ...text(asked?.benefit),
              ...(npv === undefined ? [] : [words("record.npv", { npv: npv.text })]),
              ...text(ask?.afterYes),
            ],
            bad: risks.flatMap(({ risk }) => text(risk)),
          }
        : { good: [], bad: [...text(ask?.afterNo), ...text(ask?.waiting)] },
    confirmation: [
      ...measured,
      ...objections.flatMap(({ wouldChangeOurMind }) => text(wouldChangeOurMind)),
      ...(plan?.cadence ?? []).flatMap(({ what }) => text(what)),
    ],
    asked: withoutMarkup(ask?.decision ?? resolved.title),
    amount: figures.all["ask.amount"]?.text ?? null,
    conditions: [...conditions, ...(yes ? (ask?.terms ?? []) : [])].flatMap(text),
    lessons: lessons.flatMap(text),
    objections:
      resolved.leave?.includes("objections") === true
        ? []
        : objections.map(({ objection, answer, residual }) => ({
            objection: withoutMarkup(objection),
            answer: withoutMarkup(answer),
            doubt: residual === undefined ? null : words(`residual.${residual}`),
          })),
  };
}

/** The record as Markdown, with the headings of MADR in the language of the deck. */
export function recordAsMarkdown(record: DecisionRecord, { locale, words }: RecordWords): string {
  const section = (level: string, title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : [`${level} ${title}`, lines.join("\n")];
  const list = (lines: readonly string[]): readonly string[] => lines.map((line) => `* ${escaped(line)}`);
  const labelled = (label: "record.good" | "record.neutral" | "record.bad", lines: readonly string[]) =>
    lines.map((line) => `* ${words(label, { what: escaped(line) })}`);
  const { outcome, consequences, options, objections } = record;
  const because = outcome.because.map(({ reason, from }) =>
    from === null ? escaped(reason) : escaped(words("record.from", { reason, name: from })),
  );
  const chosen = words("record.chosen", { option: `"${escaped(outcome.chosen)}"` });
  const facts = [
    ...(record.version === null ? [] : [words("record.version", { version: record.version })]),
    words("record.asked", { decision: record.asked, amount: record.amount ?? undefined }),
    words("record.date", { date: locale.date(record.date, "long") }),
  ];
  const blocks = [
    [
      "---",
      `status: ${record.status}`,
      `date: ${record.date}`,
      ...[
        ["decision-makers", record.decisionMakers] as const,
        ["consulted", record.consulted] as const,
        ["informed", record.informed] as const,
      ].map(([key, names]) => `${key}: ${JSON.stringify(names)}`),
      "---",
    ].join("\n"),
    `# ${escaped(record.title)}`,
    ...section("##", words("record.context"), record.context.map(escaped)),
    ...section("##", words("record.drivers"), list(record.drivers)),
    ...section("##", words("record.options"), list(options.map(({ name }) => name))),
    ...section("##", words("record.outcome"), [
      because.length === 0 ? `${chosen}.` : `${chosen}, ${words("record.because")}`,
      ...(because.length === 0 ? [] : ["", ...because.map((reason) => `* ${reason}`)]),
    ]),
    ...section("###", words("record.conditions"), list(record.conditions)),
    ...section("###", words("record.consequences"), [
      ...labelled("record.good", consequences.good),
      ...labelled("record.bad", consequences.bad),
    ]),
    ...section("###", words("record.confirmation"), list(record.confirmation)),
    ...(options.length === 0 ? [] : [`## ${words("record.pros")}`]),
    ...options.flatMap(({ name, good, neutral, bad }) =>
      section("###", escaped(name), [
        ...labelled("record.good", good),
        ...labelled("record.neutral", neutral),
        ...labelled("record.bad", bad),
      ]),
    ),
    ...section("##", words("record.more"), list(facts)),
    ...section("###", words("record.lessons"), list(record.lessons)),
    ...section(
      "###",
      words("change.kind.objections"),
      objections.map(
        ({ objection, answer, doubt }) =>
          `* **${escaped(objection)}** ${escaped(answer)}${doubt === null ? "" : ` (${words("record.doubt", { doubt })})`}`,
      ),
    ),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Text in which nothing is read as Markdown, on one line. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\`*_[\]<>#|]/gu, "\\$&").replaceAll(/\s*\n\s*/gu, " ");
