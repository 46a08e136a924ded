/** Why what has the shape of a link is none. */
export type LinkFault = "unsafe" | "scheme" | "spaces" | "address" | "picture";

/** A part of a text with the shape of a link: [label](target), or <https://…>. */
export interface LinkShape {
  /** Place of the link in the text, in UTF-16 units: from its bracket, or the ! of a picture, to behind its last character. */
  readonly start: number;
  readonly end: number;
  /** The words to be read, as they were written. */
  readonly label: string;
  /** Text in the round brackets. */
  readonly target: string;
  /** The address to which it leads; undefined for what is no link, which `fault` explains. */
  readonly href?: string;
  readonly fault?: LinkFault;
}

/** Every link shape of a text that is not escaped. */
export function linksIn(text: string): readonly LinkShape[] {
  const out: LinkShape[] = [];
  for (let at = 0; at < text.length; ) {
    const found = linkAt(text, at);
    if (found !== undefined) out.push(found);
    at = found?.end ?? at + (text[at] === "\\" ? 2 : 1);
  }
  return out;
}

/** A text with the words of its links in place of the links. */
export function withoutLinks(text: string): string {
  let out = "";
  let from = 0;
  for (const { start, end, label } of linksIn(text)) {
    out += text.slice(from, start) + withoutLinks(label);
    from = end;
  }
  return out + text.slice(from);
}

/** The link shape that begins at a place (CommonMark 0.31, 6.3 to 6.5), undefined where there is none. */
export function linkAt(text: string, at: number): LinkShape | undefined {
  if (text[at] === "<") return autolink(text, at);
  const picture = text[at] === "!" && text[at + 1] === "[" && (at === 0 || /\s/.test(text[at - 1] ?? ""));
  const open = picture ? at + 1 : at;
  if (text[open] !== "[") return undefined;
  const close = closing(text, open, "[", "]");
  if (close === undefined || text[close + 1] !== "(") return undefined;
  const last = closing(text, close + 1, "(", ")") ?? text.indexOf(")", close + 2);
  if (last < 0) return undefined;
  const target = text.slice(close + 2, last).trim();
  const label = text.slice(open + 1, close);
  const shape = { start: at, end: last + 1, target };
  const found = picture ? { fault: "picture" as const } : addressOf(target);
  return { ...shape, label: label.trim() === "" ? (found.href ?? target) : label, ...found };
}

function autolink(text: string, at: number): LinkShape | undefined {
  const target = /^<((?:https?:\/\/|mailto:)[^\s<>]+)>/i.exec(text.slice(at, at + 2_000))?.[1];
  if (target === undefined) return undefined;
  const found = addressOf(target);
  return { start: at, end: at + target.length + 2, target, label: target.replace(/^mailto:/i, ""), ...found };
}

/** The bracket that closes the one at a place; what stands within <…> and after a backslash does not count. */
function closing(text: string, open: number, opener: string, closer: string): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const unit = text[at];
    if (unit === "\\" && /[\\*[\]()]/.test(text[at + 1] ?? "")) at++;
    else if (unit === "<" && opener === "(" && depth === 1 && text.slice(open + 1, at).trim() === "") {
      const end = text.indexOf(">", at);
      if (end > 0) at = end;
    } else if (unit === opener) depth++;
    else if (unit === closer && --depth === 0) return at;
  }
  return undefined;
}

/** Schemes that start programs or open files, and the paths of machines in a network. */
const UNSAFE = /^(?:(?:javascript|vbscript|data|file):|[\\/]{2})/i;

/** The address without the title that may stand behind it, between straight marks or those of the language. */
function addressOf(
  target: string,
): { readonly href: string } | { readonly href?: never; readonly fault: LinkFault } {
  const inner = /^<([^<>]*)>(?:\s+\p{Quotation_Mark}.*\p{Quotation_Mark})?$/su.exec(target)?.[1];
  const bare = inner ?? target.replace(/\s+\p{Quotation_Mark}.*\p{Quotation_Mark}$/su, "");
  // A browser reads java\nscript: as javascript: (WHATWG URL, 4.4).
  if (UNSAFE.test(bare.replaceAll(/[\s\p{Cc}]/gu, ""))) return { fault: "unsafe" };
  if (!/^(?:https?:\/\/|mailto:)/i.test(bare)) return { fault: "scheme" };
  if (inner === undefined && /\s/.test(bare)) return { fault: "spaces" };
  const href = bare
    .replaceAll(/\\([\\*[\]()])/g, "$1")
    .replaceAll(/[\s<>]/g, (unit) => encodeURIComponent(unit));
  return isAddress(href) ? { href } : { fault: "address" };
}

function isAddress(href: string): boolean {
  if (!URL.canParse(href)) return false;
  const { protocol, hostname, pathname } = new URL(href);
  return protocol === "mailto:" ? pathname.includes("@") : hostname !== "";
}
