import type { BundlePart, BundleSpot, Said } from "../message.ts";
import { byId, make, type Say } from "./dom.ts";

/** A list of findings; a sentence where there are none. */
export function findingsList(findings: readonly Said[], say: Say, none: string): HTMLElement {
  if (findings.length === 0) return make("p", { class: "quiet" }, none);
  return make("ul", { class: "findings" }, ...findings.map((each) => finding(each, say)));
}

function finding({ severity, code, what, why, hint, spot }: Said, say: Say): HTMLElement {
  const more = [
    ...(why === undefined ? [] : [make("dt", {}, say("why")), make("dd", { dir: "auto" }, why)]),
    ...(hint === undefined ? [] : [make("dt", {}, say("hint")), make("dd", { dir: "auto" }, hint)]),
  ];
  return make(
    "li",
    { class: severity },
    make("p", { class: "what", dir: "auto" }, make("strong", {}, `${say(severity)}: `), what),
    spot === undefined ? undefined : where(spot, say),
    more.length === 0 ? undefined : make("dl", {}, ...more),
    make("p", { class: "code" }, code),
  );
}

/** Path, file, line and column, as a link where an editor can be opened by one, and to be copied. */
export function where(spot: BundleSpot, say: Say): HTMLElement {
  const { path, file, line, column, cell, text, href } = spot;
  const place = cell === undefined ? say("place", { file, line, column }) : say("cell", { file, cell });
  return make(
    "div",
    { class: "where" },
    path === "" ? undefined : make("code", { class: "path" }, path),
    make(
      "p",
      {},
      href === undefined ? place : make("a", { href, title: say("open") }, place),
      " ",
      copyButton(`${file}:${cell ?? `${line}:${column}`}`, say),
    ),
    text === "" ? undefined : make("pre", { dir: "auto" }, text),
  );
}

/** Puts a place on the clipboard as editors and terminals read it: deck.json:12:5. */
function copyButton(text: string, say: Say): HTMLElement {
  const button = make(
    "button",
    { type: "button", class: "copy", "aria-label": `${say("copyPlace")}: ${text}` },
    say("copyPlace"),
  );
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = say("copied");
      button.setAttribute("aria-label", `${say("copied")}: ${text}`);
    });
  });
  return button;
}

/** Texts and figures of a slide, each with the line where it is written. */
export function partsList(
  parts: readonly BundlePart[],
  chosen: string | undefined,
  choose: (part: BundlePart) => void,
): HTMLElement[] {
  return parts.map((part) => {
    const button = make(
      "button",
      { type: "button", "data-key": part.key, "aria-pressed": String(part.key === chosen) },
      make("span", { class: "says", dir: "auto" }, part.says),
      make("span", { class: "line" }, `${part.path || part.file}:${part.cell ?? part.line}`),
    );
    button.addEventListener("click", () => choose(part));
    return make("li", {}, button);
  });
}

/** Puts the contents of a scrolling box in place of those before; it stays where it was scrolled to. */
export function refill(id: string, ...contents: readonly (Node | string)[]): void {
  const box = byId(id);
  const scrolls = box.closest<HTMLElement>("[tabindex]") ?? box;
  const place = scrolls.scrollTop;
  // Whoever stands on a button stands on the same button afterwards.
  const key = box.contains(document.activeElement)
    ? document.activeElement?.getAttribute("data-key")
    : undefined;
  box.replaceChildren(...contents);
  scrolls.scrollTop = place;
  if (key === undefined || key === null) return;
  for (const button of box.querySelectorAll<HTMLElement>("[data-key]"))
    if (button.dataset["key"] === key) button.focus({ preventScroll: true });
}
