import * as messages from "../../../diagnostics/messages/index.ts";
import type { Break } from "../../../diagnostics/messages/readiness.ts";
import { resolveLocale } from "../../../locales/index.ts";
import { parseMarkup } from "../../../locales/markup.ts";
import type { Bundle, Quote } from "../../../model/bundle/index.ts";
import type { Figures } from "../../../model/figures.ts";

const { READINESS } = messages;

/** The chain why, goals, evidence, ask: what there is, what leads to what, and where nothing does. */
export interface Chain {
  readonly why: ChainNode;
  readonly reasons: readonly ChainNode[];
  readonly goals: readonly ChainNode[];
  readonly evidence: readonly ChainNode[];
  readonly ask: ChainNode;
  /** From left to right, by the keys of the nodes. */
  readonly links: readonly { readonly from: string; readonly to: string }[];
}

export interface ChainNode {
  readonly key: string;
  /** A word or two above the text. */
  readonly label: string;
  readonly text: string;
  /** Facts below it. */
  readonly notes?: readonly string[];
  readonly breaks: readonly Break[];
  /** True for evidence that carries no reason: it is drawn quietly. */
  readonly context?: true;
}

interface Evidence {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly goals: readonly string[];
  readonly shown: boolean;
}

/** `resolved` has its expressions resolved; `written` has not, and shows which figures a sentence names. */
export function chainOf(resolved: Bundle, written: Bundle, figures: Figures): Chain {
  const { why, goals, ask, objections = [], purpose = "decide" } = resolved;
  const reasons = why.reasons ?? [];
  const drawn = new Set((resolved.charts ?? []).flatMap((chart) => chart.metrics ?? []));
  const cited = new Set([...reasons, ...objections].flatMap((each) => each.evidence ?? []));
  // A metric that a chart draws is seen there.
  const all = evidenceOf(resolved).filter(
    ({ id, label }) => label !== READINESS.kinds.metric || !drawn.has(id) || cited.has(id),
  );
  const byId = new Map(all.map((each) => [each.id, each]));
  const shown = (ids: readonly string[]): readonly Evidence[] =>
    ids.flatMap((id) => byId.get(id) ?? []).filter((each) => each.shown);
  const carries = new Set(reasons.flatMap((reason) => shown(reason.evidence)).map(({ id }) => id));
  const answers = new Set(objections.flatMap((objection) => objection.evidence ?? []));
  const sentences = JSON.stringify(written);
  const isNamed = (id: string): boolean => sentences.includes(`{{${id}.`) || sentences.includes(` ${id}.`);

  /** Voices and wins may stand for themselves. */
  const isOrphan = ({ id, label, goals }: Evidence): boolean =>
    label !== READINESS.kinds.quote &&
    label !== READINESS.kinds.win &&
    goals.length === 0 &&
    !(carries.has(id) || answers.has(id) || isNamed(id));
  const goalKey = (id: string): string => `goal-${id}`;
  const reaches = reasons.map(({ evidence }) => new Set(shown(evidence).flatMap((each) => each.goals)));
  const argues = (each: Evidence): boolean =>
    each.shown && (carries.has(each.id) || each.goals.includes("ask"));

  /** Returns the purpose of evidence, where no line in the picture shows it. */
  const serves = ({ id, goals }: Evidence): readonly string[] => {
    const numbers = reasons.flatMap(({ evidence }, n) => (evidence.includes(id) ? [n + 1] : []));
    if (numbers.length > 0) return [messages.readinessFor(numbers)];
    if (answers.has(id)) return [READINESS.answers];
    return goals.includes("ask") ? [] : [READINESS.context];
  };

  const links = [
    ...reaches.flatMap((ids, n) =>
      goals.filter(({ id }) => ids.has(id)).map(({ id }) => ({ from: `reason-${n}`, to: goalKey(id) })),
    ),
    ...goals.flatMap(({ id }) =>
      all
        .filter((each) => each.goals.includes(id))
        .map((each) => ({ from: goalKey(id), to: `evidence-${each.id}` })),
    ),
    ...(ask === undefined
      ? []
      : all.filter(argues).map((each) => ({ from: `evidence-${each.id}`, to: "ask" }))),
  ];
  const leads = (key: string): boolean => links.some((link) => link.to === key);
  const rank = (each: Evidence): number => {
    const first = goals.findIndex(({ id }) => each.goals.includes(id));
    return first < 0 ? goals.length : first;
  };

  return {
    why: {
      key: "why",
      label: READINESS.columns.why,
      text: plain(why.statement),
      breaks: reasons.length === 0 && purpose !== "inform" ? ["noReasons"] : [],
    },
    reasons: reasons.map(({ claim, evidence }, n) => ({
      key: `reason-${n}`,
      label: messages.readinessReason(n + 1),
      text: plain(claim),
      breaks: shown(evidence).length === 0 ? ["noEvidence"] : reaches[n]?.size === 0 ? ["noGoal"] : [],
    })),
    goals: goals.map((goal) => ({
      key: goalKey(goal.id),
      label: messages.readinessGoal(goal.level ?? "company"),
      text: goal.name,
      breaks: [
        ...(reasons.length > 0 && !leads(goalKey(goal.id)) ? (["noReason"] as const) : []),
        ...(goal.metric === undefined ? (["noMeasure"] as const) : []),
        ...(all.some((each) => each.goals.includes(goal.id)) ? [] : (["noEvidence"] as const)),
      ],
    })),
    evidence: all
      .toSorted((a, b) => rank(a) - rank(b) || Number(argues(b)) - Number(argues(a)))
      .map((each) => ({
        key: `evidence-${each.id}`,
        label: [each.label, ...serves(each)].join(" · "),
        text: latest(each, figures),
        ...(argues(each) ? {} : { context: true as const }),
        breaks: !each.shown ? ["notShown" as const] : isOrphan(each) ? ["supportsNothing" as const] : [],
      })),
    ask: askNode(resolved, figures.all["ask.amount"]?.text, all.some(argues)),
    links,
  };
}

/** With the figure that the metric stands at, so that the picture can be read without the deck. */
const latest = (each: Evidence, figures: Figures): string => {
  const figure = figures.metrics[each.id]?.figures["latest"];
  return figure === undefined ? each.text : `${each.text}: ${figure.text}`;
};

function askNode(
  { ask, stakeholders = [], purpose = "decide" }: Bundle,
  amount: string | undefined,
  supported: boolean,
): ChainNode {
  if (ask === undefined)
    return {
      ...{ key: "ask", label: READINESS.columns.ask, text: "" },
      breaks: purpose === "decide" ? ["noAsk"] : [],
    };
  const approver = stakeholders.find(({ id }) => id === ask.approver);
  const breaks: Break[] = [];
  if (approver === undefined) breaks.push("noApprover");
  if (ask.by === undefined) breaks.push("noDate");
  if (!supported) breaks.push("unsupported");
  const notes = [
    ...(amount === undefined ? [] : [amount]),
    ...(approver === undefined ? [] : [messages.readinessDecides(approver.name)]),
    ...(ask.by === undefined ? [] : [messages.readinessBy(date(ask.by))]),
  ];
  return { key: "ask", label: READINESS.columns.ask, text: plain(ask.decision), notes, breaks };
}

/** Metrics, charts, pictures, quotes and wins, each with the goals that it speaks to (and "ask"). */
function evidenceOf(bundle: Bundle): readonly Evidence[] {
  const { goals, metrics = [], charts = [], pictures = [], quotes, wins = [] } = bundle;
  const { kinds } = READINESS;
  const measured = (id: string): readonly string[] => [
    ...goals.filter((goal) => goal.metric === id).map((goal) => goal.id),
    ...(metrics.find((metric) => metric.id === id)?.supports ?? []),
  ];
  const unique = (ids: readonly string[]): readonly string[] => [...new Set(ids)];
  return [
    ...metrics.map(({ id, name }) => ({
      ...{ id, label: kinds.metric, text: name, shown: true },
      goals: unique(measured(id)),
    })),
    ...charts.map(({ id, message, supports = [], metrics: drawn = [] }) => ({
      ...{ id, label: kinds.chart, text: plain(message), shown: true },
      goals: unique([...supports, ...drawn.flatMap(measured)]),
    })),
    ...pictures.map(({ id, message, supports = [] }) => ({
      ...{ id, label: kinds.picture, text: plain(message), shown: true, goals: supports },
    })),
    ...quotes.map((quote) => {
      const { id, text, goal, permission = "none" } = quote;
      // Words without permission stay where they are; only that they were said is shown.
      const name = speakerOf(quote, bundle);
      const said = name === undefined ? text : messages.readinessSays(name, text);
      return {
        ...{ id, label: kinds.quote, text: permission === "none" ? id : said, shown: permission !== "none" },
        goals: goal === undefined ? [] : [goal],
      };
    }),
    ...wins.flatMap(({ id, what }) =>
      id === undefined ? [] : [{ id, label: kinds.win, text: plain(what), shown: true, goals: [] }],
    ),
  ];
}

/** Whoever said it, as far as they permit. */
export function speakerOf({ from, permission }: Quote, { stakeholders = [] }: Bundle): string | undefined {
  const person = stakeholders.find((each) => each.id === from);
  return permission === "named" ? person?.name : permission === "role" ? person?.role : undefined;
}

/** A sentence without its markup. */
export const plain = (sentence: string): string =>
  parseMarkup(sentence)
    .map((run) => run.text)
    .join("");

/** 2 December 2026: the page is English whatever the deck is. */
export const date = (iso: string): string => resolveLocale("en-GB")?.date(iso, "long") ?? iso;
