import type { OpenReplies, SaidReply } from "../message.ts";
import { make, type Say } from "./dom.ts";

/** The slide that a reply leads to, as it is called now. */
export interface ReplySlide {
  readonly number: number;
  readonly title: string;
}

/** The list of replies; `slideOf` knows the slides that are shown, `go` goes to one of them. */
export function repliesList(
  { shown, more, settled }: OpenReplies,
  say: Say,
  slideOf: (id: string) => ReplySlide | undefined,
  go: (id: string) => void,
): HTMLElement {
  const rest = [
    ...(more > 0 ? [say("repliesMore", { count: more })] : []),
    ...(settled > 0 ? [say("repliesSettled", { count: settled })] : []),
  ].join(" ");
  return make(
    "div",
    {},
    shown.length === 0
      ? undefined
      : make("ul", { class: "replies" }, ...shown.map((reply) => replyItem(reply, say, slideOf, go))),
    rest === "" ? undefined : make("p", { class: "quiet" }, rest),
  );
}

function replyItem(
  { id, who, about, words, quoted, slide, path, state }: SaidReply,
  say: Say,
  slideOf: (id: string) => ReplySlide | undefined,
  go: (id: string) => void,
): HTMLElement {
  const place = slide === undefined ? undefined : slideOf(slide);
  const button =
    slide === undefined || place === undefined
      ? undefined
      : make("button", { type: "button", "data-key": id }, say("replySlide", { ...place }));
  if (slide !== undefined) button?.addEventListener("click", () => go(slide));
  return make(
    "li",
    {},
    make(
      "p",
      {},
      make("strong", { dir: "auto" }, who === "" ? say("somebody") : who),
      " ",
      make("span", { class: "state" }, state),
    ),
    make("p", { class: "about" }, about),
    quoted === undefined || quoted === ""
      ? undefined
      : make("p", { class: "about", dir: "auto" }, say("replyOn", { words: quoted })),
    ...words.flatMap(({ asked, text }) => [
      asked === undefined ? undefined : make("p", { class: "about" }, asked),
      make("p", { class: "words", dir: "auto" }, text),
    ]),
    button,
    path === undefined ? undefined : make("p", { class: "code" }, `${path} · ${id}`),
    path === undefined ? make("p", { class: "code" }, id) : undefined,
  );
}
