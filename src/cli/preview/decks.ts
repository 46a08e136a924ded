import type { Host } from "../../host/host.ts";
import type { AskedLook } from "../../stages.ts";
import { type Watcher, watchFiles } from "../inputs/watcher.ts";
import type { DeckList, DeckPlaces, ListedDeck } from "./message.ts";
import { deckAddress } from "./routes.ts";
import type { Answers, PreviewServer, ServedDecks } from "./server.ts";
import { type Session, startSession } from "./session.ts";
import { changesBetween, type Shown } from "./shown.ts";
import type { BundleLocations } from "./spot.ts";
import { createTurns } from "./turns.ts";

export interface DecksOptions {
  readonly host: Host;
  readonly look: AskedLook;
  readonly places: BundleLocations;
  /** True where there is one deck, at the root; false where several are listed. */
  readonly alone: boolean;
  /** Content of the deck of a bundle; `places` finds where its texts are written. */
  readonly answers: (file: string, places: () => Promise<DeckPlaces>) => Answers;
  /** Called when all is said about a bundle after a save, and not when it is first shown, with the ms that it took to draw the slides. */
  readonly done: (file: string, before: Shown, after: Shown, ms: number) => Promise<void>;
  /** Called with what no save can cause: a defect of ours. */
  readonly failed: (cause: unknown) => void;
}

/** The decks of a preview. One that is looked at is built first, and all others one after the other. */
export interface Decks {
  readonly served: ServedDecks;
  /** Builds and tells by a server from now on. */
  readonly serve: (server: PreviewServer) => void;
  /** Shows the decks of these bundles, in this order, and no others. */
  readonly set: (files: readonly string[]) => void;
  readonly stop: () => void;
}

/** Decks without an open page that are kept ready to be shown and rebuilt at once; the others are read again. */
const MOST_READY = 4;

interface Deck {
  readonly file: string;
  readonly name: string;
  readonly answers: Answers;
  listed: ListedDeck;
  session?: Promise<Session>;
  /** The session once it has shown the bundle. */
  ready?: Session;
  /** Watches the files of a deck that has no session. */
  resting?: Watcher;
  /** True until it was built as its files are now. */
  stale: boolean;
  /** Counts up, so that the deck that was not used for longest is known. */
  used: number;
  /** Numbers of its last update. */
  last: Pick<Shown, "revision" | "save">;
}

/** Keeps a session for each deck that somebody looks at and for a few more, and knows of all others how they are. */
export function createDecks(options: DecksOptions): Decks {
  const { host, look, places, alone } = options;
  const turns = createTurns();
  let decks: readonly Deck[] = [];
  let server: PreviewServer | undefined;
  let uses = 0;
  let filling = false;
  let open = true;

  const byName = (name: string): Deck | undefined => decks.find((deck) => deck.name === name);
  const has = (deck: Deck): boolean => open && decks.includes(deck);
  const watched = ({ name }: Deck): boolean => server?.watched(name) ?? false;
  const tellList = (): void => {
    if (!alone) server?.list({ decks: decks.map(({ listed }) => listed) } satisfies DeckList);
  };

  const create = (file: string): Deck => {
    const name = alone ? "" : file;
    const listed: ListedDeck = { name, href: deckAddress(name), counts: "", state: "waiting" };
    const find = async (): Promise<DeckPlaces> => (await start(deck)).places();
    const deck: Deck = {
      ...{ file, name, listed, answers: options.answers(file, find) },
      ...{ stale: true, used: 0, last: { revision: 0, save: 0 } },
    };
    return deck;
  };

  /** The session of a deck, started where there is none. */
  const start = (deck: Deck): Promise<Session> => {
    deck.used = ++uses;
    if (deck.session !== undefined) return deck.session;
    deck.resting?.close();
    delete deck.resting;
    const { file, name, last } = deck;
    /** True where somebody has saved since the bundle was shown: a deck that is only read again says nothing. */
    let saved = deck.stale && last.revision > 0;
    deck.stale = false;
    const session = startSession({
      ...{ file, host, look, places, failed: options.failed, from: last, warmsUp: alone },
      turn: (look) =>
        turns.take(
          () => watched(deck),
          async () => (has(deck) ? look() : undefined),
        ),
      shown: (before, after) => {
        deck.last = { revision: after.revision, save: after.save };
        if (has(deck)) server?.tell(name, changesBetween(before, after), after);
      },
      done: async (before, after, ms) => {
        if (!has(deck)) return;
        deck.listed = listedAs(deck, after);
        tellList();
        if (saved) await options.done(file, before, after, ms);
        saved = true;
      },
    });
    deck.session = session;
    session.then((ready) => {
      if (!has(deck)) ready.stop();
      else {
        deck.ready = ready;
        settle();
      }
    }, options.failed);
    return session;
  };

  /** Starts a session that nobody waits for; a failure is told to `failed` by `start`. */
  const begin = (deck: Deck): void => {
    start(deck).catch(() => {});
  };
  /** Ends sessions that are more than are kept, of decks that nobody looks at; their files are watched on. */
  const settle = (): void => {
    const idle = decks.filter((deck) => deck.ready !== undefined && !watched(deck));
    for (const deck of idle.sort((a, b) => b.used - a.used).slice(MOST_READY)) {
      const files = deck.ready?.files() ?? [];
      end(deck);
      deck.resting = watchFiles(() => {
        deck.stale = true;
        void fill();
      });
      deck.resting.follow(files);
    }
  };
  const end = (deck: Deck): void => {
    deck.ready?.stop();
    deck.resting?.close();
    delete deck.session;
    delete deck.ready;
    delete deck.resting;
    server?.forget(deck.name);
  };

  /** Builds what is stale, one deck at a time. */
  const fill = async (): Promise<void> => {
    if (filling || server === undefined) return;
    filling = true;
    const next = (): Deck | undefined =>
      open ? decks.find((deck) => deck.stale && deck.session === undefined) : undefined;
    for (let deck = next(); deck !== undefined; deck = next()) {
      begin(deck);
      await deck.session?.catch(() => {});
    }
    filling = false;
  };

  return {
    served: {
      answers: (name) => byName(name)?.answers,
      home: () => (alone ? undefined : decks[0]?.name),
      opened: (name) => {
        const deck = byName(name);
        if (deck !== undefined) begin(deck);
      },
    },
    serve: (by) => {
      server = by;
      tellList();
      void fill();
    },
    set: (files) => {
      const before = decks;
      decks = files.map((file) => before.find((deck) => deck.file === file) ?? create(file));
      for (const deck of before) if (!decks.includes(deck)) end(deck);
      tellList();
      // A page may be open on a deck that has come back.
      for (const deck of decks) if (watched(deck)) begin(deck);
      void fill();
    },
    stop: () => {
      open = false;
      for (const deck of decks) end(deck);
    },
  };
}

function listedAs({ listed: { name, href } }: Deck, after: Shown): ListedDeck {
  const { deck, slides, counts, broken } = after;
  return {
    ...{ name, href, counts, built: Date.now(), state: broken === undefined ? "shown" : "broken" },
    ...(deck === undefined ? {} : { title: deck.title, language: deck.language, slides: slides.length }),
  };
}
