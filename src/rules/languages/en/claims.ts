import type { ClaimWords, Comparison, Level, Move, Superlative, Way } from "../reading/claims.ts";
import { boundOf, type SizeWords, sidesOf, sizeReader } from "../reading/sizes.ts";
import { NUMBERS } from "./lists.ts";
import { numbersIn } from "./numbers.ts";
import { COUNT, countOf, dated, MOMENT, moment, window } from "./times.ts";

/** Verbs and phrases that say a direction, by what they say. */
const MOVES: readonly (readonly [way: Way, pattern: string, factor?: number])[] = [
  [
    "up",
    "ris(?:es?|en|ing)|rose|increas(?:es?|ed|ing)|grow(?:s|n|ing)?|grew|climb(?:s|ed|ing)?|surg(?:es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed)|go(?:es|ne)? up|going up|went up|(?:is|are|was|were) up|creep(?:s|ing)? up|crept up|mount(?:s|ed|ing)|expand(?:s|ed)",
  ],
  [
    "down",
    "fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shrink(?:s|ing)?|shrank|shrunk|sink(?:s|ing)?|sank|sunk|dwindl(?:es?|ed|ing)|go(?:es|ne)? down|going down|went down|com(?:es?|ing) down|came down|(?:is|are|was|were) down|slip(?:s|ped)|slump(?:s|ed)|plung(?:es|ed)|tumbled",
  ],
  ["up", "doubl(?:es|ed|ing)", 2],
  ["up", "(?:tripl|trebl)(?:es|ed|ing)", 3],
  ["up", "quadrupl(?:es|ed|ing)", 4],
  ["down", "halv(?:es|ed|ing)", 0.5],
  ["better", "improv(?:es|ed|ing)|got better|getting better"],
  ["worse", "worsen(?:s|ed|ing)?|deteriorat(?:es|ed|ing)|got worse|getting worse|gone worse"],
  [
    "flat",
    "stagnat(?:es|ed|ing)|(?:(?:stay|remain)(?:s|ed)|is|are|been) (?:flat|level|the same|unchanged)(?=[ ,;]+(?:since|in|for|over|at|and|but|while|all|through)\\b|[.,;:]?$)|(?:hardly|barely) (?:moved|changed)|(?:has|have) not (?:moved|changed)|did not (?:move|change)",
  ],
];
const MOVE = MOVES.map(([way, pattern, factor]) => ({
  way,
  factor,
  pattern: new RegExp(`\\b(?:${pattern})\\b`, "giu"),
}));

/** "a fall in", "the rise of": forms that may be nouns are, with such words behind them. */
const MAY_BE_NOUN =
  /^(?:rises?|falls?|increases?|drops?|declines?|decreases?|climbs?|jumps?|slumps?|slips?|plunges?)$/iu;
const NOUN = /^ (?:in (?!\d|the (?:last|past)\b)|of\b)/u;
/** "falls ill", "falls behind": idioms, no statements that something moved. */
const IDIOM =
  /^ (?:short|ill|back|behind|apart|through|asleep|into|under|on|to the occasion|for(?! (?:two|three|four|five|six|\d)))\b/u;
const ARTICLE =
  /\b(?:an?|the|this|that|any|no|each|every|their|its|his|her|our|sharp|steep|slow|further) $/iu;

/** A clause about the target itself: "the goal is nine in ten". */
const ABOUT_TARGET =
  /^\W*(?:(?:and|but|while|yet) )?(?:the|its|our|their) (?:goal|target|limit|standard|aim|plan|budget)s? (?:is|was|are|were|asks?|needs?)\b/iu;
/** "may" is told from the month by its case. */
const UNREAL =
  /\b(?:[Ww]ill|[Ww]ould|[Ss]hould|[Cc]ould|[Cc]an|[Cc]annot|may|might|must|shall|[Ii]f|[Uu]nless|[Uu]ntil|[Ee]xpect(?:s|ed)?|[Ff]orecasts?|plan(?:s|ned)? to|aims? to|going to|wants? to|hope|promis(?:e|es|ed)|is to|are to|to (?:rise|fall|grow|increase|drop|double|halve|improve|shrink|decline)|[Ll]et|[Oo]nce|[Aa]ssum(?:e|es|ing)|[Oo]therwise|\w+['’]ll)\b/u;
const NEGATED =
  /\b(?:not(?: the)?|n['’]t(?: the)?|never|no longer|stop(?:s|ped)?|without|ceased to|no sign of|failed to|fails to|hardly|barely)(?: (?:yet|even|been|further|really))?(?: \w+ing)? $/iu;
const STEADY =
  /\b(?:every|each|any)(?: single)? (?:year|half-year|quarter|month|week|day)\b|\b(?:year after year|month after month|quarter after quarter|week after week|steadily|without (?:a )?(?:break|pause|exception)|keeps?|kept|(?:quarter|month|year|week) by (?:quarter|month|year|week)|in a row|running|consecutive)\b/iu;

/** "seven quarters in a row" */
const RUN = new RegExp(
  `\\b(?<n>${COUNT}) (?:years|half-years|quarters|months|weeks|days) (?:in a row|running)\\b`,
  "iu",
);
const EXCEPTED =
  /\b(?:but|except(?: for)?|save) (?:for )?(?:one|two|three|the)\b|\b(?:almost|nearly|not) (?:every|each)\b/iu;

const clauseBreak =
  /(?<=[;:—–])\s|(?<=,) (?=(?:and|but(?! (?:one|two|three|four)\b)|while|yet|so|which|because|although|though|whereas|as|who|when|since [a-z]+ (?:is|was|are|has))\b)|\s(?=(?:while|whereas|although|though|because|but(?! (?:one|two|three|four)\b)|so that|when)\b)/gu;
const PREDICATE = new RegExp(`\\b(?:${MOVES.map(([, pattern]) => pattern).join("|")})\\b`, "iu");

/** "Visits rose and complaints fell" is two clauses; "rose and fell" is one, as its second half has no subject. */
function clauses(sentence: string): readonly string[] {
  return sentence.split(clauseBreak).flatMap((part) => {
    const at = / and (?=(?:the |our |its |their )?\p{L}+ )/u.exec(part);
    if (at === null) return [part];
    const [left, right] = [part.slice(0, at.index), part.slice(at.index)];
    return PREDICATE.test(left) && PREDICATE.test(right) && !PREDICATE.test(right.slice(0, 18))
      ? [left, right]
      : [part];
  });
}

function moves(clause: string): readonly Move[] {
  return MOVE.flatMap(({ way, factor, pattern }) =>
    [...clause.matchAll(pattern)].flatMap((match): readonly Move[] => {
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      const noun = MAY_BE_NOUN.test(match[0]) && NOUN.test(after);
      if (noun || ARTICLE.test(before) || IDIOM.test(after)) return [];
      return [{ index: match.index, text: match[0], way, ...(factor === undefined ? {} : { factor }) }];
    }),
  ).toSorted((a, b) => a.index - b.index);
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  eighth: 8,
  tenth: 10,
};
const MORE = /\b(?:more than|over|well over|at least|upwards of)$/iu;
const LESS = /\b(?:less than|under|not quite|at most|up to)$/iu;
const ABOUT =
  /\b(?:about|around|roughly|some|nearly|almost|close to|approximately|just (?:over|under)|hardly|practically)$/iu;
const HEDGE =
  "(?:more than|over|well over|at least|less than|under|up to|about|around|roughly|some|nearly|almost|close to|approximately|just over|just under)";
/** Words that may stand between a move and its size. */
const TO_SIZE = new RegExp(`^\\s*(?:\\w+ly\\s+)?(?:by\\s+)?(?<hedge>${HEDGE})?\\s*(?:an?\\s+)?$`, "iu");
const PART = new RegExp(
  `^\\s*(?:\\w+ly\\s+)?by\\s+(?<hedge>${HEDGE}\\s+)?(?:(?<n>an?|one|two|three|four)[ -]+)?(?<part>half|third|quarter|fifth|sixth|eighth|tenth)s?\\b`,
  "iu",
);
const RATE = /^\s*(?:a|per|each|every) (?:year|annum)\b|^\s*(?:annually|yearly)\b/iu;

const SIZES: SizeWords = {
  more: MORE,
  less: LESS,
  about: ABOUT,
  fraction: PART,
  parts: ({ n = "a", part = "" }) => ({
    one: 1 / (PARTS[part.toLowerCase()] ?? 1),
    count: /^(?:an?|one)$/iu.test(n) ? 1 : countOf(n),
  }),
  toNumber: TO_SIZE,
  yearly: RATE,
  numbersIn,
};

const UP_WORDS =
  "more|higher|larger|greater|bigger|longer|costlier|dearer|heavier|stronger|worse|slower|faster|older|busier|riskier|more \\p{L}+";
const DOWN_WORDS = "less|fewer|lower|smaller|shorter|cheaper|lighter|weaker|less \\p{L}+";
const COMPARES: readonly (readonly [Comparison["way"], RegExp])[] = [
  ["up", new RegExp(`\\b(?:${UP_WORDS})(?: [\\p{L}-]+){0,4}? than\\b`, "iu")],
  ["down", new RegExp(`\\b(?:${DOWN_WORDS})(?: [\\p{L}-]+){0,4}? than\\b`, "iu")],
  [
    "up",
    /\b(?:exceeds?|outnumbers?|outweighs?|exceeded|outnumbered|beats?|tops?)\b|\b(?:is|are|lies?|stands?|was|were|ranks?) (?:above|ahead of)\b/iu,
  ],
  ["down", /\b(?:is|are|lies?|stands?|was|were) (?:below|behind)\b/iu],
  ["same", /\bas (?:much|many|large|high|long|often|big|expensive) as\b/iu],
];
const TIMES = new RegExp(
  `\\b(?<n>twice|half|${COUNT} times|\\d+(?:\\.\\d+)? times) (?:as (?:\\p{L}+)(?: [\\p{L}-]+){0,3}? as|that of|more than|the)\\b`,
  "iu",
);

/**
 * Words without which none of the patterns below can match. They cost nothing to look for, while a pattern with Unicode
 * letters takes milliseconds to be compiled.
 */
const MAY_COMPARE =
  /than|exceed|outnumber|outweigh|beat|top|above|ahead|below|behind|\bas\b|twice|half|times/i;
const MAY_RANK = /est\b|most|main|leading|top/i;
const MAY_HOLD_AGAINST = /target|goal|limit|standard|threshold|plan|budget|norm/i;

function comparison(clause: string): Comparison | undefined {
  if (!MAY_COMPARE.test(clause)) return undefined;
  const times = TIMES.exec(clause);
  if (times !== null) {
    const n = (times.groups?.["n"] ?? "").toLowerCase();
    const value =
      n === "twice"
        ? 2
        : n === "half"
          ? 0.5
          : /^\d/.test(n)
            ? Number.parseFloat(n)
            : countOf(n.split(" ")[0] ?? "");
    const before = clause.slice(0, times.index).trimEnd();
    return { ...sidesOf(clause, times, "same", value), ...boundOf(SIZES, before) };
  }
  for (const [way, pattern] of COMPARES) {
    const match = pattern.exec(clause);
    if (match !== null) return sidesOf(clause, match, way);
  }
  return undefined;
}

const THEN =
  /^\s*(?:(?:it|they|the same \w+|that) (?:did|was|were|took|had|cost) |in the same \w+ )?(?:an?|one|the) year (?:ago|before|earlier)\b|^\s*last year\b|^\s*the year before\b/iu;
const EARLIER =
  /^\s*(?:(?:it|they) (?:did|was|were|took|had|cost) )?(?:in|at the (?:start|beginning) of|at the end of|before)\b/iu;

const GOAL =
  "(?:the |its |their |our |this )?(?:\\p{L}+ )?(?:target|goal|limit|standard|threshold|plan|budget|norm)";
const AT_GOAL = new RegExp(`^\\s*${GOAL}\\b`, "iu");
const AT_MOMENT = new RegExp(`^\\s*(?:[a-z]+ ){0,2}(?:in|of|before) ${MOMENT}`, "u");

/** Returns the standard of a comparison that is not with another thing. */
function standard(right: string): ReturnType<ClaimWords["standard"]> {
  if (/^\s*(?:any|all|every|each)(?: of the)? others?\b/iu.test(right)) return "others";
  if (AT_GOAL.test(right)) return "target";
  if (THEN.test(right)) return { kind: "year" };
  if (!EARLIER.test(right)) return undefined;
  const found = AT_MOMENT.exec(right)?.groups;
  const from = found === undefined ? undefined : moment(found);
  return from === undefined ? undefined : { kind: "since", from };
}

const SUPERLATIVE = new RegExp(
  `(?<!\\b(?:second|third|fourth)[- ])\\b(?:(?<count>${COUNT}) )?(?<word>largest|biggest|highest|greatest|longest|heaviest|strongest|slowest|fastest|costliest|commonest|busiest|oldest|worst|most (?:common|frequent|expensive|costly|important|used|often)|main|leading|top|lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest|best)\\b`,
  "giu",
);
const LEAST = /^(?:lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest)/iu;
/** Superlatives that do not rank numbers: "best" depends on what is good, "important" is no quantity. */
const JUDGED = /^(?:best|worst|most important|most used)/iu;

const superlatives = (clause: string): readonly Superlative[] =>
  (MAY_RANK.test(clause) ? [...clause.matchAll(SUPERLATIVE)] : []).flatMap((match) => {
    const { word = "", count } = match.groups ?? {};
    if (JUDGED.test(word) || /\bat $/iu.test(clause.slice(0, match.index))) return [];
    return [
      {
        index: match.index,
        text: match[0],
        way: LEAST.test(word) ? ("down" as const) : ("up" as const),
        count: count === undefined ? 1 : countOf(count),
      },
    ];
  });

const LEVELS: readonly (readonly [Level["side"], RegExp])[] = [
  [
    "above",
    new RegExp(
      `\\b(?:above|over|beyond|higher than|exceed(?:s|ed)?|more than|longer than|worse than|better than) ${GOAL}\\b`,
      "giu",
    ),
  ],
  [
    "below",
    new RegExp(`\\b(?:below|under|short of|lower than|less than|fewer than|shorter than) ${GOAL}\\b`, "giu"),
  ],
  ["missed", new RegExp(`\\b(?:miss(?:es|ed|ing)?|fail(?:s|ed)? (?:to meet )?) ?${GOAL}\\b`, "giu")],
  [
    "met",
    new RegExp(
      `\\b(?:meets?|met|reach(?:es|ed)|hits?|keeps? to|achiev(?:es|ed)|within|at) ${GOAL}\\b`,
      "giu",
    ),
  ],
];

const COUNTED = new RegExp(`\\b(?<n>${NUMBERS.slice(1, 8).join("|")}) (?!(?:in|out of)\\b)\\p{L}+`, "iu");

/** Words of English that claim something about numbers. */
export const claimWords: ClaimWords = {
  clauses,
  moves,
  negated: (before) => NEGATED.test(before),
  unreal: (clause) => UNREAL.test(clause) || ABOUT_TARGET.test(clause),
  steady: (clause) => STEADY.test(clause) && !EXCEPTED.test(clause),
  window,
  moment: dated,
  size: sizeReader(SIZES),
  run: (clause) => {
    const n = RUN.exec(clause)?.groups?.["n"];
    return n === undefined ? undefined : countOf(n);
  },
  recent: (clause) => /\b(?:now|lately|recently|again|of late)\b/iu.test(clause),
  counts: (clause) => {
    const n = COUNTED.exec(clause)?.groups?.["n"];
    return n === undefined ? undefined : countOf(n);
  },
  comparison,
  standard,
  superlatives,
  record: (clause) =>
    /\b(?:ever|on record|record|so far|to date|since|in (?:\w+ )?(?:years|quarters|months)|of all|yet)\b/iu.test(
      clause,
    ),
  levels: (clause) =>
    !MAY_HOLD_AGAINST.test(clause)
      ? []
      : LEVELS.flatMap(([side, pattern]) =>
          [...clause.matchAll(pattern)].map((match) => ({
            ...{ index: match.index, text: match[0], side },
            ...(/\b(?:at|on) or $/iu.test(clause.slice(0, match.index)) ? { orEqual: true as const } : {}),
          })),
        ),
  quantifier: (clause) => {
    if (/(?<!\bnot )\bonly\b|\balone\b/iu.test(clause)) return "only";
    if (/\b(?:none|no (?:other )?\p{L}+|not one|neither)\b/iu.test(clause)) return "none";
    return /\b(?:every|each|all|both)\b/iu.test(clause) ? "every" : undefined;
  },
  limit: (before) => {
    const words = before.trimEnd();
    if (
      /\b(?:more than|over|above|at least|exceed(?:s|ed|ing)?|passed|no less than|no fewer than)(?: an?)?$/iu.test(
        words,
      )
    )
      return "above";
    return /\b(?:less than|fewer than|under|below|at most|no more than|not more than)(?: an?)?$/iu.test(words)
      ? "below"
      : undefined;
  },
  partitive: (after) => /^\s+of\b/u.test(after),
  most: (clause) =>
    /\b(?:most|the majority|a majority|the bulk|most) of\b|\b(?:most|the majority)\b(?= \p{L})/iu.exec(
      clause,
    )?.[0],
};
