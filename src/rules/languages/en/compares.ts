import type {
  Comparison,
  Distance,
  Level,
  Move,
  Size,
  Standard,
  Superlative,
  Way,
} from "../reading/claims.ts";
import { boundOf, sidesOf, withShare } from "../reading/sizes.ts";
import { LETTER, MONTHS, NUMBERS } from "./lists.ts";
import { movesSaid, SIZES } from "./moves.ts";
import { PARTS } from "./numbers.ts";
import { COUNT, countOf, MOMENT, moment } from "./times.ts";

const UP_WORDS = `more|higher|larger|greater|bigger|longer|costlier|dearer|heavier|stronger|slower|older|busier|riskier|more [${LETTER}]+`;
const DOWN_WORDS = `less|fewer|lower|smaller|shorter|cheaper|lighter|weaker|less [${LETTER}]+`;
const COMPARES: readonly (readonly [Comparison["way"], RegExp])[] = [
  ["up", new RegExp(`\\b(?:${UP_WORDS})(?: [${LETTER}\\d-]+){0,4}? than\\b`, "i")],
  ["down", new RegExp(`\\b(?:${DOWN_WORDS})(?: [${LETTER}\\d-]+){0,4}? than\\b`, "i")],
  [
    "up",
    /\b(?:exceeds?|outnumbers?|outweighs?|exceeded|outnumbered|tops?)\b|\b(?:is|are|lies?|stands?|stays?|remains?|was|were|ranks?)(?: [a-z]+){0,2}? above\b/i,
  ],
  ["down", /\b(?:is|are|lies?|stands?|stays?|remains?|was|were)(?: [a-z]+){0,2}? below\b/i],
  // What beats another does better, which may be less.
  [
    "better",
    /\b(?:beats?|outperform(?:s|ed)?|outdo(?:es)?)\b|\b(?:is|are|lies?|stays?|was|were) ahead of\b|\bbetter(?: [a-zà-öø-ž-]+){0,4}? than\b/i,
  ],
  ["worse", /\b(?:is|are|lies?|lags?|stays?|was|were) behind\b|\bworse(?: [a-zà-öø-ž-]+){0,4}? than\b/i],
  ["same", /\bas (?:much|many|large|high|long|often|big|expensive) as\b/i],
];
/** Comparatives of speed: what is faster takes less of a unit of time, which is mostly better; of what rises faster it says nothing. */
const FASTER = /\b(?:faster|quicker|sooner)(?: [a-zà-öø-ž-]+){0,3}? than\b/i;
/** "at least 30% above the same month of last year": how much more stands before the word. */
const ABOVE_SAME: readonly (readonly [Comparison["way"], RegExp])[] = [
  ["up", /\b(?:above|over|ahead of)(?= (?:the same|its own|those of the same|that of the same) )/i],
  ["down", /\b(?:below|under)(?= (?:the same|its own|those of the same|that of the same) )/i],
];
/** "has overtaken": it was less before. */
const OVERTAKES = /\b(?:overtaken|overtook|overtakes|overtake)\b/i;
/** "half as many again": once and a half. */
const AGAIN = /\bhalf as (?:[a-zà-öø-ž]+)(?: [a-zà-öø-ž-]+){0,2} again(?: as| than)?\b/i;
/** "half as many", without what it is so many of: the other of two. */
const TIMES_OF_OTHER = new RegExp(
  `\\b(?<n>twice|half|${COUNT} times) as (?:many|much|often|long|large|high|big|fast)\\b(?!.* as\\b)`,
  "i",
);
const TIMES = new RegExp(
  `\\b(?<n>twice|half|${COUNT} times|\\d+(?:\\.\\d+)? times) (?:as (?:[${LETTER}]+)(?: [${LETTER}-]+){0,8}? as|that of|more than|what|the)\\b`,
  "i",
);

/**
 * Words without which none of the patterns below can match. They cost nothing to look for, while a pattern with Unicode
 * letters takes milliseconds to be compiled.
 */
const MAY_COMPARE =
  /than|exceed|overt|outnumber|outweigh|beat|top|above|ahead|below|behind|\bas\b|twice|half|times/i;
const MAY_RANK = /est\b|most|main|leading|top|worst|peak|bottomed|least/i;
export const MAY_HOLD_AGAINST = /target|goal|limit|standard|threshold|plan|budget|norm/i;

/** "no more than", "not longer than" */
const NOT = /\b(?:no|not|hardly(?: any)?|n['’]t|never|neither)(?: \w+ly)? $/i;

/** "30% ", "a third ", "half ": how much more or less, right before the word that says it. */
const SHARE_BEFORE =
  /(?:(?<percent>\d+(?:\.\d+)?) ?(?:%|per ?cent)|(?<n>an?|one|two|three|four)[ -](?<part>third|quarter|fifth|sixth|eighth|tenth)s?|(?<half>half)) (?:as (?:much|many) )?$/i;

/** The size of a comparative by the share before it: "two fifths more often". */
export function shareAhead(before: string): Size | undefined {
  const found = SHARE_BEFORE.exec(before);
  if (found === null) return undefined;
  const value = shareIn(found.groups ?? {});
  const hedge = before.slice(0, found.index).trimEnd();
  const step = (found.groups?.["percent"] === undefined ? 0.15 : 0.03) * value;
  return {
    ...{ text: "", kind: "fraction", value, step: SIZES.about.test(hedge) ? 2 * step : step },
    ...boundOf(SIZES, hedge),
  };
}

/** The share, from 0, that the groups of such a match name. */
function shareIn({ percent, n = "a", part, half }: Readonly<Record<string, string | undefined>>): number {
  if (percent !== undefined) return Number(percent) / 100;
  const count = /^an?$/i.test(n) ? 1 : countOf(n);
  return half !== undefined ? 0.5 : count / (PARTS[part?.toLowerCase() ?? ""] ?? 1);
}

/** The multiple that a comparison has by the share before it: 30% fewer is 0.7 times as many. */
function byShare(said: Comparison): Comparison {
  const found = said.way === "up" || said.way === "down" ? SHARE_BEFORE.exec(said.left) : null;
  if (found === null) return said;
  const by = shareIn(found.groups ?? {});
  return withShare(said, by, found.groups?.["percent"], said.left.slice(0, found.index).trimEnd(), SIZES);
}

export function comparison(clause: string): Comparison | undefined {
  if (!MAY_COMPARE.test(clause)) return undefined;
  const again = AGAIN.exec(clause);
  if (again !== null) return sidesOf(clause, again, "same", NOT, 1.5);
  const times = TIMES.exec(clause) ?? TIMES_OF_OTHER.exec(clause);
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
    return {
      ...sidesOf(clause, times, "same", NOT, value),
      ...boundOf(SIZES, before.replace(/fewer than$/i, "less than")),
    };
  }
  const overtakes = OVERTAKES.exec(clause);
  if (overtakes !== null) return { ...sidesOf(clause, overtakes, "up", NOT), crossed: true };
  for (const [way, pattern] of [...ABOVE_SAME, ...COMPARES]) {
    const match = pattern.exec(clause);
    if (match !== null) return byShare(sidesOf(clause, match, way, NOT));
  }
  const faster = FASTER.exec(clause);
  return faster === null || movesSaid(clause).length > 0 ? undefined : sidesOf(clause, faster, "better", NOT);
}

/** "the same month of last year", "the month before" */
const SAME_THEN =
  /^\s*(?:(?:in |those of |that of )?(?:the|its own) same (?:year|half-year|quarter|month|week|period|season|day)s?|its own)(?: (?:of|in|from|a))? (?:the )?(?:last|previous|preceding|prior|year (?:before|earlier|ago))(?: (?:year|one))?\b|^\s*(?:in )?the same (?:quarter|month|week|period|season|day) a year (?:ago|before|earlier)\b/i;
/** "the June before": of the year before. */
const MONTH_BEFORE = new RegExp(
  `^\\s*(?:in |that of )?the (?:${MONTHS.join("|")}) (?:before|earlier)\\b`,
  "u",
);
const ONE_BEFORE =
  /^\s*(?:it (?:did|was) )?(?:in |at |on )?the (?:(?:half-year|quarter|month|week|day|one) before|(?:previous|preceding|prior) (?:half-year|quarter|month|week|day|one))\b/i;
const THEN =
  /^\s*(?:(?:it|they|the same \w+|that) (?:did|was|were|took|had|cost) |in the same \w+ )?(?:an?|one|the) year (?:ago|before|earlier)\b|^\s*last year\b|^\s*(?:in )?the year before\b/i;
const YEARS_AGO = new RegExp(
  `^\\s*(?:(?:it|they) (?:did|was|were|took|had|cost) )?(?<n>${COUNT}) years (?:ago|before|earlier)\\b`,
  "i",
);
const EARLIER =
  /^\s*(?:(?:it|they) (?:did|was|were|took|had|cost) )?(?:in|at the (?:start|beginning) of|at the end of|before|(?:the |its |their )?(?:levels?|figures?|values?|rates?|numbers?) (?:of|in|from)|what (?:it|they) (?:was|were) (?:in|before))\b/i;

const GOAL = `(?:the |its |their |our |this |a |any )?(?:[${LETTER}]+ )?(?:targets?|goals?|limits?|standard|threshold|plan|budget|norm)`;
const AT_GOAL = new RegExp(`^\\s*${GOAL}\\b`, "i");
const AT_MOMENT = new RegExp(`^\\s*(?:[a-z]+ ){0,3}(?:in|of|from|before) ${MOMENT}`, "u");

/** Returns the standard of a comparison that is not with another thing. */
export function standard(right: string): Standard | undefined {
  if (
    /^\s*(?:(?:everything|everyone) else|all(?: of)?(?: the)? others?(?: [a-zà-öø-ž]+){0,2}|the (?:rest|others?)(?: [a-zà-öø-ž]+){0,2}|all else)(?: put| taken)? (?:together|combined)\b/i.test(
      right,
    )
  )
    return "rest";
  if (
    /^\s*(?:(?:any|all|every|each)(?: of the)? others?|(?:any|every)(?:thing|one|where|body) else|elsewhere|the rest)\b/i.test(
      right,
    )
  )
    return "others";
  if (
    /^\s*(?:in |at |during )?(?:any|every)(?: other| previous| earlier)? (?:year|half-year|quarter|month|week|time)\b|^\s*ever\b/i.test(
      right,
    )
  )
    return "times";
  if (AT_GOAL.test(right)) return "target";
  if (SAME_THEN.test(right) || MONTH_BEFORE.test(right) || THEN.test(right)) return { kind: "year" };
  if (ONE_BEFORE.test(right)) return { kind: "previous" };
  if (
    /^\s*(?:before|(?:it|they) (?:was|were|did|used to)(?: be)?|in the past|previously)\s*[.,;]?\s*$/i.test(
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

/** Words between a number and the standard that it is held against, by the way that they lead; comparatives go with "than". */
const RELATIONS: ReadonlyMap<string, "up" | "down" | "from"> = new Map([
  ..."above over beyond".split(" ").map((word) => [word, "up"] as const),
  ...["below", "under", "behind", "short of"].map((word) => [word, "down"] as const),
  ...["from", "off", "away from"].map((word) => [word, "from"] as const),
]);
const COMPARING: ReadonlyMap<string, "up" | "down"> = new Map([
  ..."more higher longer larger greater bigger".split(" ").map((word) => [word, "up"] as const),
  ..."fewer less lower shorter smaller".split(" ").map((word) => [word, "down"] as const),
]);
/** So many words may stand before such a word, and between a comparative and its "than". */
const BETWEEN = 2;

/** "11 more than a year ago", "four points short of the target" */
export function distance(_before: string, after: string): Distance | undefined {
  if (!after.startsWith(" ")) return undefined;
  const words = after.slice(1).split(" ");
  const behind = (n: number): string => words.slice(n).join(" ");
  for (let n = 0; n <= BETWEEN; n += 1) {
    const word = words[n]?.toLowerCase() ?? "";
    const compared = COMPARING.get(word);
    const than = words.indexOf("than", n + 1);
    if (compared !== undefined) {
      const found = than < 0 || than > n + 1 + BETWEEN ? undefined : standard(behind(than + 1));
      return found === undefined ? undefined : { standard: found, way: compared };
    }
    const pair = RELATIONS.get(`${word} ${words[n + 1]?.toLowerCase()}`);
    const relation = pair ?? RELATIONS.get(word);
    if (relation === undefined) continue;
    const found = standard(behind(n + (pair === undefined ? 1 : 2)));
    if (relation !== "from") return found === undefined ? undefined : { standard: found, way: relation };
    return found === "target" ? { standard: found } : undefined;
  }
  return undefined;
}

const RANKS = "second third fourth fifth".split(" ");
const SUPERLATIVE = new RegExp(
  `\\b(?:(?<rank>${RANKS.join("|")})[- ])?(?:(?<count>${COUNT}) )?(?<word>largest|biggest|highest|greatest|longest|heaviest|strongest|slowest|fastest|costliest|dearest|commonest|busiest|oldest|quickest|worst|most (?:common|frequent|expensive|costly|important|used|often)|main|leading|top|lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest|best|most|steepest|sharpest|peaked|bottomed out|widest|narrowest|deepest|warmest|hottest|coldest|quietest|youngest|safest|riskiest|priciest|poorest|richest|thinnest|furthest|soonest)\\b(?: (?<behind>(?:${NUMBERS.slice(2).join("|")}))(?= [${LETTER}]))?(?! (?:of (?:the|our|all|its|their)|people|customers)\\b)`,
  "gi",
);
const LEAST =
  /^(?:narrowest|coldest|quietest|youngest|thinnest|soonest|lowest|smallest|shortest|fewest|least|cheapest|weakest|rarest|bottomed)/i;
/** Superlatives that do not rank numbers: "important" is no quantity. */
const JUDGED = /^(?:most important|most used|main|leading)/i;
/** Superlatives of steps, and those that are beside a move: "grew fastest", "fell most". */
const STEPS = /^(?:steepest|sharpest|fastest|slowest|quickest)/i;

/** Speed, which is the less of a unit of time the more there is of it. */
const SPEED = /^(?:fastest|quickest)$/i;
const SLOWEST = /^slowest$/i;
const PER_TIME = /\/|\bper\b/i;

export const superlatives = (clause: string, unit = ""): readonly Superlative[] =>
  (MAY_RANK.test(clause) ? [...clause.matchAll(SUPERLATIVE)] : []).flatMap(
    (match): readonly Superlative[] => {
      const { word = "", behind, count = behind, rank } = match.groups ?? {};
      const before = clause.slice(0, match.index);
      const after = clause.slice(match.index + match[0].length);
      if (JUDGED.test(word) || /\bat (?:the )?$/i.test(before)) return [];
      // Most of something is a share; at most is a limit; most expensive is read with its adjective.
      if (
        /^most$/i.test(word) &&
        (/^ (?!(?:in|at|on|during|since|for)\b)[a-zà-öø-ž]/u.test(after) || before === "")
      )
        return [];
      const beside = /^(?:most|least|fastest|slowest)$/i.test(word) && movesSaid(before).length > 0;
      const growth = /^(?:steepest|sharpest)$/i.test(word) || beside;
      const way = /^best/i.test(word)
        ? "better"
        : /^worst/i.test(word)
          ? "worse"
          : (LEAST.test(word) && !(growth && STEPS.test(word))) ||
              (!growth && SPEED.test(word) && OF_TIME.test(unit)) ||
              (!growth && SLOWEST.test(word) && PER_TIME.test(unit))
            ? "down"
            : "up";
      const fell = growth && (FELL.test(clause) || movesSaid(clause).some((move) => move.way === "down"));
      return [
        {
          index: match.index,
          text: match[0],
          way: fell && way === "up" ? "down" : way,
          count: count === undefined ? 1 : countOf(count),
          ...(rank === undefined ? {} : { rank: RANKS.indexOf(rank.toLowerCase()) + 2 }),
          ...(growth ? { growth: true as const } : {}),
        },
      ];
    },
  );

/** Nouns for a step down. */
const FELL = /\b(?:loss(?:es)?|falls?|drops?)\b/i;

export const LEVELS: readonly (readonly [Level["side"], RegExp])[] = [
  [
    "above",
    new RegExp(
      `\\b(?:above|over|beyond|higher than|exceed(?:s|ed)?|more than|longer than|worse than|better than) ${GOAL}\\b`,
      "gi",
    ),
  ],
  [
    "below",
    new RegExp(`\\b(?:below|under|short of|lower than|less than|fewer than|shorter than) ${GOAL}\\b`, "gi"),
  ],
  ["missed", new RegExp(`\\b(?:miss(?:es|ed|ing)?|fail(?:s|ed)? (?:to meet )?) ?${GOAL}\\b`, "gi")],
  [
    "met",
    new RegExp(
      `\\b(?:meets?|met|reach(?:es|ed)?|hits?|keeps? (?:to|within)|achiev(?:es?|ed)|within|at) ${GOAL}\\b|\\b${GOAL} (?:is|was|are|were|has been|have been) (?:met|reached|kept|achieved|hit)\\b`,
      "gi",
    ),
  ],
  ["missed", new RegExp(`\\b${GOAL} (?:is|was|are|were|has been|have been) missed\\b`, "gi")],
];

/** "one bus in four", "two delays in three" */
export const ONE_IN = new RegExp(
  `\\b(?<n>${COUNT}) (?!years?|quarters?|months?|weeks?|days?)(?:(?!${COUNT} )[${LETTER}-]+ ){1,4}?(?:in|out of) (?:every )?(?<m>${NUMBERS.slice(2).join("|")}|\\d{1,3})\\b(?! (?:year|quarter|month|week|day|case)s?\\b)`,
  "gi",
);
/** "two thirds", "a third": not by a third, a third more, or the third. */
export const BARE_PART =
  /(?<!\b(?:by|every) (?:\w+ )?)\b(?<n>an?|one|two|three|four)[ -](?<part>third|fifth|sixth|eighth|tenth|quarter(?= of))s?\b(?! (?:more|less|fewer|higher|lower|longer|shorter|time|year|quarter|of an? (?:hour|year)))/gi;
export const BARE_HALF =
  /(?<!\bby (?:\w+ )?)(?<!first |second |other |last )\b(?<half>half)\b(?! (?:as|an? (?:year|hour|day|month|dozen)|more|years?|again|times))(?!-)/gi;
/** "every second delay": not every second year. */
export const EVERY_NTH =
  /\bevery (?<each>second|other|third|fourth|fifth|tenth) (?!(?:year|half-year|quarter|month|week|day|hour|time)s?\b)(?=[a-zà-öø-ž])/gi;
export const HEDGED =
  /(?:more than|over|well over|at least|less than|under|up to|about|around|roughly|some|nearly|almost|close to|approximately|just over|just under|only|just) $/i;
/** True where some words end with a move: "fell sharply". */
export function endsWithMove(words: string): boolean {
  const said = words.replace(/ [a-z]+ly $/i, " ");
  return movesSaid(said).some(({ index, text }) => index + text.length + 1 === said.length);
}
export const EXCEPTION =
  /\b(?:all|every|each|any|everywhere|anywhere|everything)\b.*\b(?:but|except(?: for)?|save(?: for)?|other than|apart from) (?:for )?(?:(?<n>one|two|three)\b|[a-zà-öø-ž])|\b(?:except(?: for)?|other than|apart from|bar|but for) [a-zà-öø-ž]/i;
/** "three of five depots", "two of the seven", "four out of six sites" */
export const COUNT_OF = new RegExp(
  `\\b(?<n>${COUNT})(?: [${LETTER}-]+)? (?:out )?of (?:the |our |all )?(?<of>${COUNT})\\b`,
  "i",
);
/** Comparatives without their standard, by the way that they go. */
const COMPARATIVES: readonly (readonly [Way, RegExp])[] = [
  [
    "up",
    /\b(?:more and more|ever more|more(?! (?:than|of|and|or)\b)|longer|higher|larger|bigger|dearer|costlier)\b(?!.*\bthan\b)/gi,
  ],
  [
    "down",
    /\b(?:fewer and fewer|less and less|ever (?:fewer|less)|fewer|less(?! (?:than|and)\b)|shorter|lower|smaller|cheaper)\b(?!.*\bthan\b)/gi,
  ],
  ["better", /\bbetter\b(?!.*\bthan\b)/gi],
  ["worse", /\bworse\b(?!.*\bthan\b)/gi],
];
const OF_TIME = /^(?:second|minute|hour|day|week|month)s?$/i;
const QUICKER = /\b(?:faster|quicker|sooner)\b(?!.*\bthan\b)/gi;
const SLOWER = /\b(?:slower)\b(?!.*\bthan\b)/gi;

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
        /\b(?:no|not|any|much|once|never|even|the) $/i.test(clause.slice(0, match.index))
          ? []
          : [{ index: match.index, text: match[0], way }],
      ),
    )
    .toSorted((a, b) => a.index - b.index);
}

export const COUNTED = new RegExp(
  `\\b(?<n>${NUMBERS.slice(1, 8).join("|")}) (?!(?:in|out of)\\b)[${LETTER}]+`,
  "i",
);
