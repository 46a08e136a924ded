import type { Reply } from "../model/replies.ts";
import type { ReturnedComment, ReturnedPlace } from "../model/returned.ts";
import { sha256 } from "../ooxml/hash.ts";
import type { AnswerForm } from "./form.ts";

/** Id of a reply: the same person, time, words and version give the same one. */
const idOf = (parts: readonly (string | undefined)[]): string =>
  `r-${sha256(JSON.stringify(parts)).slice(0, 10)}`;

type Comment = ReturnedComment & ReturnedPlace;

/** Replies from the comments of a deck; those that answer another one name it, and stand where it does. */
export function repliesFromComments(comments: readonly Comment[], version: string): readonly Reply[] {
  const ids = new Map<string, string>();
  const places = new Map<string, Comment["path"]>();
  return comments.map(({ comment, page, path: own, quoted }): Reply => {
    const { author, text, at, resolved, parent } = comment;
    const id = idOf([version, author, at, text]);
    ids.set(comment.id, id);
    const path = (parent === undefined ? undefined : places.get(parent)) ?? own;
    places.set(comment.id, path);
    const answers = parent === undefined ? undefined : ids.get(parent);
    return {
      ...{ id, from: "comment", who: author },
      ...(at === undefined ? {} : { at }),
      ...{ version, words: text },
      ...(path === undefined ? {} : { path: [...path] }),
      page,
      ...(quoted === "" ? {} : { quoted }),
      ...(answers === undefined ? {} : { answers }),
      status: resolved === true ? "answered" : "open",
    };
  });
}

/** A mail as it was read. */
export interface ReadMail {
  readonly who: string;
  readonly at?: string;
  readonly text: string;
  /** Answers to the form; undefined for a mail without it. */
  readonly form?: AnswerForm;
}

/** Reply from a mail: its words and, of the form, its answers. */
export function replyFromMail({ who, at, text, form }: ReadMail, version: string | undefined): Reply {
  const note = form === undefined ? text.trim() : (form.note ?? "").trim();
  // The condition of a "yes, if" is as much of what they said as what they wrote above the form.
  const words = [note, form?.decisionWords ?? ""].filter((one) => one !== "").join("\n");
  const said = [note, form?.decisionWords, form?.holdsBack, form?.wouldChange];
  return {
    ...{ id: idOf([version, who, at, ...said]), from: "mail", who },
    ...(at === undefined ? {} : { at }),
    ...(version === undefined ? {} : { version }),
    words,
    ...(form?.decision === undefined ? {} : { decision: form.decision.result }),
    ...(form?.holdsBack === undefined ? {} : { holdsBack: form.holdsBack }),
    ...(form?.wouldChange === undefined ? {} : { wouldChange: form.wouldChange }),
    status: "open",
  };
}

/** The replies that are known with those that came in; what became of one that is known stays. */
export function withReplies(
  known: readonly Reply[],
  came: readonly Reply[],
): { readonly replies: readonly Reply[]; readonly added: readonly Reply[] } {
  const ids = new Set(known.map(({ id }) => id));
  const added = came.filter(({ id }) => !ids.has(id) && ids.add(id));
  return { replies: [...known, ...added], added };
}
