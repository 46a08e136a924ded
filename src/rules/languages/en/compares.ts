import type { ClaimWords, Comparison, Level, Move, Superlative, Way } from "../reading/claims.ts";
import { boundOf, sidesOf } from "../reading/sizes.ts";
import { NUMBERS } from "./lists.ts";
import { MOVES, PREDICATE, SIZES } from "./moves.ts";
import { COUNT, countOf, MOMENT, moment } from "./times.ts";

const UP_WORDS =
  "more|higher|larger|greater|bigger|longer|costlier|dearer|heavier|stronger|slower|older|busier|riskier|more \\p{L}+";
const DOWN_WORDS = "less|fewer|lower|smaller|shorter|cheaper|lighter|weaker|less \\p{L}+";
const COMPARES: readonly (readonly [Comparison["way"], RegExp])[] = [
  ["up", new RegExp(`\\b(?:${UP_WORDS})(?: [\\p{L}-]+){0,4}? than\\b`, "iu")],
  ["down", new RegExp(`\\b(?:${DOWN_WORDS})(?: [\\p{L}-]+){0,4}? than\\b`, "iu")],
  [
    "up",
    /\b(?:exceeds?|outnumbers?|outweighs?|exceeded|outnumbered|tops?)\b|\b(?:is|are|lies?|stands?|stays?|was|were|ranks?) above\b/iu,
  ],
  ["down", /\b(?:is|are|lies?|stands?|stays?|was|were) below\b/iu],
  // What beats another does better, which may be less.
  [
    "better",
    /\b(?:beats?|outperform(?:s|ed)?|outdo(?:es)?)\b|\b(?:is|are|lies?|stays?|was|were) ahead of\b|\bbetter(?: [\p{L}-]+){0,4}? than\b/iu,
  ],
  ["worse", /\b(?:is|are|lies?|lags?|stays?|was|were) behind\b|\bworse(?: [\p{L}-]+){0,4}? than\b/iu],
  ["same", /\bas (?:much|many|large|high|long|often|big|expensive) as\b/iu],
];
/** "half as many again": once and a half. */
const AGAIN = /\bhalf as (?:\p{L}+)(?: [\p{L}-]+){0,2} again(?: as| than)?\b/iu;
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
const MAY_RANK = /est\b|most|main|leading|top|worst|peak|bottomed|least/i;
export const MAY_HOLD_AGAINST = /target|goal|limit|standard|threshold|plan|budget|norm/i;

/** "no more than", "not longer than" */
const NOT = /\b(?:no|not|hardly(?: any)?|n['’]t|never|neither)(?: \w+ly)? $/iu;

export function comparison(clause: string): Comparison | undefined {
  if (!MAY_COMPARE.test(clause)) return undefined;
  const again = AGAIN.exec(clause);
  if (again !== null) return sidesOf(clause, again, "same", NOT, 1.5);
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
    return { ...sidesOf(clause, times, "same", NOT, value), ...boundOf(SIZES, before) };
  }
  for (const [way, pattern] of COMPARES) {
    const match = pattern.exec(clause);
    if (match !== null) return sidesOf(clause, match, way, NOT);
  }
  return undefined;
}

const THEN =
  /^\s*(?:(?:it|they|the same \w+|that) (?:did|was|were|took|had|cost) |in the same \w+ )?(?:an?|one|the) year (?:ago|before|earlier)\b|^\s*last year\b|^\s*the year before\b/iu;
const YEARS_AGO = new RegExp(
  `^\\s*(?:(?:it|they) (?:did|was|were|took|had|cost) )?(?<n>${COUNT}) years (?:ago|before|earlier)\\b`,
  "iu",
);
const EARLIER =
  /^\s*(?:(?:it|they) (?:did|was|were|took|had|cost) )?(?:in|at the (?:start|beginning) of|at the end of|before)\b/iu;

const GOAL =
  "(?:the |its |their |our |this |a |any )?(?:\\p{L}+ )?(?:targets?|goals?|limits?|standard|threshold|plan|budget|norm)";
const AT_GOAL = new RegExp(`^\\s*${GOAL}\\b`, "iu");
const AT_MOMENT = new RegExp(`^\\s*(?:[a-z]+ ){0,2}(?:in|of|before) ${MOMENT}`, "u");

/** Returns the standard of a comparison that is not with another thing. */
export function standard(right: string): ReturnType<ClaimWords["standard"]> {
  if (/^\s*(?:any|all|every|each)(?: of the)? others?\b/iu.test(right)) return "others";
  if (AT_GOAL.test(right)) return "target";
  if (THEN.test(right)) return { kind: "year" };
  if (
    /^\s*(?:before|(?:it|they) (?:was|were|did|used to)(?: be)?|in the past|previously)\s*[.,;]?\s*$/iu.test(
      right,
    )
  )
    return { kind: "before" };
  const ago = YEARS_AGO.exec(right)?.groups?.["n"];
  if (ago !== undefined) return { kind: "back", months: 12 * countOf(ago) };
  if (!EARLIER.test(right)) return undefined;
  const found = AT_MOMENT.exec(right)?.groups;
  const from = found === undefined ? undefined : moment(found);
  return from === undefined ? undefined : { kind: "since", from };
}

const SUPERLATIVE = new RegExp(
  `(?<!\\b(?:second|third|fourth)[- ])\\b(?:(?<count>${COUNT}) )?(?<word>largest|biggest|highest|greatest|longest|heaviest|strongest|slowest|fastest|costliest|dearest|commonest|busiest|oldest|quickest|worst|most (?:common|frequent|expensive|costly|important|used|often)|main|leading|top|lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest|best|most|steepest|sharpest|peaked|bottomed out)\\b(?! (?:of (?:the|our|all|its|their)|people|customers)\\b)`,
  "giu",
);
const LEAST = /^(?:lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest|bottomed)/iu;
/** Superlatives that do not rank numbers: "important" is no quantity. */
const JUDGED = /^(?:most important|most used|main|leading)/iu;
/** Superlatives of steps, and those that are beside a move: "grew fastest", "fell most". */
const STEPS = /^(?:steepest|sharpest|fastest|slowest|quickest)/iu;

export const superlatives = (clause: string): readonly Superlative[] =>
  (MAY_RANK.test(clause) ? [...clause.matchAll(SUPERLATIVE)] : []).flatMap(
    (match): readonly Superlative[] => {
      const { word = "", count } = match.groups ?? {};
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      if (JUDGED.test(word) || /\bat (?:the )?$/iu.test(before)) return [];
      // Most of something is a share; at most is a limit; most expensive is read with its adjective.
      if (
        /^most$/iu.test(word) &&
        (/^ (?!(?:in|at|on|during|since|for)\b)\p{L}/u.test(after) || before === "")
      )
        return [];
      const beside = PREDICATE.test(before) && /^(?:most|least|fastest|slowest)$/iu.test(word);
      const growth = /^(?:steepest|sharpest)$/iu.test(word) || beside;
      const way = /^best/iu.test(word)
        ? "better"
        : /^worst/iu.test(word)
          ? "worse"
          : LEAST.test(word) && !(growth && STEPS.test(word))
            ? "down"
            : "up";
      const fell = growth && FELL.test(clause);
      return [
        {
          index: match.index,
          text: match[0],
          way: fell && way === "up" ? "down" : way,
          count: count === undefined ? 1 : countOf(count),
          ...(growth ? { growth: true as const } : {}),
        },
      ];
    },
  );

const FELL = new RegExp(
  `\\b(?:${MOVES.find(([way]) => way === "down")?.[1] ?? ""}|loss(?:es)?|falls?|drops?)\\b`,
  "iu",
);

export const LEVELS: readonly (readonly [Level["side"], RegExp])[] = [
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
      `\\b(?:meets?|met|reach(?:es|ed)?|hits?|keeps? (?:to|within)|achiev(?:es?|ed)|within|at) ${GOAL}\\b|\\b${GOAL} (?:is|was|are|were|has been|have been) (?:met|reached|kept|achieved|hit)\\b`,
      "giu",
    ),
  ],
  ["missed", new RegExp(`\\b${GOAL} (?:is|was|are|were|has been|have been) missed\\b`, "giu")],
];

/** "one bus in four", "two delays in three" */
export const ONE_IN = new RegExp(
  `\\b(?<n>${COUNT}) (?!years?|quarters?|months?|weeks?|days?)(?:(?!${COUNT} )[\\p{L}-]+ ){1,4}?(?:in|out of) (?:every )?(?<m>${NUMBERS.slice(2).join("|")}|\\d{1,3})\\b(?! (?:year|quarter|month|week|day|case)s?\\b)`,
  "giu",
);
/** "two thirds", "a third": not by a third, a third more, or the third. */
export const BARE_PART =
  /(?<!\b(?:by|every) (?:\w+ )?)\b(?<n>an?|one|two|three|four)[ -](?<part>third|fifth|sixth|eighth|tenth|quarter(?= of))s?\b(?! (?:more|less|fewer|higher|lower|longer|shorter|time|year|quarter|of an? (?:hour|year)))/giu;
export const BARE_HALF =
  /(?<!\bby (?:\w+ )?)(?<!first |second |other |last )\b(?<half>half)\b(?! (?:as|an? (?:year|hour|day|month|dozen)|more|years?|again|times))(?!-)/giu;
export const HEDGED =
  /(?:more than|over|well over|at least|less than|under|up to|about|around|roughly|some|nearly|almost|close to|approximately|just over|just under|only|just) $/iu;
export const BESIDE_MOVE = new RegExp(
  `\\b(?:${MOVES.map(([, pattern]) => pattern).join("|")})(?: \\p{L}+ly)? $`,
  "iu",
);
export const EXCEPTION =
  /\b(?:all|every|each|any)\b.*\b(?:but|except(?: for)?|save(?: for)?|other than|apart from) (?:for )?(?:(?<n>one|two|three)\b|\p{L})|\b(?:except(?: for)?|other than|apart from) \p{L}/iu;
/** "three of five depots", "two of the seven", "four out of six sites" */
export const COUNT_OF = new RegExp(
  `\\b(?<n>${COUNT})(?: [\\p{L}-]+)? (?:out )?of (?:the |our |all )?(?<of>${COUNT})\\b`,
  "iu",
);
/** Comparatives without their standard, by the way that they go. */
const COMPARATIVES: readonly (readonly [Way, RegExp])[] = [
  [
    "up",
    /\b(?:more(?! (?:than|of|and|or)\b)|longer|higher|larger|bigger|dearer|costlier)\b(?!.*\bthan\b)/giu,
  ],
  ["down", /\b(?:fewer|less(?! than\b)|shorter|lower|smaller|cheaper)\b(?!.*\bthan\b)/giu],
  ["better", /\bbetter\b(?!.*\bthan\b)/giu],
  ["worse", /\bworse\b(?!.*\bthan\b)/giu],
];
const OF_TIME = /^(?:second|minute|hour|day|week|month)s?$/iu;
const QUICKER = /\b(?:faster|quicker|sooner)\b(?!.*\bthan\b)/giu;
const SLOWER = /\b(?:slower)\b(?!.*\bthan\b)/giu;

export function comparatives(clause: string, unit: string): readonly Move[] {
  const timed: readonly (readonly [Way, RegExp])[] = OF_TIME.test(unit)
    ? [
        ["down", QUICKER],
        ["up", SLOWER],
      ]
    : [];
  return [...COMPARATIVES, ...timed]
    .flatMap(([way, pattern]) =>
      [...clause.matchAll(pattern)].flatMap((match): readonly Move[] =>
        /\b(?:no|not|any|much|once|never|even|the) $/iu.test(clause.slice(0, match.index))
          ? []
          : [{ index: match.index, text: match[0], way }],
      ),
    )
    .toSorted((a, b) => a.index - b.index);
}

export const COUNTED = new RegExp(
  `\\b(?<n>${NUMBERS.slice(1, 8).join("|")}) (?!(?:in|out of)\\b)\\p{L}+`,
  "iu",
);
