import { join } from "node:path";
import { slackMessage, teamsMessage } from "../../conversation/chat.ts";
import { letterTo, linksPage } from "../../conversation/mail.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import type { Manifest, SentMail } from "../../model/sent.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { type ConsoleReporter, told } from "../console/report.ts";
import { readInput } from "../inputs/find.ts";
import { STDIN } from "../inputs/stdin.ts";
import { stem } from "../output/names.ts";
import { OUT } from "../output/targets.ts";
import { writeOutput } from "../output/write.ts";
import { deliver } from "../sent/deliver.ts";
import { editionFor } from "../sent/editions.ts";
import { emlBytes } from "../sent/eml.ts";
import { withHistory } from "../sent/history.ts";
import { type Outgoing, outgoing, prettyJson, writeOutgoing } from "../sent/outputs.ts";
import { type Prepared, prepare } from "../sent/prepare.ts";
import { type Server, serverOf } from "../sent/smtp.ts";
import { addMails, freeze, openVersion, type SentVersion } from "../sent/store.ts";
import {
  type AllWords,
  type Made,
  mailsTo,
  makeVersion,
  refuseOther,
  wordsFor,
  wordsOfVersion,
} from "../sent/version.ts";
import { sentFolder } from "../versions/places.ts";
import { decodeWritten } from "../written/parse.ts";

export interface SendOptions {
  /** Ids of stakeholders. */
  readonly to?: readonly string[];
  readonly outDir?: string;
  readonly anyway?: string;
  readonly deliver?: boolean;
  readonly yes?: boolean;
  /** Ids of readers whose mails are handed over once more. */
  readonly again?: readonly string[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Outcome of a run, for other programs. */
interface Result {
  version?: string;
  state?: "frozen" | "unchanged" | "dry-run";
  folder?: string;
  anyway?: string;
  decks?: Manifest["decks"];
  mails?: readonly Record<string, unknown>[];
  files?: readonly string[];
  delivered?: readonly string[];
}

/** `foredeck send`: checks, builds and freezes a version, and writes its mails; with --deliver, hands them to a server. */
export const send = (file: string, options: SendOptions, io: Io): Promise<Exit> =>
  told<Result>(options, io, (say, result, found) => sending(file, options, io, say, result, found));

/** Everything that a version is, frozen or about to be. */
interface Ready {
  readonly prepared: Prepared;
  /** Undefined where it was frozen before. */
  readonly made: Made | undefined;
  readonly before: SentVersion | undefined;
  readonly words: AllWords;
  /** Mails to the readers of this run. */
  readonly mails: readonly SentMail[];
  readonly file: (name: string) => Promise<Uint8Array>;
}

async function sending(
  file: string,
  options: SendOptions,
  io: Io,
  say: ConsoleReporter,
  result: Result,
  found: Diagnostic[],
): Promise<Exit> {
  const host = createNodeHost();
  const server = checkCall(file, options, io);
  const prompt = server !== undefined && options.yes !== true ? await io.prompt?.() : undefined;
  try {
    if (server !== undefined && options.yes !== true && options.dryRun !== true && prompt === undefined)
      throw new DiagnosticsError([messages.deliverNeedsYes()], 2);
    const prepared = await prepare(file, options.to, host, io.cwd);
    const { version, readers, errors, compiled } = prepared;
    const sent = sentFolder(file);
    const shown = join(sent, version);
    Object.assign(result, { version, folder: shown });
    const before = await openVersion(sent, version, io.cwd);
    if (before !== undefined) refuseOther(prepared, before, shown);
    const draft = compiled.bundle.status !== "final";
    if (before === undefined && options.anyway === undefined && (errors.length > 0 || draft)) {
      found.push(...errors);
      await say.error(messages.sendWithErrors(file, errors.length, draft));
      return EXIT.errors;
    }
    found.push(...prepared.waiting);
    if (server !== undefined) checkAddresses(prepared);
    const made = before === undefined ? await makeVersion(prepared, options.anyway, host) : undefined;
    const ready = await readyOf(prepared, made, before, host);
    const manifest = before?.manifest ?? made?.freezing.manifest;
    Object.assign(result, { decks: manifest?.decks, anyway: manifest?.anyway });
    const folder = join(options.outDir ?? OUT, `${stem(file)}-${version}`);
    const files = await outgoingFiles(ready, folder);
    const mails = (delivered: readonly string[]) =>
      ready.mails.map((mail) => ({
        reader: mail.reader,
        ...mail.to,
        subject: mail.subject,
        messageId: mail.messageId,
        file: join(folder, `to-${mail.reader}.eml`),
        edition: editionOfReader(ready, mail.reader) ?? null,
        attachments: mail.attachments,
        delivered: delivered.includes(mail.reader),
      }));
    Object.assign(result, { files: files.map(({ path }) => path), mails: mails([]) });
    if (options.dryRun === true) {
      result.state = "dry-run";
      await showAll(ready, files, shown, server !== undefined, say);
      return EXIT.done;
    }
    if (made !== undefined) await freeze(sent, { ...made.freezing, mails: ready.mails }, io.cwd);
    else if (before !== undefined) await addMails(before.folder, ready.mails, io.cwd);
    result.state = made === undefined ? "unchanged" : "frozen";
    await say.result((made === undefined ? messages.frozenBefore : messages.frozen)(version, shown));
    if (await keepHistory(prepared, host, io.cwd)) await say.result(messages.historyWritten(file));
    for (const left of await writeOutgoing(files, host, io.cwd)) await say.note(messages.outputLeft(left));
    for (const { reader } of ready.mails)
      await say.result(messages.mailWritten(reader, join(folder, `to-${reader}.eml`)));
    const whole = await openVersion(sent, version, io.cwd);
    if (whole === undefined) throw new Error(`${shown} was written and is not there`);
    const sentBefore = (): readonly string[] =>
      whole.deliveries.filter(({ state }) => state === "sent").map(({ reader }) => reader);
    if (server === undefined) {
      result.mails = mails(sentBefore());
      await say.note(messages.deliverHint(folder));
      return EXIT.done;
    }
    const { done, exit } = await deliverAll(whole, readers, server, options, io, say, found, prompt);
    result.delivered = done;
    result.mails = mails([...sentBefore(), ...done]);
    return exit;
  } finally {
    prompt?.close();
  }
}

/** Refuses a call that cannot work, before anything is read; the server where mails are to be delivered. */
function checkCall(file: string, options: SendOptions, io: Io): Server | undefined {
  if (file === STDIN) throw new DiagnosticsError([messages.sendOfInput()], 2);
  if (options.anyway !== undefined && options.anyway.trim() === "")
    throw new DiagnosticsError([messages.anywayWithoutReason()], 2);
  if (options.again !== undefined && options.deliver !== true)
    throw new DiagnosticsError([messages.againNeedsDeliver()], 2);
  return options.deliver === true ? serverOf(io.env) : undefined;
}

function checkAddresses({ readers, compiled }: Prepared): void {
  const found: Diagnostic[] = [];
  if (compiled.bundle.contact?.email === undefined) found.push(messages.deliverNoSender());
  const without = readers.filter(({ email }) => email === undefined);
  if (without.length > 0) found.push(messages.deliverNoAddress(without.map(({ id }) => id)));
  if (found.length === 0) return;
  const place = (path: Diagnostic["path"]) => compiled.sourceMap.value(path ?? []);
  throw new DiagnosticsError(
    found.map((each) => ({ ...each, place: place(each.path) })),
    2,
  );
}

async function readyOf(
  prepared: Prepared,
  made: Made | undefined,
  before: SentVersion | undefined,
  host: Host,
): Promise<Ready> {
  const words =
    made?.words ?? (before === undefined ? undefined : await wordsOfVersion(prepared, before, host));
  const manifest = made?.freezing.manifest ?? before?.manifest;
  if (words === undefined || manifest === undefined) throw new Error("neither made nor sent before");
  const fresh = mailsTo(prepared, words, { manifest });
  // A mail that was frozen says what its reader was told.
  const mails = fresh.map((mail) => {
    const known = before?.mails.find(({ reader }) => reader === mail.reader);
    return known === undefined ? mail : { ...known, to: { ...known.to, ...mail.to } };
  });
  const files = made?.freezing.files;
  const file = async (name: string): Promise<Uint8Array> => {
    const bytes = files?.get(name) ?? (await before?.file(name));
    if (bytes === undefined) throw new Error(`${name} is not part of the version`);
    return bytes;
  };
  return { prepared, made, before, words, mails, file };
}

/** Name of the edition whose deck a reader gets. */
const editionOfReader = ({ words, prepared }: Ready, reader: string): string | undefined => {
  const id = editionFor(prepared.compiled.bundle, reader)?.id;
  return id !== undefined && words.editions.has(id) ? id : undefined;
};

/** Files for whoever sends: the decks, a mail for each reader, the dates, and messages for chats. */
async function outgoingFiles(
  { prepared, words, mails, file }: Ready,
  folder: string,
): Promise<readonly Outgoing[]> {
  const { sending, tongue } = words;
  const letters = prepared.readers.map((reader) => {
    const own = wordsFor(words, prepared, reader.id);
    const letter = letterTo(reader, own.sending, own.tongue);
    return { reader, letter, files: own.sending.files };
  });
  const attached = [...new Set(mails.flatMap(({ attachments }) => attachments))];
  return [
    ...(await Promise.all(attached.map(async (name) => outgoing(folder, name, await file(name))))),
    ...(await Promise.all(
      mails.map(async (mail) =>
        outgoing(folder, `to-${mail.reader}.eml`, await emlBytes(mail, file, "draft")),
      ),
    )),
    ...mails.map((mail) => outgoing(folder, `to-${mail.reader}.txt`, textOf(mail))),
    outgoing(folder, "mails.html", linksPage(letters, sending, tongue)),
    outgoing(folder, "slack.json", prettyJson(slackMessage(sending, tongue))),
    outgoing(folder, "teams.json", prettyJson(teamsMessage(sending, tongue))),
  ];
}

/** A mail as text, to be pasted: to whom, its subject, and its words. */
const textOf = ({ to, subject, text }: SentMail): string =>
  `${messages.mailHeading(to.name, to.email, subject)}\n\n${text}`;

async function showAll(
  ready: Ready,
  files: readonly Outgoing[],
  shown: string,
  delivers: boolean,
  say: ConsoleReporter,
): Promise<void> {
  const { before, prepared, mails } = ready;
  await say.result(messages.dryRunHeading(prepared.version, before !== undefined));
  if (before === undefined) await say.result(messages.dryRunFile(shown));
  if (Buffer.compare(prepared.before, prepared.bytes) !== 0)
    await say.result(messages.dryRunFile(prepared.file));
  for (const { path } of files) await say.result(messages.dryRunFile(path));
  for (const { reader, to, attachments } of mails)
    await say.result(messages.dryRunGets(to.name, editionOfReader(ready, reader), attachments));
  for (const mail of mails) {
    await say.result(`\n${textOf(mail)}`);
    if (delivers && mail.to.email !== undefined) await say.result(messages.dryRunDeliver(mail.to.email));
  }
}

/** Writes the entry of the version into the bundle, as it is by now; false where it is there already. */
async function keepHistory(
  { file, version, date, readers }: Prepared,
  host: Host,
  cwd: string,
): Promise<boolean> {
  const text = decodeWritten(await readInput(host, file, cwd));
  const ids = readers.map(({ id }) => id);
  const edited = text === undefined ? undefined : withHistory(text, file, { version, date, readers: ids });
  if (edited === undefined) throw new DiagnosticsError([messages.historyNotWritten(file)], 2);
  if (edited === text) return false;
  await writeOutput(host, file, new TextEncoder().encode(edited), cwd);
  return true;
}

/** Delivers what was not delivered yet, after asking once more. */
async function deliverAll(
  version: SentVersion,
  readers: Prepared["readers"],
  server: Server,
  { yes, again = [] }: SendOptions,
  io: Io,
  say: ConsoleReporter,
  found: Diagnostic[],
  prompt: Awaited<ReturnType<NonNullable<Io["prompt"]>>>,
): Promise<{ readonly done: readonly string[]; readonly exit: Exit }> {
  const mails = readers.flatMap(({ id, email }): readonly SentMail[] => {
    const mail = version.mails.find(({ reader }) => reader === id);
    // The address may have been added or mended since the mail was written.
    return mail === undefined || email === undefined ? [] : [{ ...mail, to: { ...mail.to, email } }];
  });
  const stateOf = (reader: string) =>
    again.includes(reader) ? undefined : version.deliveries.find((each) => each.reader === reader)?.state;
  for (const { reader } of mails)
    if (stateOf(reader) === "sent") await say.result(messages.deliveredBefore(reader));
  const unsure = mails.filter(({ reader }) => stateOf(reader) === "sending").map(({ reader }) => reader);
  if (unsure.length > 0) found.push(messages.maybeDelivered(unsure));
  const due = mails.filter(({ reader }) => stateOf(reader) === undefined);
  const exit = (well: boolean): Exit => (well && unsure.length === 0 ? EXIT.done : EXIT.errors);
  if (due.length === 0) return { done: [], exit: exit(true) };
  const addresses = due.map(({ to }) => to.email ?? "");
  if (yes !== true && !messages.saysYes(await prompt?.ask(messages.deliverQuestion(addresses)))) {
    await say.result(messages.nothingDelivered());
    return { done: [], exit: exit(true) };
  }
  const { done, failed } = await deliver(version, due, server, {
    cwd: io.cwd,
    stop: io.interrupted?.(),
    told: async (reader) => say.result(messages.delivered(reader)),
  });
  found.push(
    ...failed.map(({ reader, state, reason }) =>
      state === "unknown" ? messages.maybeDelivered([reader]) : messages.notDelivered(reader, reason),
    ),
  );
  const left = due.length - done.length - failed.length;
  if (left > 0) {
    await say.error(messages.deliveryStopped(left));
    return { done, exit: EXIT.interrupted };
  }
  return { done, exit: exit(failed.length === 0) };
}
