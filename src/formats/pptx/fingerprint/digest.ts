import { PackageError } from "../../../ooxml/error.ts";
import { RELATION } from "../../../ooxml/namespaces.ts";
import type { Relationship } from "../../../ooxml/package.ts";
import { all, child, descendant, type Element, elements } from "../../../ooxml/xml.ts";
import { digestProperties, digestSections, type Property } from "./about.ts";
import { canonicalForm, fillOf, placeOf } from "./canonical-form.ts";
import { digestChart, digestNumbers } from "./chart.ts";
import { authorsIn, type Comment, commentsIn, leadsToComments } from "./comments.ts";
import type { DeckParts, PackageParts } from "./parts.ts";
import { type LinkOf, lettersIn, type SlideLink, tableOf, titleIn, wordsOf } from "./words.ts";
import { digestCells } from "./workbook.ts";

/** Aspects of a slide that can change, for people. "objects" are comments, sounds and anything else added. */
export const ASPECTS = [
  "text",
  "shapes",
  "formatting",
  "charts",
  "chart data",
  "pictures",
  "notes",
  "animation",
  "objects",
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** A slide as a person sees it, free of how the program that saved it writes XML. */
export interface SlideDigest {
  /** p:sldId, which PowerPoint keeps for as long as the slide lives. */
  readonly id: number;
  readonly title: string;
  readonly aspects: Readonly<Record<Aspect, string>>;
  /** Words together with how they are set: a bold word that moved changes neither alone. */
  readonly set: string;
  /** In reading order. */
  readonly links: readonly SlideLink[];
  /** Paragraphs, of tables too, in reading order. */
  readonly texts: readonly string[];
  /** Numbers and names of its charts, without how they look. */
  readonly numbers: string;
  /** False where a slide has charts and none has its workbook. */
  readonly workbooks: boolean;
  readonly hidden: boolean;
  readonly transition: boolean;
  readonly effects: boolean;
  readonly comments: readonly Comment[];
  /** Kinds of what else was laid on it, besides comments. */
  readonly others: readonly string[];
  /** Which of the deck's sections it is in, from 0; undefined for none. */
  readonly section?: number;
}

/** A deck as a person sees it. */
export interface DeckDigest {
  readonly slides: readonly SlideDigest[];
  /** The look that slides share: theme colours and fonts, master and layouts. */
  readonly design: string;
  /** Names, in order. */
  readonly sections: readonly string[];
  readonly properties: Readonly<Record<Property, string>>;
}

interface Sheet {
  readonly text: string[];
  readonly set: string[];
  readonly shapes: string[];
  readonly formatting: string[];
  readonly charts: string[];
  readonly numbers: string[];
  /** Cells behind each chart; undefined where it has no workbook. */
  readonly data: (string | undefined)[];
  readonly pictures: string[];
  readonly links: SlideLink[];
}

const PRESENTATION = "/ppt/presentation.xml";
/** Slides of then and of now are compared with one another, so their number counts twice. */
export const MOST_SLIDES = 3_000;
/** Relationship types that our slides have; PowerPoint adds none of these when it only saves. */
const OURS: ReadonlySet<string> = new Set([
  ...[RELATION.layout, RELATION.notes, RELATION.image, RELATION.chart, RELATION.hyperlink, RELATION.slide],
]);

/** The id and the part of every slide, in their order. */
export function slidesIn(parts: PackageParts): readonly { readonly id: number; readonly part: string }[] {
  const presentation = parts.element(PRESENTATION);
  const leads = new Map(parts.relationships(PRESENTATION).map(({ id, target }) => [id, target]));
  const listed = presentation === undefined ? [] : all(presentation, "p:sldId");
  const slides = listed.flatMap(({ name, attributes }) => {
    const part = name === "p:sldId" ? leads.get(attributes["r:id"] ?? "") : undefined;
    return part === undefined ? [] : [{ id: Number(attributes["id"]), part }];
  });
  if (slides.length > MOST_SLIDES)
    throw new PackageError("size", `more than ${MOST_SLIDES} slides`, {
      of: "slides",
      found: slides.length,
      limit: MOST_SLIDES,
    });
  return slides;
}

/** Every slide in order, and what is said of all of them. */
export function digestDeck(parts: DeckParts): DeckDigest {
  const presentation = parts.element(PRESENTATION);
  const slides = slidesIn(parts);
  const ids = new Map(slides.map(({ id, part }) => [part, id]));
  const sections = digestSections(presentation);
  const authors = authorsIn(parts);
  return {
    slides: slides.flatMap(({ id, part }) => {
      const root = parts.element(part);
      if (root === undefined) return [];
      const section = sections.of.get(id);
      return [
        { ...slideSeen(id, root, part, parts, ids, authors), ...(section === undefined ? {} : { section }) },
      ];
    }),
    design: designSeen(parts),
    sections: sections.names,
    properties: digestProperties(parts),
  };
}

function slideSeen(
  id: number,
  root: Element,
  part: string,
  parts: DeckParts,
  ids: ReadonlyMap<string, number>,
  authors: ReadonlyMap<string, string>,
): SlideDigest {
  const relations = parts.relationships(part);
  const byId = new Map(relations.map((one) => [one.id, one]));
  const relation = (id: string) => byId.get(id);
  const target = (id: string): string => relation(id)?.target ?? "";
  const link: LinkOf = (click) => {
    if (click === undefined) return { address: "" };
    const { "r:id": id = "", action = "" } = click.attributes;
    const to = relation(id);
    const slide = to === undefined ? undefined : ids.get(to.target);
    if (slide !== undefined) return { slide, address: "" };
    // What led to a slide that is gone leads nowhere; programs leave more or less of it.
    const dead = to === undefined ? LEADS_NOWHERE.has(action) : to.type === RELATION.slide;
    return { address: dead ? "" : `${to?.target ?? ""} ${action}` };
  };
  const sheet = sheetOf(root, { link, target, parts }, footersInOrder);
  const notes = relations.find(({ type }) => type === RELATION.notes)?.target;
  const noted = notes === undefined ? undefined : parts.element(notes);
  const timing = child(root, "p:timing");
  const effects = timing === undefined ? [] : all(timing, "p:cTn");
  // Newer transitions stand in a choice of versions.
  const transition = elements(root)
    .filter(({ name }) => name === "p:transition" || name === "mc:AlternateContent")
    .flatMap((node) => (node.name === "p:transition" ? [node] : all(node, "p:transition")))
    .flatMap(elements);
  const hidden = ["0", "false"].includes(root.attributes["show"] ?? "1");
  const presets = effects.flatMap(({ attributes }) => attributes["presetID"] ?? []);
  const others = relations.filter(({ type }) => !OURS.has(type));
  const kind = ({ type }: Relationship): string => type.slice(type.lastIndexOf("/") + 1);
  return {
    id,
    texts: sheet.text.flatMap((text) => text.split(/[\n\t]/)).filter((text) => text.trim() !== ""),
    numbers: sheet.numbers.join("\n"),
    workbooks: sheet.data.length === 0 || sheet.data.some((data) => data !== undefined),
    ...{ hidden, transition: transition.length > 0, effects: presets.length > 0 },
    comments: commentsIn(relations, parts, authors).map(({ author, text, reply }) => ({
      author,
      text,
      reply,
    })),
    others: others.filter((one) => !leadsToComments(one)).map(kind),
    title: titleIn(root),
    set: sheet.set.join("\n"),
    links: sheet.links,
    aspects: {
      text: sheet.text.join("\n"),
      shapes: sheet.shapes.join("\n"),
      formatting: sheet.formatting.join("\n"),
      charts: sheet.charts.join("\n"),
      "chart data": sheet.data.map((data) => data ?? "").join("\n"),
      pictures: sheet.pictures.join("\n"),
      notes: noted === undefined ? "" : notesIn(noted).join("\n"),
      animation: [
        // The empty timeline that PowerPoint adds has no effects.
        ...presets,
        ...transition.map(({ name }) => name),
        hidden ? "hidden" : "",
      ].join(" "),
      objects: others.map(kind).sort().join(" "),
    },
  };
}

/** A click without a target that leads no farther (ECMA-376 Part 1, 21.1.2.3.5, and what PowerPoint calls "none"). */
const LEADS_NOWHERE: ReadonlySet<string> = new Set(["", "ppaction://hlinksldjump", "ppaction://noaction"]);

/** The words of the notes, not the picture of the slide nor its number. */
export const notesIn = (notes: Element): readonly string[] =>
  all(notes, "p:sp")
    .filter((shape) => descendant(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes["type"] === "body")
    .flatMap(lettersIn);

function designSeen(parts: DeckParts): string {
  const sheets = parts.names.filter((name) => /^\/ppt\/(slideMasters|slideLayouts)\/[^/]+\.xml$/.test(name));
  const seen = sheets.map((name) => {
    const root = parts.element(name);
    const targets = new Map(parts.relationships(name).map(({ id, target }) => [id, target]));
    const target = (id: string): string => targets.get(id) ?? "";
    if (root === undefined) return "";
    const { set, shapes, formatting, pictures } = sheetOf(root, {
      link: () => ({ address: "" }),
      target,
      parts,
    });
    return [descendant(root, "p:cSld")?.attributes["name"] ?? "", set, shapes, formatting, pictures].join(
      "\n",
    );
  });
  const themes = parts.names.filter((name) => /^\/ppt\/theme\/theme1\.xml$/.test(name));
  const looks = themes.map((name) => {
    const theme = parts.element(name);
    if (theme === undefined) return "";
    const fonts = all(theme, "a:latin").map(({ attributes }) => attributes["typeface"] ?? "");
    const colours = all(theme, "a:clrScheme")
      .flatMap(elements)
      .map(
        (colour) =>
          `${colour.name} ${elements(colour).map(({ attributes }) => attributes["lastClr"] ?? attributes["val"])}`,
      );
    return [...fonts, ...colours].join("\n");
  });
  // Programs number layouts as they like.
  return [...seen.sort(), ...looks].join("\n");
}

interface Way {
  readonly link: LinkOf;
  readonly target: (id: string) => string;
  readonly parts: DeckParts;
}

function sheetOf(
  root: Element,
  way: Way,
  ordered: (shapes: readonly Element[]) => readonly Element[] = (shapes) => shapes,
): Sheet {
  const sheet: Sheet = {
    ...{ text: [], set: [], shapes: [], formatting: [] },
    ...{ charts: [], numbers: [], data: [], pictures: [], links: [] },
  };
  const tree = descendant(root, "p:cSld", "p:spTree");
  sheet.formatting.push(canonicalForm(descendant(root, "p:cSld", "p:bg")));
  for (const shape of tree === undefined ? [] : ordered(elements(tree))) see(shape, sheet, way);
  return sheet;
}

/** The order in which we write them; LibreOffice has one of its own. */
const FOOTERS = ["ftr", "dt", "sldNum"];

/** The same shapes with the footers in our order, in the places that footers have. */
function footersInOrder(shapes: readonly Element[]): readonly Element[] {
  const rank = (shape: Element): number =>
    FOOTERS.indexOf(descendant(shape, "p:nvSpPr", "p:nvPr", "p:ph")?.attributes["type"] ?? "");
  const sorted = shapes.filter((shape) => rank(shape) >= 0).sort((a, b) => rank(a) - rank(b));
  let next = 0;
  return shapes.map((shape) => (rank(shape) < 0 ? shape : (sorted[next++] ?? shape)));
}

function see(shape: Element, sheet: Sheet, way: Way): void {
  const identity = elements(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  const about = identity === undefined ? undefined : child(identity, "p:cNvPr");
  const { name = "", descr = "", hidden = "" } = about?.attributes ?? {};
  const properties = child(shape, "p:spPr");
  const { slide, address } = way.link(about && child(about, "a:hlinkClick"));
  if (slide !== undefined) sheet.links.push({ slide, on: name });
  const called = (...more: readonly string[]): void => {
    sheet.shapes.push([shape.name, name, descr, hidden, address, ...more].join("|"));
  };
  switch (shape.name) {
    case "p:grpSp":
      called(placeOf(descendant(shape, "p:grpSpPr", "a:xfrm")));
      for (const inner of elements(shape)) see(inner, sheet, way);
      return;
    case "mc:AlternateContent":
      // What newer programs show; the fallback is its picture.
      for (const inner of elements(child(shape, "mc:Choice") ?? shape)) see(inner, sheet, way);
      return;
    case "p:sp":
    case "p:cxnSp": {
      const words = wordsOf(child(shape, "p:txBody"), way.link);
      called(placeOf(transformOf(properties)), properties === undefined ? "" : formOf(properties));
      sheet.text.push(words.text);
      sheet.set.push(words.set);
      sheet.formatting.push(`${paintOf(properties)}\n${words.setting}`);
      for (const each of words.links) sheet.links.push(each);
      return;
    }
    case "p:pic": {
      called(placeOf(transformOf(properties)));
      const fill = child(shape, "p:blipFill");
      const blip = fill === undefined ? undefined : child(fill, "a:blip");
      const file = way.target(blip?.attributes["r:embed"] ?? "");
      const crop = fill === undefined ? undefined : child(fill, "a:srcRect");
      const cut = Object.entries(crop?.attributes ?? {}).filter(([, value]) => value !== "0");
      sheet.pictures.push(`${way.parts.digest(file)} ${cut.sort().join(" ")}`);
      return;
    }
    case "p:graphicFrame": {
      const table = descendant(shape, "a:graphic", "a:graphicData", "a:tbl");
      const chart = descendant(shape, "a:graphic", "a:graphicData", "c:chart");
      called(placeOf(child(shape, "p:xfrm"), table === undefined));
      if (table !== undefined) {
        const words = tableOf(table, way.link);
        sheet.text.push(words.text);
        sheet.set.push(words.set);
        sheet.formatting.push(words.setting);
        for (const each of words.links) sheet.links.push(each);
      }
      if (chart !== undefined) {
        const part = way.target(chart.attributes["r:id"] ?? "");
        const { look, numbers } = chartOf(part, way.parts);
        sheet.charts.push(look);
        sheet.numbers.push(numbers);
        sheet.data.push(dataOf(part, way.parts));
      }
      return;
    }
    default:
      if (identity !== undefined) called();
  }
}

function chartOf(name: string, parts: DeckParts): { readonly look: string; readonly numbers: string } {
  const root = parts.element(name);
  if (root === undefined) return { look: "", numbers: "" };
  const drawing = parts.relationships(name).find(({ type }) => type === RELATION.chartDrawing)?.target;
  return {
    look: digestChart(root, drawing === undefined ? undefined : parts.element(drawing)),
    numbers: digestNumbers(root),
  };
}

function dataOf(name: string, parts: DeckParts): string | undefined {
  const book = parts.relationships(name).find(({ type }) => type === RELATION.embedded)?.target;
  if (book === undefined) return undefined;
  const within = parts.within(book);
  return within === undefined ? "" : digestCells(within);
}

const transformOf = (properties: Element | undefined): Element | undefined =>
  properties === undefined ? undefined : child(properties, "a:xfrm");

const formOf = (properties: Element): string =>
  child(properties, "a:prstGeom")?.attributes["prst"] ?? canonicalForm(child(properties, "a:custGeom"));

function paintOf(properties: Element | undefined): string {
  const line = properties === undefined ? undefined : child(properties, "a:ln");
  return [fillOf(properties), line?.attributes["w"] ?? "", fillOf(line), dashOf(line)].join("|");
}

const dashOf = (line: Element | undefined): string =>
  line === undefined ? "" : (child(line, "a:prstDash")?.attributes["val"] ?? "");
