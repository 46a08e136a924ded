import { z } from "zod";

export const REPLIES_FORMAT = 1;

/** One thing that somebody answered: a comment or an edit in a deck that came back, or a mail. */
export const Reply = z.strictObject({
  /** Follows from who said what, when and of which version, so that it is the same each time it is read. */
  id: z.string().regex(/^r-[0-9a-f]{10}$/),
  from: z.enum(["comment", "mail", "edit"]),
  /** Name of the person as the file gives it; "" where it names nobody. */
  who: z.string(),
  /** Address that a mail came from. */
  email: z.string().optional(),
  /** Date, or date and time, as the file gives it. */
  at: z.string().optional(),
  /** Version that it is about. */
  version: z.string().optional(),
  /** Words that they wrote; of an edit, the text or number that they want in place of `was`. */
  words: z.string(),
  /** Text or number that an edit replaces; absent where it adds one. */
  was: z.string().optional(),
  /** Place in the bundle of that version. */
  path: z.array(z.union([z.string(), z.int().min(0)])).optional(),
  /** Page of the deck, and the words there on which a comment stands; of a value of a chart, its names. */
  page: z.int().min(1).optional(),
  quoted: z.string().optional(),
  /** Id of the reply that it answers. */
  answers: z.string().optional(),
  /** Answers to the three questions of a mail. */
  decision: z.enum(["yes", "no", "if"]).optional(),
  holdsBack: z.string().optional(),
  wouldChange: z.string().optional(),
  /** applied: an edit that the bundle has taken over; declined: it was not, and `because` says why. */
  status: z.enum(["open", "answered", "objection", "applied", "declined"]),
  /** Reason for which it was declined. */
  because: z.string().optional(),
});
export type Reply = z.infer<typeof Reply>;

/** File `<bundle>.replies.json`: all that readers answered, in the order in which it came. */
export const Replies = z.strictObject({
  format: z.literal(REPLIES_FORMAT),
  replies: z.array(Reply).max(20_000),
});
export type Replies = z.infer<typeof Replies>;
