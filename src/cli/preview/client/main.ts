import type { BundlePart, DeckPlaces, SlidePlaces, Update } from "../message.ts";
import { findingsList, partsList, refill, where } from "./about.ts";
import { connect } from "./connection.ts";
import {
  applyUpdate,
  drawSlide,
  isStale,
  markParts,
  type PreviewDeck,
  type PreviewSlide,
  partAt,
} from "./deck.ts";
import { createDecks } from "./deck-list.ts";
import { createDialogs } from "./dialogs.ts";
import { byId, make, pageWords } from "./dom.ts";
import { createEdits } from "./edits.ts";
import { showBroken, showFacts, toggles } from "./facts.ts";
import { commandOf } from "./keys.ts";
import { repliesList } from "./replies.ts";
import { createRest } from "./rest.ts";
import { createSent } from "./sent-view.ts";
import { showStatus } from "./status.ts";
import { createTexts, keyOfText, pathOfText } from "./texts.ts";
import { createThumbnails } from "./thumbnails.ts";
import { createView } from "./view.ts";

const say = pageWords(document.body);
const stage = byId("stage");
const view = createView(stage, say);
const thumbnails = createThumbnails(byId("thumbnails"), say, (id) => {
  view.overview(false);
  select(id);
});

/** Key of the slide that was seen last, for whoever comes back from another deck. */
const SEEN = `slide ${location.pathname}`;

/** All that this page remembers. */
let deck: PreviewDeck = [];
let current: string | undefined;
let chosen: BundlePart | undefined;
/** Value of data-path of the text that was chosen on the slide itself. */
let pointedAt: string | undefined;
/** Places of the slides in the bundle; undefined until somebody wants to know, and again after each save. */
let places: DeckPlaces | undefined;
let wanted = false;
let general: Update["general"] = [];
let wasBroken = false;
let saves = 0;

const currentSlide = (): PreviewSlide | undefined => deck.find(({ id }) => id === current);
const currentPlaces = (): SlidePlaces | undefined => places?.slides.find(({ id }) => id === current);
const dialogs = createDialogs(
  say,
  () => ({ deck, general }),
  (id) => select(id),
);
const edits = createEdits(say, async ({ key, slide }) => {
  select(slide);
  await askPlaces();
  const part = currentPlaces()?.parts.find((each) => each.key === key);
  if (part === undefined) return false;
  choose(part, false);
  editChosen();
  return true;
});
const decks = createDecks(say);
const sent = createSent(say, (id) => deck.find((slide) => slide.id === id)?.about, select);
const index = (): number => deck.findIndex(({ id }) => id === current);

function receive(update: Update): void {
  const place = index();
  const changed = applyUpdate(stage, deck, update);
  deck = changed.deck;
  general = update.general;
  if (update.deck !== undefined) showFacts(update.deck, update.counts, say);
  thumbnails.update(changed);
  // The slide that is looked at is painted first.
  requestAnimationFrame(() => setTimeout(drawRest));
  if (places !== undefined && places.save !== update.save) places = undefined;
  if (wanted && places === undefined) placesRest.later();
  showBroken(update, say);
  refill("general", findingsList(update.general, say, say("noFindings")));
  byId("general-section").hidden = update.general.length === 0;
  showReplies(update);
  dialogs.refresh();
  byId("download").hidden = update.deck === undefined || update.broken !== undefined;
  if (index() < 0) {
    const asked = decodeURIComponent(location.hash.slice(1)) || (sessionStorage.getItem(SEEN) ?? "");
    select(
      deck.find(({ id }) => id === asked)?.id ?? deck[Math.max(0, Math.min(place, deck.length - 1))]?.id,
    );
  } else {
    if (changed.told.has(current ?? "")) showAbout();
    showParts();
    if (changed.drawn.has(current ?? "")) showSlide();
    showNumber();
  }
  if (saves > 0 && update.save !== saves) {
    const drawn = deck.filter(({ id }) => changed.drawn.has(id));
    showStatus(update, wasBroken, drawn, say, select);
    decks.told();
  }
  if (update.save !== saves) sent.later();
  if (saves === 0) edits.tellDraft();
  wasBroken = update.broken !== undefined;
  saves = update.save;
  // For whoever waits until the page shows what was saved.
  document.documentElement.dataset["revision"] = String(update.revision);
}

function showReplies({ replies }: Update): void {
  const slideOf = (id: string) => deck.find((slide) => slide.id === id)?.about;
  refill("replies", repliesList(replies, say, slideOf, select));
  const { shown, settled } = replies;
  byId("replies-section").hidden = shown.length + settled === 0;
}

function select(id: string | undefined, announce = true): void {
  const focused = byId("thumbnails").contains(document.activeElement);
  current = id;
  chosen = undefined;
  for (const { id: each, sheet } of deck) {
    sheet.article.classList.toggle("current", each === id);
    markParts(sheet.article, undefined);
  }
  showSlide();
  showNumber();
  if (id === undefined) return;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  sessionStorage.setItem(SEEN, id);
  thumbnails.select(id, focused);
  showPlace();
  showAbout();
  refill("parts");
  showParts();
  byId("about").scrollTop = 0;
  byId("notes").scrollTop = 0;
  const slide = currentSlide();
  if (announce && slide !== undefined) {
    const { number, title } = slide.about;
    byId("announce").textContent = say("slideTitled", { number, count: deck.length, title });
  }
}

const showNumber = (): void => {
  const number = index() + 1;
  byId("number").textContent = number === 0 ? "" : `${number} / ${deck.length}`;
  (byId("previous") as HTMLButtonElement).disabled = number <= 1;
  (byId("next") as HTMLButtonElement).disabled = number === 0 || number === deck.length;
};

function showAbout(): void {
  const about = currentSlide()?.about;
  if (about === undefined) return;
  const { notes, findings } = about;
  refill(
    "notes-text",
    ...(notes.length === 0
      ? [make("p", { class: "quiet" }, say("noNotes"))]
      : notes.map((text) => make("p", { dir: "auto" }, text))),
  );
  refill("findings", findingsList(findings, say, say("noFindings")));
}

/** Whoever clicked before a save is told again where things are written. */
const placesRest = createRest(() => void askPlaces());

/** Asks where the slides are written, unless that is known. It takes the program a moment, so it is not asked for nothing. */
async function askPlaces(): Promise<void> {
  wanted = true;
  placesRest.cancel();
  if (places !== undefined) return;
  const response = await fetch("places");
  if (!response.ok) return;
  const found = (await response.json()) as DeckPlaces;
  // Something was saved meanwhile: that save brings its own places.
  if (found.save !== saves) return placesRest.later();
  places = found;
  // Its line may have moved.
  if (chosen !== undefined) chosen = currentPlaces()?.parts.find(({ key }) => key === chosen?.key);
  markChosen();
  showPlace();
  showParts();
}

/** The list of parts, or the button that asks for it. */
function showParts(): void {
  const here = currentPlaces();
  if (here !== undefined) refill("parts", ...partsList(here.parts, chosen?.key, choose));
  // Those of the save before stay until the new ones come.
  if (here !== undefined || wanted) return;
  const button = make("button", { type: "button" }, say("askForParts"));
  button.addEventListener("click", async () => {
    await askPlaces();
    // Whoever stood on it stands on the first part afterwards.
    byId("parts").querySelector("button")?.focus({ preventScroll: true });
  });
  refill("parts", make("li", {}, button));
}

function editButton(): HTMLElement {
  const button = make("button", { type: "button", id: "edit-chosen" }, say("edit"));
  button.addEventListener("click", editChosen);
  return button;
}

function showPlace(): void {
  byId("place-text").replaceChildren(
    ...(chosen === undefined
      ? [make("p", { class: "quiet" }, say("clickForPlace"))]
      : [where(chosen, say), editButton()]),
  );
}

/** Opens the chosen text where it stands on the slide. */
function editChosen(): void {
  const [slide, here] = [currentSlide(), currentPlaces()];
  if (chosen === undefined || slide === undefined || here === undefined) return;
  void edits.edit({ part: chosen, article: slide.sheet.article, places: here, at: pointedAt });
}

/** The text that has the focus is edited, or else the one that was clicked. */
function editFocused(): void {
  const [element, slide] = [texts.focused(), current];
  if (element === undefined) {
    editChosen();
    return;
  }
  void askPlaces().then(() => {
    const here = currentPlaces();
    if (here === undefined || slide !== current) return;
    const part = here.parts.find(({ key }) => key === keyOfText(element, here));
    if (part === undefined) return;
    choose(part, false);
    pointedAt = pathOfText(element);
    editChosen();
  });
}
const texts = createTexts(stage, editFocused);

/** `open` is false where the text is to be edited here, not in an editor. */
function choose(part: BundlePart, open = true): void {
  chosen = part;
  pointedAt = undefined;
  markChosen();
  showPlace();
  showParts();
  byId("about").scrollTop = 0;
  // Another program answers to this address; the page stays.
  if (open && places?.opens === true && part.href !== undefined) location.assign(part.href);
}

const markChosen = (): void => {
  const slide = currentSlide();
  if (slide !== undefined) markParts(slide.sheet.article, chosen?.key, currentPlaces()?.spots);
};

/** Draws a slide that is not drawn as it is now; a text with the focus keeps it, and one that is edited stays so. */
function draw(slide: PreviewSlide): void {
  const focused = texts.focused();
  const at = slide.sheet.article.contains(focused ?? null) ? focused?.getAttribute("data-path") : undefined;
  if (!drawSlide(slide)) return;
  texts.made(slide.sheet.article, at ?? undefined);
  edits.redrawn();
}

function showSlide(): void {
  const slide = currentSlide();
  if (slide !== undefined) draw(slide);
  markChosen();
}

/** Draws what nobody looks at yet, a slide at a time, so that keys and saves find their way between. */
function drawRest(): void {
  const next = deck.find(isStale);
  if (next === undefined) thumbnails.redraw();
  else {
    draw(next);
    setTimeout(drawRest);
  }
}
window.addEventListener("beforeprint", () => deck.forEach(draw));

stage.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  // Without a mouse (detail 0), or with the key that follows links in PowerPoint, a link is a link.
  if (link !== null && (event.detail === 0 || event.ctrlKey || event.metaKey)) {
    const to = link.getAttribute("href") ?? "";
    if (!to.startsWith("#")) return;
    event.preventDefault();
    select(decodeURIComponent(to.slice(1)));
    return;
  }
  if (link !== null) event.preventDefault();
  const slide = current;
  void askPlaces().then(() => {
    const here = currentPlaces();
    if (here === undefined || slide !== current) return;
    const key = partAt(event, here);
    const part = here.parts.find((each) => each.key === key);
    if (part === undefined) return;
    choose(part);
    if (event.target instanceof Element) pointedAt = pathOfText(event.target);
  });
});

const go = (to: number): void => {
  const slide = deck[Math.max(0, Math.min(to, deck.length - 1))];
  if (slide !== undefined && slide.id !== current) select(slide.id);
};

byId("show-thumbnails").addEventListener("click", toggles.thumbnails);
byId("show-notes").addEventListener("click", toggles.notes);
byId("previous").addEventListener("click", () => go(index() - 1));
byId("next").addEventListener("click", () => go(index() + 1));
byId("print").addEventListener("click", () => print());
/** All findings, and what of them can be fixed at once. */
function showAllFindings(): void {
  byId("fixes").hidden = true;
  dialogs.findings();
  void edits.askFixes();
}
byId("show-findings").addEventListener("click", showAllFindings);
stage.addEventListener("dblclick", () => void askPlaces().then(editChosen));
byId("show-help").addEventListener("click", () => dialogs.help());
byId("full").addEventListener("click", () => view.full());
byId("show-overview").addEventListener("click", () => view.overview());
window.addEventListener("hashchange", () => {
  const id = decodeURIComponent(location.hash.slice(1));
  if (id !== current && deck.some((slide) => slide.id === id)) select(id);
});

window.addEventListener("keydown", (event) => {
  const command = commandOf(event);
  if (command === undefined) return;
  event.preventDefault();
  switch (command) {
    case "next":
      return go(index() + 1);
    case "previous":
      return go(index() - 1);
    case "first":
      return go(0);
    case "last":
      return go(deck.length - 1);
    case "thumbnails":
    case "notes":
      return toggles[command]();
    case "sent":
      return sent.show(!sent.isOpen());
    case "full":
      return view.full();
    case "overview":
      return view.overview();
    case "go":
      return dialogs.find("number");
    case "search":
      return dialogs.find("words");
    case "findings":
      return showAllFindings();
    case "decks":
      return decks.open();
    case "nextDeck":
      return decks.step(1);
    case "previousDeck":
      return decks.step(-1);
    case "edit":
      return editFocused();
    case "undo":
      return void edits.undo();
    case "help":
      return dialogs.help();
    case "larger":
    case "smaller":
    case "fit":
      return view.zoom(command);
    case "close":
      if (view.close()) return;
      if (sent.isOpen()) return sent.show(false);
      chosen = undefined;
      markChosen();
      showPlace();
      showParts();
  }
});

connect(say, receive, decks.receive);
