// Generates src/text/metrics/*.json: advance widths and kern pairs of the faces that text is measured with.
//
//   node scripts/metrics.mjs
//
// Carlito has Calibri's advance widths, Arimo has Arial's and Helvetica's, Caladea Cambria's, Cousine Courier New's, Gelasio
// Georgia's, Tinos Times New Roman's: metric-compatible by design, all under the SIL Open Font License 1.1. Only their
// numbers are kept. Shaped with HarfBuzz with ligatures off: PowerPoint sets none,
// and Carlito's are narrower than the letters they replace, so leaving them out errs on the wide side.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as hb from "harfbuzzjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const fonts = join(root, "node_modules", "@expo-google-fonts");

const FAMILIES = {
  calibri: { package: "carlito", file: "Carlito" },
  arial: { package: "arimo", file: "Arimo" },
  cambria: { package: "caladea", file: "Caladea" },
  courier: { package: "cousine", file: "Cousine" },
  georgia: { package: "gelasio", file: "Gelasio" },
  times: { package: "tinos", file: "Tinos" },
};
const STYLES = {
  regular: "400Regular",
  bold: "700Bold",
  italic: "400Regular_Italic",
  boldItalic: "700Bold_Italic",
};

const span = (first, last) => Array.from({ length: last - first + 1 }, (_, index) => first + index);
const of = (text) => [...text].map((character) => character.codePointAt(0));

/** The characters that business prose in European languages uses; scripts of their own are estimated in src/text. */
const CHARACTERS = [
  ...span(0x20, 0x7e),
  ...span(0xa0, 0xac),
  ...span(0xae, 0x17f), // without the soft hyphen, which has no width
  ...of("ƒȘșȚțˆˇ˘˙˚˛˜˝ẞ"),
  ...span(0x384, 0x3ce), // Greek
  ...span(0x400, 0x45f), // Cyrillic
  ...of("Ґґ"),
  ...span(0x5d0, 0x5ea), // Hebrew; Carlito has none
  ...of("\u2002\u2003\u2007\u2009\u200a\u2010\u2011\u2012–—―‘’‚“”„†‡•…\u202f‰′″‹›⁄⁰⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉"),
  ...of("₤₦₩₪₫€₱₴₵₸₹₺₽№™Ω℮⅓⅔⅛⅜⅝⅞"),
  ...of("←↑→↓↔↕↖↗↘↙∂∆∏∑−∕√∞∩∫≈≠≡≤≥■□▪▫▲►▼◄◊○●◦"),
];

const SCRIPTS = [
  { tag: "Grek", has: (code) => code >= 0x370 && code <= 0x3ff },
  { tag: "Cyrl", has: (code) => code >= 0x400 && code <= 0x4ff },
  { tag: "Hebr", has: (code) => code >= 0x590 && code <= 0x5ff },
  { tag: "Latn", has: (code) => /\p{Script=Latin}/u.test(String.fromCodePoint(code)) },
];
const scriptOf = (code) => SCRIPTS.find((script) => script.has(code))?.tag;

// Gelasio parts Ŀ in two by "ccmp".
const off = ["liga", "clig", "calt", "dlig", "ccmp"].map((tag) => new hb.Feature(tag, 0));

/** The advance of each glyph of a text, in font units, together with its place in the text (UTF-16). */
function shape(font, text, script) {
  const buffer = new hb.Buffer();
  buffer.addText(text);
  buffer.setDirection(hb.Direction.LTR);
  buffer.setScript(script);
  buffer.setLanguage("en");
  hb.shape(font, buffer, off);
  const positions = buffer.getGlyphPositions();
  return buffer
    .getGlyphInfos()
    .map((info, index) => ({ at: info.cluster, advance: positions[index].xAdvance }));
}

/** What each right-hand neighbour adds to the advance of `left`, in font units. */
function kernsOf(font, left, characters, advances) {
  const row = characters.map(() => 0);
  const scripts = scriptOf(left) === undefined ? SCRIPTS.map((script) => script.tag) : [scriptOf(left)];
  for (const script of scripts) {
    const rights = characters
      .map((code, index) => ({ code, index }))
      .filter(({ code }) => (scriptOf(code) ?? script) === script);
    // All pairs in one text: kerning is booked on the advance of the left of two, so a pair does not feel the next one.
    const text = rights.map(({ code }) => String.fromCodePoint(left, code)).join("");
    const glyphs = shape(font, text, script);
    if (glyphs.length !== rights.length * 2) throw new Error(`glyphs merged after U+${left.toString(16)}`);
    rights.forEach(({ index }, pair) => {
      const kern = glyphs[pair * 2].advance - advances[characters.indexOf(left)];
      if (kern !== 0) row[index] = kern;
    });
  }
  return row;
}

/** Numbers the distinct vectors; the all-zero one is number 0. */
function classify(vectors) {
  const zero = vectors[0].map(() => 0).join();
  const seen = new Map([[zero, 0]]);
  const classes = vectors.map((vector) => {
    const key = vector.join();
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key);
  });
  const firsts = Array.from({ length: seen.size }, (_, number) => classes.indexOf(number));
  return { classes, firsts };
}

/**
 * One face: `advances[i]` belongs to `characters[i]`. Characters that kern alike share a class, on their left and on
 * their right side: `kerns[left[i]]` lists right class, kern, right class, kern, … of those that are not 0. All in font
 * units. Class 0 has no kerning.
 */
function face(font, characters) {
  const advances = characters.map(
    (code) => shape(font, String.fromCodePoint(code), scriptOf(code) ?? "Latn")[0].advance,
  );
  const rows = characters.map((left) => kernsOf(font, left, characters, advances));
  const columns = characters.map((_, index) => rows.map((row) => row[index]));
  const left = classify(rows);
  const right = classify(columns);
  const kerns = left.firsts.map((row) =>
    row < 0
      ? []
      : right.firsts.flatMap((column, number) => (rows[row]?.[column] ? [number, rows[row][column]] : [])),
  );
  return { advances, left: left.classes, right: right.classes, kerns };
}

function open(family, style) {
  const { package: name, file } = FAMILIES[family];
  const data = readFileSync(join(fonts, name, STYLES[style], `${file}_${STYLES[style]}.ttf`));
  const hbFace = new hb.Face(new hb.Blob(data));
  return { font: new hb.Font(hbFace), has: new Set(hbFace.collectUnicodes()), unitsPerEm: hbFace.upem };
}

/** The table of a family ("calibri"), with all its faces or those named. */
export function metricsOf(family, styles = Object.keys(STYLES)) {
  const opened = Object.fromEntries(Object.keys(STYLES).map((style) => [style, open(family, style)]));
  // Those that all faces have; the italics of Caladea lack a few letters of its upright ones, which are estimated then.
  const characters = CHARACTERS.filter((code) => Object.values(opened).every(({ has }) => has.has(code)));
  const faces = styles.map((style) => [style, face(opened[style].font, characters)]);
  return {
    generated: `by scripts/metrics.mjs from ${FAMILIES[family].file}; do not edit`,
    unitsPerEm: opened.regular.unitsPerEm,
    characters: String.fromCodePoint(...characters),
    faces: Object.fromEntries(faces),
  };
}

/** One array a line: a table that changes shows where. */
function print(metrics) {
  const faces = Object.entries(metrics.faces).map(([style, { advances, left, right, kerns }]) => {
    const rows = kerns.map((row) => JSON.stringify(row)).join(",\n");
    return `${JSON.stringify(style)}: {"advances": ${JSON.stringify(advances)},\n"left": ${JSON.stringify(left)},\n"right": ${JSON.stringify(right)},\n"kerns": [${rows}]}`;
  });
  const { generated, unitsPerEm, characters } = metrics;
  const head = `"generated": ${JSON.stringify(generated)},\n"unitsPerEm": ${unitsPerEm},\n"characters": ${JSON.stringify(characters)},\n`;
  return `{${head}"faces": {\n${faces.join(",\n")}\n}}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const family of Object.keys(FAMILIES)) {
    const file = join(root, "src", "text", "metrics", `${family}.json`);
    const text = print(metricsOf(family));
    writeFileSync(file, text);
    console.log(`${family}: ${text.length} characters`);
  }
}
