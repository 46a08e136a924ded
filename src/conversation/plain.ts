import { cutToBytes } from "../base/graphemes.ts";

/** Longest mail link that Office and Outlook follow: 2,083 characters, of which some are left over. */
const MOST = 2_000;

/** Halves of characters, which no address can carry. */
const HALF = /\p{Cs}/gu;

/** A text on one line, without control characters and what turns the reading order round: fit for the header of a mail. */
export const oneLine = (text: string): string =>
  text
    .replace(HALF, "\ufffd")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();

const encode = (text: string): string =>
  encodeURIComponent(text.replace(HALF, "\ufffd").replace(/\r\n|\r|\n/g, "\r\n")).replace(/'/g, "%27");

/** Characters of a subject where there is no room for all of it. */
const SHORT = 60;

/**
 * A mail link (RFC 6068). Where it is longer than programs follow, the subject is cut, and if that is not enough the body
 * left out.
 */
export function mailLink(email: string, subject: string, body: string): string {
  const to = encode(oneLine(email)).replaceAll("%40", "@").replaceAll("%2B", "+");
  const whole = oneLine(subject);
  const short = cutToBytes(whole, Number.POSITIVE_INFINITY, SHORT);
  const link = (said: string, more = ""): string => `mailto:${to}?subject=${encode(said)}${more}`;
  const cut = short === whole ? whole : `${short}…`;
  const links = [whole, cut].map((said) => link(said, `&body=${encode(body)}`));
  return links.find((each) => each.length <= MOST) ?? link(cut);
}

/** A text for HTML, also within attributes. */
export const html = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
