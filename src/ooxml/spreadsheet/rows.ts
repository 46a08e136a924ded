import { PackageError } from "../error.ts";
import type { Archive } from "../unzip.ts";

/** Characters of a row, of what stands before the rows, and of one shared string, that are kept at most. */
const LONGEST = 8 * 1_048_576;

/** One element of a long list, as it is written in the file. */
export interface RowXml {
  readonly xml: string;
  /** Attributes of its start tag, as they are written. */
  readonly start: string;
}

/**
 * Cuts a part into what stands before a list, the items of the list one by one, and what follows. A sheet may have a
 * million rows and a reader want five: all others are passed over without being parsed, which takes a tenth of the time.
 */
export interface Cutter {
  /** Name of the element that holds the list, without prefix; an item's name. */
  readonly list: string;
  readonly item: string;
  /** Takes all that stands before the list, its start tag not included. */
  readonly before: (xml: string) => void;
  /** Takes an item; false where the rest of the part is not needed. */
  readonly each: (cut: RowXml) => boolean;
  /** Takes what follows the list, in pieces that end before a tag; false where the rest is not needed. */
  readonly after: (xml: string) => boolean;
}

type State = "before" | "items" | "after";

/** @throws PackageError "xml" for a list that does not end, "size" for an item that is longer than any program writes. */
export async function cutPart(archive: Archive, part: string, cutter: Cutter): Promise<boolean> {
  const decoder = new TextDecoder("utf-8");
  const cut = cutting(cutter);
  let more = true;
  const found = await archive.stream(part.replace(/^\//, ""), (chunk) => {
    more = cut.take(decoder.decode(chunk, { stream: true }));
    return more;
  });
  if (found && more) cut.end();
  return found;
}

function cutting({ list, item, before, each, after }: Cutter) {
  const prefix = "(?:[\\w.-]+:)?";
  const opening = new RegExp(`<${prefix}${list}(?=[\\s/>])[^>]*>`);
  const token = new RegExp(`<(?:!--|(${prefix}${item})(?=[\\s/>])|/${prefix}${list}\\s*>)`, "g");
  let state: State = "before";
  let held = "";

  const take = (text: string): boolean => {
    held += text;
    if (state === "before") {
      const found = opening.exec(held);
      if (found === null) return enough();
      before(held.slice(0, found.index));
      held = held.slice(found.index + found[0].length);
      state = found[0].endsWith("/>") ? "after" : "items";
    }
    if (state === "items" && !items()) return false;
    return state === "items" ? enough() : rest();
  };

  /** Hands over every item that is held whole. */
  function items(): boolean {
    let at = 0;
    token.lastIndex = 0;
    for (let found = token.exec(held); found !== null; found = token.exec(held)) {
      at = found.index;
      const name = found[1];
      if (found[0] === "<!--") {
        const end = held.indexOf("-->", at);
        if (end < 0) break;
        token.lastIndex = end + 3;
        at = end + 3;
        continue;
      }
      if (name === undefined) {
        held = held.slice(at + found[0].length);
        state = "after";
        return true;
      }
      const close = held.indexOf(">", at);
      if (close < 0) break;
      const empty = held[close - 1] === "/";
      const closing = `</${name}`;
      const last = empty ? close : held.indexOf(closing, close);
      const end = empty ? close + 1 : last < 0 ? -1 : held.indexOf(">", last) + 1;
      if (end <= 0) break;
      const start = held.slice(at + 1 + name.length, empty ? close - 1 : close);
      if (!each({ xml: held.slice(at, end), start })) return false;
      token.lastIndex = end;
      at = end;
    }
    held = held.slice(at);
    return true;
  }

  const rest = (): boolean => {
    const last = held.lastIndexOf("<");
    if (last <= 0) return enough();
    const whole = held.slice(0, last);
    held = held.slice(last);
    return after(whole);
  };

  const enough = (): boolean => {
    if (held.length > LONGEST) throw new PackageError("size", `more than ${LONGEST} (characters)`);
    return true;
  };

  return {
    take,
    end: (): void => {
      if (state !== "after") throw new PackageError("xml", `the part ends within ${list}`);
      after(held);
    },
  };
}

/** Finds an attribute in a start tag as it is written; undefined where it is not there. */
export function attribute(name: string): (start: string) => string | undefined {
  const pattern = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  return (start) => {
    const match = pattern.exec(start);
    return match?.[1] ?? match?.[2];
  };
}

/** xsd:boolean */
export const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";
