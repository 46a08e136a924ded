import type { DeckList, Update } from "../message.ts";
import { byId, type Say } from "./dom.ts";

/**
 * Connects the page with its server: updates of the deck and of the list of decks go to those that show them. While the
 * connection is lost, the page says so; the browser asks again by itself.
 */
export function connect(
  say: Say,
  receive: (update: Update) => void,
  receiveDecks: (list: DeckList) => void,
): void {
  const events = new EventSource("events");
  events.addEventListener("open", () => {
    if (document.body.classList.contains("is-lost")) byId("status").textContent = say("lostAgain");
    document.body.classList.remove("is-lost");
  });
  // The first update after a connection brings everything, also what is here already.
  events.addEventListener("message", ({ data }) => receive(JSON.parse(String(data)) as Update));
  events.addEventListener("decks", ({ data }) => receiveDecks(JSON.parse(String(data)) as DeckList));
  events.addEventListener("error", () => {
    document.body.classList.add("is-lost");
    byId("status").textContent = say("lost");
  });
}
