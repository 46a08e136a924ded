import { z } from "zod";
import { Holds, Id, IsoDate, Name, Num, Ref, Sentence } from "./common.ts";
import { Decided } from "./decided.ts";

export const Stakeholder = z
  .strictObject({
    id: Id,
    name: Name.describe("Their name, as readers know them."),
    role: Name.describe("What they are in the organisation: Head of finance."),
    team: Name.optional().describe("The team or unit that they belong to."),
    part: z
      .enum(["approver", "driver", "contributor", "gatekeeper", "informed"])
      .optional()
      .describe(
        "approver decides; driver runs it; contributor has a say; gatekeeper can stop it; informed only hears about it.",
      ),
    stance: z
      .enum(["champion", "supporter", "neutral", "sceptic", "opponent"])
      .optional()
      .describe(
        'Their attitude to the proposal, as far as you know. Not in the deck unless the bundle says "show": "stances".',
      ),
    influence: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe(
        'Their influence, from 1 (little) to 5 (decisive). Not in the deck unless the bundle says "show": "stances".',
      ),
    met: IsoDate.optional().describe("The day you last talked with them about this."),
    concern: Sentence.optional().describe(
      'Their main concern, or: none known. Not in the deck unless "show" says so, here or in the bundle.',
    ),
    show: z
      .enum(["concern"])
      .optional()
      .describe("concern: the deck shows the concern, because they agreed."),
    email: z
      .email()
      .max(254)
      .optional()
      .describe("Their address, for the mails that foredeck send writes; never printed."),
    outside: z.boolean().optional().describe("True for a person from outside the organisation."),
  })
  .describe("A person who has a part in the decision.");
export type Stakeholder = z.infer<typeof Stakeholder>;

export const Plan = z
  .strictObject({
    phases: z
      .array(
        z.strictObject({
          name: Name.describe("What is done in the phase, in a few words; printed on its bar or beside it."),
          start: IsoDate.describe("Its first day."),
          end: IsoDate.describe("Its last day."),
          owner: Ref.optional().describe("The stakeholder who answers for the phase."),
        }),
      )
      .max(20)
      .optional()
      .describe("Phases of the work, each with start and end."),
    milestones: z
      .array(
        z.strictObject({
          name: Name.describe("What is done or decided on that day."),
          date: IsoDate.describe("The day."),
          owner: Ref.optional().describe("The stakeholder who answers for it, or who decides at a gate."),
          gate: z
            .boolean()
            .optional()
            .describe("True for a gate, where somebody decides whether to continue."),
        }),
      )
      .max(20)
      .optional()
      .describe("Days on which something is done or decided."),
    next: z
      .array(
        z.strictObject({
          what: Sentence.describe("The step, as an action: Order the scales."),
          owner: Ref.optional().describe("The stakeholder who takes it."),
          by: IsoDate.optional().describe("The day by which it is done."),
          holds: Holds.optional(),
        }),
      )
      .max(12)
      .optional()
      .describe("The next steps, each with owner and date."),
    cadence: z
      .array(
        z.strictObject({
          what: Sentence.describe("What is reported: Waiting times by ward."),
          every: z.enum(["day", "week", "two weeks", "month", "quarter", "year"]).describe("How often."),
          owner: Ref.optional().describe("The stakeholder who reports it."),
          who: z.array(Ref).max(12).optional().describe("The stakeholders who get the report."),
        }),
      )
      .max(8)
      .optional()
      .describe("How often results are reported, by whom and to whom."),
  })
  .describe("How the work is done. Its id is: plan.");
export type Plan = z.infer<typeof Plan>;

export const Risk = z
  .strictObject({
    risk: Sentence.describe("What may go wrong."),
    likelihood: z.int().min(1).max(5).describe("From 1 (unlikely) to 5 (almost certain)."),
    impact: z.int().min(1).max(5).describe("From 1 (little) to 5 (the proposal fails)."),
    mitigation: Sentence.optional().describe("What is done to make it less likely, or less bad."),
    owner: Ref.optional().describe("The stakeholder who watches the risk and acts on it."),
    trigger: Sentence.optional().describe("The sign that it is happening."),
    // biome-ignore lint/suspicious/noThenProperty: a field of the bundle, of an object that nobody awaits.
    then: Sentence.optional().describe("What follows if it happens."),
    exposure: Num.min(0)
      .optional()
      .describe("The money at stake if it happens, unscaled, in the bundle's currency."),
    holds: Holds.optional(),
  })
  .describe("A risk.");
export type Risk = z.infer<typeof Risk>;

export const Win = z
  .strictObject({
    id: Id.optional(),
    date: IsoDate.describe("The day on which it worked."),
    what: Sentence.describe("What worked, with its result."),
    thanks: Name.optional().describe("Who made it happen."),
    holds: Holds.optional(),
  })
  .describe("Something that already worked.");
export type Win = z.infer<typeof Win>;

export const Term = z
  .strictObject({
    term: Name.describe("The word, as the deck writes it."),
    meaning: Sentence.describe("What it means here, in words that any reader knows."),
  })
  .describe("A term that readers may not know.");
export type Term = z.infer<typeof Term>;

export const Version = z
  .strictObject({
    version: z.string().min(1).max(20).describe("The version that was sent, for example 1.0."),
    date: IsoDate.describe("The day on which it was sent."),
    sentTo: z.array(Ref).max(40).optional().describe("The stakeholders to whom it went."),
    note: Sentence.optional().describe("What changed since the previous version."),
    decided: Decided.optional().describe(
      "What was decided on this version, once a later one has been opened by foredeck next.",
    ),
  })
  .describe("A version that was sent.");
export type Version = z.infer<typeof Version>;
