import { byId, type Say } from "./dom.ts";

export interface View {
  /** Shows the slide alone on the whole screen, or no longer. */
  readonly full: () => void;
  /** Shows all slides at once, or no longer; `open` says which. */
  readonly overview: (open?: boolean) => void;
  readonly zoom: (how: "larger" | "smaller" | "fit") => void;
  /** Closes what was opened last; false where nothing was. */
  readonly close: () => boolean;
}

/** Steps of the zoom, in parts of the size that fits the window. */
const STEPS = [1, 1.25, 1.5, 2, 3, 4];

/** The ways to look at slides; each is a class of the page, and its style does the rest. */
export function createView(stage: HTMLElement, say: Say): View {
  const { body, documentElement: root } = document;
  let step = 0;

  const present = (on: boolean): void => {
    body.classList.toggle("presents", on);
    byId("full").setAttribute("aria-pressed", String(on));
  };
  document.addEventListener("fullscreenchange", () => {
    if (document.fullscreenElement === null) present(false);
  });
  const overview = (open = !body.classList.contains("overview")): void => {
    body.classList.toggle("overview", open);
    byId("show-overview").setAttribute("aria-pressed", String(open));
    if (!open) return;
    present(false);
    byId("thumbnails").hidden = false;
    byId("thumbnails").querySelector<HTMLElement>("[aria-current]")?.focus();
  };
  const zoom: View["zoom"] = (how) => {
    step = how === "fit" ? 0 : Math.max(0, Math.min(STEPS.length - 1, step + (how === "larger" ? 1 : -1)));
    const size = STEPS[step] ?? 1;
    stage.style.setProperty("--zoom", String(size));
    stage.classList.toggle("zoomed", size > 1);
    // What scrolls has to be reached by keys, too.
    if (size > 1) stage.tabIndex = 0;
    else stage.removeAttribute("tabindex");
    byId("announce").textContent = say("zoomed", { percent: Math.round(size * 100) });
  };
  return {
    full: () => {
      const on = !body.classList.contains("presents");
      overview(false);
      present(on);
      // Where a browser gives no full screen, the slide has the whole window.
      if (on) root.requestFullscreen?.().catch(() => {});
      else if (document.fullscreenElement !== null) void document.exitFullscreen();
    },
    overview,
    zoom,
    close: () => {
      if (body.classList.contains("presents")) {
        present(false);
        if (document.fullscreenElement !== null) void document.exitFullscreen();
        return true;
      }
      if (body.classList.contains("overview")) {
        overview(false);
        return true;
      }
      if (step === 0) return false;
      zoom("fit");
      return true;
    },
  };
}
