import { dirname, resolve } from "node:path";
import { type ChangesShown, changesShown } from "../../conversation/changed/index.ts";
import { recordOf } from "../../conversation/decided/index.ts";
import { isFrom } from "../../conversation/replies.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/preview.ts";
import { printable } from "../../diagnostics/terminal.ts";
import type { Host } from "../../host/host.ts";
import { localeOf } from "../../locales/index.ts";
import { createPhrasebook } from "../../locales/phrasebook.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Reply } from "../../model/replies.ts";
import { compileSaid } from "../../said.ts";
import { readInput } from "../inputs/find.ts";
import { sentFolder } from "../versions/places.ts";
import { readReplies } from "../versions/replies-file.ts";
import { repliesNow } from "../versions/replies-now.ts";
import { changesSince } from "./changes.ts";
import { sourceOfSent } from "./earlier.ts";
import { nextSteps } from "./steps.ts";
import { openVersion, type SentVersion, sentVersions } from "./store.ts";

type Said = Awaited<ReturnType<typeof compileSaid>>;

/** Changes in the language of their bundle; `asSent` is the version that the bundle still is. */
export interface SaidChanges extends ChangesShown {
  readonly language: string;
  readonly asSent?: string;
}

/**
 * Collects, for the panel of the preview, what was sent, answered and decided of a bundle, from the files beside it as they
 * are now. What of it cannot be read is said in its place.
 */
export async function sentAndDecided(file: string, host: Host, cwd: string) {
  const unknown: string[] = [];
  const trying = async <Found>(find: () => Promise<Found>): Promise<Found | undefined> => {
    try {
      return await find();
    } catch (cause) {
      if (!(cause instanceof DiagnosticsError)) throw cause;
      unknown.push(...cause.diagnostics.map(({ what }) => printable(what)));
      return undefined;
    }
  };
  const sent = sentFolder(file);
  const names = (await trying(() => sentVersions(sent, cwd))) ?? [];
  const versions: SentVersion[] = [];
  for (const name of names) {
    const version = await trying(() => openVersion(sent, name, cwd));
    if (version !== undefined) versions.push(version);
  }
  const bytes = await trying(() => readInput(host, file, cwd));
  const source = bytes && { bytes, file, root: dirname(resolve(cwd, file)) };
  const now = source && (await trying(() => compileSaid(source, host)));
  const replies =
    bytes && (await trying(async () => repliesNow(await readReplies(file, cwd), file, bytes, host, cwd)));
  unknown.push(...(replies?.found ?? []).map(({ what }) => printable(what)));
  const said = replies?.replies ?? [];
  const last = versions.at(-1);
  const changes = now && (await trying(() => changesOf(versions, now, host)));
  const state = { file, sent: names, changes: countOf(changes), open: openOf(said) };
  return {
    versions: [...versions].reverse().map((version) => saidVersion(version, now?.bundle)),
    readers: last === undefined ? [] : mailsOf(last).map(({ to }) => saidReader(to, said)),
    ...(changes === undefined ? {} : { changes }),
    decision: now === undefined ? [] : decisionOf(now),
    steps: now === undefined ? [] : nextSteps({ ...state, bundle: now.bundle }),
    unknown,
  };
}

const openOf = (replies: readonly Reply[]): number =>
  replies.filter(({ status }) => status === "open").length;

/** Number of changes since the last version that was sent. */
const countOf = (changes: SaidChanges | undefined): number =>
  changes === undefined || changes.asSent !== undefined
    ? 0
    : changes.groups.reduce((sum, group) => sum + group.changes.length, 0);

/**
 * Changes since the version that was sent last, of those that are not later than the bundle. Where it is still that one, those
 * from the version before, as its readers were told of them.
 */
async function changesOf(
  versions: readonly SentVersion[],
  now: Said,
  host: Host,
): Promise<SaidChanges | undefined> {
  const { version } = now.bundle;
  const own = versions.findIndex(({ manifest }) => manifest.version === version);
  const last = own >= 0 ? own : versions.length - 1;
  const since = async (n: number): Promise<SaidChanges | undefined> => {
    const earlier = versions[n];
    if (earlier === undefined) return undefined;
    const name = earlier.manifest.version;
    const { report, phrasebook } = await changesSince(
      { ...sourceOfSent(earlier, host), name, isVersion: true },
      now,
    );
    return { ...changesShown(report, phrasebook.words), language: localeOf(now.bundle.locale).tag };
  };
  const found = await since(last);
  if (own < 0 || found === undefined || found.groups.length + found.unseen > 0 || version === undefined)
    return found;
  const before = (await since(own - 1)) ?? { ...found, title: "", foot: [] };
  return { ...before, asSent: version };
}

/** Mails of a version: those to the readers for whom it was frozen, in their order, then those that were added. */
function mailsOf({ manifest, mails }: SentVersion): SentVersion["mails"] {
  const first = manifest.to.flatMap((id) => mails.find(({ reader }) => reader === id) ?? []);
  return [...first, ...mails.filter((mail) => !first.includes(mail))];
}

function saidVersion(sent: SentVersion, bundle: Bundle | undefined) {
  const { version, date, decks } = sent.manifest;
  const kept = bundle?.history?.find((entry) => entry.version === version)?.decided;
  return {
    ...{ version, date },
    readers: mailsOf(sent).map(({ to, attachments }) => {
      const edition = decks.find((deck) => deck.edition !== undefined && attachments.includes(deck.file));
      return messages.sentTo(to.name, edition?.edition === "brief" ? undefined : edition?.edition);
    }),
    decks: decks.map(({ file }) => ({
      file,
      href: `deck/${encodeURIComponent(version)}/${encodeURIComponent(file)}`,
    })),
    ...(kept === undefined ? {} : { decided: messages.decidedThen(kept.result, kept.date) }),
  };
}

function saidReader(
  to: { readonly name: string; readonly email?: string | undefined },
  replies: readonly Reply[],
) {
  const own = replies.filter((reply) => isFrom(reply, to));
  const count = (from: Reply["from"]): number => own.filter((reply) => reply.from === from).length;
  const at = own
    .flatMap((reply) => reply.at?.slice(0, 10) ?? [])
    .sort()
    .at(-1);
  const decision = own.findLast((reply) => reply.decision !== undefined)?.decision;
  return {
    name: to.name,
    ...(own.length === 0
      ? {}
      : {
          said: messages.readerSaid({
            ...{ at, decision, mails: count("mail"), comments: count("comment"), edits: count("edit") },
          }),
        }),
  };
}

/** Facts of the decision as its record has them; nothing of what anybody thinks. */
function decisionOf(now: Said): readonly { readonly name: string; readonly texts: readonly string[] }[] {
  const { decided } = now.resolved;
  if (decided === undefined) return [];
  const locale = localeOf(now.bundle.locale);
  const { words } = createPhrasebook(locale);
  const { result, date, version, decisionMakers, outcome, conditions, lessons } = recordOf(now, decided, {
    locale,
    words,
  });
  const because = outcome.because.map(({ reason, from }) =>
    from === null ? reason : words("record.from", { reason, name: from }),
  );
  const names = messages.decisionFacts;
  return [
    { name: names.result, texts: [messages.resultName(result), outcome.chosen] },
    { name: names.by, texts: decisionMakers },
    { name: names.date, texts: [locale.date(date, "long")] },
    { name: names.version, texts: version === null ? [] : [version] },
    { name: names.because, texts: because },
    { name: names.conditions, texts: conditions },
    { name: names.lessons, texts: lessons },
  ].filter(({ texts }) => texts.length > 0);
}

/** Media types of decks by the end of their name. */
const TYPES: Readonly<Record<string, string>> = {
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  pdf: "application/pdf",
};

/** A deck of a version, byte for byte as it was sent; undefined for anything else, and where it is not that any more. */
export async function sentDeck(
  file: string,
  [version, deck]: readonly [version: string, deck: string],
  cwd: string,
): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined> {
  const sent = sentFolder(file);
  try {
    if (!(await sentVersions(sent, cwd)).includes(version)) return undefined;
    const found = await openVersion(sent, version, cwd);
    const type = TYPES[/\.([a-z]+)$/.exec(deck)?.[1] ?? ""];
    if (type === undefined || found?.manifest.decks.every((one) => one.file !== deck) !== false)
      return undefined;
    return { type, bytes: await found.file(deck) };
  } catch (cause) {
    // The panel says what is wrong with it.
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
}
