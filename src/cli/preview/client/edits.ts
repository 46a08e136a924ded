import type { BundlePart, Written } from "../message.ts";
import { byId, make, type Say } from "./dom.ts";

export interface Edits {
  /** Opens the text of a part, as it is written in the bundle, to be edited over the slide. */
  readonly edit: (part: BundlePart, near: DOMRect | undefined) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Says which fixes there are, where somebody looks at the findings. */
  readonly askFixes: () => Promise<void>;
}

/** Edits of the bundle that the page asks the program for. */
export function createEdits(say: Say): Edits {
  const dialog = byId("edit") as HTMLDialogElement;
  const input = byId("edit-input") as HTMLTextAreaElement;
  let open: { readonly key: string; readonly before: string } | undefined;

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
  const close = (): void => dialog.close();
  const save = async (): Promise<void> => {
    if (open === undefined) return;
    const { refused } = await ask("edit", { ...open, after: input.value });
    byId("edit-refused").textContent = refused ?? "";
    if (refused === undefined) close();
  };
  byId("edit-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    void save();
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
    edit: async ({ key }, near) => {
      const { text, refused } = await ask("text", { key });
      if (text === undefined) return tell(refused ?? "");
      open = { key, before: text };
      input.value = text;
      byId("edit-refused").textContent = "";
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
    undo,
    askFixes: async () => showFixes((await ask("fixes")).done ?? [], false),
  };
}
