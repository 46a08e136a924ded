import type { Delivery, SentMail } from "../../model/sent.ts";
import { emlBytes } from "./eml.ts";
import { handOver, type Server } from "./smtp.ts";
import { keepDeliveries, type SentVersion } from "./store.ts";

export interface NotTaken {
  readonly reader: string;
  readonly state: "refused" | "unknown";
  readonly reason: string;
}

export interface Delivered {
  /** Readers whose mails the server has taken now. */
  readonly done: readonly string[];
  /** Readers whose mails it has not, or may not have, and why. */
  readonly failed: readonly NotTaken[];
}

/**
 * Hands mails to a server, one after the other. Each is noted on the disk before it is handed over, and again as soon as it
 * is taken, so that no mail is handed over twice: also where the program was ended in between.
 */
export async function deliver(
  version: SentVersion,
  mails: readonly SentMail[],
  server: Server,
  {
    cwd,
    stop,
    told,
  }: {
    readonly cwd: string;
    readonly stop?: AbortSignal | undefined;
    readonly told: (reader: string) => Promise<void>;
  },
): Promise<Delivered> {
  let deliveries = version.deliveries;
  const note = async (mail: SentMail, state?: Pick<Delivery, "state" | "at">): Promise<void> => {
    const others = deliveries.filter(({ reader }) => reader !== mail.reader);
    const { reader, messageId } = mail;
    deliveries = state === undefined ? others : [...others, { reader, messageId, ...state }];
    await keepDeliveries(version.folder, deliveries, cwd);
  };
  const done: string[] = [];
  const failed: NotTaken[] = [];
  for (const mail of mails) {
    if (stop?.aborted === true) break;
    const [from, to] = [mail.from?.email, mail.to.email];
    if (from === undefined || to === undefined) throw new Error(`mail to ${mail.reader} has no address`);
    const raw = await emlBytes(mail, version.file, "delivery");
    await note(mail, { state: "sending" });
    const outcome = await handOver(server, { from, to }, raw);
    if (outcome.state === "taken") {
      await note(mail, { state: "sent", at: new Date().toISOString() });
      done.push(mail.reader);
      await told(mail.reader);
      continue;
    }
    if (outcome.state === "refused") await note(mail);
    failed.push({ reader: mail.reader, ...outcome });
  }
  return { done, failed };
}
