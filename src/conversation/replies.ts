import type { JsonPath } from "../base/json-path.ts";
import type { Reply } from "../model/replies.ts";
import type { ReturnedComment, ReturnedPlace, Saved } from "../model/returned.ts";
import { sha256 } from "../ooxml/hash.ts";
import type { AnswerForm } from "./form.ts";
import type { Settled, SettledText } from "./pull/settle.ts";

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

/** Edit of a deck that came back: who saved it, and the version that it was made from. */
interface EditedBy {
  readonly by: Saved;
  readonly version: string;
}

/**
 * Id of an edit: who wants which words in place of which, and where. The time is no part of it, since each save of a deck
 * has another one.
 */
const editId = (
  { by, version }: EditedBy,
  place: JsonPath | string,
  was: string | undefined,
  words: string,
): string => idOf(["edit", version, by.person, JSON.stringify(place), spaced(was), spaced(words)]);

/** Text with every white space as one: a number has another one in a table than in a sentence. */
const spaced = (text: string | undefined): string | undefined => text?.replaceAll(/\s+/g, " ").trim();

/** Ids of the edits that a text of a deck stands for, one for each thing that they made of it. */
export const editIds = ({ sentPath, sent, theirs }: SettledText, edited: EditedBy): readonly string[] =>
  theirs.map((words) => editId(edited, sentPath, sent, words));

/**
 * Replies from what somebody changed in a deck: texts, numbers, and words that they added. What stands so in the bundle
 * already is applied. Shapes and slides that were moved or removed say nothing in words, and are left out.
 */
export function repliesFromEdits({ texts, others }: Settled, edited: EditedBy): readonly Reply[] {
  const { by, version } = edited;
  const about = {
    ...{ from: "edit" as const, who: by.person ?? "" },
    ...(by.at === undefined ? {} : { at: by.at }),
    version,
  };
  const reply = (
    {
      place,
      page,
      ...said
    }: Pick<Reply, "words" | "status"> &
      Partial<Pick<Reply, "was" | "quoted">> & {
        readonly page: number;
        readonly place?: JsonPath | undefined;
      },
    where: string,
  ): Reply => ({
    ...{ id: editId(edited, place ?? where, said.was, said.words), ...about, ...said, page },
    ...(place === undefined ? {} : { path: [...place] }),
  });
  return [
    ...texts.flatMap(({ standing, items: [first], sentPath, sent, theirs }) =>
      theirs.map((words) =>
        reply(
          {
            ...{ words, was: sent, place: sentPath, page: first?.page ?? 1 },
            status: standing === "same" ? "applied" : "open",
          },
          "",
        ),
      ),
    ),
    ...others.flatMap((item): readonly Reply[] => {
      const { page, path: place, shape = "" } = item;
      const where = `${page} ${shape}`;
      const open = { page, place, status: "open" as const };
      switch (item.kind) {
        case "figure":
        case "wording":
          return [reply({ ...open, was: item.before, words: item.after }, where)];
        case "chart": {
          const names = [item.category, item.series].filter((name) => name.trim() !== "").join(", ");
          const was = item.before === undefined ? {} : { was: String(item.before) };
          const words = item.after === undefined ? "" : String(item.after);
          return [reply({ ...open, ...was, words, quoted: names }, `${where} ${names}`)];
        }
        case "paragraph-added":
        case "shape-added":
        case "slide-added":
          return item.text.trim() === "" ? [] : [reply({ ...open, words: item.text }, where)];
        default:
          return [];
      }
    }),
  ];
}

/** A mail as it was read. */
export interface ReadMail {
  readonly who: string;
  readonly email?: string | undefined;
  readonly at?: string;
  readonly text: string;
  /** Answers to the form; undefined for a mail without it. */
  readonly form?: AnswerForm;
}

/** Reply from a mail: its words and, of the form, its answers. */
export function replyFromMail({ who, email, at, text, form }: ReadMail, version: string | undefined): Reply {
  const note = form === undefined ? text.trim() : (form.note ?? "").trim();
  // The condition of a "yes, if" is as much of what they said as what they wrote above the form.
  const words = [note, form?.decisionWords ?? ""].filter((one) => one !== "").join("\n");
  const said = [note, form?.decisionWords, form?.holdsBack, form?.wouldChange];
  return {
    ...{ id: idOf([version, who, at, ...said]), from: "mail", who },
    ...(email === undefined ? {} : { email }),
    ...(at === undefined ? {} : { at }),
    ...(version === undefined ? {} : { version }),
    words,
    ...(form?.decision === undefined ? {} : { decision: form.decision.result }),
    ...(form?.holdsBack === undefined ? {} : { holdsBack: form.holdsBack }),
    ...(form?.wouldChange === undefined ? {} : { wouldChange: form.wouldChange }),
    status: "open",
  };
}

/**
 * The replies that are known with those that came in; what became of one that is known stays, save that an open edit may
 * have been applied since. An edit that the bundle says already is nothing new.
 */
export function withReplies(
  known: readonly Reply[],
  came: readonly Reply[],
): { readonly replies: readonly Reply[]; readonly added: readonly Reply[] } {
  const ids = new Set(known.map(({ id }) => id));
  const applied = new Set(came.filter(({ status }) => status === "applied").map(({ id }) => id));
  const added = came.filter(({ id, status }) => status !== "applied" && !ids.has(id) && ids.add(id));
  return { replies: [...withApplied(known, applied), ...added], added };
}

/** Replies of which those with these ids, where they are open, have been applied. */
export const withApplied = (replies: readonly Reply[], ids: ReadonlySet<string>): readonly Reply[] =>
  replies.map((reply) =>
    reply.status === "open" && ids.has(reply.id) ? { ...reply, status: "applied" } : reply,
  );

/** A person as a bundle or a mail names them. */
interface Named {
  readonly name: string;
  readonly email?: string | undefined;
}

/**
 * True where a reply is from a person: by the address of their mail, or by their name, also as directories write it, family
 * name first.
 */
export function isFrom({ who, email }: Pick<Reply, "who" | "email">, person: Named): boolean {
  const same = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined &&
    b !== undefined &&
    a.trim() !== "" &&
    a.trim().toLowerCase() === b.trim().toLowerCase();
  return same(email, person.email) || same(who, person.email) || namesOf(who) === namesOf(person.name);
}

/** Names of a person without their order: "Abara, Ruth" as "Ruth Abara"; what stands in brackets is no name. */
const namesOf = (name: string): string => {
  const [family = "", ...given] = name.replaceAll(/\s*\([^()]*\)/g, "").split(",");
  return [...given, family].join(" ").toLowerCase().split(/\s+/).filter(Boolean).join(" ");
};
