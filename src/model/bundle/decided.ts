import { z } from "zod";
import { IsoDate, Ref, Sentence } from "./common.ts";

export const DECIDED_RESULTS = ["yes", "no", "later", "changed"] as const;

export const Decided = z
  .strictObject({
    result: z
      .enum(DECIDED_RESULTS)
      .describe("yes; no; later: it was put off; changed: something else than was asked for was decided."),
    date: IsoDate.describe("The day on which it was decided."),
    version: z
      .string()
      .min(1)
      .max(20)
      .optional()
      .describe(
        "The version that was decided on (default: the last one in history of that day or before, else the bundle's).",
      ),
    approver: Ref.optional().describe("The stakeholder who decided (default: ask.approver)."),
    decision: Sentence.optional().describe("changed: what was decided in place of what was asked for."),
    conditions: z.array(Sentence).max(12).optional().describe("Conditions under which it was decided."),
    reasons: z
      .array(
        z.strictObject({
          reason: Sentence.describe("The reason, in the words of the person who gave it."),
          from: Ref.optional().describe("The stakeholder who gave it (default: who decided)."),
        }),
      )
      .max(12)
      .optional()
      .describe("Reasons that were given; after a no each becomes an objection of the next version."),
    lessons: z.array(Sentence).max(12).optional().describe("What we learned from it."),
  })
  .describe("What came of the ask: what was decided, when and why. Never in the deck.");
export type Decided = z.infer<typeof Decided>;
