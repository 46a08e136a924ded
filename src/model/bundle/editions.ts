import { z } from "zod";
import { Ref } from "./common.ts";
import { PARTS } from "./pages.ts";

/** Name of the edition that every bundle has: one page. */
export const BRIEF = "brief";

export const Edition = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/)
      .describe(
        "The name of the edition, for --edition and the names of its files. It may be that of a stakeholder, and is unique among editions.",
      ),
    for: z
      .array(Ref)
      .max(40)
      .optional()
      .describe(
        "The stakeholders who get it: foredeck send attaches it to their mails. Of several that name a reader, the first one counts.",
      ),
    lead: z
      .array(z.enum(PARTS))
      .min(1)
      .max(PARTS.length)
      .optional()
      .describe("Parts that come first, in this order; the others follow in the order of the bundle."),
    leave: z
      .array(z.enum(PARTS))
      .max(PARTS.length)
      .optional()
      .describe("Parts that it leaves out, besides those that the bundle leaves out."),
    detail: z
      .enum(["brief", "full"])
      .optional()
      .describe("brief: one page to print, A4, or US letter in en-US; full: the deck (default)."),
    locale: z
      .string()
      .min(2)
      .max(35)
      .optional()
      .describe(
        "The language of numbers, dates and of the words that Foredeck adds; sentences of the bundle stay as they are written.",
      ),
  })
  .describe(
    "The deck for a reader or a group: the same figures in another order, selection, depth or language.",
  );
export type Edition = z.infer<typeof Edition>;
