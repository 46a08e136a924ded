import { z } from "zod";
import { Id, IsoDate, Name, Sentence } from "./bundle/common.ts";

/** Formats of the files below; a program refuses those that it does not know. */
export const SENT_FORMAT = 1;

export const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** Name of a file in the folder of a version: no folder above it, and nothing hidden. */
const FileName = z.string().regex(/^[^./\\\0][^/\\\0]*$/);

/** A deck that was sent, or another file that the mails carry. */
export const SentDeck = z.strictObject({
  file: FileName,
  format: z.string(),
  digest: Digest,
  /** Edition that it is; left out for the deck as the bundle has it. */
  edition: Id.optional(),
  /** Whole minutes to read the body of an edition. */
  minutes: z.int().min(0).optional(),
});
export type SentDeck = z.infer<typeof SentDeck>;

/**
 * Manifest of a version that was sent: `<bundle>.sent/<version>/manifest.json`. It is written once, with the folder.
 * Mails and deliveries come later, in files of their own.
 */
export const Manifest = z.strictObject({
  format: z.literal(SENT_FORMAT),
  version: z.string().min(1).max(20),
  /** Date of the bundle. */
  date: IsoDate,
  title: Name,
  by: z.strictObject({ name: Name, role: Name.optional(), email: z.string().optional() }).optional(),
  /** Ids of those for whom it was frozen; others may have got it later, as the mails say. */
  to: z.array(Id),
  /** Reason for sending it despite errors or as a draft. */
  anyway: Sentence.optional(),
  /** Digest of all that the version says, apart from whom it was sent to. */
  content: Digest,
  /** Whole minutes to read the body. */
  minutes: z.int().min(0),
  decks: z.array(SentDeck).min(1),
  /** SHA-256 of each other file of the folder, by name. */
  files: z.record(FileName, Digest),
  /** SHA-256 of each file that the bundle read, by the path it gives; `<bundle>.sent/objects/<digest>` holds them. */
  read: z.record(z.string().min(1), Digest),
  /** Digest of all above, by which an edit is known. */
  seal: Digest,
});
export type Manifest = z.infer<typeof Manifest>;

/** A mail without its attachments: `mails/<reader>.json` in the folder of a version. */
export const SentMail = z.strictObject({
  format: z.literal(SENT_FORMAT),
  reader: Id,
  from: z.strictObject({ name: Name, email: z.string() }).optional(),
  to: z.strictObject({ name: Name, email: z.string().optional() }),
  date: IsoDate,
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  /** Names of files in the folder of the version. */
  attachments: z.array(FileName),
  /** Digest of all above and of the attachments, in angle brackets with a domain, as a mail carries it. */
  messageId: z.string().regex(/^<[0-9a-f]{32}@[^\s<>@]+>$/),
});
export type SentMail = z.infer<typeof SentMail>;

/** Mails that a server has taken: `deliveries.json` in the folder of a version. */
export const Deliveries = z.strictObject({
  format: z.literal(SENT_FORMAT),
  deliveries: z.array(
    z.strictObject({
      reader: Id,
      messageId: z.string(),
      /** sending: handed over, and the program ended before the server had answered. */
      state: z.enum(["sending", "sent"]),
      /** UTC time at which the server took it. */
      at: z.string().optional(),
    }),
  ),
});
export type Deliveries = z.infer<typeof Deliveries>;
export type Delivery = Deliveries["deliveries"][number];
