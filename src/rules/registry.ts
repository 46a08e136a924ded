import { askAlternatives } from "./ask-alternatives.ts";
import { askComplete } from "./ask-complete.ts";
import { askCostOfWaiting } from "./ask-cost-of-waiting.ts";
import { askCounts } from "./ask-counts.ts";
import { chartForm } from "./chart-form.ts";
import { chartsRelation } from "./charts-relation.ts";
import { claimsHold } from "./claims-hold.ts";
import { claimsRead } from "./claims-read.ts";
import { deckAccess } from "./deck-access.ts";
import { deckLeak } from "./deck-leak.ts";
import { deckMarkup } from "./deck-markup.ts";
import { deckOverflow } from "./deck-overflow.ts";
import { evidenceCited } from "./evidence-cited.ts";
import { evidenceSubject } from "./evidence-subject.ts";
import { figuresEffect } from "./figures-effect.ts";
import { figuresLiteral } from "./figures-literal.ts";
import { figuresPlausible } from "./figures-plausible.ts";
import { figuresRange } from "./figures-range.ts";
import { figuresSourced } from "./figures-sourced.ts";
import { figuresSpelling } from "./figures-spelling.ts";
import { figuresStale } from "./figures-stale.ts";
import { figuresSum } from "./figures-sum.ts";
import { figuresUnit } from "./figures-unit.ts";
import { goalsCurrent } from "./goals-current.ts";
import { goalsLinked } from "./goals-linked.ts";
import { goalsOneTeam } from "./goals-one-team.ts";
import { goalsTarget } from "./goals-target.ts";
import { moneyBreakEven } from "./money-break-even.ts";
import { moneyDouble } from "./money-double.ts";
import { moneyFactors } from "./money-factors.ts";
import { moneyLatestStart } from "./money-latest-start.ts";
import { moneyReconcile } from "./money-reconcile.ts";
import { moneyReturn } from "./money-return.ts";
import { moneySaid } from "./money-said.ts";
import { moneySensitivity } from "./money-sensitivity.ts";
import { moneyTerms } from "./money-terms.ts";
import { moneyTested } from "./money-tested.ts";
import { objectionsDoubt } from "./objections-doubt.ts";
import { objectionsEnough } from "./objections-enough.ts";
import { objectionsLinked } from "./objections-linked.ts";
import { objectionsStrong } from "./objections-strong.ts";
import { optionsCosts } from "./options-costs.ts";
import { optionsFair } from "./options-fair.ts";
import { peopleAnswered } from "./people-answered.ts";
import { peopleGatekeeper } from "./people-gatekeeper.ts";
import { peopleHeard } from "./people-heard.ts";
import { peopleRoles } from "./people-roles.ts";
import { pilotDesign } from "./pilot-design.ts";
import { planGates } from "./plan-gates.ts";
import { planNext } from "./plan-next.ts";
import { planOrder } from "./plan-order.ts";
import { quotesBalance } from "./quotes-balance.ts";
import { quotesConsent } from "./quotes-consent.ts";
import { readDense } from "./read-dense.ts";
import { readTime } from "./read-time.ts";
import { repliesOpen } from "./replies-open.ts";
import { risksMitigated } from "./risks-mitigated.ts";
import { risksSigns } from "./risks-signs.ts";
import { risksTrigger } from "./risks-trigger.ts";
import type { Rule } from "./rule.ts";
import { sentChanged } from "./sent-changed.ts";
import { timeOrder } from "./time-order.ts";
import { timePlan } from "./time-plan.ts";
import { timeSaid } from "./time-said.ts";
import { timeValues } from "./time-values.ts";
import { titlesFigure } from "./titles-figure.ts";
import { titlesSentence } from "./titles-sentence.ts";
import { titlesStory } from "./titles-story.ts";
import { toneBlame } from "./tone-blame.ts";
import { toneJargon } from "./tone-jargon.ts";
import { toneTheirWords } from "./tone-their-words.ts";
import { whyChange } from "./why-change.ts";
import { whyFirst } from "./why-first.ts";
import { whyNow } from "./why-now.ts";
import { whyProof } from "./why-proof.ts";
import { whyReasons } from "./why-reasons.ts";

/** Every rule, in the order of the argument. To add one: a file, and a line here. */
export const RULES: readonly Rule[] = [
  askComplete,
  askAlternatives,
  askCounts,
  askCostOfWaiting,
  optionsFair,
  optionsCosts,
  whyFirst,
  whyReasons,
  whyProof,
  whyChange,
  whyNow,
  evidenceSubject,
  evidenceCited,
  pilotDesign,
  goalsLinked,
  goalsCurrent,
  goalsOneTeam,
  goalsTarget,
  claimsHold,
  claimsRead,
  figuresSourced,
  figuresLiteral,
  figuresSum,
  figuresStale,
  figuresRange,
  figuresPlausible,
  figuresEffect,
  figuresSpelling,
  figuresUnit,
  moneyReconcile,
  moneyFactors,
  moneyTerms,
  moneyReturn,
  moneySaid,
  moneySensitivity,
  moneyTested,
  moneyBreakEven,
  moneyLatestStart,
  moneyDouble,
  quotesConsent,
  quotesBalance,
  peopleHeard,
  peopleGatekeeper,
  peopleAnswered,
  peopleRoles,
  objectionsEnough,
  objectionsStrong,
  objectionsDoubt,
  objectionsLinked,
  risksTrigger,
  risksMitigated,
  risksSigns,
  planNext,
  planGates,
  planOrder,
  timeOrder,
  timePlan,
  timeValues,
  timeSaid,
  toneBlame,
  toneJargon,
  toneTheirWords,
  titlesSentence,
  titlesStory,
  titlesFigure,
  chartForm,
  chartsRelation,
  readTime,
  readDense,
  deckOverflow,
  deckAccess,
  deckLeak,
  deckMarkup,
  sentChanged,
  repliesOpen,
];
