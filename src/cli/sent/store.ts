import { randomBytes } from "node:crypto";
import { readdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parsedJson } from "../../base/jsonc.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { about } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import { makeFolder } from "../../host/folder.ts";
import { writeWhole } from "../../host/write.ts";
import { Deliveries, type Delivery, type Manifest, SENT_FORMAT, SentMail } from "../../model/sent.ts";
import { digestOf } from "../cache/store.ts";
import { refusalOf } from "../output/write.ts";
import { bytesAt, intact } from "../versions/files.ts";
import { readJson, readManifest } from "../versions/manifest.ts";
import { versionsInOrder } from "../versions/order.ts";
import { BUNDLE, DELIVERIES, MAILS, MANIFEST, OBJECTS } from "../versions/places.ts";

/** A version that was sent, read from its folder and found whole. */
export interface SentVersion {
  /** Folder of the version, as the user would name it. */
  readonly folder: string;
  readonly manifest: Manifest;
  /** The bundle, byte for byte. */
  readonly bundle: Uint8Array;
  readonly mails: readonly SentMail[];
  readonly deliveries: readonly Delivery[];
  /** Bytes of a deck or another file of the folder. */
  readonly file: (name: string) => Promise<Uint8Array>;
  /** Bytes of a file that the bundle read, by the path it gives. */
  readonly read: (path: string) => Promise<Uint8Array>;
}

/** Names of the versions in the folder of a bundle, as `versionsInOrder` has them; none where nothing was sent. */
export async function sentVersions(sent: string, cwd: string, before?: string): Promise<readonly string[]> {
  try {
    return await versionsInOrder(sent, cwd, before);
  } catch (cause) {
    throw refusalOf(cause, sent);
  }
}

/**
 * Reads a version and looks at every file of it; undefined where there is none.
 * @throws DiagnosticsError with exit 2 and all that is missing, damaged or was edited by hand.
 */
export async function openVersion(
  sent: string,
  version: string,
  cwd: string,
): Promise<SentVersion | undefined> {
  const folder = join(sent, version);
  if ((await about(resolve(cwd, folder))) === undefined) return undefined;
  const manifest = await readManifest(sent, version, cwd);
  const problems: Diagnostic[] = [];
  const look = async (path: string, digest: string): Promise<Uint8Array | undefined> => {
    const found = await intact(path, digest, cwd);
    if (found instanceof Uint8Array) return found;
    problems.push(found);
    return undefined;
  };
  const digests = new Map(Object.entries(manifest.files));
  for (const deck of manifest.decks) digests.set(deck.file, deck.digest);
  let bundle: Uint8Array | undefined;
  for (const [name, digest] of digests) {
    const bytes = await look(join(folder, name), digest);
    if (name === BUNDLE) bundle = bytes;
  }
  for (const digest of new Set(Object.values(manifest.read))) await look(join(sent, OBJECTS, digest), digest);
  if (!digests.has(BUNDLE)) problems.push(messages.sentFileMissing(join(folder, BUNDLE)));
  const attached = (name: string): string => digests.get(name) ?? "";
  const mails: SentMail[] = [];
  for (const name of await namesIn(join(folder, MAILS), cwd)) {
    const path = join(folder, MAILS, name);
    const mail = await readJson(path, SentMail, cwd);
    if (messageIdOf(mail, attached) !== mail.messageId) problems.push(messages.sentFileChanged(path));
    else mails.push(mail);
  }
  const delivered = await bytesAt(join(folder, DELIVERIES), cwd);
  const { deliveries } =
    delivered === undefined ? { deliveries: [] } : await readJson(join(folder, DELIVERIES), Deliveries, cwd);
  if (problems.length > 0 || bundle === undefined) throw new DiagnosticsError(problems, 2);
  const known = async (path: string | undefined): Promise<Uint8Array> => {
    const bytes = path === undefined ? undefined : await bytesAt(path, cwd);
    if (bytes === undefined) throw new DiagnosticsError([messages.sentFileMissing(path ?? folder)], 2);
    return bytes;
  };
  return {
    ...{ folder, manifest, bundle, mails, deliveries },
    file: (name) => known(digests.has(name) ? join(folder, name) : undefined),
    read: (path) => {
      const digest = manifest.read[path];
      return known(digest === undefined ? undefined : join(sent, OBJECTS, digest));
    },
  };
}

/** Message id of a mail: a digest of all that it says and carries, so that an edited mail is known by it. */
export function messageIdOf(
  mail: Omit<SentMail, "messageId">,
  digest: (attachment: string) => string,
): string {
  const domain = /@([^\s<>@]+)$/.exec(mail.from?.email ?? "")?.[1] ?? "foredeck.invalid";
  const words = [
    mail.reader,
    mail.to.name,
    mail.to.email ?? "",
    mail.date,
    mail.subject,
    mail.text,
    mail.html,
  ];
  const sender = [mail.from?.name ?? "", mail.from?.email ?? ""];
  const attached = mail.attachments.flatMap((name) => [name, digest(name)]);
  return `<${digestOf(...words, ...sender, ...attached).slice(0, 32)}@${domain}>`;
}

/** Files to be frozen: those of the folder, and those that the bundle read. */
export interface Freezing {
  readonly manifest: Manifest;
  /** Files of the folder by name, decks and bundle among them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Bytes of what the bundle read, by digest. */
  readonly objects: ReadonlyMap<string, Uint8Array>;
  readonly mails: readonly SentMail[];
}

/**
 * Writes a version into a folder of another name, and renames that when all is on the disk. Content that another version
 * has is not written again.
 * @throws DiagnosticsError with exit 2, for a version that is there too; what was there is then as it was.
 */
export async function freeze(
  sent: string,
  { manifest, files, objects, mails }: Freezing,
  cwd: string,
): Promise<void> {
  const folder = join(sent, manifest.version);
  const at = (path: string): string => resolve(cwd, path);
  const half = at(join(sent, `.${process.pid}-${randomBytes(6).toString("hex")}.tmp`));
  try {
    for (const [digest, bytes] of objects) await keepObject(join(sent, OBJECTS, digest), digest, bytes, cwd);
    await makeFolder(half);
    for (const [name, bytes] of files) await writeWhole(join(half, name), bytes);
    for (const mail of mails) await writeWhole(mailFile(half, mail), jsonBytes(mail));
    await writeWhole(join(half, MANIFEST), jsonBytes(manifest));
    if ((await about(folder)) !== undefined) throw new DiagnosticsError([messages.sentMeanwhile(folder)], 2);
    await rename(half, at(folder));
  } catch (cause) {
    await rm(half, { recursive: true, force: true });
    if (cause instanceof DiagnosticsError) throw cause;
    const code = codeOf(cause);
    if (code === "ENOTEMPTY" || code === "EEXIST")
      throw new DiagnosticsError([messages.sentMeanwhile(folder)], 2);
    throw refusalOf(cause, folder);
  }
}

/** Writes a file of content that is not there yet. */
async function keepObject(path: string, digest: string, bytes: Uint8Array, cwd: string): Promise<void> {
  const before = await bytesAt(path, cwd);
  if (before === undefined) return writeWhole(resolve(cwd, path), bytes);
  // Other versions may name it: it is theirs, and not ours to mend.
  if (digestOf(before) !== digest) throw new DiagnosticsError([messages.sentFileChanged(path)], 2);
}

/** Texts of all mails that were sent from a bundle, as far as they can be read; by them a mail that quotes one is known. */
export async function mailTexts(sent: string, cwd: string): Promise<readonly string[]> {
  const texts: string[] = [];
  for (const version of await sentVersions(sent, cwd)) {
    const folder = join(sent, version, MAILS);
    for (const name of await namesIn(folder, cwd)) {
      const bytes = await bytesAt(join(folder, name), cwd);
      const { text } = ((bytes && parsedJson(bytes)) ?? {}) as { readonly text?: unknown };
      if (typeof text === "string") texts.push(text);
    }
  }
  return texts;
}

/** Adds mails to a version; one that is there stays. */
export async function addMails(folder: string, mails: readonly SentMail[], cwd: string): Promise<void> {
  for (const mail of mails) {
    const path = mailFile(folder, mail);
    if ((await about(resolve(cwd, path))) !== undefined) continue;
    try {
      await writeWhole(resolve(cwd, path), jsonBytes(mail));
    } catch (cause) {
      throw refusalOf(cause, path);
    }
  }
}

/** Writes which mails a server has taken. */
export async function keepDeliveries(
  folder: string,
  deliveries: readonly Delivery[],
  cwd: string,
): Promise<void> {
  const path = join(folder, DELIVERIES);
  try {
    await writeWhole(resolve(cwd, path), jsonBytes({ format: SENT_FORMAT, deliveries }));
  } catch (cause) {
    throw refusalOf(cause, path);
  }
}

const mailFile = (folder: string, { reader }: SentMail): string => join(folder, MAILS, `to-${reader}.json`);

const jsonBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);

async function namesIn(folder: string, cwd: string): Promise<readonly string[]> {
  try {
    return (await readdir(resolve(cwd, folder))).filter((name) => name.endsWith(".json")).sort();
  } catch (cause) {
    if (codeOf(cause) === "ENOENT") return [];
    throw refusalOf(cause, folder);
  }
}
