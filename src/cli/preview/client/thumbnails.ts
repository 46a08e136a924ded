import type { Changed, PreviewSlide } from "./deck.ts";
import { make, type Say } from "./dom.ts";

interface Thumbnail {
  readonly item: HTMLLIElement;
  readonly button: HTMLButtonElement;
  readonly picture: HTMLImageElement;
  readonly badge: HTMLElement;
}

export interface Thumbnails {
  /** Says what is new; the pictures wait for `redraw`. */
  update(changed: Changed): void;
  redraw(): void;
  select(id: string, focus: boolean): void;
}

/** The list of slides by section. One of its buttons is in the tab order; arrows do the rest. */
export function createThumbnails(nav: HTMLElement, say: Say, choose: (id: string) => void): Thumbnails {
  const all = new Map<string, Thumbnail>();
  let shape = "";

  const create = (id: string): Thumbnail => {
    const picture = make("img", { alt: "" });
    const badge = make("span", { class: "badge" });
    const [number, name] = [make("span", { class: "number" }), make("span", { class: "unseen" })];
    const button = make(
      "button",
      { type: "button", tabindex: "-1", "data-id": id },
      number,
      name,
      picture,
      badge,
    );
    button.addEventListener("click", () => choose(id));
    return { item: make("li", {}, button), button, picture, badge };
  };
  const describe = ({ button, badge }: Thumbnail, { about }: PreviewSlide): void => {
    const { number, title, findings } = about;
    const count = findings.length;
    const words = count === 1 ? say("findingsOne") : say("findingsMany", { count });
    const label = say(count === 0 ? "thumbnail" : "thumbnailFindings", { title, findings: words });
    button.title = label;
    const [shown, name] = button.getElementsByTagName("span");
    if (shown !== undefined) shown.textContent = String(number);
    if (name !== undefined) name.textContent = ` ${label}`;
    // Drawn by the style: the name says it in words.
    badge.dataset["count"] = count === 0 ? "" : String(count);
    badge.classList.toggle(
      "bad",
      findings.some(({ severity }) => severity === "error"),
    );
  };
  /** Sections and their slides, rebuilt from the same items. */
  const arrange = (deck: readonly PreviewSlide[]): void => {
    const place = nav.scrollTop;
    const lists: Element[] = [];
    let section: string | undefined;
    for (const { id, about } of deck) {
      if (about.section !== section) {
        section = about.section;
        lists.push(make("h2", {}, section), make("ol"));
      }
      const { item } = all.get(id) ?? {};
      if (item !== undefined) lists.at(-1)?.append(item);
    }
    nav.replaceChildren(...lists);
    nav.scrollTop = place;
  };

  /** Pictures that no longer show their slide, with what they are to show. */
  const stale = new Map<HTMLImageElement, string>();
  const redraw = (): void => {
    // Thumbnails are pictures, so that their markers and ids do not clash with those of the slide.
    for (const [picture, svg] of stale) picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    stale.clear();
  };

  return {
    redraw,
    update: ({ deck, drawn, told }) => {
      const ids = new Set(deck.map(({ id }) => id));
      for (const id of all.keys()) if (!ids.has(id)) all.delete(id);
      for (const slide of deck) {
        const thumbnail = all.get(slide.id) ?? create(slide.id);
        all.set(slide.id, thumbnail);
        if (drawn.has(slide.id)) stale.set(thumbnail.picture, slide.svg);
        if (told.has(slide.id)) describe(thumbnail, slide);
      }
      const next = JSON.stringify(deck.map(({ id, about }) => [id, about.section]));
      if (next !== shape) arrange(deck);
      shape = next;
    },
    select: (id, focus) => {
      for (const [each, { button }] of all) {
        if (each === id) button.setAttribute("aria-current", "true");
        else button.removeAttribute("aria-current");
        button.tabIndex = each === id ? 0 : -1;
      }
      const chosen = all.get(id)?.button;
      chosen?.scrollIntoView({ block: "nearest" });
      if (focus) chosen?.focus({ preventScroll: true });
    },
  };
}
