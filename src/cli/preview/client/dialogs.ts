import type { Said } from "../message.ts";
import { findingsList } from "./about.ts";
import type { PreviewDeck, PreviewSlide } from "./deck.ts";
import { byId, make, type Say } from "./dom.ts";

/** Slides that are found at most; more of them nobody reads. */
const MOST = 40;

export interface Dialogs {
  /** Opens the finder, to go to a slide by its number or to search all words. */
  readonly find: (by: "number" | "words") => void;
  readonly findings: () => void;
  readonly help: () => void;
  /** Says again what is found, where somebody looks at it. */
  readonly refresh: () => void;
}

/** Dialogs over the slides; each leads to a slide by `go`, or is closed by Escape. */
export function createDialogs(
  say: Say,
  now: () => { readonly deck: PreviewDeck; readonly general: readonly Said[] },
  go: (id: string) => void,
): Dialogs {
  const [finder, list, help] = ["finder", "all-findings", "help"].map((id) => byId(id) as HTMLDialogElement);
  const input = byId("finder-input") as HTMLInputElement;
  const lead = (dialog: HTMLDialogElement | undefined, id: string): void => {
    dialog?.close();
    go(id);
  };

  const showFound = (): void => {
    const found = slidesWith(now().deck, input.value);
    byId("finder-found").replaceChildren(
      ...found.slice(0, MOST).map(({ slide, words }) => {
        const { number, title } = slide.about;
        const button = make(
          "button",
          { type: "button", "data-id": slide.id },
          make("span", { class: "says", dir: "auto" }, say("replySlide", { number, title })),
          words === undefined ? undefined : make("span", { class: "line", dir: "auto" }, words),
        );
        button.addEventListener("click", () => lead(finder, slide.id));
        return make("li", {}, button);
      }),
    );
    byId("finder-count").textContent =
      input.value.trim() === ""
        ? ""
        : say(found.length === 1 ? "foundOne" : "foundMany", { count: found.length });
  };
  input.addEventListener("input", showFound);
  byId("finder-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = slidesWith(now().deck, input.value);
    if (first !== undefined) lead(finder, first.slide.id);
  });

  const showFindings = (): void => {
    const { deck, general } = now();
    const groups = deck
      .filter(({ about }) => about.findings.length > 0)
      .map(({ id, about: { number, title, findings } }) => {
        const button = make(
          "button",
          { type: "button", "data-id": id, dir: "auto" },
          say("replySlide", { number, title }),
        );
        button.addEventListener("click", () => lead(list, id));
        return make("section", {}, make("h3", {}, button), findingsList(findings, say, ""));
      });
    byId("all-findings-text").replaceChildren(
      ...groups,
      ...(general.length === 0
        ? []
        : [make("section", {}, make("h3", {}, say("general")), findingsList(general, say, ""))]),
      ...(groups.length + general.length === 0 ? [make("p", { class: "quiet" }, say("noneAtAll"))] : []),
    );
  };

  for (const dialog of [finder, list, help]) {
    dialog?.querySelector(".close")?.addEventListener("click", () => dialog.close());
    // A click beside it is one on its backdrop.
    dialog?.addEventListener("click", (event) => {
      if (event.target === dialog) dialog.close();
    });
  }
  return {
    find: (by) => {
      byId("finder-heading").textContent = say(by === "number" ? "goTo" : "search");
      input.inputMode = by === "number" ? "numeric" : "search";
      input.value = "";
      showFound();
      finder?.showModal();
      input.focus();
    },
    findings: () => {
      showFindings();
      list?.showModal();
    },
    help: () => help?.showModal(),
    refresh: () => {
      if (list?.open === true) showFindings();
      if (finder?.open === true) showFound();
    },
  };
}

/** Slides by their number, or with all words in their title, their notes or what is drawn on them; none are all. */
function slidesWith(
  deck: PreviewDeck,
  asked: string,
): readonly { readonly slide: PreviewSlide; readonly words?: string }[] {
  const text = asked.trim().toLowerCase();
  const numbered = /^\d+$/.test(text) ? deck.filter(({ about }) => String(about.number) === text) : [];
  const others = deck.flatMap((slide) => {
    if (numbered.includes(slide)) return [];
    const { title, notes } = slide.about;
    if (text === "" || title.toLowerCase().includes(text)) return [{ slide }];
    const all = `${wordsOf(slide.svg)} ${notes.join(" ")}`;
    const at = all.toLowerCase().indexOf(text);
    if (at < 0) return [];
    const from = Math.max(0, at - 30);
    return [{ slide, words: `${from > 0 ? "… " : ""}${all.slice(from, at + text.length + 40)} …` }];
  });
  return [...numbered.map((slide) => ({ slide })), ...others];
}

/** Words of a drawing, line by line. */
const wordsOf = (svg: string): string => {
  const page = new DOMParser().parseFromString(svg, "image/svg+xml");
  return [...page.querySelectorAll("text")].map((text) => text.textContent ?? "").join(" ");
};
