import type { ClaimWords } from "../reading/claims.ts";
import { fractionReader } from "../reading/fractions.ts";
import { sizeReader } from "../reading/sizes.ts";
import {
  BARE_HALF,
  BARE_PART,
  COUNT_OF,
  COUNTED,
  comparatives,
  comparison,
  distance,
  EVERY_NTH,
  EXCEPTION,
  endsWithMove,
  HEDGED,
  LEVELS,
  MAY_HOLD_AGAINST,
  ONE_IN,
  shareAhead,
  standard,
  superlatives,
} from "./compares.ts";
import { NEUTRAL } from "./lists.ts";
import {
  ABOUT,
  ABOUT_TARGET,
  clauses,
  EXCEPTED,
  LESS,
  MORE,
  moves,
  NEGATED,
  RUN,
  SIZES,
  STEADY,
  UNREAL,
} from "./moves.ts";
import { numbersIn, PARTS } from "./numbers.ts";
import { relation } from "./relation.ts";
import { agoNear, countOf, dated, datedNear, EVERY_TIME, onlyTimes, opens, window } from "./times.ts";

/** "only the north is not": what is denied is said in the clause before. */
const DENIED = /\b(?:is|are|was|were|do|does|did|has|have|had)(?: not|n['’]t)\W*$/i;

const NTH: Readonly<Record<string, number>> = { second: 2, other: 2, fourth: 4 };

/** Words of English that claim something about numbers. */
export const claimWords: ClaimWords = {
  neutral: (word) => NEUTRAL.has(word),
  clauses,
  parts: (subject) => subject.split(/,? and (?:so )?|, /i).filter((part) => part.trim() !== ""),
  moves,
  negated: (before) => NEGATED.test(before),
  told: (clause) =>
    /\b(?:has|have|had|was|were|rose|fell|grew|went|came|shrank|sank|today|currently|still|since \S*\d|ago|so far|last (?:year|quarter|month|spring|summer|autumn|winter))\b/i.test(
      clause,
    ),
  unreal: (clause) => UNREAL.test(clause) || ABOUT_TARGET.test(clause) || DENIED.test(clause),
  steady: (clause) => STEADY.test(clause) && !EXCEPTED.test(clause),
  window,
  moment: dated,
  opens,
  onlyTimes,
  agoNear,
  turned:
    /\b(?:but|yet|however|no longer|since|now|new|newly|any ?more|already|still|until|again|after|before|has|have|had|was|were|did|became|become[s]?|begin[s]?|began|begun|start[s]?|stop[s]?|ends?|turn[s]?|less and less|more and more|went|gone|came|left|lost|got|grew|fell|rose|[a-zà-öø-ž]{2,}ed)\b|n['’]t\b/i,
  remains:
    /\b(?:(?:has|have|is|are) (?:still )?)?(?:stay(?:s|ed)?|remain(?:s|ed)?|(?:is|are) still) (?:high|low|good|bad|strong|weak|stable|steady|flat|level|the same|unchanged|as (?:high|low|good) as)\b/i,
  nearest: /\b(?:closest|nearest) to (?:the |our |its )?/i,
  size: sizeReader(SIZES),
  sizeAhead: shareAhead,
  goesOn: (clause) => /\b(?:keeps?|kept|steadily)\b/i.test(clause) && !EVERY_TIME.test(clause),
  never: (clause) =>
    /\bnever\b|\b(?:not|n['’]t|nor)\b.*\b(?:any|a single|one) (?:year|half-year|quarter|month|week|day)\b|\bnot (?:even )?once\b/i.test(
      clause,
    ),
  joint: (words) => /\b(?:together|combined|between them|taken as one|in all)\b/i.test(words),
  run: (clause) => {
    const n = RUN.exec(clause)?.groups?.["n"];
    return n === undefined ? undefined : countOf(n);
  },
  recent: (clause) =>
    /\b(?:more and more|ever (?:more|fewer|less)|fewer and fewer|less and less|now|lately|recently|again|of late)\b/i.test(
      clause,
    ),
  counts: (clause) => {
    const n = COUNTED.exec(clause)?.groups?.["n"];
    return n === undefined ? undefined : countOf(n);
  },
  comparison,
  standard,
  distance,
  superlatives,
  record: (clause) =>
    /\b(?:ever|on record|record|so far|to date|since|this year|in (?:\w+ )?(?:years|quarters|months)|of all|yet)\b/i.test(
      clause,
    ),
  levels: (clause) =>
    !MAY_HOLD_AGAINST.test(clause)
      ? []
      : LEVELS.flatMap(([side, pattern]) =>
          [...clause.matchAll(pattern)].map((match) => ({
            ...{ index: match.index, text: match[0], side },
            ...(/\b(?:at|on) or $/i.test(clause.slice(0, match.index)) ? { orEqual: true as const } : {}),
          })),
        ),
  quantifier: (clause) => {
    if (/(?<!\bnot )\bonly\b|\balone\b/i.test(clause)) return "only";
    if (/\b(?:none|no (?:other )?[a-zà-öø-ž]+|not one|neither)\b/i.test(clause)) return "none";
    if (/\bboth\b/i.test(clause)) return "both";
    return /\bevery\b|\b(?:what|which|wher)ever\b|\b(?:in|at|for|of|on) each\b|\beach of\b|(?<!\b(?:above|after|at|for) )\ball\b(?! (?:in all|through|the time|the same|along|of it)\b)/i.test(
      clause,
    )
      ? "every"
      : undefined;
  },
  relation,
  limit: (before) => {
    const words = before.trimEnd();
    if (
      /\b(?:(?:more|older|longer|higher|larger|bigger|heavier|later) than|over|above|at least|beyond|exceed(?:s|ed|ing)?|top(?:s|ped)|passed|no less than|no fewer than)(?: an?)?$/i.test(
        words,
      )
    )
      return "above";
    return /\b(?:(?:less|fewer|younger|shorter|lower|smaller|lighter|earlier) than|under|below|up to|at most|within|no more than|not more than)(?: an?)?$/i.test(
      words,
    )
      ? "below"
      : undefined;
  },
  comparatives,
  exception: (clause) => {
    const found = EXCEPTION.exec(clause)?.groups;
    if (found === undefined) return undefined;
    const n = countOf(found["n"] ?? "");
    return n > 0 ? n : "named";
  },
  excepts: (clause) => /^\W*(?:but|except|only|save|apart|other than|bar|with the exception)\b/i.test(clause),
  counted: (clause) => {
    const { n = "", of = "" } = COUNT_OF.exec(clause)?.groups ?? {};
    const [count, all] = [countOf(n), countOf(of)];
    return count > 0 && all >= count ? { count, of: all } : undefined;
  },
  everyTime: (clause) => EVERY_TIME.test(clause),
  difference: (clause) =>
    /\b(?:gains?|gaps?|differences?|improvements?|effects?|benefits?|savings?|changes?|rises?|increases?|falls?|drops?|declines?|reductions?|progress|gained|improved|benefit(?:s|ed)|advantages?)\b/i.test(
      clause,
    ),
  rest: (clause) =>
    /\b(?:no|not|never|without|n['’]t|none|other than|give up|gave up|giv(?:es|ing) up|drop(?:s|ped)? out|leav(?:e|es|ing)|left|los[et]|loses|lost|fail(?:s|ed)?|quit|abandon(?:s|ed)?|missing|saves?|saved|cuts?|less)\b/i.test(
      clause,
    ),
  upTo: (clause) => /\b(?:before|until|till|by the time|ahead of)\b/i.test(clause),
  ofChange: (clause) =>
    /\bof (?:the|this|that|its|their|all) (?:[a-zà-öø-ž]+ )?(?:growth|increase|rise|fall|decline|drop|decrease|reduction|change|improvement|saving)s?\b/i.test(
      clause,
    ),
  fractions: fractionReader({
    forms: [ONE_IN, BARE_PART, BARE_HALF, EVERY_NTH],
    count: countOf,
    part: (name) => NTH[name.toLowerCase()] ?? PARTS[name.toLowerCase()] ?? 0,
    more: MORE,
    less: LESS,
    about: ABOUT,
    least: /\b(?:at least|no less than|no fewer than)$/i,
    partitive: /^\s+of\b/u,
    numbersIn,
  }),
  // Elsewhere "from 12 to 31" may be pages or ages; what moved went so.
  numbers: (clause) => numbersIn(clause.replaceAll(/\bfrom (?=\d)/gi, (from) => from.replace(" ", "\u00a0"))),
  role: (before, after) => {
    if (
      /\b(?:target|goal|limit|standard|threshold|budget|plan|promised?|norm)s?(?: \w+)? (?:of|is|was|at|to)(?: \w+)? $/i.test(
        before,
      )
    )
      return "target";
    if (
      /^ (?:target|goal|limit|norm)\b/i.test(after) ||
      /^\s+(?:[a-zà-öø-ž]+ )?(?:short of|from the|off the|below|above|under|over|more|less|fewer|higher|lower|longer|shorter|earlier|later)\b/i.test(
        after,
      )
    )
      return "by";
    const words = before.replace(HEDGED, "");
    if (/\b(?:from|after) $/i.test(words)) return "from";
    if (/\b(?:los(?:t|es|ing)|shed|gain(?:s|ed)|added|won|saved) $/i.test(words)) return "by";
    if (/\bby(?: an?)? $/i.test(words)) return "by";
    if (/\b(?:to|at|reach(?:es|ed)?|hit|under|over) $/i.test(words)) return "to";
    return endsWithMove(words) ? "by" : undefined;
  },
  momentNear: datedNear,
  past: (clause) =>
    /\b(?:was|were|had|took|cost|used to|before|earlier|ago|once|first|initially|originally|until)\b/i.test(
      clause,
    ),
  present: (clause) =>
    /\b(?:now|today|still|currently|already|is|are|has|have|stands?|takes?|costs?|needs?|only)\b/i.test(
      clause,
    ),
  places: (between) =>
    /^\s*(?:(?:cause|effect|gain|loss|rise|fall|reason|share|part|gap|of all|one|by far)\s+)?(?:is|are|was|were|in|at|on|for|among|with)\s+(?:the |our |an? )?$/i.test(
      between,
    ),
  joined: (between) => / and /u.test(between),
  most: (clause) =>
    /\b(?:most|the majority|a majority|the bulk) of\b|(?:^|[,;:—–] ?|\b(?:and|while|but) )(?:most|the majority)\b(?= (?!in\b|at\b|often\b|since\b|for\b)[a-zà-öø-ž])|(?<!\b(?:the|at|in|has|have|had|with) )\bmost\b(?= [a-zà-öø-ž]+(?<![su])s\b)/i.exec(
      clause,
    )?.[0],
};
