import { quoted } from "../diagnostics/make.ts";
import type { Bundle } from "../model/bundle/index.ts";
import { exampleAsk } from "./facts/examples.ts";
import { limitsIn } from "./facts/limits.ts";
import { plainText } from "./facts/sentences.ts";
import { names } from "./facts/shared-words.ts";
import { languageOf } from "./languages/index.ts";
import type { Finding, Rule } from "./rule.ts";

export const planGates: Rule = {
  code: "plan/gates",
  severity: "warning",
  on: "bundle",
  heuristic: true,
  needs: ["claims", "keeps"],
  reads: ["plan", "ask", "risks", "objections", "purpose", "metrics.*", "goals"],
  asks: "A gate has an owner and a number to judge by, which is not reached yet, and whoever spends money reports on it in a rhythm.",
  why: "A gate without a criterion is passed, and money of which nobody hears again is not given twice.",
  hint: "Add the criterion to ask.terms, as a number with its date; add plan.cadence with who reports to whom.",
  source:
    "Cooper, Winning at New Products: gates have criteria; HM Treasury, The Green Book: monitoring is planned",
  sees: [
    "A criterion is any condition, trigger or wouldChangeOurMind with a number in it, in digits or as a share in words; which gate it belongs to is not asked.",
    "A condition is met today where it names the metric of a goal with a target, and its number in that unit is a limit that the latest value keeps already; what has to stay so is left alone.",
  ],
  examples: {
    valid: {
      plan: {
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
        milestones: [{ name: "Extend it", date: "2027-05-07", gate: true, owner: "head" }],
        cadence: [{ what: "Waiting time", every: "month", owner: "lead" }],
      },
      ask: exampleAsk({
        waiting: "Each month of waiting loses 40 customers",
        terms: ["It is extended only if waiting falls below 3 days"],
      }),
    },
    invalid: {
      plan: {
        next: [{ what: "Name the team", owner: "lead", by: "2026-12-18" }],
        milestones: [{ name: "Extend it", date: "2027-05-07", gate: true }],
        cadence: [{ what: "Waiting time", every: "month", owner: "lead" }],
      },
    },
  },
  check: ({ bundle }) => {
    const { plan, ask, purpose = "decide" } = bundle;
    if (plan === undefined || purpose !== "decide") return [];
    const gates = (plan.milestones ?? [])
      .map((gate, n) => ({ ...gate, n }))
      .filter(({ gate }) => gate === true);
    const [first] = gates;
    const out = gates
      .filter(({ owner }) => owner === undefined)
      .map(
        ({ name, n }): Finding => ({
          what: `The gate ${quoted(name)} has no owner: nobody decides there.`,
          hint: "Name in owner who decides whether to continue.",
          path: ["plan", "milestones", n],
        }),
      );
    if (first !== undefined && !hasCriterion(bundle))
      out.push({
        what: `Nothing says by which number the gate ${quoted(first.name)} is passed.`,
        hint: "Add the criterion to ask.terms: what has to be measured, and how much of it.",
        path: ["plan", "milestones", first.n],
      });
    out.push(...metToday(bundle));
    const spends = typeof ask?.amount === "number" && ask.amount > 0;
    // A plan of next steps alone is too short to report on.
    const long = (plan.phases ?? []).length > 0;
    if (spends && long && (plan.cadence ?? []).length === 0)
      out.push({
        what: "Money is spent in phases, but nobody reports on it: plan.cadence is missing.",
        hint: "Add plan.cadence: what is reported, how often, by whom and to whom.",
        path: ["plan"],
      });
    return out;
  },
};

/** The side of a limit on which a metric is good. */
const WANTED = { higher: "above", lower: "below" } as const;

/** Conditions on the metric of a goal that its latest value meets already. */
function metToday(bundle: Bundle): readonly Finding[] {
  const { ask, goals, metrics = [] } = bundle;
  const language = languageOf(bundle);
  if (language?.claims === undefined) return [];
  const aims = metrics.filter(
    ({ id, target }) => target !== undefined && goals.some((goal) => goal.metric === id),
  );
  return (ask?.terms ?? []).flatMap((term, n): readonly Finding[] => {
    const text = plainText(term);
    const named = aims.filter(({ name }) => names(language, text, plainText(name)));
    const [metric] = named;
    const values = Array.isArray(metric?.values) ? metric.values : [];
    const latest = values.findLast(
      ({ value, kind = "actual" }) => value !== null && kind === "actual",
    )?.value;
    if (metric === undefined || named.length > 1 || typeof latest !== "number") return [];
    const met = limitsIn(language, text).find(
      ({ number, side, keeps }) =>
        metric.better !== undefined &&
        side === WANTED[metric.better] &&
        number.unit === metric.unit &&
        !number.change &&
        keeps(latest),
    )?.number;
    // What has to stay so is a condition, though it is so today.
    return met === undefined || language.keeps?.test(text.replace(met.text, ""))
      ? []
      : [
          {
            what: `The condition is met today: ${quoted(metric.id)} is ${latest}, and ${quoted(met.text)} is asked for.`,
            hint: "Ask for a value that is reached only if it works.",
            excerpt: met.text,
            path: ["ask", "terms", n],
          },
        ];
  });
}

function hasCriterion(bundle: Bundle): boolean {
  const { ask, risks = [], objections = [], plan } = bundle;
  const language = languageOf(bundle);
  const texts = [
    ...(ask?.terms ?? []),
    ...risks.map(({ trigger }) => trigger),
    ...objections.map(({ wouldChangeOurMind }) => wouldChangeOurMind),
    ...(plan?.milestones ?? []).flatMap(({ name, gate }) => (gate === true ? [name] : [])),
  ];
  return texts.some(
    (text) =>
      text !== undefined &&
      (/\p{Nd}/u.test(text) || (language !== undefined && language.numbersIn(plainText(text)).length > 0)),
  );
}
