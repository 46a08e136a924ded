import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type SettledText, settle } from "../../conversation/pull/settle.ts";
import { type SentMails, sentMails } from "../../conversation/quoted.ts";
import {
  editIds,
  repliesFromComments,
  repliesFromEdits,
  replyFromMail,
  withApplied,
  withReplies,
} from "../../conversation/replies.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import { createNodeHost } from "../../host/node.ts";
import type { Reply } from "../../model/replies.ts";
import type { ReturnedComment, ReturnedPlace } from "../../model/returned.ts";
import { isZip } from "../../ooxml/zip.ts";
import { readWhole } from "../../read/whole.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { type ConsoleReporter, told } from "../console/report.ts";
import { readInput } from "../inputs/find.ts";
import { writeOutput } from "../output/write.ts";
import { sourceOfSent } from "../sent/earlier.ts";
import { writeReplies } from "../sent/keep-replies.ts";
import { withProposed } from "../sent/proposed.ts";
import { readDeck, readMail } from "../sent/returned.ts";
import {
  deckText,
  otherAsJson,
  type PulledDeck,
  replyLines,
  textAsJson,
  textLines,
} from "../sent/returned-text.ts";
import { mailTexts, sentVersions } from "../sent/store.ts";
import { repliesFile, sentFolder } from "../versions/places.ts";
import { readReplies } from "../versions/replies-file.ts";
import { decodeWritten } from "../written/parse.ts";

export interface PullOptions {
  /** Version that the decks are of, where their mark was lost. */
  readonly sent?: string;
  readonly apply?: boolean;
  /** Asks of each proposed text whether it is to be written. */
  readonly interactive?: boolean;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** `foredeck pull`: what readers did to a deck, and what they answered, each at its place in the bundle. */
export const pull = (
  file: string,
  returned: readonly string[],
  options: PullOptions,
  io: Io,
): Promise<Exit> =>
  told(options, io, async (say, result) => {
    Object.assign(result, await pulled(file, returned, options, io, say));
    return EXIT.done;
  });

async function pulled(
  file: string,
  returned: readonly string[],
  options: PullOptions,
  io: Io,
  say: ConsoleReporter,
): Promise<object> {
  const host = createNodeHost();
  const bytes = await readInput(host, file, io.cwd);
  const text = decodeWritten(bytes);
  const whole = await readWhole({ bytes, file, root: dirname(resolve(io.cwd, file)) }, host);
  const folder = sentFolder(file);
  const decks: PulledDeck[] = [];
  let quotable: SentMails | undefined;
  const mails: { readonly file: string; readonly reply: Reply }[] = [];
  for (const name of returned) {
    const content = await contentOf(name, io.cwd);
    if (!isZip(content)) {
      quotable ??= sentMails(await mailTexts(folder, io.cwd));
      const mail = await readMail(name, content, quotable);
      mails.push({ file: name, reply: replyFromMail(mail, mail.form?.version) });
      continue;
    }
    if ((await sentVersions(folder, io.cwd)).length === 0)
      throw new DiagnosticsError([messages.pullNothingSent(file)], 2);
    const deck = await readDeck(name, content, { folder, version: options.sent }, io.cwd);
    const then = sourceOfSent(deck.version, host);
    const sent = await readWhole(then.source, then.host);
    decks.push({ ...deck, settled: settle(deck.items, sent.value, whole.value) });
  }
  const comments = decks.flatMap(({ items, version }) =>
    repliesFromComments(
      items.filter((item): item is ReturnedComment & ReturnedPlace => item.kind === "comment"),
      version.manifest.version,
    ),
  );
  const kept = await readReplies(file, io.cwd);
  const edits = decks.flatMap(({ settled, ...deck }) => repliesFromEdits(settled, editedBy(deck)));
  const { replies, added } = withReplies(kept, [...comments, ...mails.map(({ reply }) => reply), ...edits]);
  const declined = new Map(
    kept.flatMap(({ id, status, because = "" }) => (status === "declined" ? [[id, because]] : [])),
  );
  const reasonFor = (text: SettledText): string | undefined =>
    decks
      .filter(({ settled }) => settled.texts.includes(text))
      .flatMap((deck) => editIds(text, editedBy(deck)))
      .map((id) => declined.get(id))
      .find((because) => because !== undefined);
  for (const deck of decks) await say.result(deckText(deck, io.out.colour, reasonFor).trimEnd());
  for (const { file: name, reply } of mails)
    await say.result(
      [messages.pulledMail(name, reply.who, reply.at), ...replyLines(reply).slice(1)].join("\n"),
    );
  const all = decks.flatMap(({ settled }) => settled.texts);
  // What was declined once is not proposed a second time.
  const texts = all.filter((text) => reasonFor(text) === undefined);
  const others = decks.flatMap(({ settled }) => settled.others);
  await say.result(
    messages.pulledSummary({
      proposed: texts.filter(({ standing }) => standing === "proposed").length,
      conflicts: texts.filter(({ standing }) => standing === "conflict").length,
      figures: others.filter(({ standing }) => standing === "figure").length,
      others: others.filter(({ standing, kind }) => standing === "reported" && kind !== "comment").length,
      replies: added.filter(({ from }) => from !== "edit").length,
    }),
  );
  const applied: string[] = [];
  const taken = new Set<string>();
  const asked = options.interactive === true;
  if ((options.apply === true || asked) && options.dryRun !== true) {
    const wanted = asked ? await chosen(unanimous(texts), io) : unanimous(texts);
    const written = text === undefined ? undefined : withProposed(text, file, wanted);
    if (written === undefined) throw new DiagnosticsError([messages.pullBundleUnreadable(file)], 2);
    if (written.applied.length > 0)
      await writeOutput(host, file, new TextEncoder().encode(written.text), io.cwd);
    applied.push(...written.applied.map((one) => textAsJson(one).path ?? ""));
    const paths = new Set(written.applied.map(({ sentPath }) => JSON.stringify(sentPath)));
    for (const { settled, ...deck } of decks)
      for (const one of settled.texts)
        if (paths.has(JSON.stringify(one.sentPath)))
          for (const id of editIds(one, editedBy(deck))) taken.add(id);
    await say.note(messages.pullApplied(applied.length, file));
    const elsewhere = wanted.flatMap(({ standing, path = [] }) => {
      const place = standing === "proposed" ? whole.placeOf(path) : undefined;
      return place === undefined || place.file === file ? [] : [`${place.file}:${place.line}`];
    });
    if (elsewhere.length > 0) await say.note(messages.pullElsewhere([...new Set(elsewhere)]));
  } else if (texts.some(({ standing }) => standing === "proposed")) await say.note(messages.pullHint(file));
  const next = withApplied(replies, taken);
  if (options.dryRun !== true && (added.length > 0 || next.some((one, n) => one !== kept[n]))) {
    await writeReplies(file, next, host, io.cwd);
    if (added.length > 0) await say.note(messages.repliesKept(repliesFile(file), keptCounts(added)));
  }
  return {
    decks: decks.map(({ file: name, version, by, settled }) => ({
      ...{ file: name, version: version.manifest.version, by },
      texts: settled.texts.map(textAsJson),
      others: settled.others.map(otherAsJson),
    })),
    replies: next.filter(({ id }) => added.some((one) => one.id === id)),
    applied,
  };
}

const editedBy = ({ by, version }: Pick<PulledDeck, "by" | "version">) => ({
  by,
  version: version.manifest.version,
});

const keptCounts = (added: readonly Reply[]) => {
  const edits = added.filter(({ from }) => from === "edit").length;
  return { edits, replies: added.length - edits };
};

/**
 * Asks of each text that only they changed; those that a yes was said to. Whoever goes away has said no to the rest.
 * @throws DiagnosticsError with exit 2 where nobody can be asked.
 */
async function chosen(
  texts: PulledDeck["settled"]["texts"],
  io: Io,
): Promise<PulledDeck["settled"]["texts"]> {
  const proposed = texts.filter(({ standing }) => standing === "proposed");
  if (proposed.length === 0) return [];
  const prompt = await io.prompt?.();
  if (prompt === undefined) throw new DiagnosticsError([messages.pullNobodyToAsk()], 2);
  const wanted: SettledText[] = [];
  try {
    for (const [n, one] of proposed.entries()) {
      await io.out.write(`${textLines(one, io.out.colour).join("\n")}\n`);
      const answer = await prompt.ask(messages.pullQuestion(n + 1, proposed.length));
      if (answer === undefined || messages.saysQuit(answer)) break;
      if (messages.saysYes(answer)) wanted.push(one);
    }
  } finally {
    prompt.close();
  }
  return wanted;
}

/** Texts of which no two decks say different things. */
function unanimous(texts: PulledDeck["settled"]["texts"]): PulledDeck["settled"]["texts"] {
  const said = new Map<string, Set<string>>();
  for (const { path = [], theirs } of texts) {
    const key = JSON.stringify(path);
    said.set(key, new Set([...(said.get(key) ?? []), ...theirs]));
  }
  const seen = new Set<string>();
  return texts.filter(({ path = [] }) => {
    const key = JSON.stringify(path);
    if (said.get(key)?.size !== 1 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function contentOf(name: string, cwd: string): Promise<Uint8Array> {
  try {
    return await readFile(resolve(cwd, name));
  } catch (cause) {
    const code = codeOf(cause);
    if (code === undefined) throw cause;
    throw new DiagnosticsError([messages.pullUnreadable(name, `the system says ${code}`)], 2);
  }
}
