import { cleanText } from "../../../ooxml/escape.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { all, type Element, el, textOf } from "../../../ooxml/xml.ts";
import { sha256 } from "../hash.ts";
import { ASPECTS, type Aspect, type Seen } from "./seen.ts";

/** What a deck remembers of a slide as it was written. */
export interface SlideMark {
  readonly id: number;
  /** Decides whether the slide is as it was. */
  readonly whole: string;
  /** Say what changed; too short to decide. */
  readonly aspects: Readonly<Record<Aspect, string>>;
}

export interface Mark {
  /** Digest of all parts, byte for byte. */
  readonly bytes: string;
  readonly design: string;
  readonly slides: readonly SlideMark[];
}

/** Custom document properties: PowerPoint, LibreOffice and Keynote keep them when they save. */
const PROPERTY = "Foredeck";
/** Format id of user-defined properties ([MS-OLEPS] 2.25.2). */
const USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/** Office's own limit on the text of such a property. */
const LONGEST = 255;
const WHOLE = 10;
const SHORT = 2;

export function markOf(
  seen: { readonly slides: readonly Seen[]; readonly design: string },
  bytes: string,
): Mark {
  return {
    bytes,
    design: digest(seen.design, WHOLE),
    slides: seen.slides.map(({ id, aspects, set }) => ({
      id,
      whole: digest([...ASPECTS.map((aspect) => aspects[aspect]), set].join("\n=\n"), WHOLE),
      aspects: Object.fromEntries(
        ASPECTS.map((aspect) => [aspect, digest(aspects[aspect], SHORT)]),
      ) as Record<Aspect, string>,
    })),
  };
}

/** The last letters of a digest of the text as XML can say it; what is empty has a dash for each. */
function digest(text: string, letters: number): string {
  if (text.trim() === "") return "-".repeat(letters);
  const hex = sha256(cleanText(text));
  return BigInt(`0x${hex}`).toString(36).padStart(50, "0").slice(-letters);
}

/** docProps/custom.xml with the mark: "Foredeck" and as many "Foredeck 1", "Foredeck 2" … as it takes. */
export function markPart({ bytes, design, slides }: Mark): Element {
  const lines: string[] = [];
  for (const word of [
    `design:${design}`,
    ...slides.map(({ id, whole, aspects }) => `${id}:${whole}${ASPECTS.map((a) => aspects[a]).join("")}`),
  ]) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > LONGEST) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return el(
    "Properties",
    { xmlns: NS.custom, "xmlns:vt": NS.vt },
    [bytes, ...lines].map((text, index) =>
      el(
        "property",
        { fmtid: USER_DEFINED, pid: index + 2, name: index === 0 ? PROPERTY : `${PROPERTY} ${index}` },
        el("vt:lpwstr", {}, text),
      ),
    ),
  );
}

/** The mark of a deck; undefined where there is none, or only half of one. */
export function readMark(custom: Element): Mark | undefined {
  const texts = new Map(all(custom, "property").map((one) => [one.attributes["name"] ?? "", textOf(one)]));
  const bytes = texts.get(PROPERTY);
  if (bytes === undefined) return undefined;
  const words: string[] = [];
  for (let n = 1; texts.has(`${PROPERTY} ${n}`); n++)
    words.push(...(texts.get(`${PROPERTY} ${n}`) ?? "").split(" "));
  const design = /^design:(.+)$/.exec(words[0] ?? "")?.[1];
  if (design === undefined) return undefined;
  const slides = words.slice(1).flatMap((word): SlideMark[] => {
    const [id, digests = ""] = word.split(":");
    if (digests.length !== WHOLE + SHORT * ASPECTS.length) return [];
    const aspects = Object.fromEntries(
      ASPECTS.map((aspect, n) => [aspect, digests.slice(WHOLE + SHORT * n, WHOLE + SHORT * (n + 1))]),
    ) as Record<Aspect, string>;
    return [{ id: Number(id), whole: digests.slice(0, WHOLE), aspects }];
  });
  return slides.length === words.length - 1 ? { bytes, design, slides } : undefined;
}
