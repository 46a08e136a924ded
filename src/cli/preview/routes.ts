/** Part of the preview that a request asks for. */
export interface Route {
  /** Name of a deck; "" for the root. */
  readonly deck: string;
  /** Name of what is asked for under the address of the deck; "" for its page. */
  readonly name: string;
}

/** Address of a deck from the root of the preview, in one step, so that its page finds all else beside itself. */
export const deckAddress = (name: string): string =>
  name === "" ? "" : `decks/${encodeURIComponent(name)}/`;

/** The route of an address after the token; undefined for one that names no deck as addresses do. */
export function routeOf(path: string | undefined): Route | undefined {
  if (path === undefined) return undefined;
  const [, step, name = ""] = /^decks\/([^/?#]+)\/(.*)$/s.exec(path) ?? [];
  if (step === undefined) return { deck: "", name: path };
  try {
    const deck = decodeURIComponent(step);
    // One address for one deck.
    return encodeURIComponent(deck) === step ? { deck, name } : undefined;
  } catch (cause) {
    if (cause instanceof URIError) return undefined;
    throw cause;
  }
}
