import type { CharacterFault } from "../diagnostics/messages/index.ts";

/** A character of a text as it is written: a code point, or half of a pair that stands alone. */
export interface Character {
  readonly code: number;
  readonly offset: number;
  readonly length: number;
}

export interface BadCharacter extends Character {
  readonly fault: CharacterFault;
}

/** Texts without any of these need no closer look. */
export const SUSPECT =
  /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/u;

/**
 * The first character that no slide can hold or no reader can see, in the order of the text: controls, noncharacters
 * (Unicode 16, 23.7), halves of characters, tags outside of flags (UTS 51, ED-14a), and what turns the reading order round
 * (UAX 9, 2) without turning it back within the text.
 */
export function badCharacter(characters: readonly Character[]): BadCharacter | undefined {
  const unpaired = unpairedDirections(characters);
  const flagged = flagTags(characters);
  for (const [n, character] of characters.entries()) {
    const fault = faultOf(character.code) ?? (unpaired.has(n) ? "direction" : undefined);
    if (fault !== undefined && !flagged.has(n)) return { ...character, fault };
  }
  return undefined;
}

export function charactersOf(text: string): readonly Character[] {
  let offset = 0;
  return Array.from(text, (unit) => {
    const character = { code: unit.codePointAt(0) ?? 0, offset, length: unit.length };
    offset += unit.length;
    return character;
  });
}

function faultOf(code: number): CharacterFault | undefined {
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f)) return "control";
  if (code >= 0xd800 && code <= 0xdfff) return "half";
  if ((code & 0xfffe) === 0xfffe || (code >= 0xfdd0 && code <= 0xfdef)) return "noncharacter";
  return code >= 0xe0000 && code <= 0xe007f ? "tag" : undefined;
}

const BLACK_FLAG = 0x1f3f4;
const CANCEL_TAG = 0xe007f;

/** Finds the tags that make a flag, such as Scotland's: from a black flag to the tag that ends it. */
function flagTags(characters: readonly Character[]): ReadonlySet<number> {
  const out = new Set<number>();
  for (let n = 0; n < characters.length; n++) {
    if (characters[n]?.code !== BLACK_FLAG) continue;
    let end = n + 1;
    while ((characters[end]?.code ?? 0) >= 0xe0020 && (characters[end]?.code ?? 0) < CANCEL_TAG) end++;
    if (end === n + 1 || characters[end]?.code !== CANCEL_TAG) continue;
    for (let tag = n + 1; tag <= end; tag++) out.add(tag);
  }
  return out;
}

/** Embeddings and overrides end with U+202C, isolates with U+2069, the innermost first. */
function unpairedDirections(characters: readonly Character[]): ReadonlySet<number> {
  const open: { readonly n: number; readonly end: number }[] = [];
  const out = new Set<number>();
  for (const [n, { code }] of characters.entries()) {
    if ([0x202a, 0x202b, 0x202d, 0x202e].includes(code)) open.push({ n, end: 0x202c });
    else if ([0x2066, 0x2067, 0x2068].includes(code)) open.push({ n, end: 0x2069 });
    else if (code === 0x202c || code === 0x2069) {
      if (open.at(-1)?.end === code) open.pop();
      else out.add(n);
    }
  }
  for (const { n } of open) out.add(n);
  return out;
}
