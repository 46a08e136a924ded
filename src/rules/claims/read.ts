import { pathText, valueAt } from "../../base/json-path.ts";
import { holderOf } from "../../claims/index.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Figures, JsonPath } from "../../model/figures.ts";
import { claims, plans } from "../facts/prose.ts";
import { plainText, type Sentence } from "../facts/sentences.ts";
import { languageOf } from "../languages/index.ts";
import type { ClaimWords } from "../languages/reading/claims.ts";
import type { Quantity } from "../languages/reading/language.ts";
import { apart } from "./apart.ts";
import { between } from "./between.ts";
import { type Clause, type Context, subjectSaid } from "./bind.ts";
import { compared } from "./compared.ts";
import { levels, limits, records } from "./levels.ts";
import { ofTimes } from "./moments.ts";
import { moved } from "./moved.ts";
import { stated } from "./stated.ts";
import { subjectsOf, type Track } from "./subjects.ts";

/** A claim that a sentence makes about numbers, as the tests that it would have to pass. */
export interface ReadClaim {
  readonly path: JsonPath;
  /** The sentence, with its figures as the bundle writes them. */
  readonly sentence: string;
  /** The words that make the claim. */
  readonly words: string;
  /** Readings of it, the strictest first; it is contradicted where all are false. */
  readonly tests: readonly string[];
  /** The number that it states, where it does. */
  readonly quantity?: Quantity;
}

/** Claim that a reader of one kind finds in a clause. */
export type Found = Omit<ReadClaim, "path" | "sentence">;

/** A bundle as it is written and as it reads, with its figures. */
export interface Said {
  readonly written: Bundle;
  readonly bundle: Bundle;
  readonly figures: Figures;
}

/** Claims of one reading: those that can be bound to data, of all parts and of those without tests, and all others. */
export interface Claims {
  readonly readable: readonly ReadClaim[];
  readonly unguarded: readonly ReadClaim[];
  /** Claims about numbers that cannot be bound to data, by the first of their words; of parts without tests. */
  readonly unread: readonly Omit<ReadClaim, "tests">[];
}

/** Every claim that the deck makes in its own voice and that can be bound to data, in the order of the bundle. */
export const readClaims = (said: Said): readonly ReadClaim[] =>
  clausesIn(said, "unguarded").flatMap(boundClaims);

/** The same with those of parts that carry tests of their own. */
export const readableClaims = (said: Said): readonly ReadClaim[] =>
  clausesIn(said, "all").flatMap(boundClaims);

/** Claims of all kinds, of clauses that are read once. */
export function allClaims(said: Said): Claims {
  const read = clausesIn(said, "all").map((clause) => {
    const found = boundClaims(clause);
    return { clause, found, open: !guarded(said.written, clause.path) };
  });
  const open = read.filter((each) => each.open);
  return {
    readable: read.flatMap(({ found }) => found),
    unguarded: open.flatMap(({ found }) => found),
    unread: open.flatMap(({ clause, found }) => (found.length > 0 ? [] : unboundClaim(clause))),
  };
}

const boundClaims = ({ clause, words, context, path, sentence }: ClauseIn): readonly ReadClaim[] =>
  readClause(clause, words, context).map((found) => ({ ...found, path, sentence }));

/** The claim of a clause that could not be bound to data. */
function unboundClaim({ clause, words, context, path, sentence }: ClauseIn): Claims["unread"] {
  if (words.unreal(clause.text)) return [];
  const [first] = [
    ...words.moves(clause.text),
    ...words.superlatives(clause.text),
    ...words.levels(clause.text),
    ...[words.comparison(clause.text)].filter((each) => each !== undefined),
    ...context.language.numbersIn(clause.text).filter(({ share }) => share),
  ];
  return first === undefined ? [] : [{ path, sentence, words: first.text.trim() }];
}

interface ClauseIn {
  readonly clause: Clause;
  readonly words: ClaimWords;
  readonly context: Context;
  readonly path: JsonPath;
  readonly sentence: string;
}

/** The clauses of every sentence that states what is; unguarded are those of which no test of the bundle says what they mean. */
function clausesIn({ written, bundle, figures }: Said, which: "unguarded" | "all"): readonly ClauseIn[] {
  const language = languageOf(bundle);
  const words = language?.claims;
  if (language === undefined || words === undefined) return [];
  const subjects = subjectsOf(bundle, figures, language);
  let last: { readonly part: string; readonly subject?: Track | undefined; readonly said?: string } = {
    part: "",
  };
  return sentences(written).flatMap(({ text, path }) => {
    if (which === "unguarded" && guarded(written, path)) return [];
    const headline = path.at(-1) === "message" || path.at(-1) === "claim";
    const planned = isPlanned(path);
    const context: Context = { subjects, language, headline, planned, ...evidenceOf(written, path) };
    const part = pathText(path.slice(0, -1));
    if (part !== last.part || !GOES_ON.has(String(path.at(-1)))) last = { part };
    return language.sentences(text).flatMap((sentence) =>
      clausesOf(sentence, words).map((said) => {
        const clause = {
          ...said,
          ...(last.subject === undefined ? {} : { carried: last.subject }),
          ...(last.said === undefined ? {} : { before: last.said }),
        };
        last = { part, subject: subjectSaid(clause, context), said: clause.text };
        return { clause, words, context, path, sentence };
      }),
    );
  });
}

/** Fields that go on where the one before them in their part ended: what supports a claim, what a message means. */
const GOES_ON: ReadonlySet<string> = new Set(["because", "meaning"]);

function readClause(clause: Clause, words: ClaimWords, context: Context): readonly Found[] {
  if (words.unreal(clause.text)) return [];
  if (context.planned && !words.told(clause.text)) return stated(clause, words, context);
  const times = ofTimes(clause, words, context);
  if (times.length > 0) return times;
  const moves = words.moves(clause.text);
  const series = between(clause, words, context);
  const course = series.length > 0 ? [] : moved(clause, words, context);
  const grows = words.superlatives(clause.text).some(({ growth }) => growth === true);
  const steps = moves.length === 0 || grows;
  const rank = steps && series.length === 0 ? records(clause, words, context) : [];
  const found = [
    ...series,
    ...course,
    ...rank,
    ...(moves.length === 0 ? limits(clause, words, context) : []),
    ...levels(clause, words, context),
    ...((series.length > 0 && !grows) || rank.length > 0 ? [] : compared(clause, words, context)).filter(
      ({ words: said }) => ![...series, ...course].some((each) => each.words.includes(said)),
    ),
  ];
  const sized = found.map(({ words: said }) => said);
  const distances = apart(clause, words, context);
  const numbers = stated(clause, words, context).filter(
    ({ words: said }) =>
      ![...sized, ...distances.map((each) => each.words)].some((each) => each.includes(said)),
  );
  return [...found, ...distances, ...numbers];
}

/** The sentences that the deck says in its own voice. */
const sentences = (bundle: Bundle): readonly Sentence[] => [
  ...claims(bundle),
  ...(bundle.wins ?? []).map(({ what }, n) => ({ text: plainText(what), path: ["wins", n, "what"] })),
  ...plans(bundle),
  ...(bundle.options ?? []).flatMap(({ criteria = {} }, n) =>
    Object.entries(criteria).map(([name, text]) => ({
      text: plainText(text),
      path: ["options", n, "criteria", name],
    })),
  ),
  ...[...(bundle.metrics ?? []).entries()].flatMap(([n, { assumption }]) =>
    assumption === undefined ? [] : [{ text: plainText(assumption), path: ["metrics", n, "assumption"] }],
  ),
];

/** True where a sentence mostly says what is asked for, planned, assumed or feared, and only in part what is. */
const isPlanned = ([head, , field]: JsonPath): boolean =>
  head === "ask" ||
  head === "options" ||
  head === "risks" ||
  head === "plan" ||
  (head === "goals" && field === "contribution") ||
  (head === "metrics" && field === "assumption");

/** A part that carries tests says itself what it means. */
function guarded(bundle: Bundle, path: JsonPath): boolean {
  const holder = holderOf(path);
  return holder !== undefined && valueAt(bundle, [...holder, "holds"]) !== undefined;
}

function evidenceOf(bundle: Bundle, [head, ...rest]: JsonPath): Pick<Context, "evidence" | "own"> {
  const ids = (given: readonly string[] = []): ReadonlySet<string> =>
    new Set(given.flatMap((id) => [id, ...(bundle.charts?.find((chart) => chart.id === id)?.metrics ?? [])]));
  if (head === "charts") {
    const chart = bundle.charts?.[Number(rest[0])];
    return { evidence: ids(chart === undefined ? [] : [chart.id]), own: true };
  }
  if (head === "why" && rest[0] === "reasons")
    return { evidence: ids(bundle.why.reasons?.[Number(rest[1])]?.evidence), own: false };
  if (head === "goals") return { evidence: ids([bundle.goals[Number(rest[0])]?.metric ?? ""]), own: false };
  if (head === "metrics") return { evidence: ids([bundle.metrics?.[Number(rest[0])]?.id ?? ""]), own: false };
  if (head === "objections")
    return { evidence: ids(bundle.objections?.[Number(rest[0])]?.evidence), own: false };
  return { evidence: new Set(), own: false };
}

/** Stands for a figure, so that places stay what they were. */
const BLANK = "\uE000";
const FIGURE = /\{\{([^}]*)\}\}/gu;

function clausesOf(sentence: string, words: ClaimWords): readonly Clause[] {
  const cited: { readonly index: number; readonly ids: readonly string[] }[] = [];
  const blanked = sentence.replaceAll(FIGURE, (all: string, inside: string, index: number) => {
    cited.push({ index, ids: [...inside.matchAll(/([A-Za-z][\w-]*)\./gu)].map((match) => match[1] ?? "") });
    return BLANK.repeat(all.length);
  });
  let from = 0;
  return words.clauses(blanked).map((text, n, all) => {
    const at = blanked.indexOf(text, from);
    from = at + text.length;
    const ids = cited.filter(({ index }) => index >= at && index < from).flatMap((each) => each.ids);
    return { text, cited: new Set(ids), prior: blanked.slice(0, at), next: all[n + 1] ?? "" };
  });
}
