import type { SvgFault } from "../../diagnostics/messages/pictures.ts";
import { cleanPicture } from "../index.ts";
import { checkChains } from "./chains.ts";
import { spread } from "./spread.ts";
import { below, hrefOf, readTree, type SvgNode, SvgRefused } from "./tree.ts";
import { charactersIn, familiesIn, withOwnFonts } from "./words.ts";

/** An SVG that holds nothing but a drawing. */
export interface SafeSvg {
  readonly text: string;
  /** Font families that its words ask for and Foredeck does not have. */
  readonly families: readonly string[];
  /** All characters of its words. */
  readonly words: string;
}

/** Characters beside the pictures that are in it. */
const MOST_TEXT = 4 * 1_048_576;
/** Elements as they are written, and once every use stands for a copy. */
const MOST_ELEMENTS = 50_000;
/** Pixels of all pictures that are in it. */
const MOST_PIXELS = 16_000_000;
/** Rules of style sheets times elements: each is held against each. */
const MOST_MATCHES = 5_000_000;

const SCRIPTS = new Set(["script", "handler", "listener"]);
const GUESTS = new Set(["foreignObject", "iframe", "object", "embed", "audio", "video", "canvas"]);
const MOVES = new Set(["animate", "animateTransform", "animateMotion", "animateColor", "set", "discard"]);

/**
 * Looks for all that an SVG can hold beside a drawing: scripts, web pages, motion, references to anything outside, and
 * whatever grows to much more than its file. Nothing is executed or fetched in any case; a drawing without those parts
 * would be another one than its author sees, so it is refused.
 */
export async function checkSvg(bytes: Uint8Array): Promise<SafeSvg | { readonly fault: SvgFault }> {
  try {
    const text = decode(bytes);
    if (text.replaceAll(/data:[^"')\s]*/g, "").length > MOST_TEXT)
      throw new SvgRefused("long", { line: 1, name: "4 MB" });
    const svg = readTree(text, MOST_ELEMENTS);
    const all = [...below(svg)];
    checkSize(svg);
    for (const node of all) checkNode(node);
    checkSheets(all);
    spread(svg, MOST_ELEMENTS);
    checkChains(svg);
    await checkPictures(all);
    return { text: withOwnFonts(text), families: familiesIn(all), words: charactersIn(svg) };
  } catch (cause) {
    if (cause instanceof SvgRefused) return { fault: cause.fault };
    throw cause;
  }
}

/** The encoding is the one that the file names, else UTF-8. */
function decode(bytes: Uint8Array): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const named = /^(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  try {
    return new TextDecoder(named ?? "utf-8", { fatal: true }).decode(bytes);
  } catch {
    // An encoding that nobody knows, or bytes that are not in it.
    throw new SvgRefused("encoding", { line: 1 });
  }
}

/** Without a size there is no telling how wide or high the drawing is meant to be. */
function checkSize({ attributes, line }: SvgNode): void {
  const isLength = (size = ""): boolean =>
    /^\s*\+?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*(px|pt|pc|mm|cm|in|em|ex)?\s*$/i.test(size);
  const box = (attributes["viewBox"] ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const boxed = box.length === 4 && box.every(Number.isFinite) && (box[2] ?? 0) > 0 && (box[3] ?? 0) > 0;
  if (!boxed && !(isLength(attributes["width"]) && isLength(attributes["height"])))
    throw new SvgRefused("size", { line });
}

function checkNode(node: SvgNode): void {
  const { name, line, attributes } = node;
  const element = `<${name}>`;
  if (SCRIPTS.has(name)) throw new SvgRefused("script", { line, name: element });
  if (GUESTS.has(name)) throw new SvgRefused("guest", { line, name: element });
  if (MOVES.has(name)) throw new SvgRefused("motion", { line, name: element });
  for (const [key, value] of Object.entries(attributes)) {
    const attribute = `${key.slice(0, 40)} of ${element}`;
    if (/^on[a-z]/i.test(key)) throw new SvgRefused("script", { line, name: attribute });
    if (/(^|:)href$|^src$/i.test(key) && !isInside(value, name))
      throw new SvgRefused("outside", { line, name: attribute });
    if (key === "xml:base") throw new SvgRefused("outside", { line, name: attribute });
    checkAddresses(value, attribute, line);
  }
  if (name === "style") checkAddresses(node.text, element, line);
}

/** A part of the same file, or a picture that stands in the file itself. */
const isInside = (address: string, element: string): boolean =>
  /^\s*#/.test(address) ||
  (/^\s*data:image\/(png|jpe?g)[;,]/i.test(address) && ["image", "feImage"].includes(element));

function checkAddresses(css: string, name: string, line: number): void {
  if (/@import/i.test(css)) throw new SvgRefused("outside", { line, name });
  for (const [, address = ""] of css.matchAll(/url\(\s*["']?\s*([^"')]*)/gi))
    if (!address.startsWith("#")) throw new SvgRefused("outside", { line, name });
}

function checkSheets(all: readonly SvgNode[]): void {
  const sheets = all.filter(({ name }) => name === "style");
  const rules = sheets.reduce((sum, { text }) => sum + text.split(/[{,]/).length - 1, 0);
  const [first] = sheets;
  if (first !== undefined && rules * all.length > MOST_MATCHES)
    throw new SvgRefused("slow", { line: first.line, name: "<style>" });
}

async function checkPictures(all: readonly SvgNode[]): Promise<void> {
  let pixels = 0;
  for (const node of all) {
    const address = hrefOf(node);
    if (!/^data:/i.test(address)) continue;
    const { line } = node;
    const [, coded = ""] = /^data:[^,]*;base64,(.*)$/is.exec(address) ?? [];
    const cleaned = await cleanPicture(new Uint8Array(Buffer.from(coded, "base64")));
    if (!("picture" in cleaned)) throw new SvgRefused("picture", { line, name: `<${node.name}>` });
    pixels += cleaned.picture.width * cleaned.picture.height;
    if (pixels > MOST_PIXELS) throw new SvgRefused("pixels", { line, name: "16" });
  }
}
