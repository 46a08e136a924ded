import type { PilotWords } from "../reading/pilots.ts";
import { NUMBERS, TENS } from "./lists.ts";

/** From two to sixty: one is not the size of a pilot. */
const NUMBER = [...NUMBERS.slice(2), ...TENS.slice(0, 5)].join("|");

/** Measures: how long it ran, how much it cost and by how much something changed say nothing of who took part. */
const NOT_SIZES = String.raw`(?:(?:second|minute|hour|day|night|week|month|quarter|season|year|time|point|euro|dollar|pound|cent|metre|meter|kilometre|kilometer|mile|kilo|tonne|ton|litre|liter|degree)s?|percent|per|pp|in|on|at|to|and|or|after|before|later|earlier|ago)\b`;

export const pilots: PilotWords = {
  pilot: /\b(?:pilots?|piloted|trials?|trialled|experiments?)\b(?! balance)/i,
  control:
    /\b(?:controls?(?: group)?|comparison|compared? (?:with|to|against)|against (?:the )?(?:others?|rest|matched|similar)|matched|counterfactual|randomi[sz]ed|at random|difference[- ]in[- ]differences?|without (?:it|the pilot)|other (?:wards?|branches|stores|shops|sites|regions|depots|schools|teams|plants|offices|lines|clinics|stations|routes))\b/i,
  size: new RegExp(
    String.raw`\bn\s?=\s?\d|\b(?:\d{1,3}(?:[, ]\d{3})+|\d{1,6}|${NUMBER})\s(?:of (?:the |our )?)?(?:(?!${NOT_SIZES})[a-z-]+\s){0,2}(?:(?!${NOT_SIZES})[a-z-]{2,}(?<!s)s|people|staff|children|men|women|cattle|sheep)\b`,
    "i",
  ),
  chosen:
    /\b(?:volunteer(?:s|ed)?|self-selected|chose (?:to|themselves)|signed up|opted in|hand-?picked|chosen by (?:those|the team|us)|the keenest|most motivated)\b/i,
  uncontrolled:
    /\b(?:no|without(?: an?| any)?|lack(?:s|ed|ing)(?: an?)?|nor an?) (?:[a-z]+ )?(?:control|comparison|reference)(?: (?:group|wards?|sites?|value|period))?\b(?! was| were)|\b(?:nothing|nobody|no one|no [a-z]+) to compare (?:it |them )?(?:with|against|to)\b|\b(?:was|were) not compared\b|\bcompared (?:with|to) nothing\b/i,
  chosenAfter:
    /\b(?:chosen|picked|selected|formed|matched|paired|drawn|named|set|defined|grouped)\b[^.;,]{0,50}\b(?:after(?:wards)?|in hindsight|when the (?:results?|figures|numbers)|once the (?:results?|figures|trial|pilot|test)|later)\b(?! (?:the |an? )?(?:draw|lot))|\bafter the (?:trial|pilot|test|results?|experiment)\b[^.;]{0,60}\b(?:chosen|picked|selected|formed|matched|paired)\b/i,
  sameBefore:
    /\b(?:(?:compared (?:with|to)|against) )?(?:the )?same (?:[a-z-]+ ){1,3}?(?:(?:in|from|during|of|over|for) )?(?:the )?(?:(?:a|one|two) (?:years?|months?|quarters?|weeks?|seasons?) (?:before|earlier|ago)|(?:previous|preceding|prior|last) [a-z]+|[a-z]+ (?:before|earlier)|before|earlier)\b|\bbefore[- ]and[- ]after\b/i,
  sorted:
    /\b(?:that|who|which|those) (?:had |have )?(?:asked (?:for|to)|wanted|applied|agreed|offered|opted|did not want|were (?:willing|keen|interested|ready))\b|\b(?:those|ones|[a-z]+s) (?:with|that had|who had|having) (?:the )?(?:best|worst|highest|lowest|largest|smallest|longest|shortest|newest|oldest|strongest|weakest|most|fewest)\b/i,
  effect:
    /\b(?:against|versus|vs|compared (?:with|to)|differences?|effect|gap between|than (?:with|without|in|at|the others?))\b/i,
  random: /\b(?:at random|randomi[sz]ed|by lot|drawn)\b/i,
};
