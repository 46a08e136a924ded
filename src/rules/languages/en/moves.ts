import type { Move, Way } from "../reading/claims.ts";
import { finder } from "../reading/forms.ts";
import type { SizeWords } from "../reading/sizes.ts";
import { LETTER, NUMBERS } from "./lists.ts";
import { numbersIn, PARTS } from "./numbers.ts";
import { COUNT, countOf } from "./times.ts";

/** Meaning of a verb of moving; its factor is 2 for doubled, 0.5 for halved. */
type Sense = Pick<Move, "way" | "factor">;

/** Verbs and phrases that say a direction, by what they say. */
const MOVES: readonly (readonly [way: Way, pattern: string, factor?: number])[] = [
  [
    "up",
    "ris(?:es?|en|ing)|rose|increas(?:es?|ed|ing)|grow(?:s|n|ing)?|grew|climb(?:s|ed|ing)?|surg(?:es|ed|ing)|soar(?:s|ed|ing)?|jump(?:s|ed)|go(?:es|ne)? up|going up|went up|(?:is|are|was|were) up|(?:been|was|were) (?:raised|lifted)|creep(?:s|ing)? up|crept up|mount(?:s|ed|ing)|expand(?:s|ed|ing)|widen(?:s|ed|ing)?|lengthen(?:s|ed|ing)?|recover(?:s|ed|ing)?",
  ],
  [
    "down",
    "fall(?:s|en|ing)?|fell|drop(?:s|ped|ping)?|declin(?:es?|ed|ing)|decreas(?:es?|ed|ing)|shrink(?:s|ing)?|shrank|shrunk|sink(?:s|ing)?|sank|sunk|dwindl(?:es?|ed|ing)|go(?:es|ne)? down|going down|went down|com(?:es?|ing) down|came down|(?:is|are|was|were) down|(?:been|was|were) (?:cut|reduced|lowered)|slip(?:s|ped)|slump(?:s|ed)|plung(?:es|ed)|tumbled|eas(?:es|ed|ing)|narrow(?:s|ed|ing)|shorten(?:s|ed|ing)?|recede(?:s|d)",
  ],
  ["up", "doubl(?:es|ed|ing)", 2],
  ["up", "(?:tripl|trebl)(?:es|ed|ing)", 3],
  ["up", "quadrupl(?:es|ed|ing)", 4],
  ["down", "halv(?:es|ed|ing)", 0.5],
  ["better", "improv(?:es|ed|ing)|got better|getting better"],
  ["worse", "worsen(?:s|ed|ing)?|deteriorat(?:es|ed|ing)|got worse|getting worse|gone worse"],
  [
    "flat",
    "stagnat(?:es|ed|ing)|(?:hardly|barely|scarcely) (?:moved|changed)|(?:has|have) not (?:moved|changed)|did not (?:move|change)",
  ],
];
const inForms = finder<Sense>(
  MOVES.map(([way, pattern, factor]) => [{ way, ...(factor === undefined ? {} : { factor }) }, pattern]),
);
/** Adjectives that say that nothing moved, where nothing behind them says of what else: "is steady work" is no move. */
const FLAT =
  /\b(?:(?:stay|remain)(?:s|ed)|is|are|been) (?:flat|level|steady|stable|the same|unchanged)(?=[ ,;]+(?:since|in|for|over|at|and|but|while|all|through)\b|[.,;:]?$)/gi;

const FIGURE_NEXT = `(?= (?:(?:about|around|almost|nearly|some|roughly|over|more than|less than|under|at least) )?(?:\\d|(?:${NUMBERS.slice(1).join("|")}) (?:percentage )?points?))`;
/** Verbs that move a level only beside a number: "lost 22 nurses", "gained four points". */
const LOST = new RegExp(`\\b(?:lost|loses|shed|sheds|gave up)\\b${FIGURE_NEXT}`, "gi");
const GAINED = new RegExp(`\\b(?:gained|gains|added|put on)\\b${FIGURE_NEXT}`, "gi");
/** "text messages cut missed visits": verbs that take what falls as their object; not "to cut", "a cut", "cuts in". */
const CUT =
  /(?<=\p{L} )(?<!\b(?:to|the|an?|this|that|each|every|of|and|or|been|was|were|is|are|be|price|pay|job|power|budget|spending|clear) )(?:cuts?|reduc(?:es|ed)|lower(?:s|ed))(?= (?!in\b|to\b|of\b|for\b|off\b|out\b|down on\b|through\b|short\b|corners\b)[a-zà-öø-ž])/giu;

/** ", up by half since May": what follows a figure and says how it came there. */
const CAME_UP = /(?<=[,;(–—] ?)up(?= (?:by|from|since|almost|nearly|more than|an?|\d))/gi;
const CAME_DOWN = /(?<=[,;(–—] ?)down(?= (?:by|from|since|almost|nearly|more than|an?|\d))/gi;

/** Predicates of a course that are no moves themselves. */
const TURNS = /\b(?:peaked|bottomed out)\b/gi;

/** A word or phrase that may say a direction, whatever stands around it. */
interface Said extends Sense {
  readonly index: number;
  readonly text: string;
}

/** Every word of a text that may say a direction, in its order. */
export const movesSaid = (text: string): readonly Said[] =>
  [
    ...inForms(text).map(({ index, text: form, of }) => ({ index, text: form, ...of })),
    ...(
      [
        ["flat", FLAT],
        ["down", LOST],
        ["down", CUT],
        ["up", CAME_UP],
        ["down", CAME_DOWN],
        ["up", GAINED],
      ] as const
    ).flatMap(([way, pattern]) =>
      [...text.matchAll(pattern)].map((match) => ({ index: match.index, text: match[0], way })),
    ),
  ].toSorted((a, b) => a.index - b.index);

/** "a fall in", "the rise of": forms that may be nouns are, with such words behind them. */
const MAY_BE_NOUN =
  /^(?:rises?|falls?|increases?|drops?|declines?|decreases?|climbs?|jumps?|slumps?|slips?|plunges?)$/i;
const NOUN = /^ (?:in (?!\d|the (?:last|past)\b)|of\b)/u;
/** "falls ill", "falls behind": idioms, no statements that something moved. */
const IDIOM =
  /^ (?:short|ill|back on|behind|apart|through|asleep|into|under|on|to the occasion|for(?! (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|the (?:last|past)|years|months|\d)))\b/u;
const ARTICLE = /\b(?:an?|the|this|that|any|no|each|every|their|its|his|her|our|sharp|steep|slow|further) $/i;

/** A clause about the target itself: "the goal is nine in ten". */
export const ABOUT_TARGET =
  /^\W*(?:(?:and|but|while|yet) )?(?:the|its|our|their) (?:goal|target|limit|standard|aim|plan|budget)s? (?:is|was|are|were|asks?|needs?)\b/i;
/** "may" is told from the month by its case. */
export const UNREAL =
  /\b(?:[Ww]ill|[Ww]ould|[Ss]hould|[Cc]ould(?! not\b)|[Cc]an|[Cc]annot|may|might|must|shall|not at all|[Ii]f|[Uu]nless|[Uu]ntil|[Ee]xpect(?:s|ed)?|[Ff]orecasts?|plan(?:s|ned)? to|aims? to|going to|wants? to|hope|promis(?:e|es|ed)|is to(?! blame\b)|are to(?! blame\b)|to (?:rise|fall|grow|increase|drop|double|halve|improve|shrink|decline)|[Ll]et(?= (?:us|me)\b|['’]s)|(?<!\b(?:only|just|than|exactly) )[Oo]nce|[Aa]ssum(?:e|es|ing)|[Oo]therwise|\w+['’]ll)\b/u;
export const NEGATED =
  /\b(?:not(?: the)?|n['’]t(?: the)?|never|no longer|stop(?:s|ped)?|without|ceased to|no sign of|failed to|fails to|hardly|barely)(?: (?:yet|even|been|further|really))?(?: \w+ing)? $/i;
export const STEADY =
  /\b(?:every|each|any)(?: single)? (?:year|half-year|quarter|month|week|day)\b|\b(?:year after year|month after month|quarter after quarter|week after week|steadily|without (?:a )?(?:break|pause|exception)|keeps?|kept|(?:quarter|month|year|week) by (?:quarter|month|year|week)|in a row|running|consecutive)\b/i;

/** "seven quarters in a row" */
export const RUN = new RegExp(
  `\\b(?<n>${COUNT}) (?:years|half-years|quarters|months|weeks|days) (?:in a row|running)\\b`,
  "i",
);
export const EXCEPTED =
  /\b(?:but|except(?: for)?|save) (?:for )?(?:one|two|three|the)\b|\b(?:almost|nearly|not) (?:every|each)\b/i;

const clauseBreak =
  /(?<=[;:—–])\s|(?<=,) (?=(?:and|but(?! (?:one|two|three|four)\b)(?! (?:(?:the|in|at) )?\p{L}+[.]?$)|while|yet|so|which|because|although|though|whereas|as|who|when|since [a-z]+ (?:is|was|are|has))\b)|\s(?=(?:while|whereas|although|though|because|(?<!\b(?:[Ee]very|[Aa]ll|[Ee]ach|[Nn]o)\b.*)but(?! (?:one|two|three|four)\b)|so that|when|and (?:it|they|(?:has|have|had)(?= (?:not |never |since |now |also )?\p{L}+(?:ed|en|n)\b)|(?:is|are|was|were) (?:now|still|already|today|the|at|above|below|far|well)))\b)/gu;
/** "Visits rose and complaints fell" is two clauses, and so is "visits rose and have eased since May"; "rose and fell" is one. */
export function clauses(sentence: string): readonly string[] {
  return sentence.split(clauseBreak).flatMap((part) => {
    const [first, second] = [...movesSaid(part), ...part.matchAll(TURNS)]
      .map(({ index, ...said }) => ({ index, text: "text" in said ? said.text : (said[0] ?? "") }))
      .toSorted((a, b) => a.index - b.index);
    if (first === undefined || second === undefined) return [part];
    const at = part.lastIndexOf(" and ", second.index);
    const right = part.slice(at);
    return at < first.index + first.text.length || right.length < second.text.length + SHORT
      ? [part]
      : [part.slice(0, at), right];
  });
}

/** Letters behind "and" and a predicate that are too few for a clause of its own. */
const SHORT = 9;

export function moves(clause: string): readonly Move[] {
  return movesSaid(clause).filter(({ index, text }) => {
    const before = clause.slice(0, index);
    const after = clause.slice(index + text.length);
    const noun = MAY_BE_NOUN.test(text) && NOUN.test(after);
    return !noun && !ARTICLE.test(before) && !IDIOM.test(after);
  });
}

export const MORE = /\b(?:more than|over|well over|at least|upwards of)$/i;
export const LESS = /\b(?:less than|under|not quite|at most|up to)$/i;
export const ABOUT =
  /\b(?:about|around|roughly|some|nearly|almost|close to|approximately|just (?:over|under)|hardly|practically)$/i;
const HEDGE =
  "(?:more than|over|well over|at least|less than|under|up to|about|around|roughly|some|nearly|almost|close to|approximately|just over|just under)";
/** Words that may stand between a move and its size. */
const TO_SIZE = new RegExp(`^\\s*(?:\\w+ly\\s+)?(?:by\\s+)?(?<hedge>${HEDGE})?\\s*(?:an?\\s+)?$`, "i");
const PART = new RegExp(
  `^\\s*(?:\\w+ly\\s+)?by\\s+(?<hedge>${HEDGE}\\s+)?(?:(?<n>an?|one|two|three|four)[ -]+)?(?<part>half|third|quarter|fifth|sixth|eighth|tenth)s?\\b`,
  "i",
);
/** "since 2020 ", "in three years " between a move and the "by" of its size. */
const GAP = new RegExp(
  `^ (?:since|in|over|within|during|from) [${LETTER}\\d -]{1,40}?(?= by (?:[${LETTER}]+ ){0,3}(?:\\d|half|an?\\b|[${LETTER}]+[ -](?:third|quarter|fifth|sixth|eighth|tenth)s))`,
  "i",
);
const RATE = /^\s*(?:a|per|each|every) (?:year|annum)\b|^\s*(?:annually|yearly)\b/i;

export const SIZES: SizeWords = {
  more: MORE,
  less: LESS,
  about: ABOUT,
  fraction: PART,
  parts: ({ n = "a", part = "" }) => ({
    one: 1 / (PARTS[part.toLowerCase()] ?? 1),
    count: /^(?:an?|one)$/i.test(n) ? 1 : countOf(n),
  }),
  toNumber: TO_SIZE,
  gap: GAP,
  yearly: RATE,
  numbersIn,
};
