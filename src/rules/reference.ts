import { REPLIES_FORMAT } from "../model/replies.ts";
import type { Measured } from "./measure.ts";
import type { Rule } from "./rule.ts";

/** Widest line of an example, and the longest text in it that is printed whole, in characters. */
const WIDTH = 100;
const LONGEST = 160;
/** Items of a list beyond which it is cut to its first. */
const MANY = 6;

const SEEN: Readonly<Record<Rule["on"], string>> = {
  bundle: "the bundle",
  figures: "the figures",
  story: "the story",
  pages: "the finished pages",
};

/** docs/rules.md: every rule with what it asks, why, how to fix it, where it comes from, and its examples. */
export const rulesPage = (rules: readonly Rule[], measured: readonly Measured[]): string =>
  `${[
    "# The rules of the argument",
    "",
    "<!-- Written by npm run generate from the files in src/rules. Edit the rules there. -->",
    "",
    "`foredeck check` finds weak points of a bundle before leadership does. Correct errors before the deck is sent;",
    "warnings are what a careful colleague would raise. A bundle can raise, lower or turn off a rule, always with a reason:",
    "",
    "```json",
    '"rules": { "figures/stale": { "severity": "off", "because": "The evaluation of a pilot that ended in spring" } }',
    "```",
    "",
    `Reports list the rules that are off. ${firm(rules)} cannot be turned off.`,
    "",
    "| Rule | | Asks |",
    "| --- | --- | --- |",
    ...rules.map((rule) => `| [${rule.code}](#${anchor(rule.code)}) | ${rule.severity} | ${rule.asks} |`),
    "",
    "Examples are fragments, laid over a small bundle that no rule finds anything in; `…` stands for more of the same.",
    "",
    ...heuristics(rules, measured),
    ...rules.flatMap(section),
  ]
    .join("\n")
    .trimEnd()}\n`;

/** The section on rules that read language, with their measured quality. */
const heuristics = (rules: readonly Rule[], measured: readonly Measured[]): readonly string[] => [
  "## Rules that read language",
  "",
  `${list(rules.filter((rule) => rule.heuristic === true))} read words, in ${[...new Set(measured.map(({ language }) => language))].join(", ")}.`,
  "In a deck of another language they say nothing about its words, and the report lists them as skipped, as it does those",
  "for which German and Japanese have no words yet. They err",
  "towards silence: of what they find, at least nine in ten must be what a careful colleague would raise, and they miss",
  "what is said in words that they do not know. This is measured on the labelled cases in test/rules/corpus, of which half",
  "are traps. Held out are cases that were written after the rule; a few faults that they showed were mended since. Cases",
  "and rules have the same authors, so expect less of both on texts from elsewhere.",
  "",
  "| Rule | Language | Cases | Precision | Recall | Held out | Precision | Recall |",
  "| --- | --- | --- | --- | --- | --- | --- | --- |",
  ...measured.map(
    ({ rule, language, all, heldOut }) =>
      `| ${rule} | ${language} | ${[all, heldOut].map((score) => `${score.cases} | ${share(score.precision)} | ${share(score.recall)}`).join(" | ")} |`,
  ),
  "",
  "Rules that are not in this table have no such cases. All rules together are measured on bundles of other fields, written",
  "by somebody who wrote no rule: eight sound ones, 258 weaknesses planted in them one at a time, and 48 changes that keep",
  "them sound. `npm run test:argument` prints what is found by group and by kind, with intervals, and what is missed.",
  "",
  "| Planted | Found | Recall | 95% interval |",
  "| --- | --- | --- | --- |",
  ...PLANTED.map((row) => `| ${row.join(" | ")} |`),
  "",
  "Findings on sound text are 12 of 238, so precision is 95% (91% to 97%). Alarms of `claims/read`, `money/factors`, `options/costs`, `options/fair` and `plan/order` on the sound bundles were",
  "looked at and mended, sentences that `claims/read` had missed in four of them were read, and of all that was missed the",
  "descriptions, so expect less of the rules elsewhere.",
  "",
];

/** Results of `npm run test:argument`, measured on 2026-12-01. */
const PLANTED: readonly (readonly [planted: string, found: string, recall: string, interval: string])[] = [
  ["The ask and who decides", "14 of 21", "67%", "45% to 83%"],
  ["Story and why", "19 of 28", "68%", "49% to 82%"],
  ["Numbers in words", "34 of 50", "68%", "54% to 79%"],
  ["Design of a pilot", "9 of 13", "69%", "42% to 87%"],
  ["Charts against their titles", "24 of 29", "83%", "65% to 92%"],
  ["Options", "13 of 18", "72%", "49% to 88%"],
  ["Money", "22 of 32", "69%", "51% to 82%"],
  ["Plan", "15 of 20", "75%", "53% to 89%"],
  ["Risks", "6 of 9", "67%", "35% to 88%"],
  ["People", "21 of 22", "95%", "78% to 99%"],
  ["Objections", "10 of 16", "63%", "39% to 82%"],
  ["All", "187 of 258", "72%", "67% to 78%"],
];

const share = (part: number): string => part.toFixed(2);

const list = (rules: readonly Rule[]): string => rules.map(({ code }) => `\`${code}\``).join(", ");

const firm = (rules: readonly Rule[]): string =>
  rules
    .filter((rule) => rule.firm === true)
    .map((rule) => `\`${rule.code}\``)
    .join(" and ");

/** Anchor of a heading, as GitHub makes it. */
const anchor = (code: string): string => code.replaceAll("/", "");

const section = (rule: Rule): readonly string[] => [
  `## ${rule.code}`,
  "",
  `*${rule.severity}, seen in ${SEEN[rule.on]}${rule.firm === true ? ", cannot be turned off" : ""}*`,
  "",
  rule.asks,
  "",
  `- **Why.** ${rule.why}`,
  `- **How to fix it.** ${rule.hint}`,
  `- **Source.** ${rule.source}.`,
  "",
  ...(rule.sees === undefined
    ? []
    : ["What it can and cannot see:", "", ...rule.sees.map((line) => `- ${line}`), ""]),
  "Passes:",
  "",
  "```jsonc",
  ...shown(rule.examples, "valid"),
  "```",
  "",
  "Fails:",
  "",
  "```jsonc",
  ...shown(rule.examples, "invalid"),
  "```",
  "",
];

/** An example of a rule: the fragment of a bundle or, of a rule about replies, the file beside it. */
const shown = ({ replies, ...fragments }: Rule["examples"], which: "valid" | "invalid"): readonly string[] =>
  replies === undefined
    ? example(fragments[which], "")
    : ["// <bundle>.replies.json", ...example({ format: REPLIES_FORMAT, replies: replies[which] }, "")];

/** A value as JSON, on one line where it fits, its long texts and lists cut. */
function example(value: unknown, indent: string): readonly string[] {
  const short = cut(value);
  const line = spaced(short);
  if (indent.length + line.length <= WIDTH || typeof short !== "object" || short === null) return [line];
  const inner = `${indent}  `;
  const entries = Array.isArray(short)
    ? short.map((item): readonly [string, unknown] => ["", item])
    : Object.entries(short).map(([key, item]): readonly [string, unknown] => [
        `${JSON.stringify(key)}: `,
        item,
      ]);
  const lines = entries.flatMap(([key, item], n) => {
    const [first = "", ...rest] = example(item, inner);
    const all = [`${inner}${key}${first}`, ...rest];
    return n < entries.length - 1 ? [...all.slice(0, -1), `${all.at(-1)},`] : all;
  });
  const [open, close] = Array.isArray(short) ? ["[", "]"] : ["{", "}"];
  return [open, ...lines, `${indent}${close}`];
}

function cut(value: unknown): unknown {
  if (typeof value === "string" && value.length > LONGEST) return `${value.slice(0, LONGEST - 1).trimEnd()}…`;
  return Array.isArray(value) && value.length > MANY ? [...value.slice(0, 1), "…"] : value;
}

/** { "a": 1, "b": [2, 3] } */
function spaced(value: unknown): string {
  const short = cut(value);
  if (Array.isArray(short)) return `[${short.map(spaced).join(", ")}]`;
  if (typeof short !== "object" || short === null) return JSON.stringify(short) ?? "null";
  const entries = Object.entries(short).filter(([, item]) => item !== undefined);
  return entries.length === 0
    ? "{}"
    : `{ ${entries.map(([key, item]) => `${JSON.stringify(key)}: ${spaced(item)}`).join(", ")} }`;
}
