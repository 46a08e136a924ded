import type { Locale } from "../locales/locale.ts";
import { parseMarkup } from "../locales/markup.ts";
import type { Phrasebook } from "../locales/phrasebook.ts";
import type { Bundle, Stakeholder } from "../model/bundle/index.ts";
import { plain } from "../model/text.ts";
import type { DeckMark } from "./form.ts";
import { oneLine } from "./plain.ts";

/**
 * All that mails, calendar entries and chat messages are made of. Each field is named here, so that nothing else of a
 * bundle can get into them: no stance, no concern, no objection.
 */
export interface Sending {
  readonly title: string;
  readonly purpose: "decide" | "discuss" | "inform";
  readonly version: string;
  /** Date of the bundle. */
  readonly date: string;
  /** Number of versions before this one. */
  readonly revision: number;
  readonly ask?: string;
  readonly why: string;
  readonly approver?: string;
  /** Day by which an answer is needed. */
  readonly by?: string;
  /** Whole minutes to read the body. */
  readonly minutes: number;
  readonly meeting?: NonNullable<Bundle["meeting"]>;
  readonly contact?: NonNullable<Bundle["contact"]>;
  /** Note about the changes since the version before. */
  readonly changed?: { readonly before: string; readonly note: string };
  /** Names of the pages that differ from the version before, and ids of the readers who have that one. */
  readonly again?: { readonly pages: readonly string[]; readonly readers: readonly string[] };
  readonly mark: DeckMark;
  /** Names of the decks and other files that the mail carries. */
  readonly files: readonly string[];
}

export interface Reader {
  readonly id: string;
  readonly name: string;
  readonly email?: string | undefined;
}

/** Language of a sending. */
export interface Tongue {
  readonly locale: Locale;
  readonly words: Phrasebook["words"];
}

/** A sentence of the bundle as text on one line. */
const sentence = (text: string): string => oneLine(plain(parseMarkup(text)));

/** Picks from a bundle, whose expressions are resolved, what may leave in mails. */
export function sendingOf(
  bundle: Bundle & { readonly version: string; readonly date: string },
  about: Pick<Sending, "minutes" | "files" | "again"> & { readonly digest: string },
): Sending {
  const { title, purpose = "decide", version, date, ask, why, meeting, contact, history = [] } = bundle;
  const at = history.findIndex((entry) => entry.version === version);
  const before = history[at - 1]?.version;
  const note = history[at]?.note;
  return {
    title: oneLine(title),
    purpose: ask === undefined ? "inform" : purpose,
    version,
    date,
    revision: Math.max(0, at),
    ...(ask === undefined ? {} : { ask: sentence(ask.decision) }),
    why: sentence(why.statement),
    ...(ask?.approver === undefined ? {} : { approver: ask.approver }),
    ...(ask?.by === undefined ? {} : { by: ask.by }),
    minutes: about.minutes,
    ...(meeting === undefined ? {} : { meeting }),
    ...(contact === undefined ? {} : { contact }),
    ...(before === undefined || note === undefined ? {} : { changed: { before, note: sentence(note) } }),
    ...(about.again === undefined ? {} : { again: about.again }),
    mark: { version, digest: about.digest },
    files: about.files,
  };
}

/** Parts in a decision that are asked for an answer. */
const ANSWERS: ReadonlySet<Stakeholder["part"]> = new Set([
  "approver",
  "driver",
  "contributor",
  "gatekeeper",
]);

/** Readers of a version when nobody is named: all who have a part in the decision but whoever sends it. */
export const defaultReaders = ({ stakeholders = [], ask, contact }: Bundle): readonly Stakeholder[] =>
  stakeholders.filter(
    ({ id, name, email, part }) =>
      (ANSWERS.has(part) || id === ask?.approver) &&
      name !== contact?.name &&
      (email === undefined || email.toLowerCase() !== contact?.email?.toLowerCase()),
  );
