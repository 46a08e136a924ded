import type { CommentContent } from "../../../model/returned.ts";
import type { Relationship } from "../../../ooxml/package.ts";
import { all, child, type Element, elements, textOf } from "../../../ooxml/xml.ts";
import type { PackageParts, WordParts } from "./parts.ts";
import { lettersIn } from "./words.ts";

/** Part that is told of a comment on a slide, or of a reply to one. */
export type Comment = Pick<CommentContent, "author" | "text" | "reply">;

/** True for a relationship to comments: of ECMA-376 Part 1, 13.3.2, or the threaded ones of [MS-PPTX] 2.1.27. */
export const leadsToComments = ({ type }: Relationship): boolean => type.endsWith("/comments");

const PRESENTATION = "/ppt/presentation.xml";

/** Names of those who comment, by the ids that comments give them; both kinds of list say id and name. */
export function authorsIn(parts: WordParts): ReadonlyMap<string, string> {
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
  parts: PackageParts,
  authors: ReadonlyMap<string, string>,
): readonly CommentContent[] {
  const by = (node: Element): string => authors.get((node.attributes["authorId"] ?? "").toLowerCase()) ?? "";
  return relations.filter(leadsToComments).flatMap(({ target }) => {
    const list = parts.element(target);
    if (list === undefined) return [];
    return elements(list)
      .filter((node) => local(node) === "cm")
      .flatMap((node): readonly CommentContent[] => {
        const replies = elements(node)
          .filter((one) => local(one) === "replyLst")
          .flatMap(elements);
        const above = all(node, "p15:parentCm")[0];
        const parent = above === undefined ? undefined : idOf(above);
        const first = { ...said(node, by(node)), reply: parent !== undefined };
        return [
          { ...first, ...anchorOf(node), ...(parent === undefined ? {} : { parent }) },
          ...replies.map((one) => ({ ...said(one, by(one)), reply: true, parent: first.id })),
        ];
      });
  });
}

function said(node: Element, author: string): Omit<CommentContent, "reply"> {
  const { dt, created, status } = node.attributes;
  // Programs write a time to as many digits as they like, and it is the same time.
  const at = (dt ?? created)?.replace(/(\.\d*?)0+(?=\D|$)/, "$1").replace(/\.(?=\D|$)/, "");
  return {
    ...{ author, text: wordsIn(node), id: idOf(node) },
    ...(at === undefined ? {} : { at }),
    ...(status === undefined ? {} : { resolved: status === "resolved" || status === "closed" }),
  };
}

/** Ids are GUIDs of threaded comments; of legacy ones the number that they have among their author's. */
const idOf = ({ attributes: { id, authorId = "", idx = "" } }: Element): string => id ?? `${authorId}-${idx}`;

/** Shape and letters on which a threaded comment stands (monikers of [MS-ODRAWXML] 2.27, ac:spMk and ac:txMk). */
function anchorOf(node: Element): Pick<CommentContent, "anchor"> {
  const shape = ["ac:spMk", "ac:graphicFrameMk", "ac:picMk", "ac:cxnSpMk"].flatMap((name) =>
    all(node, name),
  )[0];
  const text = all(node, "ac:txMk")[0]?.attributes;
  if (shape === undefined) return {};
  const { id, creationId } = shape.attributes;
  return {
    anchor: {
      ...(id === undefined ? {} : { shape: id }),
      ...(creationId === undefined ? {} : { creationId: creationId.toUpperCase() }),
      ...(text?.["cp"] === undefined ? {} : { start: Number(text["cp"]), length: Number(text["len"] ?? 0) }),
    },
  };
}

const local = ({ name }: Element): string => name.replace(/^.*:/, "");

/** A text of its own, or, in a threaded comment, a text body. */
function wordsIn(node: Element): string {
  const plain = child(node, "p:text");
  if (plain !== undefined) return textOf(plain).trim();
  const body = elements(node).find((one) => local(one) === "txBody");
  return body === undefined ? "" : lettersIn(body).join(" ").replaceAll("\v", " ").trim();
}
