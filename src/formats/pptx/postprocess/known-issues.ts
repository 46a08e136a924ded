/** One thing that PptxGenJS 4.0.1 writes wrong, and where the fix is. */
export interface KnownIssue {
  readonly what: string;
  /** Number of the issue at gitbrent/PptxGenJS. */
  readonly issues?: readonly number[];
  /** Files under src/formats, or under src for ooxml. */
  readonly fix: readonly string[];
}

/**
 * Measured on 71 probes of its features: none is clean as written. Where the fix is `chart`, its writer is not used at
 * all: chart parts and workbooks are made from the chart model. A test holds every row against PptxGenJS's own output.
 */
export const KNOWN_ISSUES: readonly KnownIssue[] = [
  {
    what: "list of notes masters after that of the slides",
    fix: ["pptx/postprocess/presentation.ts", "ooxml/sequence.ts"],
  },
  { what: "notes master and slides share one theme part", fix: ["pptx/write.ts"] },
  {
    what: ".jpg as image/jpg; content types of masters that do not exist",
    issues: [1444],
    fix: ["ooxml/package.ts"],
  },
  { what: "ids of shapes occur twice beside tables", issues: [1532], fix: ["pptx/postprocess/names.ts"] },
  { what: "a second a:pPr within a paragraph of several runs", fix: ["pptx/postprocess/paragraphs.ts"] },
  { what: "a third c:axId that leads to no axis", issues: [1534], fix: ["pptx/chart"] },
  { what: "line charts without c:grouping, elements out of order", fix: ["pptx/chart"] },
  { what: "scatter, bubble and date axes with foreign elements", fix: ["pptx/chart"] },
  { what: "stacked bars keep a label position that they may not have", fix: ["pptx/chart"] },
  { what: "a missing value as an empty c:v; infinity and text pass", fix: ["pptx/chart"] },
  { what: "one level of categories as several", fix: ["pptx/chart"] },
  {
    what: "workbooks: broken table, zeros as blanks, dates as text, no formats",
    issues: [1531, 1430],
    fix: ["pptx/chart"],
  },
  {
    what: "control characters and unescaped text reach the parts",
    issues: [1239],
    fix: ["ooxml/escape.ts", "pptx/draw/pieces.ts", "pptx/draw/text.ts"],
  },
  { what: "the fallback of an SVG is no PNG", fix: ["page/pictures.ts"] },
  {
    what: "the path of a picture becomes its alternative text",
    fix: ["pptx/draw/picture.ts", "pptx/postprocess/names.ts"],
  },
  {
    what: "folders in the archive, notes pages without notes, empty placeholders, empty lines",
    fix: ["ooxml/zip.ts", "pptx/postprocess/slide.ts", "pptx/postprocess/empties.ts"],
  },
  {
    what: "a counter for the process, chance and the clock",
    fix: ["ooxml/zip.ts", "ooxml/hash.ts", "pptx/properties.ts"],
  },
  {
    what: "no header rows, alternative texts, decoration or language",
    fix: ["pptx/postprocess/tables.ts", "pptx/postprocess/names.ts", "pptx/elements/language.ts"],
  },
  {
    what: "the layout's geometry and formatting copied into every slide",
    fix: ["pptx/postprocess/texts.ts"],
  },
  { what: "nothing is compressed", fix: ["ooxml/zip.ts"] },
  {
    what: "no tints of the theme's colours",
    fix: ["pptx/draw/colour.ts", "pptx/postprocess/colours.ts"],
  },
  {
    what: "American English as the second language of every run; one typeface for all kinds of script",
    fix: ["pptx/postprocess/runs.ts"],
  },
  {
    what: "paragraphs without bullets speak against them; one distance for text and bullet; bullets without a font",
    fix: ["pptx/postprocess/paragraphs.ts"],
  },
  {
    what: "line breaks have no size, ends of paragraphs that of the first run of the text",
    fix: ["pptx/postprocess/paragraphs.ts"],
  },
  {
    what: "links with empty tips and targets; a click on a whole text leads nowhere",
    fix: ["pptx/postprocess/links.ts", "pptx/postprocess/names.ts"],
  },
  { what: "bold cannot be taken back", fix: ["pptx/postprocess/texts.ts"] },
  {
    what: "lines are shapes that take text; no patterns; open paths may be filled",
    fix: ["pptx/postprocess/shapes.ts"],
  },
  {
    what: "lengths below 100 are taken for inches",
    fix: ["pptx/draw/table.ts", "pptx/postprocess/tables.ts"],
  },
];
