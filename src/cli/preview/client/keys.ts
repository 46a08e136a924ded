export type Command = "next" | "previous" | "first" | "last" | "thumbnails" | "notes" | "sent" | "close";

const KEYS: Readonly<Record<string, Command>> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
  ArrowDown: "next",
  ArrowUp: "previous",
  t: "thumbnails",
  T: "thumbnails",
  n: "notes",
  N: "notes",
  s: "sent",
  S: "sent",
  Escape: "close",
};

/** Keys that scroll, and belong to whatever scrolls while it has the focus. */
const SCROLLING = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End"]);

/** Command of a key; undefined for keys that the page does not use. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return undefined;
  const { target } = event;
  if (target instanceof Element) {
    const box = target.closest("aside, #notes, #broken, #sent");
    if (box !== null && box.scrollHeight > box.clientHeight && SCROLLING.has(event.key)) return undefined;
  }
  return KEYS[event.key];
}
