import { z } from "zod";
import { Id, IsoDate, Name, Ref, Sentence } from "./common.ts";

export const Stakeholder = z
  .strictObject({
    id: Id,
    name: Name,
    role: Name,
    team: Name.optional(),
    part: z
      .enum(["approver", "driver", "contributor", "gatekeeper", "informed"])
      .optional()
      .describe(
        "approver decides; driver runs it; contributor has a say; gatekeeper can stop it; informed is told.",
      ),
    stance: z
      .enum(["champion", "supporter", "neutral", "sceptic", "opponent"])
      .optional()
      .describe(
        'Where they stand on the proposal, as far as you know. Not in the deck, unless the bundle says "show": "stances".',
      ),
    influence: z
      .int()
      .min(1)
      .max(5)
      .optional()
      .describe('1 little, 5 decisive. Not in the deck, unless the bundle says "show": "stances".'),
    met: IsoDate.optional().describe("The day you last talked about this."),
    concern: Sentence.optional().describe(
      "Their main concern, or: none known. Not in the deck, unless show says so here or in the bundle.",
    ),
    show: z.enum(["concern"]).optional().describe("concern: they agreed that the deck shows it."),
    outside: z
      .boolean()
      .optional()
      .describe("True for a person who is not of the organisation, so no colleague."),
  })
  .describe("A person who has a part in the decision.");
export type Stakeholder = z.infer<typeof Stakeholder>;

export const Plan = z
  .strictObject({
    phases: z
      .array(z.strictObject({ name: Name, start: IsoDate, end: IsoDate, owner: Ref.optional() }))
      .max(20)
      .optional()
      .describe("Stretches of work, each with start and end."),
    milestones: z
      .array(
        z.strictObject({
          name: Name,
          date: IsoDate,
          owner: Ref.optional(),
          gate: z.boolean().optional().describe("True where somebody decides whether to go on."),
        }),
      )
      .max(20)
      .optional()
      .describe("Days on which something is done or decided."),
    next: z
      .array(z.strictObject({ what: Sentence, owner: Ref.optional(), by: IsoDate.optional() }))
      .max(12)
      .optional()
      .describe("The next steps, each with owner and date."),
    cadence: z
      .array(
        z.strictObject({
          what: Sentence,
          every: z.enum(["day", "week", "two weeks", "month", "quarter", "year"]).describe("How often."),
          owner: Ref.optional(),
          who: z.array(Ref).max(12).optional(),
        }),
      )
      .max(8)
      .optional()
      .describe("The rhythm in which results are shown."),
  })
  .describe("How it is done. Its id is: plan.");
export type Plan = z.infer<typeof Plan>;

export const Risk = z
  .strictObject({
    risk: Sentence,
    likelihood: z.int().min(1).max(5).describe("1 unlikely, 5 almost certain."),
    impact: z.int().min(1).max(5).describe("1 little, 5 the proposal fails."),
    mitigation: Sentence.optional(),
    owner: Ref.optional(),
    trigger: Sentence.optional().describe("What shows that it is happening."),
  })
  .describe("A risk.");
export type Risk = z.infer<typeof Risk>;

export const Win = z
  .strictObject({
    id: Id.optional(),
    date: IsoDate,
    what: Sentence,
    thanks: Name.optional().describe("Who made it happen."),
  })
  .describe("Something that already worked.");
export type Win = z.infer<typeof Win>;

export const Term = z
  .strictObject({ term: Name, meaning: Sentence })
  .describe("A term that readers may not know.");
export type Term = z.infer<typeof Term>;

export const Version = z
  .strictObject({
    version: z.string().min(1).max(20).describe("The version that was sent, for example 1.0."),
    date: IsoDate,
    sentTo: z.array(Ref).max(40).optional(),
    note: Sentence.optional().describe("What changed since the version before."),
  })
  .describe("A version that was sent.");
export type Version = z.infer<typeof Version>;
