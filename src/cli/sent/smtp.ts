import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";

/** Environment variable that names the server: smtps://user:password@host. What it holds is never printed. */
export const SERVER = "FOREDECK_SMTP_URL";

/** ms to wait for a server to be reached and to greet, and to say something more. */
const REACHED = 15_000;
const SILENT = 60_000;

export interface Server {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte on; else by STARTTLS where the server has it. */
  readonly secure: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
}

/**
 * The server that the environment names.
 * @throws DiagnosticsError with exit 2 where it names none, or no address of one. What it holds is in no message.
 */
export function serverOf(env: Readonly<Record<string, string | undefined>> | undefined): Server {
  const text = env?.[SERVER];
  if (text === undefined || text === "") throw new DiagnosticsError([messages.deliverNoServer(SERVER)], 2);
  const parts = partsOf(text);
  if (parts === undefined) throw new DiagnosticsError([messages.deliverBadServer(SERVER)], 2);
  const { url, user, pass } = parts;
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port === "" ? (secure ? 465 : 587) : Number(url.port),
    secure,
    ...(user === "" ? {} : { login: { user, pass } }),
  };
}

function partsOf(text: string) {
  try {
    const url = new URL(text);
    const [user, pass] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
    return /^smtps?:$/.test(url.protocol) && url.hostname !== "" ? { url, user, pass } : undefined;
  } catch (cause) {
    // Messages of both errors quote the address.
    if (!(cause instanceof TypeError) && !(cause instanceof URIError)) throw cause;
    return undefined;
  }
}

const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/;

/** Outcome of handing a mail over: taken, refused or not sent, or unknown where the line broke before the answer to all of it. */
export type Handover =
  | { readonly state: "taken" }
  | { readonly state: "refused" | "unknown"; readonly reason: string };

/** Hands one mail to the server, on a connection of its own. */
export async function handOver(
  { host, port, secure, login }: Server,
  envelope: { readonly from: string; readonly to: string },
  raw: Uint8Array,
): Promise<Handover> {
  // A password goes over no line that others can read.
  const requireTLS = login !== undefined && !secure && !LOOPBACK.test(host);
  const connection = new SMTPConnection({
    ...{ host, port, secure, requireTLS },
    connectionTimeout: REACHED,
    greetingTimeout: REACHED,
    socketTimeout: SILENT,
  });
  const failed = new Promise<never>((_, reject) => connection.on("error", reject));
  failed.catch(() => undefined);
  const step = (begin: (done: (cause?: Error | null) => void) => void): Promise<void> =>
    Promise.race([
      failed,
      new Promise<void>((resolve, reject) =>
        begin((cause) => (cause === undefined || cause === null ? resolve() : reject(cause))),
      ),
    ]);
  let handed = false;
  try {
    await step((done) => connection.connect(done));
    if (login !== undefined) await step((done) => connection.login(login, done));
    // Read only once the server has said that it takes the mail.
    const stream = Readable.from([Buffer.from(raw)]).once("end", () => {
      handed = true;
    });
    await step((done) => connection.send({ from: envelope.from, to: [envelope.to] }, stream, done));
    connection.quit();
    return { state: "taken" };
  } catch (cause) {
    connection.close();
    return failureOf(cause, handed);
  }
}

/** In our own words: those of servers and libraries may quote the address of the server or its user. */
function failureOf(cause: unknown, handed: boolean): Handover {
  const code = codeOf(cause);
  if (code === undefined || !(cause instanceof Error)) throw cause;
  const answer =
    "responseCode" in cause && typeof cause.responseCode === "number" ? cause.responseCode : undefined;
  const unknown = handed && answer === undefined;
  return { state: unknown ? "unknown" : "refused", reason: messages.deliveryFailure(code, answer) };
}
