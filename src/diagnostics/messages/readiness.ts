import type { Place } from "../diagnostic.ts";
import { count } from "../make.ts";

/** Texts of the readiness page. */
export const READINESS = {
  name: "Readiness",
  chain: "The chain of the argument",
  chainSays:
    "From the why through the goals and the evidence to the ask. Broken links are dashed and say what is missing.",
  chainPicture: "The chain from why through goals and evidence to ask",
  columns: { why: "Why", goals: "Goals", evidence: "Evidence", ask: "Ask" },
  holds: "The chain is complete.",
  breaks: "Where it breaks",
  claims: "Claims and their guards",
  claimsSay:
    "Every sentence about numbers, what leadership attacks first at the top: the decision, the titles of slides, then what they stand on. A test breaks the check when a number moves under its sentence.",
  noClaims: "No sentence of the deck claims anything about its numbers.",
  guards: {
    contradicted: { short: "contradicted", heading: "The figures contradict" },
    none: { short: "without a figure", heading: "No figure stands behind" },
    read: { short: "read only", heading: "Read from the sentence, with no test in the bundle" },
    written: { short: "guarded", heading: "Guarded by tests in the bundle" },
  },
  isFalse: "is false",
  people: "People",
  notHeard: "Not consulted",
  heard: "Consulted",
  others: "Others",
  everybodyHeard: "Everybody who decides, contributes or can stop it was consulted.",
  nobody: "The bundle names no stakeholders.",
  nobodyHeard: "Nobody yet.",
  noneKnown: "No concern known",
  objections: "Objections",
  noObjections:
    "The bundle answers no objections. Every proposal meets some; those that the deck leaves out come up in the meeting.",
  allEvidence: "Every answer is backed by evidence.",
  objectionHeadings: ["Objection", "Raised by", "Evidence for the answer", "Remaining doubt"],
  noEvidence: "No evidence",
  unknown: "not stated",
  story: "The titles, in order",
  storySays: "The titles alone should tell the story.",
  findings: "Findings",
  errors: "Errors",
  warnings: "Warnings",
  silenced: "Turned off",
  noFindings: "None.",
  why: "Why",
  hint: "Hint",
  because: "Because",
  would: "Hidden findings",
  wouldNothing: "It hides no findings.",
  draft: "draft",
  final: "final",
  kinds: { metric: "Metric", chart: "Chart", picture: "Picture", quote: "Quote", win: "Win" },
  parts: {
    approver: "Decides",
    driver: "Drives it",
    contributor: "Contributes",
    gatekeeper: "Can stop it",
    informed: "Is informed",
  },
  broken: {
    noReasons: "has no reasons",
    noGoal: "reaches no goal",
    noReason: "no reason supports it",
    noMeasure: "has no measure",
    noEvidence: "has no evidence",
    supportsNothing: "supports nothing",
    notShown: "is not shown: no permission",
    noAsk: "asks for no decision",
    noApprover: "has no approver",
    noDate: "has no date",
    unsupported: "no evidence supports it",
  },
  context: "context",
  answers: "answers an objection",
} as const;

export type Break = keyof typeof READINESS.broken;

export const readinessTitle = (title: string): string => `${title}: readiness`;

export const readinessVerdict = (errors: number, warnings: number): string =>
  errors === 0
    ? warnings === 0
      ? "Ready to send"
      : "Ready to send, with warnings to consider"
    : "Not ready to send";

export const readinessCounts = (errors: number, warnings: number, silenced: number): string =>
  [
    count(errors, "error"),
    count(warnings, "warning"),
    ...(silenced > 0 ? [`${count(silenced, "rule")} turned off`] : []),
  ].join(", ");

export const readinessTime = (slides: number, minutes: number): string =>
  `${count(slides, "slide")}, ${count(minutes, "minute")} to read`;

export const readinessVersion = (version: string): string => `version ${version}`;
export const readinessMeeting = (name: string, date: string): string => `for ${name}, ${date}`;
export const readinessMet = (date: string): string => `met ${date}`;
export const readinessNotMet = (): string => "was not met";
export const readinessMetLater = (date: string): string => `is met on ${date}, after the date of the deck`;
export const readinessNoConcern = (): string => "no concern and no objection is recorded";
export const readinessObjects = (objection: string): string => `Objects: ${objection}`;
export const readinessConcern = (concern: string): string => `Concern: ${concern}`;
export const readinessBreak = (label: string, text: string, breaks: readonly Break[]): string =>
  `${label}${text === "" ? "" : `, “${text}”`}: ${breaks.map((each) => READINESS.broken[each]).join(", ")}`;
export const readinessWithout = (without: number, of: number): string =>
  `${without} of ${count(of, "answer")} ${without === 1 ? "has" : "have"} no evidence that the deck shows.`;
export const readinessReason = (number: number): string => `Reason ${number}`;
export const readinessFor = (reasons: readonly number[]): string =>
  `for ${reasons.length === 1 ? "reason" : "reasons"} ${reasons.join(" and ")}`;
export const readinessGoal = (level: string): string => `${level[0]?.toUpperCase()}${level.slice(1)} goal`;
export const readinessBy = (date: string): string => `Needed by ${date}`;
export const readinessDecides = (name: string): string => `${name} decides`;
export const readinessSays = (name: string, text: string): string => `${name}: ${text}`;
export const readinessSources = (file: string, version: string): string =>
  `Made from ${file} by foredeck ${version}. This page is about the deck and not part of it.`;
export const readinessPlace = ({ file, line, column, cell }: Place): string =>
  cell === undefined ? `${file}, line ${line}, column ${column}` : `${file}, ${cell}`;
export const readinessLinks = (from: string, to: string): string => `“${from}” leads to “${to}”`;
export const readinessSlide = (number: number): string => `slide ${number}`;
export const readinessLine = (path: string, { line, cell }: Place): string =>
  `${path}, ${cell ?? `line ${line}`}`;
export const readinessReading = (name: string, text: string): string => `${name} is ${text}`;
