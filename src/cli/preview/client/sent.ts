import type { NextStep, SaidChange, SaidChanges, SaidVersion, SentAndDecided } from "../message.ts";
import { make, type Say } from "./dom.ts";
import type { ReplySlide } from "./replies.ts";

/** Means by which the panel acts on the page around it. */
export interface SentPanel {
  readonly say: Say;
  /** The slide of an id as it is called now; undefined for one that is not shown. */
  readonly slideOf: (id: string) => ReplySlide | undefined;
  readonly go: (id: string) => void;
  /** Says to those who cannot see it that something was done. */
  readonly announce: (text: string) => void;
}

/** The panel of what was sent and decided. */
export function sentPanel(found: SentAndDecided, panel: SentPanel): readonly HTMLElement[] {
  const { say } = panel;
  const { versions, readers, changes, decision, steps, unknown } = found;
  const part = (heading: string, ...contents: readonly (Node | undefined)[]): HTMLElement =>
    make("section", {}, make("h3", {}, heading), ...contents);
  return [
    ...(unknown.length === 0
      ? []
      : [part(say("sentUnknown"), make("ul", { class: "unknown" }, ...unknown.map((each) => line(each))))]),
    part(
      say("sentVersions"),
      versions.length === 0
        ? make("p", { class: "quiet" }, say("sentNothing"))
        : make("ul", { class: "versions" }, ...versions.map((version) => versionItem(version, say))),
    ),
    ...(readers.length === 0
      ? []
      : [
          part(
            say("sentReaders"),
            make(
              "dl",
              {},
              ...readers.flatMap(({ name, said }) => [
                make("dt", { dir: "auto" }, name),
                make("dd", said === undefined ? { class: "silent" } : {}, said ?? say("sentSilent")),
              ]),
            ),
          ),
        ]),
    ...(changes === undefined ? [] : [part(say("sentChanges"), ...changesList(changes, panel))]),
    ...(decision.length === 0
      ? []
      : [
          part(
            say("sentDecision"),
            make(
              "dl",
              {},
              ...decision.flatMap(({ name, texts }) => [
                make("dt", {}, name),
                make("dd", { dir: "auto" }, ...texts.map((text) => make("p", {}, text))),
              ]),
            ),
          ),
        ]),
    ...(steps.length === 0
      ? []
      : [
          part(
            say("sentSteps"),
            make("ol", { class: "steps" }, ...steps.map((step) => stepItem(step, panel))),
            make("p", { class: "quiet" }, say("sentByHand")),
          ),
        ]),
  ];
}

const line = (text: string): HTMLElement => make("li", { dir: "auto" }, text);

function versionItem({ version, date, readers, decks, decided }: SaidVersion, say: Say): HTMLElement {
  return make(
    "li",
    {},
    make(
      "p",
      {},
      make("strong", {}, say("sentVersion", { version, date })),
      ...(decided === undefined ? [] : [" ", make("span", { class: "state" }, decided)]),
    ),
    readers.length === 0
      ? undefined
      : make("p", { dir: "auto" }, say("sentTo", { names: readers.join(", ") })),
    make(
      "p",
      { class: "quiet" },
      say("sentDecks"),
      ...decks.flatMap(({ file, href }, n) => [
        ...(n === 0 ? [] : [" · "]),
        make("a", { href, download: file }, file),
      ]),
    ),
  );
}

function changesList(
  { title, groups, foot, unseen, asSent, language }: SaidChanges,
  panel: SentPanel,
): readonly HTMLElement[] {
  const { say } = panel;
  return [
    ...(asSent === undefined ? [] : [make("p", { class: "quiet" }, say("sentSame", { version: asSent }))]),
    ...(groups.length === 0 ? [] : [make("p", { class: "what", lang: language }, title)]),
    ...groups.flatMap(({ head, changes }) => [
      make("h4", { lang: language }, head),
      make("ul", { class: "changes" }, ...changes.map((change) => changeItem(change, language, panel))),
    ]),
    ...foot.map((text) => make("p", { class: "foot", lang: language }, text)),
    ...(unseen === 0 ? [] : [make("p", { class: "quiet" }, say("sentUnseen", { count: unseen }))]),
  ];
}

const TAGS = { same: "span", added: "ins", removed: "del" } as const;

function changeItem({ what, way, pieces, pages }: SaidChange, lang: string, panel: SentPanel): HTMLElement {
  const { say, slideOf, go } = panel;
  const links = pages.flatMap((id) => {
    const slide = slideOf(id);
    if (slide === undefined) return [];
    const button = make(
      "button",
      { type: "button", "data-key": `${what} ${id}`, title: slide.title },
      say("sentSlide", { number: slide.number }),
    );
    button.setAttribute("aria-label", say("sentSlideTitle", { ...slide }));
    button.addEventListener("click", () => go(id));
    return [button];
  });
  return make(
    "li",
    {},
    make(
      "p",
      { lang, dir: "auto" },
      make("strong", {}, what),
      ...(way === undefined ? [] : [" ", make("span", { class: "state" }, way)]),
    ),
    pieces.length === 0
      ? undefined
      : make(
          "p",
          { lang, dir: "auto", class: "pieces" },
          ...pieces.map(({ text, way: how }) => make(TAGS[how], {}, text)),
        ),
    links.length === 0 ? undefined : make("p", { class: "slides" }, ...links),
  );
}

function stepItem({ what, command }: NextStep, { say, announce }: SentPanel): HTMLElement {
  if (command === undefined) return make("li", {}, make("p", {}, what));
  const copy = make(
    "button",
    { type: "button", "data-key": command, "aria-label": say("copyCommand", { command }) },
    say("copy"),
  );
  const label = (text: string, name: string): void => {
    copy.textContent = text;
    copy.setAttribute("aria-label", name);
  };
  copy.addEventListener("click", async () => {
    await navigator.clipboard.writeText(command);
    label(say("copied"), say("copied"));
    announce(say("copied"));
    setTimeout(() => label(say("copy"), say("copyCommand", { command })), 2_000);
  });
  return make(
    "li",
    {},
    make("p", {}, what),
    make("div", { class: "command" }, make("code", { tabindex: "0" }, command), copy),
  );
}
