import type { Relationship } from "../../../ooxml/package.ts";
import { all, child, type Element, elements, textOf } from "../../../ooxml/xml.ts";
import type { DeckParts } from "./parts.ts";
import { lettersIn } from "./words.ts";

/** One comment on a slide, or a reply to one. */
export interface Comment {
  /** "" where the file names nobody. */
  readonly author: string;
  readonly text: string;
  readonly reply: boolean;
}

/** True for a relationship to comments: of ECMA-376 Part 1, 13.3.2, or the threaded ones of [MS-PPTX] 2.1.27. */
export const leadsToComments = ({ type }: Relationship): boolean => type.endsWith("/comments");

const PRESENTATION = "/ppt/presentation.xml";

/** Names of those who comment, by the ids that comments give them; both kinds of list say id and name. */
export function authorsIn(parts: DeckParts): ReadonlyMap<string, string> {
  const related = parts
    .relationships(PRESENTATION)
    .filter(({ type }) => /\/(commentAuthors|authors)$/.test(type))
    .map(({ target }) => target);
  // Programs that forget the relationship still write the part under the name that PowerPoint gives it.
  const usual = parts.names.filter((name) => /^\/ppt\/(commentAuthors|authors)\.xml$/.test(name));
  const lists = [...new Set([...related, ...usual])].flatMap((name) => parts.element(name) ?? []);
  return new Map(
    lists.flatMap(elements).map(({ attributes: { id = "", name = "" } }) => [id.toLowerCase(), name.trim()]),
  );
}

/** The comments of a slide, in the order of the file, replies behind what they reply to. */
export function commentsIn(
  relations: readonly Relationship[],
  parts: DeckParts,
  authors: ReadonlyMap<string, string>,
): readonly Comment[] {
  const by = (node: Element): string => authors.get((node.attributes["authorId"] ?? "").toLowerCase()) ?? "";
  return relations.filter(leadsToComments).flatMap(({ target }) => {
    const list = parts.element(target);
    if (list === undefined) return [];
    return elements(list)
      .filter((node) => local(node) === "cm")
      .flatMap((node): readonly Comment[] => {
        const replies = elements(node)
          .filter((one) => local(one) === "replyLst")
          .flatMap(elements);
        const reply = all(node, "p15:parentCm").length > 0;
        return [
          { author: by(node), text: wordsIn(node), reply },
          ...replies.map((one) => ({ author: by(one), text: wordsIn(one), reply: true })),
        ];
      });
  });
}

const local = ({ name }: Element): string => name.replace(/^.*:/, "");

/** A text of its own, or, in a threaded comment, a text body. */
function wordsIn(node: Element): string {
  const plain = child(node, "p:text");
  if (plain !== undefined) return textOf(plain).trim();
  const body = elements(node).find((one) => local(one) === "txBody");
  return body === undefined ? "" : lettersIn(body).join(" ").replaceAll("\v", " ").trim();
}
