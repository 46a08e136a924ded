import { firstMatch, wordSet } from "../reading/scan.ts";
import { LETTER } from "./lists.ts";

/** Teams and people as the subject of a sentence; "we" is none, as who blames himself blames nobody. */
const WHO = `(?:[${LETTER}]+(?:['’]s?)? )?(?:teams?|departments?|division|office|branch(?:es)?|board|management|leadership|managers?|directors?|officers?|heads?|engineers?|developers?|designers?|planners?|analysts?|consultants?|suppliers?|vendors?|contractors?|drivers?|nurses?|doctors?|physicians?|clinicians?|teachers?|staff|employees|workers|colleagues|crews?|sales|marketing|finance|procurement|purchasing|operations|logistics|legal|product|care|support|warehouse|people|everyone|nobody in [${LETTER}]+|someone in [${LETTER}]+|council|government|ministry|union|agency|agents|lab|bank|school|authority|office|[${LETTER}]*(?:keepers?|takers?|makers?|men|women|trainers?|foremen|controllers?|auditors?|editors?|inspectors?|dispatchers?|architects?|lawyers?|operators?|instructors?|coordinators?|supervisors?|executives?|administrators?|programmers?|cleaners?|cooks?|guards?|technicians?|mechanics?|librarians?|receptionists?|journalists?|scientists?|accountants?|assistants?|secretar(?:y|ies)|politicians?|officials?|owners?|builders?|chefs?|captains?|clerks?))`;
const SAID = `(?:have |has |had |simply |just |always |constantly |repeatedly |again |who |that )*`;

const DID = `(?:failed to|failed (?:us|its|their|the)|ignored?s?|let (?:us|[${LETTER}]+ers) down|hid|lied|wasted|looked away|shirked?|slept|neglected|botched|mishandled|misled|bungled|mismanaged|squandered|sabotaged|blocked every|dragged (?:its|their) feet|made a mess|turned a blind eye|refused? to|refuses to|keeps? (?:forgetting|making excuses|failing|ignoring)|never (?:listen|bother|bothered|care|learn|answer|read|ask)s?|looks? down on|do(?:es)? not give a|did nothing|does nothing|let the [${LETTER}]+ (?:grow|rot|slide|slip)|(?:was|were) asleep|(?:is|are|was|were) (?:simply |just |too |so )*(?:lazy|rude|arrogant|indifferent|asleep|careless|incompetent|negligent|sloppy|stubborn|unwilling|clueless))`;

/** Acts that are blamed: without one of them, nobody is looked for who did it, which is the longest list of all. */
const DONE = new RegExp(String.raw`\b${DID}`, "i");
const ACCUSED: readonly RegExp[] = [
  new RegExp(String.raw`\b${WHO} ${SAID}${DID}`, "i"),
  // In capitals they are departments; "it" is a word.
  new RegExp(String.raw`\b(?:IT|HR|PR) ${SAID}${DID}`, "u"),
];

/** The words of a sentence that blame: the fault of somebody, or somebody's will, care or intelligence. */
export const blamed = (sentence: string): string | undefined =>
  firstMatch(sentence, DONE.test(sentence) ? [...ACCUSED, ...BLAME] : BLAME);

const BLAME: readonly RegExp[] = [
  /\b(?:is|are|was|were) to blame\b|\bblame (?:lies|rests|falls) (?:with|on)\b|\bto blame for\b/i,
  /\b(?:is|was|are|were) (?:the|[a-zà-öø-ž]+['’]s) (?:own )?fault of\b|\bown fault\b|\b(?:management|sales|marketing|finance|care|supplier|contractor|manager|director|team|department)['’]s? fault\b/i,
  /\b(?:does|do|did)(?: not|n['’]t) (?:bother|care|want to (?:help|listen|understand))\b|\b(?:can|could)(?:not|n['’]t| not) be bothered\b|\bnobody in [a-zà-öø-ž]+ cares\b/i,
  /\bshould have known\b|\btoo lazy\b|\b[a-zà-öø-ž]+['’]s? (?:own )?(?:sloppiness|laziness|arrogance|indifference|stubbornness|carelessness|incompetence|greed)\b|\bit is the [a-zà-öø-ž]+['’]s? fault\b|\blazy [a-zà-öø-ž]+(?:s|men|women|staff)\b|\bblame for [a-zà-öø-ž].*\b(?:lies|rests|falls) (?:with|on)\b|\bincompetence\b|\bnegligence (?:of|by)\b|\b[a-zà-öø-ž]+s?['’]s? negligence\b|\b(?:poor|weak|bad) (?:leadership|management) (?:in|of|by|at)\b|\basleep at the wheel\b/i,
];

/** "Nobody is to blame" looks like blame and is none. */
export const NO_BLAME =
  /\b(?:nobody|no one|no-one|none of (?:them|us)) (?:is|was|are) to blame\b|\bblame-free\b|\bnot to blame\b|\bnobody['’]s fault\b/i;

/** Business jargon: what it means can be said in plain words. */
export const JARGON: readonly RegExp[] = [
  /\bsynerg(?:y|ies|istic|ise|ize)\b/i,
  /\bparadigm(?: shift)?s?\b/i,
  /\blow[- ]hanging fruits?\b/i,
  /\bcircle back\b|\btake this offline\b|\btouch base\b/i,
  /\bgame[- ]chang(?:er|ing)s?\b/i,
  /\bmoves? the needle\b/i,
  /\bbest[- ]of[- ]breed\b|\bbest[- ]in[- ]class\b|\bworld[- ]class\b/i,
  /\bvalue[- ]adds?\b|\bsolutioning\b|\blearnings\b|\bideat(?:e|ion)\b/i,
  /\bboil the ocean\b|\bopen the kimono\b|\brun it up the flagpole\b/i,
  /\boperationali[sz]e\b|\bincentivi[sz]e\b|\bproductioni[sz]e\b/i,
  /\bthought leader(?:ship)?\b|\bmission[- ]critical\b|\bcutting[- ]edge\b|\bnext[- ]gen(?:eration)? solution/i,
  /\bleverag(?:e|ing) (?:our|the|its|their|existing)\b/i,
];

/** Plain words that are written in capitals for emphasis. */
export const SHOUTED = wordSet(
  "stop go not all only never always must yes no now new and or the if on off to be is any one two",
);

const BENEFIT = String.raw`(?:approval|permission|funding|funds|budget|consent|money|support|(?:eur|gbp|usd|€|£|\$) ?\d)`;

/** Openings of a text that brings the solution or the request, and not the reason. */
export const PROPOSES: readonly RegExp[] = [
  /^(?:therefore,? |so |in short,? )?(?:we|i) (?:therefore |hereby |now |strongly )?(?:propose|recommend|suggest|request|seek|plan to|intend to|aim to|are (?:asking|proposing|requesting|seeking)|am (?:asking|proposing|requesting|seeking)|should|must|ask (?:you|the board|the committee|for)|would like to|want to|will (?:introduce|launch|build|buy|replace|open))\b/i,
  new RegExp(`^(?:we|i) (?:need|ask|want) ${BENEFIT}`, "i"),
  /^(?:please )?(?:approve|adopt|fund|authori[sz]e|endorse|introduce|implement|launch|let us (?:move|build|buy|open|start|introduce)|let['’]s)\b/i,
  /^(?:this|the|our) (?:proposal|proposed|programme|program|project|initiative|solution|business case|recommendation|request)\b(?! (?:was|were|has|changes|of last))/i,
  /^(?:the )?(?:aim|goal|purpose|objective) of (?:this|the|our) (?:project|programme|program|proposal|initiative|deck)\b/i,
  /^(?:our|the|a|this) new (?:platform|tool|system|app|software|programme|program|service desk|solution|product)\b/i,
  /^with (?:the|our|a|this) new (?:[a-zà-öø-ž]+ )?(?:platform|tool|system|app|software|programme|program|solution|product)\b/i,
  /^(?:by )?(?:investing in|introducing|implementing|launching|adopting|rolling out|deploying|buying|installing|switching to|moving to)\b/i,
  /^it is (?:proposed|recommended|suggested|requested)\b/i,
  /^to [a-zà-öø-ž]+(?: [a-zà-öø-ž]+){0,3}, (?:we|i) (?:need|want|should|must|propose|will)\b/i,
  /^our (?:request|ask|proposal|plan|recommendation) (?:is|calls)\b/i,
];

/** Words about those who object: their fear, habit or wit, not their reason. */
export const BELITTLES: readonly RegExp[] = [
  /\b(?:resist(?:s|ing|ant|ance)?|afraid of|fear(?:s|ful)?|hates?|dislikes?) (?:to |of |any |all )*(?:change|anything new|new things|progress)\b/i,
  /\b(?:some|others|sceptics|skeptics|critics|old-timers|colleagues|people|those who (?:oppose|object)|the usual [a-zà-öø-ž]+|lazy [a-zà-öø-ž]+|unions?)\b.*\b(?:always|just|simply|never|will complain|do not understand|don['’]t understand|against everything|want to keep the past|prefer the old|hate|fear for|resist|will not join)\b/i,
  /\b(?:nobody|no one) likes\b|\bdo(?:es)? not like (?:being told|change|new)\b|\bpeople (?:hate|will get used)\b/i,
  /\bis afraid of\b|\bare afraid of\b|\bwho cares\b/i,
  /\blazy\b|\bold-fashioned\b|\bstuck in the past\b/i,
];

/** Words that carry no topic. */
export const STOPWORDS = wordSet(
  `a an the this that these those there here it its itself they them their theirs he she his her him we us our ours you
  your i me my mine who whom whose which what when where why how and or but nor so yet for of in on at by to from with
  without within into onto over under up down out off about above below after before between through during since until
  against among across along around as than then if because while although though is are was were be been being am has
  have had having do does did done doing can could will would shall should may might must not no none nothing nobody
  never ever any some all each every both either neither few many much more most less least other others another such
  same own only just also too very still even again already often always now today soon yes please one two three four
  five six seven eight nine ten eleven twelve first second third half once twice get gets got make makes made take takes
  took go goes went come comes came say says said tell tells told let put set need needs want wants use uses used like
  thing things way ways lot kind percent per cent year years month months week weeks day days time times`,
);

export const ASKING = wordSet(
  `approve approval adopt introduce open launch fund start begin build buy create give run extend expand hire train put
  programme program project proposal year years month trial pilot new standing let switch move replace choose`,
);

/** Forms that rules of spelling do not bring together. */
export const IRREGULAR: Readonly<Record<string, string>> = {
  left: "leave",
  leaving: "leave",
  left_: "leave",
  heard: "hear",
  felt: "feel",
  fell: "fall",
  fallen: "fall",
  rose: "rise",
  risen: "rise",
  grew: "grow",
  grown: "grow",
  kept: "keep",
  lost: "lose",
  sold: "sell",
  told: "tell",
  thought: "think",
  bought: "buy",
  brought: "bring",
  wrote: "write",
  written: "write",
  spoke: "speak",
  saw: "see",
  seen: "see",
  children: "child",
  people: "person",
  men: "man",
  women: "woman",
  mice: "mouse",
  feet: "foot",
  paid: "pay",
  rang: "ring",
  taught: "teach",
  caught: "catch",
  stood: "stand",
  walked: "walk",
  chose: "choose",
  drove: "drive",
  stays: "stay",
  decided: "decide",
  costs: "cost",
  shelves: "shelf",
};

/** Words which concede that an effect may be none. */
export const UNCERTAIN =
  /\b(?:zero|nothing|uncertain|may|might|could|not yet|no (?:clear|certain) (?:difference|effect))\b/i;

/** Words which say that no difference was found. */
export const NO_EFFECT =
  /\bon both sides of zero\b|\bincludes zero\b|\bno (?:clear |measurable |significant )?(?:loss|difference|effect|harm|change|drop|decline|rise|increase) (?:was|is|has been|could be) (?:found|seen|measured|shown)\b|\bfound no (?:clear |measurable |significant )?(?:loss|difference|effect|harm|change)\b/i;

/** Words of what is to be kept as it is, and may be reached already. */
export const KEEPS = /\b(?:keep|hold|stay|remain|maintain|or (?:less|fewer|more|better)|never)\b/i;

/** Words of a bound: in a goal they say that it is to be kept. */
export const AT_MOST = /\b(?:at most|no more than)\b/i;

/** Words of somebody who has no concern. */
export const UNCONCERNED = /\b(?:none|no concern|nothing)\b/i;

/** Whole mitigations that name no act. */
export const WISH =
  /^(?:we (?:will |shall |must |should )?|to be |will be |it (?:will be|is) )?(?:(?:carefully|closely|actively|regularly|continuously|constant(?:ly)?|careful|close|good|clear|regular|early|strong|open|better|more|proactive)\s+)*(?:monitor(?:ed|ing)?|watch(?:ed|ing)?|follow(?:ed|ing)?|track(?:ed|ing)?|observ(?:e|ed|ing)|manag(?:e|ed|ing|ement)|hope|hoping|tr(?:y|ying)|car(?:e|eful)|attention|communicat(?:e|ed|ion|ing)|awareness|planning|coordination|collaboration|cooperation|leadership|support|keep (?:an eye|watching|track)|stay (?:alert|close|vigilant)|pay attention|be (?:careful|vigilant|prepared|aware)|make sure|ensure)(?:\s+(?:it|this|them|the (?:situation|risk|matter|issue|team|project|progress|plan|market)|on|of|to|in|with|for|that|does|do|not|happen|goes|well|all|everyone|everybody|stakeholders|the teams?|closely|carefully|regularly|actively|continuously|and|communicat(?:e|ion)|manage(?:ment)?|monitor(?:ing)?|react|respond|act|if|needed|necessary|accordingly|early|always|as))*[.!]?$/i;

/** Beginnings of a mitigation that hopes, whatever it hopes for. */
export const HOPES =
  /^\W*(?:(?:we|i|everyone|all of us) )?(?:(?:can|will|must|only|just|simply) )*(?:hope(?:s|fully)?(?! (?:is|are)\b)|trust|pray|wish|believe|expect|assume)\b(?! (?:is|are)\b)/i;

/** Words which say that something is all that is missing to a target. */
export const CLOSES =
  /\b(?:clos(?:es?|ing)|fill(?:s|ing)?|cover(?:s|ing)?|bridg(?:es?|ing)|mak(?:es?|ing) up(?: for)?)\b[^.;]{0,40}\b(?:gap|shortfall|difference|missing|lacking|distance|rest)\b|\b(?:enough|all that is needed|suffic(?:es?|ient))\b[^.;]{0,30}\b(?:target|goal|gap)\b|\b(?:reach(?:es)?|meets?) (?:the|its|this|our) (?:target|goal)\b/i;

/** Signs that nobody can observe by a day. */
export const FEELING =
  /\b(?:feel(?:s|ing|ings)?|felt|impression|mood|sense that|seems?|gut|unease|atmosphere|instinct|vibes?)\b/i;
