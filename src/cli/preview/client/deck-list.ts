import type { DeckList, ListedDeck } from "../message.ts";
import { byId, make, type Say } from "./dom.ts";

export interface Decks {
  /** Takes in which decks there are now. */
  readonly receive: (list: DeckList) => void;
  /** Opens the list; nothing where the preview shows one deck alone. */
  readonly open: () => void;
  /** Goes to the deck before or after this one. */
  readonly step: (by: 1 | -1) => void;
  /** Says again which other deck was updated, unless this one was a moment ago. */
  readonly told: () => void;
}

/** ms after an update of this deck in which one of another deck does not take its place in the status line. */
const OWN = 3_000;

/** The decks of a preview that shows several; each has an address of its own, which a click or key goes to. */
export function createDecks(say: Say): Decks {
  const dialog = byId("decks") as HTMLDialogElement;
  const input = byId("decks-input") as HTMLInputElement;
  const root = new URL(location.href);
  const [step] = /decks\/[^/]+\/$/.exec(root.pathname) ?? [""];
  root.pathname = root.pathname.slice(0, root.pathname.length - step.length);
  root.hash = "";
  const addressOf = ({ href }: ListedDeck): string => new URL(href, root).href;
  let decks: readonly ListedDeck[] | undefined;
  let ownAt = -OWN;

  const index = (): number => decks?.findIndex(({ href }) => href === step) ?? -1;
  const nameOf = ({ title, name }: ListedDeck): string => title ?? name;
  const asked = (): readonly ListedDeck[] => {
    const words = input.value.trim().toLowerCase();
    return (decks ?? []).filter(
      ({ title = "", name }) => title.toLowerCase().includes(words) || name.toLowerCase().includes(words),
    );
  };
  const time = (ms: number): string => new Date(ms).toLocaleTimeString();

  const item = (deck: ListedDeck): HTMLElement => {
    const { name, title, language, slides, counts, built, state, href } = deck;
    const facts = [
      slides === undefined
        ? ""
        : slides === 1
          ? say("deckSlidesOne")
          : say("deckSlidesMany", { count: slides }),
      state === "waiting" ? say("deckWaiting") : counts,
      built === undefined ? "" : say("deckBuilt", { time: time(built) }),
    ].filter((fact) => fact !== "");
    const here = href === step;
    return make(
      "li",
      {},
      make(
        "a",
        { href: addressOf(deck), class: state, "aria-current": here ? "page" : undefined },
        make("span", { class: "says", dir: "auto", lang: language }, title ?? name),
        title === undefined ? undefined : make("span", { class: "line", dir: "auto" }, name),
        state === "broken" ? make("span", { class: "wrong" }, say("deckBroken")) : undefined,
        make("span", { class: "line" }, [...facts, ...(here ? [say("deckCurrent")] : [])].join(" · ")),
      ),
    );
  };
  const showList = (): void => {
    // Whoever stands on a deck stands on it afterwards.
    const at = document.activeElement?.getAttribute("href");
    byId("decks-found").replaceChildren(...asked().map(item));
    byId("decks-count").textContent =
      decks?.length === 0 ? say("decksNone") : input.value.trim() === "" ? "" : String(asked().length);
    if (at !== undefined && at !== null)
      for (const link of byId("decks-found").querySelectorAll("a"))
        if (link.getAttribute("href") === at) link.focus();
  };
  input.addEventListener("input", showList);
  byId("decks-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const [first] = asked();
    if (first !== undefined) location.assign(addressOf(first));
  });
  dialog.addEventListener("keydown", (event) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const links = [...dialog.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement) + by;
    if (at < 0) input.focus();
    else links[Math.min(at, links.length - 1)]?.focus();
  });
  dialog.querySelector(".close")?.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });

  /** A deck whose file is gone stays as it was, and says so. */
  const showGone = (): void => {
    const box = byId("broken");
    document.body.classList.add("is-broken");
    box.replaceChildren(
      make("h2", {}, say("deckGone")),
      make("p", { class: "quiet" }, say("deckGoneSince")),
      ...(decks?.[0] === undefined
        ? []
        : [make("p", {}, make("a", { href: addressOf(decks[0]), dir: "auto" }, nameOf(decks[0])))]),
    );
  };
  const tellOthers = (before: readonly ListedDeck[], now: readonly ListedDeck[]): void => {
    const fresh = now.find((deck) => {
      const old = before.find(({ name }) => name === deck.name);
      return deck.href !== step && old?.built !== undefined && old.built !== deck.built;
    });
    if (fresh === undefined || performance.now() - ownAt < OWN) return;
    const text = say(fresh.state === "broken" ? "deckUpdatedBroken" : "deckUpdated", {
      title: nameOf(fresh),
      time: time(fresh.built ?? 0),
    });
    byId("status").replaceChildren(make("a", { href: addressOf(fresh) }, text));
  };

  const open = (): void => {
    if (decks === undefined) return;
    input.value = "";
    showList();
    dialog.showModal();
    const here = dialog.querySelector<HTMLElement>("[aria-current]");
    (here ?? input).focus();
  };
  byId("show-decks").addEventListener("click", open);
  return {
    open,
    step: (by) => {
      if (decks === undefined || decks.length === 0) return;
      const next = decks[(Math.max(0, index()) + by + decks.length) % decks.length];
      if (next !== undefined && next.href !== step) location.assign(addressOf(next));
    },
    told: () => {
      ownAt = performance.now();
    },
    receive: ({ decks: now }) => {
      const before = decks ?? [];
      decks = now;
      const button = byId("show-decks");
      button.hidden = false;
      const number = index() + 1;
      button.textContent = number === 0 ? say("decks") : say("deckNumber", { number, count: now.length });
      if (dialog.open) showList();
      if (step === "") {
        const [first] = now;
        // There was none when the page was opened.
        if (first !== undefined) location.replace(addressOf(first));
        else byId("stage").replaceChildren(make("p", { id: "waiting" }, say("decksNone")));
      } else if (number === 0) showGone();
      else tellOthers(before, now);
    },
  };
}
