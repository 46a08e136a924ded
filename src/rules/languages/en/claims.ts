import type { ClaimWords } from "../reading/claims.ts";
import { fractionReader } from "../reading/fractions.ts";
import { sizeReader } from "../reading/sizes.ts";
import {
  BARE_HALF,
  BARE_PART,
  BESIDE_MOVE,
  COUNT_OF,
  COUNTED,
  comparatives,
  comparison,
  EXCEPTION,
  HEDGED,
  LEVELS,
  MAY_HOLD_AGAINST,
  ONE_IN,
  standard,
  superlatives,
} from "./compares.ts";
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
import { countOf, dated, datedNear, EVERY_TIME, window } from "./times.ts";

/** "only the north is not": what is denied is said in the clause before. */
const DENIED = /\b(?:is|are|was|were|do|does|did|has|have|had)(?: not|n['’]t)\W*$/iu;

/** Words of English that claim something about numbers. */
export const claimWords: ClaimWords = {
  clauses,
  moves,
  negated: (before) => NEGATED.test(before),
  unreal: (clause) => UNREAL.test(clause) || ABOUT_TARGET.test(clause) || DENIED.test(clause),
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
    if (/\bboth\b/iu.test(clause)) return "both";
    return /\bevery\b|\b(?:in|at|for|of|on) each\b|\beach of\b|(?<!\b(?:above|after|at|for) )\ball\b(?! (?:in all|through|the time|the same|along|of it)\b)/iu.test(
      clause,
    )
      ? "every"
      : undefined;
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
  comparatives,
  exception: (clause) => {
    const found = EXCEPTION.exec(clause)?.groups;
    if (found === undefined) return undefined;
    const n = countOf(found["n"] ?? "");
    return n > 0 ? n : "named";
  },
  excepts: (clause) =>
    /^\W*(?:but|except|only|save|apart|other than|bar|with the exception)\b/iu.test(clause),
  counted: (clause) => {
    const { n = "", of = "" } = COUNT_OF.exec(clause)?.groups ?? {};
    const [count, all] = [countOf(n), countOf(of)];
    return count > 0 && all >= count ? { count, of: all } : undefined;
  },
  everyTime: (clause) => EVERY_TIME.test(clause),
  difference: (clause) =>
    /\b(?:gains?|gaps?|differences?|improvements?|effects?|benefits?|savings?|changes?|rises?|increases?|falls?|drops?|declines?|reductions?|progress|gained|improved|benefit(?:s|ed)|advantages?)\b/iu.test(
      clause,
    ),
  rest: (clause) =>
    /\b(?:no|not|never|without|n['’]t|none|other than|give up|gave up|giv(?:es|ing) up|drop(?:s|ped)? out|leav(?:e|es|ing)|left|los[et]|loses|lost|fail(?:s|ed)?|quit|abandon(?:s|ed)?|missing|saves?|saved|cuts?|less)\b/iu.test(
      clause,
    ),
  upTo: (clause) => /\b(?:before|until|till|by the time|ahead of)\b/iu.test(clause),
  ofChange: (clause) =>
    /\bof (?:the|this|that|its|their|all) (?:\p{L}+ )?(?:growth|increase|rise|fall|decline|drop|decrease|reduction|change|improvement|saving)s?\b/iu.test(
      clause,
    ),
  fractions: fractionReader({
    forms: [ONE_IN, BARE_PART, BARE_HALF],
    count: countOf,
    part: (name) => PARTS[name.toLowerCase()] ?? 0,
    more: MORE,
    less: LESS,
    about: ABOUT,
    partitive: /^\s+of\b/u,
    numbersIn,
  }),
  role: (before, after) => {
    if (
      /\b(?:target|goal|limit|standard|threshold|budget|plan|promised?|norm)s?(?: \w+)? (?:of|is|was|at|to)(?: \w+)? $/iu.test(
        before,
      )
    )
      return "target";
    if (
      /^ (?:target|goal|limit|norm)\b/iu.test(after) ||
      /^\s+(?:\p{L}+ )?(?:short of|from the|off the|below|above|under|over|more|less|fewer|higher|lower|longer|shorter|earlier|later)\b/iu.test(
        after,
      )
    )
      return "by";
    const words = before.replace(HEDGED, "");
    if (/\b(?:from|after) $/iu.test(words)) return "from";
    if (/\bby(?: an?)? $/iu.test(words)) return "by";
    if (/\b(?:to|at|reach(?:es|ed)?|hit|under|over) $/iu.test(words)) return "to";
    return BESIDE_MOVE.test(words) ? "by" : undefined;
  },
  momentNear: datedNear,
  past: (clause) =>
    /\b(?:was|were|had|took|cost|used to|before|earlier|ago|once|first|initially|originally|until)\b/iu.test(
      clause,
    ),
  present: (clause) =>
    /\b(?:now|today|still|currently|already|is|are|has|have|stands?|takes?|costs?|needs?|only)\b/iu.test(
      clause,
    ),
  places: (between) =>
    /^\s*(?:(?:cause|effect|gain|loss|rise|fall|reason|share|part|gap|of all|one|by far)\s+)?(?:is|are|was|were|in|at|on|for|among|with)\s+(?:the |our |an? )?$/iu.test(
      between,
    ),
  joined: (between) => / and /u.test(between),
  most: (clause) =>
    /\b(?:most|the majority|a majority|the bulk) of\b|(?:^|[,;:—–] ?|\b(?:and|while|but) )(?:most|the majority)\b(?= (?!in\b|at\b|often\b|since\b|for\b)\p{L})|(?<!\b(?:the|at|in) )\bmost\b(?= \p{L}+(?<![su])s\b)/iu.exec(
      clause,
    )?.[0],
};
