import { BRIEF } from "../../model/bundle/editions.ts";
import type { Bundle, Edition } from "../../model/bundle/index.ts";
import type { SentDeck } from "../../model/sent.ts";

/** The edition that a reader gets: the first one that is for them; undefined for the deck as the bundle has it. */
export const editionFor = (
  { editions = [] }: Pick<Bundle, "editions">,
  reader: string,
): Edition | undefined => editions.find((edition) => edition.for?.includes(reader));

/** Editions that are for somebody: those that are sent. */
export const editionsToSend = ({ editions = [] }: Pick<Bundle, "editions">): readonly Edition[] =>
  editions.filter((edition) => (edition.for ?? []).length > 0);

/** The file that holds an edition of a version; one of one page is to be printed. */
export const editionDeck = (
  name: string,
  { id, detail }: Edition,
): Omit<SentDeck, "digest"> & { readonly format: "pptx" | "pdf" } => {
  const format = detail === "brief" ? "pdf" : "pptx";
  return { file: `${name}-${id}.${format}`, format, edition: id };
};

/**
 * True where the one-page brief goes with an edition: it is of the whole bundle, so it would show what the edition leaves
 * out, or say it in another language.
 */
export const takesBrief = (
  { detail, leave = [], locale }: Edition,
  bundle: Pick<Bundle, "locale">,
): boolean => detail !== "brief" && leave.length === 0 && (locale === undefined || locale === bundle.locale);

/** True for the edition that the one-page brief is. */
export const isBrief = ({ id, detail }: Edition): boolean => id === BRIEF && detail === "brief";
