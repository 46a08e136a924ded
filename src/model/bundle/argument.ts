import { z } from "zod";
import { Currency, Id, IsoDate, Name, Num, Period, Ref, Sentence, Unit } from "./common.ts";

export const Ask = z
  .strictObject({
    decision: Sentence.describe(
      "What is to be decided, starting with a verb: Approve …, Stop …, Choose …. A title: about 170 characters fit its two lines.",
    ),
    amount: z
      .union([Num, z.literal("none")])
      .optional()
      .describe(
        'The money asked for, unscaled, in the bundle\'s currency; "none" when the decision needs none.',
      ),
    currency: Currency.optional().describe("Currency of the amount; the bundle's when left out."),
    approver: Ref.optional().describe("The one stakeholder who decides."),
    owner: Ref.optional().describe("The stakeholder who answers for the result."),
    by: IsoDate.optional().describe("The day by which the decision is needed."),
    start: IsoDate.optional().describe("The day on which the work starts after a yes."),
    terms: z
      .array(Sentence)
      .max(6)
      .optional()
      .describe("Conditions that the decision carries, such as tranches."),
    waiting: Sentence.optional().describe("What waiting costs, as a figure where there is one."),
    afterYes: Sentence.optional().describe("What happens after a yes; built from the plan when left out."),
    afterNo: Sentence.optional().describe(
      "What happens after a no; built from the do-nothing option when left out.",
    ),
    howToAnswer: Sentence.optional().describe(
      "How to answer before the meeting; built from the contact when left out.",
    ),
  })
  .describe("The decision that is asked for. Its id is: ask.");
export type Ask = z.infer<typeof Ask>;

export const Reason = z
  .strictObject({
    claim: Sentence.describe(
      "The reason as a full sentence; it becomes the title of its slide, where about 170 characters fit two lines.",
    ),
    because: Sentence.describe("What makes the claim true, with its strongest figure."),
    evidence: z
      .array(Ref)
      .min(1)
      .max(8)
      .describe("Ids of metrics, charts, quotes or wins that carry the claim."),
  })
  .describe("One reason why.");
export type Reason = z.infer<typeof Reason>;

export const Why = z
  .strictObject({
    statement: Sentence.describe(
      "The why in one or two sentences: the reason, not the solution. About 220 characters fit its three lines.",
    ),
    situation: Sentence.optional().describe("What everyone agrees on today."),
    complication: Sentence.optional().describe("What changed, so that today is not good enough."),
    now: Sentence.optional().describe("Why now, with a date."),
    opportunity: Sentence.optional().describe("What acting opens; framed as an opportunity, not as blame."),
    reasons: z.array(Reason).max(7).optional().describe("Three to five reasons, strongest first."),
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
      .describe("Whose goal it is; company when left out."),
    priority: z
      .int()
      .min(1)
      .max(99)
      .optional()
      .describe("1 is the first goal; the order of the bundle when left out."),
    owner: Ref.optional(),
    period: Period.optional().describe("The period the goal is for, for example 2027."),
    metric: Ref.optional().describe("The metric that measures the goal."),
    strength: z
      .enum(["primary", "supporting", "enabling"])
      .optional()
      .describe("How strongly this proposal serves the goal."),
    teams: z.array(Name).max(12).optional().describe("The teams that this goal brings together."),
    contribution: Sentence.optional().describe("What this proposal contributes to the goal."),
  })
  .describe("A goal that the proposal serves.");
export type Goal = z.infer<typeof Goal>;

export const Option = z
  .strictObject({
    id: Id,
    name: Name,
    recommended: z.boolean().optional().describe("True for the one option that is asked for."),
    cost: Num.optional().describe("What it costs, unscaled, in the bundle's currency; 0 for nothing."),
    benefit: Sentence.optional(),
    time: Sentence.optional().describe("When it takes effect."),
    risk: Sentence.optional().describe("Its main risk."),
    why: Sentence.optional().describe("Why it is recommended, or why it loses."),
    criteria: z
      .record(z.string().min(1).max(60), Sentence)
      .optional()
      .describe("Further criteria, the same for every option."),
  })
  .describe("One way to go, do nothing among them.");
export type Option = z.infer<typeof Option>;

export const Objection = z
  .strictObject({
    id: Id,
    objection: Sentence.describe(
      "The objection in its strongest form, as the person who holds it would say it; the title of its slide, where about 170 characters fit two lines.",
    ),
    from: Ref.optional().describe("The stakeholder who raised it."),
    concede: Sentence.optional().describe("What is true in it."),
    answer: Sentence.describe("The honest answer."),
    evidence: z
      .array(Ref)
      .max(8)
      .optional()
      .describe("Ids of metrics, charts or quotes; they are drawn on the page."),
    attacks: z
      .array(Ref)
      .max(8)
      .optional()
      .describe("Ids of what it attacks: a chart, a goal, an option, ask or why."),
    owner: Ref.optional().describe("Who answers for the answer."),
    residual: z
      .enum(["low", "medium", "high"])
      .optional()
      .describe("How much doubt is left after the answer."),
    wouldChangeOurMind: Sentence.optional().describe("The observation that would make us give in."),
  })
  .describe("An objection with its honest answer.");
export type Objection = z.infer<typeof Objection>;

const Outcome = z.strictObject({
  label: Name.describe("What the driver is at this end."),
  npv: Num.describe("The net present value at this end."),
});

const Stream = z.strictObject({
  name: Name,
  values: z.array(Num).min(1).max(60).describe("One amount per period, from the start on."),
});

export const Investment = z
  .strictObject({
    currency: Currency.optional(),
    discountRate: z.number().min(0).max(1).describe("The yearly discount rate as a share: 0.08 is 8%."),
    period: z.enum(["year", "half-year", "quarter", "month"]).describe("The length of one step."),
    start: Period.describe("The first period."),
    costs: z.array(Stream).min(1).max(12).describe("What it costs, positive numbers."),
    benefits: z.array(Stream).min(1).max(12).describe("What it returns, positive numbers."),
    sensitivity: z
      .array(
        z.strictObject({
          driver: Name,
          low: Outcome.describe("The driver at its low end."),
          high: Outcome.describe("The driver at its high end."),
        }),
      )
      .max(12)
      .optional()
      .describe("What the net present value becomes when one driver changes."),
    unit: Unit.optional(),
    source: Ref.optional(),
    asOf: IsoDate.optional(),
    owner: Ref.optional(),
    assumption: Sentence.optional(),
  })
  .describe("Cost and benefit per period. Its id is: investment.");
export type Investment = z.infer<typeof Investment>;
