import { randomBytes, timingSafeEqual } from "node:crypto";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { DeckList, Update } from "./message.ts";
import { deckAddress, routeOf } from "./routes.ts";

/** A file of the page itself. There is no way to any other file. */
export interface Asset {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Content that the page asks for by itself, made when it asks. */
export interface Answers {
  /** By the name that the page asks for, each sent as JSON. */
  readonly json: Readonly<Record<string, () => Promise<unknown>>>;
  /** A deck of a version that was sent; undefined where there is none. */
  readonly deck: (version: string, file: string) => Promise<Asset | undefined>;
  /** Writes by name, each handed the JSON that the page sends and answered as JSON. */
  readonly writes: Readonly<Record<string, (asked: unknown) => Promise<unknown>>>;
  /** The deck as the bundle is now, with its name; undefined where it cannot be built. */
  readonly download: () => Promise<{ readonly name: string; readonly asset: Asset } | undefined>;
}

/** The decks that are served, each by its name in addresses; "" is the one at the root, where there is but one. */
export interface ServedDecks {
  /** Content of a deck; undefined for a name without a deck. */
  readonly answers: (name: string) => Answers | undefined;
  /** Name of the deck that the root leads to; undefined where the root itself is a page. */
  readonly home: () => string | undefined;
  /** Called when a page opens on a deck, also on one that is gone. */
  readonly opened: (name: string) => void;
}

export interface PreviewServer {
  /** The page's address, with its token. */
  readonly url: string;
  /** Tells every open page of a deck. `whole` is for those that open later. */
  tell(name: string, news: Update, whole: Update): void;
  /** Tells every open page which decks there are. */
  list(decks: DeckList): void;
  /** Drops what would be told to pages of a deck that open later. */
  forget(name: string): void;
  /** True while a page of the deck is open. */
  watched(name: string): boolean;
  close(): Promise<void>;
}

/** Loopback address, so that only this machine has access; there is no option for another. */
const ADDRESS = "127.0.0.1";
/** Pages that may be open at once. */
const MOST_PAGES = 32;
/** Bytes that may wait for one of them. */
const MOST_WAITING = 64 * 1_048_576;

/** No script, style, font or connection from anywhere else, no frame around it, nothing inline (CSP 3). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": POLICY,
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
} as const;

/**
 * Serves the page of each deck on the loopback address under one token, a new one where none is given; a deck is asked
 * when its page asks. Whoever is not let in gets an empty 404, as if there were nothing.
 * @throws node's errors, such as EADDRINUSE and EACCES for the port
 */
export async function servePreview(
  assets: Readonly<Record<string, Asset>>,
  port: number,
  decks: ServedDecks,
  token: string = newToken(),
): Promise<PreviewServer> {
  /** Open pages, each with the name of its deck. */
  const pages = new Map<ServerResponse, string>();
  const states = new Map<string, Update>();
  let listed: DeckList | undefined;
  let bound = port;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = "", url = "", headers } = request;
    const from = request.socket.remoteAddress;
    const route = routeOf(authorizedPath({ method, url, headers, from }, { token, port: bound }));
    if (route === undefined) {
      refuse(response);
      return;
    }
    const { deck, name } = route;
    if (name === "events" && method === "GET") {
      if (pages.size < MOST_PAGES) subscribe(response, deck);
      else refuse(response);
      return;
    }
    const answers = decks.answers(deck);
    if (method === "POST") {
      const write =
        answers !== undefined && Object.hasOwn(answers.writes, name) ? answers.writes[name] : undefined;
      if (write === undefined) refuse(response);
      else
        bodyOf(request)
          .then((asked) =>
            asked === undefined ? refuse(response) : write(asked).then((done) => sendJson(response, done)),
          )
          .catch(failed(response));
      return;
    }
    if (answers === undefined) {
      // The root leads to the first deck, and so does one that is gone.
      const home = decks.home() ?? "";
      if (name === "" && home !== deck) {
        const location = `/${token}/${deckAddress(home)}`;
        response.writeHead(302, { ...HEADERS, location, "content-length": 0 }).end();
        return;
      }
      if (deck !== "") {
        refuse(response);
        return;
      }
    }
    if (answers !== undefined && method === "GET" && give(answers, name, response)) return;
    const asset = Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (asset === undefined) refuse(response);
    else send(response, asset, method === "HEAD");
  };
  /** Gives what a deck is asked for; false where the name is that of something else. */
  const give = (answers: Answers, name: string, response: ServerResponse): boolean => {
    const json = Object.hasOwn(answers.json, name) ? answers.json[name] : undefined;
    if (json !== undefined) {
      json().then((found) => sendJson(response, found), failed(response));
      return true;
    }
    if (name === DOWNLOAD) {
      answers.download().then((found) => {
        if (found === undefined) refuse(response);
        else send(response, found.asset, false, found.name);
      }, failed(response));
      return true;
    }
    const [version, file] = sentDeckAsked(name);
    if (version === undefined || file === undefined) return false;
    answers.deck(version, file).then((found) => {
      if (found === undefined) refuse(response);
      else send(response, found, false, file);
    }, failed(response));
    return true;
  };
  const sendJson = (response: ServerResponse, found: unknown): void =>
    send(response, { type: "application/json", bytes: Buffer.from(JSON.stringify(found)) });
  const failed =
    (response: ServerResponse) =>
    (cause: unknown): void =>
      void response.destroy(cause instanceof Error ? cause : undefined);
  const refuse = (response: ServerResponse): void => {
    response.writeHead(404, { ...HEADERS, "content-length": 0, connection: "close" }).end();
  };
  /** `download` names a file that the browser keeps, and does not show (RFC 6266). */
  const send = (
    response: ServerResponse,
    { type, bytes }: Asset,
    headOnly = false,
    download?: string,
  ): void => {
    const kept =
      download === undefined
        ? {}
        : { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(download)}` };
    response.writeHead(200, { ...HEADERS, "content-type": type, "content-length": bytes.length, ...kept });
    response.end(headOnly ? undefined : bytes);
  };
  const subscribe = (response: ServerResponse, deck: string): void => {
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream; charset=utf-8" });
    // Small messages leave at once.
    response.socket?.setNoDelay(true);
    response.write("retry: 500\n\n");
    pages.set(response, deck);
    response.on("close", () => pages.delete(response));
    if (listed !== undefined) response.write(event(listed, "decks"));
    const state = states.get(deck);
    if (state !== undefined) response.write(event(state));
    decks.opened(deck);
  };
  const write = (page: ServerResponse, text: string): void => {
    // A page that no longer reads would keep everything in memory; it connects again when it wakes.
    if (page.writableLength > MOST_WAITING) page.destroy();
    else page.write(text);
  };

  const server = createServer(answer);
  await listening(server, port);
  bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${ADDRESS}:${bound}/${token}/`,
    tell: (name, news, whole) => {
      states.set(name, whole);
      const text = event(news);
      for (const [page, deck] of pages) if (deck === name) write(page, text);
    },
    list: (decks) => {
      listed = decks;
      const text = event(decks, "decks");
      for (const page of pages.keys()) write(page, text);
    },
    forget: (name) => void states.delete(name),
    watched: (name) => [...pages.values()].includes(name),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bytes of a request that are read at most: a text of a bundle, and its place. */
const MOST_ASKED = 65_536;

/** JSON of a request; undefined for anything else, or more than is read. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_ASKED) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString("utf8")) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

/** A token that nobody can guess. */
export const newToken = (): string => randomBytes(24).toString("base64url");

/** Name by which the page asks for the deck. */
const DOWNLOAD = "deck.pptx";

/** Version and file of a sent deck that is asked for; none for an address of anything else. */
function sentDeckAsked(name: string): readonly string[] {
  const [, version, file] = /^deck\/([^/?#]+)\/([^/?#]+)$/.exec(name) ?? [];
  if (version === undefined || file === undefined) return [];
  try {
    return [decodeURIComponent(version), decodeURIComponent(file)];
  } catch (cause) {
    if (cause instanceof URIError) return [];
    throw cause;
  }
}

/** A message as a server-sent event (HTML, 9.2); JSON has no line breaks of its own. */
const event = (told: Update | DeckList, type?: "decks"): string =>
  `${type === undefined ? "" : `event: ${type}\n`}data: ${JSON.stringify(told)}\n\n`;

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: ADDRESS, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });

/** Access to the preview: the token and port that a request from this machine must name. */
interface PreviewAccess {
  readonly token: string;
  readonly port: number;
}

interface RequestOrigin {
  readonly method: string;
  /** The request line's address, as it was sent. */
  readonly url: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** Address of the other side. */
  readonly from: string | undefined;
}

/**
 * Returns the part of a request's address after the token; undefined for a refused request.
 *
 * The Host header is checked because a page elsewhere can point its own name at 127.0.0.1 (DNS rebinding);
 * Origin and Sec-Fetch-Site (Fetch Metadata, W3C) because it can send requests without being able to read
 * what they return.
 */
export function authorizedPath(caller: RequestOrigin, { token, port }: PreviewAccess): string | undefined {
  const { method, url, headers, from } = caller;
  if (from !== "127.0.0.1") return undefined;
  if (method !== "GET" && method !== "HEAD" && method !== "POST") return undefined;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return undefined;
  if (origin !== undefined && origin !== `http://${host}`) return undefined;
  // What writes has to come from the page itself: a form of another page can send neither this origin nor JSON.
  if (method === "POST" && (origin === undefined || headers["content-type"] !== "application/json"))
    return undefined;
  const site = headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return undefined;
  const given = url.slice(1, 1 + token.length);
  if (!url.startsWith("/") || url[1 + token.length] !== "/" || !same(given, token)) return undefined;
  return url.slice(2 + token.length);
}

/** Takes as long for any two texts of one length, so that time tells nothing of the token. */
function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
