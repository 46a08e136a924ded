import type { SentAndDecided } from "../message.ts";
import { refill } from "./about.ts";
import { byId, make, type Say } from "./dom.ts";
import { createRest } from "./rest.ts";
import { type SentPanel, sentPanel } from "./sent.ts";

export interface SentView {
  readonly isOpen: () => boolean;
  readonly show: (open: boolean) => void;
  /** Asks again once nothing was saved for a while, where somebody looks at it. */
  readonly later: () => void;
}

/** The place of what was sent and decided: opened and closed by its button, and asked for only where somebody looks. */
export function createSent(say: Say, slideOf: SentPanel["slideOf"], go: (id: string) => void): SentView {
  const box = byId("sent");
  const isOpen = (): boolean => !box.hidden;
  /** True where the panel covers the slides, as on a phone. */
  const coversSlides = (): boolean => getComputedStyle(byId("stage")).visibility === "hidden";

  function show(open: boolean): void {
    box.hidden = !open;
    document.body.classList.toggle("shows-sent", open);
    byId("show-sent").setAttribute("aria-pressed", String(open));
    if (open) {
      box.focus({ preventScroll: true });
      void ask();
    } else if (box.contains(document.activeElement) || document.activeElement === document.body)
      byId("show-sent").focus({ preventScroll: true });
  }

  let asked = 0;
  /** Asks what was sent and decided: it is read from the disk, so it is not asked for nothing. */
  async function ask(): Promise<void> {
    asked += 1;
    const mine = asked;
    if (byId("sent-text").childElementCount === 0)
      byId("sent-text").replaceChildren(make("p", { class: "quiet" }, say("sentLoading")));
    const response = await fetch("sent");
    if (!response.ok || mine !== asked) return;
    const found = (await response.json()) as SentAndDecided;
    refill(
      "sent-text",
      ...sentPanel(found, {
        say,
        slideOf,
        go: (id) => {
          if (coversSlides()) show(false);
          go(id);
        },
        announce: (text) => {
          byId("sent-announce").textContent = text;
        },
      }),
    );
  }

  const rest = createRest(() => void ask());
  byId("sent-close").addEventListener("click", () => show(false));
  byId("show-sent").addEventListener("click", () => show(!isOpen()));
  return {
    isOpen,
    show,
    later: () => {
      rest.cancel();
      if (isOpen()) rest.later();
    },
  };
}
