import type { DeckFacts, Update } from "../message.ts";
import { findingsList } from "./about.ts";
import { byId, make, type Say } from "./dom.ts";

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets = [sheet];

/** Says what deck it is, and gives paper and slides its shape. */
export function showFacts(
  { title, language, facts, width, height }: DeckFacts,
  counts: string,
  say: Say,
): void {
  document.title = `${title} · ${say("name")}`;
  const heading = byId("title");
  heading.textContent = title;
  heading.lang = language;
  byId("facts").textContent = `${facts} · ${counts}`;
  byId("stage").lang = language;
  // Paper of the slide's own size, so that each one is a page.
  const rules = `:root{--ratio:${width / height}}@page{size:${width}pt ${height}pt;margin:0}@media print{.slide-page svg{width:${width}pt;height:${height}pt}}`;
  sheet.replaceSync(rules);
}

/** Says over the slides why the bundle as it was saved is not shown. */
export function showBroken({ broken, deck: facts }: Update, say: Say): void {
  const box = byId("broken");
  document.body.classList.toggle("is-broken", broken !== undefined);
  if (broken === undefined) box.replaceChildren();
  else {
    const kept = say(facts === undefined ? "nothingYet" : "brokenBefore");
    box.replaceChildren(
      make("h2", {}, say("broken")),
      make("p", { class: "quiet" }, kept),
      findingsList(broken, say, ""),
    );
  }
  if (broken === undefined) box.removeAttribute("tabindex");
  else box.tabIndex = 0;
}

/** Shows or hides a part of the page by its button. */
function toggle(button: HTMLElement, part: HTMLElement): void {
  part.hidden = !part.hidden;
  button.setAttribute("aria-pressed", String(!part.hidden));
  document.body.classList.toggle(`no-${part.id}`, part.hidden);
}

/** Parts of the page that can be shown or hidden. */
export const toggles = {
  thumbnails: () => toggle(byId("show-thumbnails"), byId("thumbnails")),
  notes: () => toggle(byId("show-notes"), byId("notes")),
};
