import { randomBytes, timingSafeEqual } from "node:crypto";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import type { Update } from "./message.ts";

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

export interface PreviewServer {
  /** The page's address, with its token. */
  readonly url: string;
  /** Tells every page that is open. `whole` is for those that open later. */
  tell(news: Update, whole: Update): void;
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
 * Serves the page on the loopback address under a token, a new one where none is given; `answers` are asked when the page asks. Whoever is not let
 * in gets an empty 404, as if there were nothing.
 * @throws node's errors, such as EADDRINUSE and EACCES for the port
 */
export async function servePreview(
  assets: Readonly<Record<string, Asset>>,
  port: number,
  answers: Answers,
  token: string = newToken(),
): Promise<PreviewServer> {
  const pages = new Set<ServerResponse>();
  let state: Update | undefined;
  let bound = port;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const { method = "", url = "", headers } = request;
    const from = request.socket.remoteAddress;
    const name = authorizedPath({ method, url, headers, from }, { token, port: bound });
    if (name === "events" && method === "GET" && pages.size < MOST_PAGES) {
      subscribe(response);
      return;
    }
    if (name !== undefined && method === "GET" && Object.hasOwn(answers.json, name)) {
      answers.json[name]?.().then(
        (found) => send(response, { type: "application/json", bytes: Buffer.from(JSON.stringify(found)) }),
        failed(response),
      );
      return;
    }
    const write =
      name !== undefined && Object.hasOwn(answers.writes, name) ? answers.writes[name] : undefined;
    if (method === "POST") {
      if (write === undefined) refuse(response);
      else
        bodyOf(request)
          .then((asked) =>
            asked === undefined
              ? refuse(response)
              : write(asked).then((done) =>
                  send(response, { type: "application/json", bytes: Buffer.from(JSON.stringify(done)) }),
                ),
          )
          .catch(failed(response));
      return;
    }
    if (name === DOWNLOAD && method === "GET") {
      answers.download().then((found) => {
        if (found === undefined) refuse(response);
        else send(response, found.asset, false, found.name);
      }, failed(response));
      return;
    }
    const [version, file] = deckAsked(name ?? "");
    if (version !== undefined && file !== undefined && method === "GET") {
      answers.deck(version, file).then((found) => {
        if (found === undefined) refuse(response);
        else send(response, found, false, file);
      }, failed(response));
      return;
    }
    const asset = name !== undefined && Object.hasOwn(assets, name) ? assets[name] : undefined;
    if (asset === undefined) refuse(response);
    else send(response, asset, method === "HEAD");
  };
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
  const subscribe = (response: ServerResponse): void => {
    response.writeHead(200, { ...HEADERS, "content-type": "text/event-stream; charset=utf-8" });
    // Small messages leave at once.
    response.socket?.setNoDelay(true);
    response.write("retry: 500\n\n");
    pages.add(response);
    response.on("close", () => pages.delete(response));
    if (state !== undefined) response.write(event(state));
  };

  const server = createServer(answer);
  await listening(server, port);
  bound = (server.address() as AddressInfo).port;
  return {
    url: `http://${ADDRESS}:${bound}/${token}/`,
    tell: (news, whole) => {
      state = whole;
      const text = event(news);
      for (const page of pages) {
        // A page that no longer reads would keep everything in memory; it connects again when it wakes.
        if (page.writableLength > MOST_WAITING) page.destroy();
        else page.write(text);
      }
    },
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

/** Version and file of a deck that is asked for; none for an address of anything else. */
function deckAsked(name: string): readonly string[] {
  const [, version, file] = /^deck\/([^/?#]+)\/([^/?#]+)$/.exec(name) ?? [];
  if (version === undefined || file === undefined) return [];
  try {
    return [decodeURIComponent(version), decodeURIComponent(file)];
  } catch (cause) {
    if (cause instanceof URIError) return [];
    throw cause;
  }
}

/** An update as a server-sent event (HTML, 9.2); JSON has no line breaks of its own. */
const event = (update: Update): string => `data: ${JSON.stringify(update)}\n\n`;

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
