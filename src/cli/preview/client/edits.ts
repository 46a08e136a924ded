import type { BundlePart, SlidePlaces, Written } from "../message.ts";
import { byId, make, type Say } from "./dom.ts";
import { createDrafts, type Draft } from "./drafts.ts";
import { createInPlace, drawnWords, givesAll, placeOnSlide } from "./in-place.ts";

export interface Edits {
  /** Opens the text of a part, as it is written in the bundle, where it stands on the slide, or else in a dialog. */
  readonly edit: (on: {
    readonly part: BundlePart;
    readonly article: HTMLElement;
    readonly places: SlidePlaces;
    /** Value of data-path of the paragraph that was pointed at. */
    readonly at: string | undefined;
  }) => Promise<void>;
  /** Hides the text that is edited again after its slide was drawn anew. */
  readonly redrawn: () => void;
  /** Says that there is a draft from before, where there is one. */
  readonly tellDraft: () => void;
  readonly undo: () => Promise<void>;
  /** Says which fixes there are, where somebody looks at the findings. */
  readonly askFixes: () => Promise<void>;
}

/** Words that say why a text is not edited where it stands, by the reason. */
const REASONS = {
  composed: "editHereComposed",
  drawing: "editHereDrawing",
  small: "editHereSmall",
} as const;

/** Edits of the bundle that the page asks the program for; `goOn` leads back to a text with a draft. */
export function createEdits(
  say: Say,
  goOn: (draft: Draft & { readonly key: string }) => Promise<boolean>,
): Edits {
  const dialog = byId("edit") as HTMLDialogElement;
  const input = byId("edit-input") as HTMLTextAreaElement;
  let open: { readonly key: string; readonly before: string; readonly lines: boolean } | undefined;

  const tell = (text: string): void => {
    byId("status").textContent = text;
  };
  const ask = async (name: string, asked: object = {}): Promise<Written> => {
    const response = await fetch(name, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(asked),
    });
    const written: Written = response.ok
      ? ((await response.json()) as Written)
      : { refused: say("lost"), undo: 0 };
    byId("undo").hidden = written.undo === 0;
    return written;
  };
  const drafts = createDrafts(sessionStorage, location.pathname);
  const tellDraft = (): void => {
    const draft = drafts.last();
    if (draft === undefined) return;
    const button = make("button", { type: "button", id: "go-on" }, say("draftGoOn"));
    button.addEventListener("click", async () => {
      if (!(await goOn(draft))) tell(say("draftGone", { text: draft.after }));
    });
    byId("status").replaceChildren(say("draftKept"), " ", button);
  };
  const inPlace = createInPlace({
    ...{ say, drafts, kept: tellDraft },
    save: (asked) => ask("edit", asked),
  });
  const close = (): void => dialog.close();
  const save = async (): Promise<void> => {
    if (open === undefined) return;
    const { refused } = await ask("edit", { key: open.key, before: open.before, after: input.value });
    byId("edit-refused").textContent = refused ?? "";
    if (refused === undefined) close();
  };
  byId("edit-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (event.shiftKey && open?.lines === true)) return;
    event.preventDefault();
    if (!event.shiftKey) void save();
  });
  input.addEventListener("input", () => {
    if (open === undefined) return;
    const { key, before } = open;
    const slide = decodeURIComponent(location.hash.slice(1));
    if (input.value === before) drafts.drop(key);
    else drafts.keep(key, { before, after: input.value, slide });
  });
  // Escape and the button leave the text as it was; so does a save, which has written it.
  dialog.addEventListener("close", () => {
    if (open !== undefined) drafts.drop(open.key);
    open = undefined;
  });
  byId("edit-cancel").addEventListener("click", close);
  const undo = async (): Promise<void> => {
    const { refused } = await ask("undo");
    tell(refused ?? say("undone"));
  };
  byId("undo").addEventListener("click", () => void undo());

  const showFixes = (done: readonly string[], applied: boolean): void => {
    const box = byId("fixes");
    box.hidden = done.length === 0;
    const button = make("button", { type: "button", id: "fix" }, say("fix", { count: done.length }));
    button.addEventListener("click", async () => {
      const { refused, done: now = [] } = await ask("fix");
      if (refused === undefined) showFixes(now, true);
      else tell(refused);
    });
    box.replaceChildren(
      make("h3", {}, say("fixes")),
      make("ul", {}, ...done.map((line) => make("li", { dir: "auto" }, line))),
      applied ? make("p", { role: "status" }, say("fixedNow")) : button,
    );
  };
  return {
    edit: async ({ part: { key }, article, places, at: pointedAt }) => {
      const found = await ask("text", { key });
      const { text, refused, lines = false } = found;
      if (text === undefined) return tell(refused ?? "");
      const place = placeOnSlide(article, key, places.spots, pointedAt);
      const reason =
        typeof place === "string" ? place : givesAll(text, drawnWords(place)) ? undefined : "composed";
      if (typeof place !== "string" && reason === undefined) {
        inPlace.open(place, key, places.id, found);
        return;
      }
      open = { key, before: text, lines };
      input.value = drafts.of(key)?.after ?? text;
      byId("edit-refused").textContent = "";
      byId("edit-why").textContent =
        `${reason === undefined ? "" : say(REASONS[reason])} ${say(lines ? "editKeysLines" : "editKeys")}`.trim();
      const near = article.querySelector(".chosen")?.getBoundingClientRect();
      dialog.showModal();
      // Over what is edited, as far as the window has room.
      const { width, height } = dialog.getBoundingClientRect();
      const at = (from: number, size: number, most: number): string =>
        `${Math.max(8, Math.min(from, most - size - 8))}px`;
      if (near !== undefined) {
        dialog.style.setProperty("margin", "0");
        dialog.style.setProperty("left", at(near.left, width, innerWidth));
        dialog.style.setProperty("top", at(near.top, height, innerHeight));
      }
      input.focus();
      input.select();
    },
    redrawn: inPlace.redrawn,
    tellDraft,
    undo,
    askFixes: async () => showFixes((await ask("fixes")).done ?? [], false),
  };
}
