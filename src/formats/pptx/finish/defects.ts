/** One thing that PptxGenJS 4.0.1 writes wrong, and where the cure is. */
export interface Defect {
  readonly what: string;
  /** Number of the issue at gitbrent/PptxGenJS. */
  readonly issues?: readonly number[];
  /** Files under src/formats, or under src for ooxml. */
  readonly cure: readonly string[];
}

/**
 * Measured on 71 probes of its features: none is clean as written. Where the cure is `chart`, its writer is not used at
 * all: chart parts and workbooks are made from the chart model. A test holds every row against PptxGenJS's own output.
 */
export const DEFECTS: readonly Defect[] = [
  {
    what: "list of notes masters after that of the slides",
    cure: ["pptx/finish/presentation.ts", "ooxml/sequence.ts"],
  },
  { what: "notes master and slides share one theme part", cure: ["pptx/write.ts"] },
  {
    what: ".jpg as image/jpg; content types of masters that do not exist",
    issues: [1444],
    cure: ["ooxml/package.ts"],
  },
  { what: "ids of shapes occur twice beside tables", issues: [1532], cure: ["pptx/finish/names.ts"] },
  { what: "a second a:pPr within a paragraph of several runs", cure: ["pptx/finish/paragraphs.ts"] },
  { what: "a third c:axId that leads to no axis", issues: [1534], cure: ["pptx/chart"] },
  { what: "line charts without c:grouping, elements out of order", cure: ["pptx/chart"] },
  { what: "scatter, bubble and date axes with foreign elements", cure: ["pptx/chart"] },
  { what: "stacked bars keep a label position that they may not have", cure: ["pptx/chart"] },
  { what: "a missing value as an empty c:v; infinity and text pass", cure: ["pptx/chart"] },
  { what: "one level of categories as several", cure: ["pptx/chart"] },
  {
    what: "workbooks: broken table, zeros as blanks, dates as text, no formats",
    issues: [1531, 1430],
    cure: ["pptx/chart"],
  },
  {
    what: "control characters and unescaped text reach the parts",
    issues: [1239],
    cure: ["ooxml/escape.ts", "pptx/finish/pieces.ts", "pptx/finish/links.ts"],
  },
  { what: "the fallback of an SVG is no PNG", cure: ["page/picture-kind.ts"] },
  {
    what: "the path of a picture becomes its alternative text",
    cure: ["pptx/draw/picture.ts", "pptx/finish/names.ts"],
  },
  {
    what: "folders in the archive, notes pages without notes, empty placeholders, empty lines, grounds without effects",
    cure: ["ooxml/zip.ts", "pptx/finish/slide.ts", "pptx/finish/empties.ts"],
  },
  {
    what: "a counter for the process, chance and the clock",
    cure: ["ooxml/zip.ts", "ooxml/hash.ts", "pptx/properties.ts"],
  },
  {
    what: "no header rows, alternative texts, decoration or language",
    cure: ["pptx/finish/tables.ts", "pptx/finish/names.ts", "pptx/elements/language.ts"],
  },
  { what: "the layout's geometry and formatting copied into every slide", cure: ["pptx/finish/texts.ts"] },
  { what: "nothing is compressed", cure: ["ooxml/zip.ts"] },
];
