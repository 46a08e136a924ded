import { z } from "zod";
import { Currency, Holds, Id, IsoDate, Name, Num, Period, Ref, Sentence } from "./common.ts";

export const Ask = z
  .strictObject({
    decision: Sentence.describe(
      "The decision, starting with a verb: Approve …, Stop …, Choose …. A title: about 170 characters fit its two lines.",
    ),
    amount: z
      .union([Num, z.literal("none")])
      .optional()
      .describe(
        'The money asked for, unscaled, in the bundle\'s currency; "none" if the decision needs no money.',
      ),
    currency: Currency.optional().describe("Currency of the amount (default: the bundle's)."),
    pays: z
      .strictObject({
        costs: z
          .union([z.literal("all"), z.array(Name).min(1).max(12)])
          .optional()
          .describe('The names of the costs of the investment that it pays for, or "all" (default).'),
        until: Period.optional().describe(
          "The last period of the investment whose costs it pays for (default: the last one).",
        ),
      })
      .optional()
      .describe(
        "What the amount pays for: costs of the investment. Their sum has to be the amount; the deck says which they are.",
      ),
    approver: Ref.optional().describe("The one stakeholder who decides."),
    owner: Ref.optional().describe("The stakeholder who is accountable for the result."),
    by: IsoDate.optional().describe("The day by which the decision is needed."),
    start: IsoDate.optional().describe("The day on which the work starts after a yes."),
    terms: z.array(Sentence).max(6).optional().describe("Conditions of the decision, such as tranches."),
    waiting: Sentence.optional().describe("The cost of waiting, as a figure where there is one."),
    afterYes: Sentence.optional().describe("What happens after a yes; built from the plan when left out."),
    afterNo: Sentence.optional().describe(
      "What happens after a no; built from the do-nothing option when left out.",
    ),
    howToAnswer: Sentence.optional().describe(
      "How to answer before the meeting; built from the contact when left out.",
    ),
    holds: Holds.optional(),
  })
  .describe("The decision that is asked for. Its id is: ask.");
export type Ask = z.infer<typeof Ask>;

export const Reason = z
  .strictObject({
    claim: Sentence.describe(
      "The reason as a full sentence; it becomes the title of its slide, where about 170 characters fit two lines.",
    ),
    because: Sentence.describe("Why the claim is true, with its strongest figure."),
    evidence: z
      .array(Ref)
      .min(1)
      .max(8)
      .describe("Ids of metrics, charts, quotes or wins that support the claim."),
    holds: Holds.optional(),
  })
  .describe("One reason why.");
export type Reason = z.infer<typeof Reason>;

export const Why = z
  .strictObject({
    statement: Sentence.describe(
      "The why in one or two sentences: the reason, not the solution. About 220 characters fit its three lines.",
    ),
    situation: Sentence.optional().describe("What everyone agrees on today."),
    complication: Sentence.optional().describe(
      "What has changed, so that the situation is no longer good enough.",
    ),
    now: Sentence.optional().describe("Why now, with a date."),
    opportunity: Sentence.optional().describe("What becomes possible by acting; an opportunity, not blame."),
    reasons: z.array(Reason).max(7).optional().describe("Three to five reasons, strongest first."),
    holds: Holds.optional(),
  })
  .describe("The why. Its id is: why.");
export type Why = z.infer<typeof Why>;

export const Goal = z
  .strictObject({
    id: Id,
    name: Name.describe("The goal in the company's own words."),
    level: z
      .enum(["company", "division", "team"])
      .optional()
      .describe("Whose goal it is (default: company)."),
    priority: z
      .int()
      .min(1)
      .max(99)
      .optional()
      .describe("1 is the first goal (default: the order in the bundle)."),
    owner: Ref.optional().describe("The stakeholder who answers for the goal."),
    period: Period.optional().describe("The period the goal is for, for example 2027."),
    metric: Ref.optional().describe("The metric that measures the goal."),
    strength: z
      .enum(["primary", "supporting", "enabling"])
      .optional()
      .describe("How strongly this proposal serves the goal."),
    teams: z.array(Name).max(12).optional().describe("The teams that work together on this goal."),
    contribution: Sentence.optional().describe("What this proposal contributes to the goal."),
    holds: Holds.optional(),
  })
  .describe("A goal that the proposal serves.");
export type Goal = z.infer<typeof Goal>;

export const Option = z
  .strictObject({
    id: Id,
    name: Name.describe("What the option is, in a few words; the head of its column."),
    recommended: z.boolean().optional().describe("True for the one option that is asked for."),
    cost: Num.optional().describe("The cost, unscaled, in the bundle's currency; 0 if it is free."),
    benefit: Sentence.optional().describe("What it gives, with its number."),
    time: Sentence.optional().describe("When it takes effect."),
    risk: Sentence.optional().describe("Its main risk."),
    why: Sentence.optional().describe("Why it is recommended, or why it loses."),
    criteria: z
      .record(z.string().min(1).max(60), Sentence)
      .optional()
      .describe("Further criteria, the same for every option."),
    holds: Holds.optional(),
  })
  .describe("One option; include doing nothing.");
export type Option = z.infer<typeof Option>;

export const Objection = z
  .strictObject({
    id: Id,
    objection: Sentence.describe(
      "The objection in its strongest form, as the person who holds it would say it. Where no answer makes a title, it is the title of its slide, where about 170 characters fit two lines.",
    ),
    from: Ref.optional().describe("The stakeholder who raised it."),
    raised: IsoDate.optional().describe(
      "The day on which it was raised; left out for one that is only expected. Not in the deck.",
    ),
    headline: Sentence.optional().describe(
      "The answer as a claim, in one sentence; the title of its slide, where about 170 characters fit two lines. Left out, the first sentence of an answer of several is the title where it is short enough, else the objection.",
    ),
    concede: Sentence.optional().describe("The part of the objection that is true."),
    answer: Sentence.describe("The honest answer."),
    evidence: z
      .array(Ref)
      .max(8)
      .optional()
      .describe("Ids of metrics, charts or quotes; the page shows them."),
    attacks: z
      .array(Ref)
      .max(8)
      .optional()
      .describe("Ids of the parts that it attacks: a chart, a goal, an option, ask or why."),
    owner: Ref.optional().describe("The stakeholder who is accountable for the answer."),
    residual: z
      .enum(["low", "medium", "high"])
      .optional()
      .describe("How much doubt remains after the answer."),
    wouldChangeOurMind: Sentence.optional().describe("The observation that would change our mind."),
    holds: Holds.optional(),
  })
  .describe("An objection with its honest answer.");
export type Objection = z.infer<typeof Objection>;
