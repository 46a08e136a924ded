import { cleanText } from "../../../ooxml/escape.ts";
import { sha256 } from "../../../ooxml/hash.ts";
import { NS } from "../../../ooxml/namespaces.ts";
import { all, type Element, el, textOf } from "../../../ooxml/xml.ts";
import { PROPERTIES, type Property } from "./about.ts";
import { ASPECTS, type Aspect, type DeckDigest, MOST_SLIDES, type SlideDigest } from "./digest.ts";
import type { SlideLink } from "./words.ts";

/** Digests that a deck stores of a slide as it was written. */
export interface EmbeddedSlideDigest {
  readonly id: number;
  /** Decides whether the slide is as it was. */
  readonly whole: string;
  /** Say what changed; too short to decide. */
  readonly aspects: Readonly<Record<Aspect, string>>;
  /** Digest of the names and numbers of the slide's charts; undefined in a mark of version 0.1. */
  readonly numbers?: string;
  /** Digest of each paragraph; undefined in a mark of version 0.1. */
  readonly texts?: readonly string[];
  /** The number of its section; dashes for none. */
  readonly section: string;
  /** Links from the slide to other slides; `on` is a digest. */
  readonly links: readonly SlideLink[];
}

export interface EmbeddedDigest {
  /** Digest of all parts, byte for byte. */
  readonly bytes: string;
  readonly design: string;
  /** Digest of the section names in their order. */
  readonly sections: string;
  readonly properties: Readonly<Record<Property, string>>;
  readonly slides: readonly EmbeddedSlideDigest[];
}

/** Custom document properties: PowerPoint, LibreOffice and Keynote keep them when they save. */
const PROPERTY = "Foredeck";
/** Format id of user-defined properties ([MS-OLEPS] 2.25.2). */
export const USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
/** Office's own limit on the text of such a property. */
const LONGEST = 255;
const WHOLE = 10;
const SHORT = 2;
/** Tell one paragraph from the others of a deck. */
const TEXT = 4;
/** Long enough to decide on the few words of a property. */
const MIDDLE = 6;

export function embeddedDigestOf(seen: DeckDigest, bytes: string): EmbeddedDigest {
  return {
    bytes,
    design: digest(seen.design, WHOLE),
    sections: digest(seen.sections.join("\n"), WHOLE),
    properties: keyed(PROPERTIES, (name) => digest(seen.properties[name], MIDDLE)),
    slides: seen.slides.map(({ id, aspects, set, section, links, numbers, texts }) => ({
      id,
      numbers: digest(numbers, SHORT),
      texts: texts.map(textDigest),
      whole: wholeOfSlide({ aspects, set }),
      aspects: keyed(ASPECTS, (aspect) => digest(aspects[aspect], SHORT)),
      section: section === undefined ? "-".repeat(SHORT) : section.toString(36).padStart(SHORT, "0"),
      links: links.map(({ slide, on }) => ({ slide, on: digest(on, SHORT) })),
    })),
  };
}

/** Decides whether a slide is as it was. */
export const wholeOfSlide = ({ aspects, set }: Pick<SlideDigest, "aspects" | "set">): string =>
  digest([...ASPECTS.map((aspect) => aspects[aspect]), set].join("\n=\n"), WHOLE);

export const textDigest = (text: string): string => digest(text, TEXT);

const keyed = <Key extends string>(keys: readonly Key[], value: (key: Key, index: number) => string) =>
  Object.fromEntries(keys.map((key, index) => [key, value(key, index)])) as Record<Key, string>;

/** The last letters of a digest of the text as XML can say it; what is empty has a dash for each. */
function digest(text: string, letters: number): string {
  if (text.trim() === "") return "-".repeat(letters);
  const hex = sha256(cleanText(text));
  return BigInt(`0x${hex}`).toString(36).padStart(50, "0").slice(-letters);
}

/** docProps/custom.xml with the mark: "Foredeck" and as many "Foredeck 1", "Foredeck 2" … as it takes. */
export function embeddedDigestPart({ bytes, design, sections, properties, slides }: EmbeddedDigest): Element {
  const lines: string[] = [];
  for (const word of [
    `design:${design}`,
    `sections:${sections}`,
    `properties:${PROPERTIES.map((name) => properties[name]).join("")}`,
    ...slides.flatMap(({ id, whole, aspects, section, links, numbers = "", texts = [] }) => [
      `${id}:${whole}${section}${ASPECTS.map((aspect) => aspects[aspect]).join("")}${numbers}`,
      ...chunks(texts, TEXTS_A_WORD).map((some) => `=${some.join("")}`),
      ...links.map(({ slide, on }) => `>${slide.toString(36)}${on}`),
    ]),
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

/** So many paragraphs that a word of them leaves room for others in its property. */
const TEXTS_A_WORD = 15;

const chunks = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => list.slice(n * size, (n + 1) * size));

/** True for the name of a property that the mark stands in. */
export const isEmbeddedDigest = (name: string): boolean =>
  new RegExp(`^${PROPERTY}( \\d+)?$`, "i").test(name);

/** The mark of a deck; undefined where there is none, or only half of one. */
export function readEmbeddedDigest(custom: Element): EmbeddedDigest | undefined {
  const texts = new Map(all(custom, "property").map((one) => [one.attributes["name"] ?? "", textOf(one)]));
  const bytes = texts.get(PROPERTY);
  if (bytes === undefined) return undefined;
  const words: string[] = [];
  for (let n = 1; texts.has(`${PROPERTY} ${n}`); n++) {
    const text = texts.get(`${PROPERTY} ${n}`) ?? "";
    if (text.length > LONGEST) return undefined;
    words.push(...text.split(" "));
  }
  const said = (name: string, letters: number): string | undefined => {
    const word = words.find((each) => each.startsWith(`${name}:`))?.slice(name.length + 1);
    return word?.length === letters ? word : undefined;
  };
  const design = said("design", WHOLE);
  const sections = said("sections", WHOLE);
  const properties = said("properties", MIDDLE * PROPERTIES.length);
  if (design === undefined || sections === undefined || properties === undefined) return undefined;
  const slides: (EmbeddedSlideDigest & { readonly links: SlideLink[]; readonly texts?: string[] })[] = [];
  for (const word of words) {
    if (word.startsWith("=")) slides.at(-1)?.texts?.push(...(word.slice(1).match(/.{4}/g) ?? []));
    const link = /^>(.+)(..)$/.exec(word);
    if (link !== null)
      slides.at(-1)?.links.push({ slide: Number.parseInt(link[1] ?? "", 36), on: link[2] ?? "" });
    const [, id, digests = ""] = /^(\d+):(.*)$/.exec(word) ?? [];
    if (id === undefined) continue;
    const short = (n: number): string => digests.slice(WHOLE + SHORT * n, WHOLE + SHORT * (n + 1));
    // Version 0.1 wrote neither the digest of the numbers nor those of the paragraphs.
    const length = WHOLE + SHORT * (1 + ASPECTS.length);
    if (digests.length !== length && digests.length !== length + SHORT) return undefined;
    slides.push({
      ...{ id: Number(id), whole: digests.slice(0, WHOLE), section: short(0) },
      aspects: keyed(ASPECTS, (_, n) => short(n + 1)),
      ...(digests.length === length ? {} : { numbers: digests.slice(length), texts: [] }),
      links: [],
    });
  }
  if (slides.length > MOST_SLIDES) return undefined;
  return {
    bytes,
    design,
    sections,
    properties: keyed(PROPERTIES, (_, n) => properties.slice(MIDDLE * n, MIDDLE * (n + 1))),
    slides,
  };
}
