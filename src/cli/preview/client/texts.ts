import type { SlidePlaces } from "../message.ts";

/** Texts on slides, for those who reach them by keys: one of a slide is in the tab order, arrows lead to the others. */
export interface Texts {
  /** Makes the texts of a slide that was drawn ready for the focus; the one with this value of data-path gets it. */
  readonly made: (article: HTMLElement, focus: string | undefined) => void;
  /** The text that has the focus. */
  readonly focused: () => Element | undefined;
}

/** Paragraphs that can be told apart by their place; a link stays a link. */
const textsOf = (article: Element): SVGGElement[] =>
  [...article.querySelectorAll<SVGGElement>("svg g[data-path]")].filter(
    (text) =>
      text.querySelector(":scope > text") !== null && text.closest("a, [data-kind=ornament]") === null,
  );

/** Value of data-path of the text around an element. */
export const pathOfText = (element: Element): string | undefined =>
  element.closest("[data-path]")?.getAttribute("data-path") ?? undefined;

/** Key of the part that a text on a slide comes from; undefined for one that is written nowhere. */
export function keyOfText(text: Element, { spots, parts }: SlidePlaces): string | undefined {
  const place = text.getAttribute("data-path") ?? "";
  return spots[place]?.key ?? parts.find(({ key }) => key === place)?.key;
}

export function createTexts(stage: HTMLElement, edit: () => void): Texts {
  const focused = (): SVGGElement | undefined => {
    const { activeElement: at } = document;
    return at instanceof SVGGElement && stage.contains(at) ? at : undefined;
  };
  stage.addEventListener("keydown", (event) => {
    const from = focused();
    if (from === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined && event.key !== "Enter") return;
    event.preventDefault();
    event.stopPropagation();
    if (by === undefined) {
      edit();
      return;
    }
    const texts = textsOf(from.closest("article") ?? stage);
    const to = texts[texts.indexOf(from) + by];
    if (to === undefined) return;
    from.setAttribute("tabindex", "-1");
    to.setAttribute("tabindex", "0");
    to.focus();
  });
  return {
    focused,
    made: (article, focus) => {
      const texts = textsOf(article);
      const first = texts.find((text) => pathOfText(text) === focus) ?? texts[0];
      for (const text of texts) {
        text.setAttribute("tabindex", text === first ? "0" : "-1");
        // The title is hidden from those who hear it as a heading; what has the focus cannot be hidden.
        text.closest("[data-kind=title]")?.removeAttribute("aria-hidden");
      }
      if (focus !== undefined) first?.focus({ preventScroll: true });
    },
  };
}
