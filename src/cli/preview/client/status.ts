import type { Update } from "../message.ts";
import type { PreviewSlide } from "./deck.ts";
import { byId, make, type Say } from "./dom.ts";

/** Says what a save changed, with a way to the first of the slides that look different. */
export function showStatus(
  { broken }: Update,
  wasBroken: boolean,
  drawn: readonly PreviewSlide[],
  say: Say,
  go: (id: string) => void,
): void {
  const status = byId("status");
  const time = new Date().toLocaleTimeString();
  if (broken !== undefined) {
    status.textContent = say("stillBroken", { time });
    return;
  }
  const [first] = drawn;
  const changed =
    first === undefined
      ? say("changedNone")
      : drawn.length === 1
        ? say("changedOne", { number: first.about.number })
        : say("changedMany", { count: drawn.length });
  const text = say(wasBroken ? "fixed" : "redrawn", { time, changed: "" });
  if (first === undefined) status.textContent = `${text}${changed}`;
  else {
    const button = make("button", { type: "button" }, changed);
    button.addEventListener("click", () => go(first.id));
    status.replaceChildren(text, button);
  }
}
