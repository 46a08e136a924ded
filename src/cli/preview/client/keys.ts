export type Command =
  | "next"
  | "previous"
  | "first"
  | "last"
  | "thumbnails"
  | "notes"
  | "sent"
  | "close"
  | "full"
  | "overview"
  | "go"
  | "search"
  | "findings"
  | "decks"
  | "nextDeck"
  | "previousDeck"
  | "larger"
  | "smaller"
  | "fit"
  | "edit"
  | "undo"
  | "help";

const KEYS: Readonly<Record<string, Command>> = {
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
  ArrowDown: "next",
  ArrowUp: "previous",
  " ": "next",
  t: "thumbnails",
  n: "notes",
  s: "sent",
  f: "full",
  o: "overview",
  g: "go",
  l: "findings",
  d: "decks",
  ",": "previousDeck",
  ".": "nextDeck",
  e: "edit",
  u: "undo",
  "/": "search",
  "+": "larger",
  "=": "larger",
  "-": "smaller",
  "0": "fit",
  "?": "help",
  Escape: "close",
};

/** Keys that scroll, and belong to whatever scrolls while it has the focus. */
const SCROLLING = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", "Home", "End", " "]);

/** Command of a key; undefined for keys that the page does not use. */
export function commandOf(event: KeyboardEvent): Command | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  // Shift is how many keyboards write a sign; with a letter it is another command, which the page has not.
  if (event.shiftKey && event.key !== " " && !/^[?/+=]$/.test(event.key)) return undefined;
  const { target } = event;
  if (target instanceof Element) {
    if (target.closest("dialog, input, textarea, [contenteditable]") !== null) return undefined;
    // A space presses what has the focus.
    if (event.key === " " && target.closest("button, a, summary") !== null) return undefined;
    const box = target.closest("aside, #notes, #broken, #sent");
    if (box !== null && box.scrollHeight > box.clientHeight && SCROLLING.has(event.key)) return undefined;
  }
  if (event.key === " " && event.shiftKey) return "previous";
  return KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
}
