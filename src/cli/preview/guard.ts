import { timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** Who may come in: those who know the token, from this machine, under its own name. */
export interface PreviewAccess {
  readonly token: string;
  readonly port: number;
}

export interface RequestOrigin {
  readonly method: string;
  /** The request line's address, as it was sent. */
  readonly url: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** Address of the other side. */
  readonly from: string | undefined;
}

/**
 * What follows the token in the address of a request that is let in; undefined for any other, which gets nothing.
 *
 * The Host header is checked because a page elsewhere can point its own name at 127.0.0.1 (DNS rebinding); Origin and
 * Sec-Fetch-Site (Fetch Metadata, W3C) because it can send requests without being able to read what they return.
 */
export function authorizedPath(caller: RequestOrigin, { token, port }: PreviewAccess): string | undefined {
  const { method, url, headers, from } = caller;
  if (from !== "127.0.0.1") return undefined;
  if (method !== "GET" && method !== "HEAD") return undefined;
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return undefined;
  if (origin !== undefined && origin !== `http://${host}`) return undefined;
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
