import { LOCALE_TAGS } from "../../base/locale-tags.ts";
import { shellWord } from "../shell.ts";
import type { Start } from "./init.ts";

/** The text of a new bundle, with a placeholder wherever somebody has to say something. */

/** Dates and periods of a new bundle. */
export interface StartDates {
  /** The date of the deck, then the later dates of the meeting, the decision and the start. */
  readonly today: string;
  readonly meeting: string;
  readonly by: string;
  readonly start: string;
  /** Months with values, oldest first; the last one is over. */
  readonly months: readonly string[];
  /** Last day of the last month. */
  readonly monthEnd: string;
  /** The year for which the goal is set. */
  readonly year: string;
}

/** The invented values of the metric in a new bundle. */
export const STARTER_NUMBERS: readonly number[] = [100, 103, 101, 106, 108, 112];

/** Beginning of a placeholder: nothing that somebody writes begins so. */
export const PLACEHOLDER = "Replace: ";

/** Texts and numbers of a new bundle, beyond the texts that options give. */
export interface Told extends Start {
  /** BCP 47 tag of the language of the deck. */
  readonly locale?: string;
  readonly by?: string;
  readonly why?: string;
  readonly now?: string;
  readonly amount?: number | "none";
  /** Code of the currency of amounts; euros where nobody named one. */
  readonly currency?: string;
  /** The metric's value today and the one to reach, with a unit. */
  readonly today?: { readonly value: number; readonly unit?: string };
  readonly target?: number;
  readonly options?: readonly { readonly name: string; readonly cost?: number }[];
  readonly objections?: readonly { readonly objection: string; readonly answer?: string }[];
  /** "Name, Role" of others who have a say. */
  readonly people?: readonly string[];
}

/** Metrics and charts of a new bundle. */
export interface StarterNumbers {
  readonly currency: string;
  /** Each as JSON, which may hold comments; on lines of its own where it has several. */
  readonly sources: readonly string[];
  readonly metrics: readonly string[];
  readonly charts: readonly string[];
  /** The metric that measures the goal. */
  readonly measure: string;
  readonly because: string;
  readonly contribution: string;
  /** Ids of metrics and charts that stand below the reasons, one below each. */
  readonly evidence: readonly string[];
}

const json = (value: unknown): string => JSON.stringify(value);

/** One number of which nobody has said anything, with values that are invented; or the one that was told of. */
export function starterNumbers(told: Told, dates: StartDates): StarterNumbers {
  const { today, target } = told;
  const values = (today === undefined ? STARTER_NUMBERS : [today.value]).map((value, n, all) => {
    const period = dates.months.at(n - all.length) ?? dates.year;
    return `{ "period": "${period}", "value": ${value} }`;
  });
  const goal = target ?? (today === undefined ? 150 : undefined);
  return {
    currency: "EUR",
    sources: [`{ "id": "source", "name": "Replace with where the number comes from" }`],
    metrics: [
      [
        "{",
        `  "id": "number", // sentences can use {{number.latest}}, {{number.first}}, {{number.gap}} …`,
        `  "name": ${json(told.metric ?? "Replace with a number that shows the goal")},`,
        `  "unit": ${json(today?.unit ?? "units")}, // %, EUR, days, or any word`,
        `  "better": ${goal !== undefined && today !== undefined && goal < today.value ? '"lower"' : '"higher"'},`,
        `  "owner": "owner",`,
        `  "source": "source",`,
        `  "asOf": "${dates.monthEnd}",`,
        `  // Or from a file: "values": { "csv": "data/number.csv", "period": "month", "value": "visits" }`,
        `  "values": [${values.join(", ")}]${goal === undefined ? "" : ","}`,
        ...(goal === undefined ? [] : [`  "target": { "value": ${goal}, "by": "${dates.year}-12" }`]),
        "}",
      ].join("\n"),
    ],
    charts:
      today === undefined
        ? [
            [
              "{",
              `  "id": "number-trend",`,
              `  "kind": "line",`,
              `  "metrics": ["number"],`,
              `  "supports": ["goal"],`,
              `  "show": ["target"],`,
              `  "message": "Replace this with what the line says, as a full sentence" // becomes the title of its slide`,
              "}",
            ].join("\n"),
          ]
        : [],
    measure: "number",
    because:
      today === undefined
        ? "Replace: the number went from {{number.first}} to {{number.latest}}."
        : "Replace: what stands behind the number, which is {{number.latest}} today.",
    contribution:
      goal === undefined
        ? "Replace: what this brings to the goal"
        : "Replace: how much of the missing {{number.gap}} this brings",
    evidence: [today === undefined ? "number-trend" : "number"],
  };
}

/** Items of a list, each on a line of its own, or as many as it has. */
const items = (all: readonly string[], indent: string): string =>
  all.map((each) => indent + each.replaceAll("\n", `\n${indent}`)).join(",\n");

/** A person as "Name, Role": what stands before the first comma, and what stands behind it. */
function person(id: string, text: string, part: string): string {
  const [name = "", ...role] = text.split(",");
  const held = role.join(",").trim() || "Replace with their role";
  return `{ "id": "${id}", "name": ${json(name.trim())}, "role": ${json(held)}, "part": "${part}", "concern": "Replace: what worries them, or: none known" }`;
}

/** Reasons, three at most, each with evidence of its own. */
const reasons = ({ because, evidence }: StarterNumbers): readonly string[] =>
  CLAIMS.slice(0, evidence.length).map((claim, n) => {
    const own = evidence[n];
    const text = n === 0 ? because : "Replace: the figures behind it, and what they mean.";
    return `{\n  "claim": ${json(claim)},${n === 0 ? " // becomes the title of its slide" : ""}\n  "because": ${json(text)},\n  "evidence": [${json(own)}]\n}`;
  });

const CLAIMS = [
  "Replace this with your strongest reason, as a full sentence",
  "Replace: the second reason, as a full sentence",
  "Replace: the third reason, as a full sentence",
];

/** Options, risks and objections: those that somebody has told of, else places for them. */
function parts({ options = [], objections = [], amount, title }: Told, measure: string): string {
  const cost = amount === undefined || amount === "none" ? 0 : amount;
  const asked = `{ "id": "proposal", "name": ${json(title ?? "Replace: the option that is asked for, in a few words")}, "recommended": true, "cost": ${cost}, "benefit": "Replace: what it brings", "why": "Replace: why this one is recommended" }`;
  const others =
    options.length === 0
      ? [
          `{ "id": "option-1", "name": "Replace: another way that was really looked at", "benefit": "Replace: what it brings", "why": "Replace: why this one loses" }`,
        ]
      : options.map(
          ({ name, cost }, n) =>
            `{ "id": "option-${n + 1}", "name": ${json(name)}${cost === undefined ? "" : `, "cost": ${cost}`}, "benefit": "Replace: what it brings", "why": "Replace: why this one loses" }`,
        );
  const nothing = `{ "id": "nothing", "name": "Do nothing", "cost": 0, "benefit": "Replace: what it brings", "why": "Replace: what doing nothing leads to" }`;
  // Who raised what was told is for people to say.
  const said =
    objections.length === 0
      ? OBJECTIONS.map((objection) => ({ objection, from: `"from": "approver", `, answer: undefined }))
      : objections.map((one) => ({ ...one, from: "" }));
  const answered = said.map(({ objection, from, answer }, n) =>
    [
      "{",
      `  "id": "objection-${n + 1}", ${from}"attacks": ["ask"], "owner": "owner", "residual": "medium",`,
      `  "objection": ${json(objection)},`,
      `  "concede": "Replace: what is true in it",`,
      `  "answer": ${json(answer ?? "Replace: the honest answer, with a figure")}, "evidence": [${json(measure)}]`,
      "}",
    ].join("\n"),
  );
  return `

  // What was looked at, and why it loses; doing nothing is one of the options.
  "options": [
${items([asked, ...others, nothing], "    ")}
  ],

  // Imagine that it failed: why? Likelihood and impact from 1 to 5.
  "risks": [
    { "risk": "Replace: what could go wrong", "likelihood": 3, "impact": 4, "mitigation": "Replace: what is done against it", "owner": "owner", "trigger": "Replace: the sign by which it is noticed in time" }
  ],

  // What a sceptic will say, in their words, with the honest answer and its evidence.
  "objections": [
${items(answered, "    ")}
  ]`;
}

const OBJECTIONS = [
  "Replace: what a sceptic would say first",
  "Replace: what somebody who pays for it would say",
  "Replace: what somebody who has to change their work would say",
];

/**
 * The text of a new bundle: the parts that every argument needs, each with a comment on its purpose. It builds as it is;
 * texts that begin with "Replace" are placeholders.
 */
export function starterBundle(
  start: Told,
  dates: StartDates,
  schema: string,
  file: string,
  found?: StarterNumbers,
): string {
  const numbers = found ?? starterNumbers(start, dates);
  const { measure } = numbers;
  const approver = start.approver ?? "Replace: Name of the approver";
  const amount = start.amount ?? "none";
  const charts = numbers.charts.length === 0 ? "" : `,\n  "charts": [\n${items(numbers.charts, "    ")}\n  ]`;
  const metrics =
    numbers.metrics.length === 0 ? "" : `,\n  "metrics": [\n${items(numbers.metrics, "    ")}\n  ]`;
  return `{
  // A bundle: the argument for one decision. Comments and trailing commas are allowed, and optional parts can be left out.
  // Texts that say "Replace" are placeholders.${found === undefined && start.today === undefined ? " The numbers are invented: replace them with your own." : ""}
  //   npx foredeck preview ${shellWord(file)}   shows the slides, and updates them on each save
  //   npx foredeck check ${shellWord(file)}     finds weak points of the argument
  //   npx foredeck figures ${shellWord(file)}   lists every figure that a sentence can use
  //   npx foredeck build ${shellWord(file)}     writes the deck
  "$schema": ${json(schema)}, // lets your editor complete and explain fields
  "title": ${json(start.title ?? "Replace with the title of the deck")},
  "status": "draft", // final removes the word DRAFT from the slides
  "date": "${dates.today}", // the date of the deck; never taken from the clock
  "locale": ${json(start.locale ?? LOCALE_TAGS[0])}, // numbers, dates and fixed words; also ${LOCALE_TAGS.filter((tag) => tag !== (start.locale ?? LOCALE_TAGS[0])).join(", ")}
  "currency": ${json(start.currency ?? numbers.currency)},
  "contact": { "name": "Replace with your name", "role": "Replace with your role" },
  "meeting": { "name": "Replace with the meeting that decides", "date": "${dates.meeting}" },

  // The decision that you ask for. People who read only one page read this one.
  "ask": {
    "decision": ${json(start.decision ?? "Approve the proposal: replace this with the decision")},
    "amount": ${json(amount)}, // a number in the currency above, also the cost of the option below; or "none"
    "approver": "approver", // id of the one person who decides, from stakeholders below
    "owner": "owner",
    "by": ${json(start.by ?? dates.by)},
    "start": "${dates.start}",
    "waiting": "Replace: what each month of waiting costs, with a figure",
    "afterYes": "Replace: what happens on the day after a yes",
    "afterNo": "Replace: what happens after a no"
  },

  // The reason, not the solution: what is wrong or possible today, and for whom.
  "why": {
    "statement": ${json(start.why ?? "Replace this with the why in one or two sentences: the reason, not the solution.")},
    "situation": "Replace: what everybody agrees on today. Name figures, never type them: {{${measure}.latest}}.",
    "complication": "Replace: what has changed, so that today is no longer good enough.",
    "opportunity": "Replace: what becomes possible for those who act now.",
    "now": ${json(start.now ?? "Replace: why now, with a date.")},
    // Three to five reasons, strongest first, each with its own evidence: ids of charts, metrics, quotes.
    "reasons": [
${items(reasons(numbers), "      ")}
    ]
  },

  // Every goal of the company that it serves, with the teams that gain; one team alone seldom gets its way.
  "goals": [
    {
      "id": "goal",
      "name": ${json(start.goal ?? "Replace with a goal of the company, in its own words")},
      "period": "${dates.year}",
      "owner": "approver",
      "metric": ${json(measure)},
      "contribution": ${json(numbers.contribution)}
    }
  ],

  // People who decide, drive it, have a say or can stop it: talk to each of them before the meeting, and then say when:
  // "met": "${dates.today}". No deck shows their concern unless you say so.
  "stakeholders": [
${items(
  [
    person("approver", approver, "approver"),
    `{ "id": "owner", "name": "Replace with your name", "role": "Replace with your role", "part": "driver" }`,
    ...(start.people ?? []).map((each, n) => person(`person-${n + 1}`, each, "contributor")),
  ],
  "    ",
)}
  ],

  // Their own words. "none" keeps a quote out of the deck; write named, role or anonymous once they agree.
  "quotes": [
    { "id": "q-approver", "from": "approver", "date": "${dates.today}", "permission": "none", "text": "Replace with what they said, word for word." }
  ],

  "sources": [${numbers.sources.join(", ")}]${metrics}${charts},${parts(start, measure)}

  // More parts that you can add: investment, plan, wins, pictures, glossary, history.
  // Type a quotation mark here, and your editor lists them.
}
`;
}
