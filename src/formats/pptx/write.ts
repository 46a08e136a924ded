import type { Item, Page, Pages } from "../../model/page.ts";
import type { PlacedChart } from "../../model/placed.ts";
import { CONTENT, MASTER_ID, RELATION } from "../../ooxml/namespaces.ts";
import {
  type Part,
  type Relationship,
  relations,
  relationshipsIn,
  relationshipsName,
  writePackage,
} from "../../ooxml/package.ts";
import { child, type Element, withChild } from "../../ooxml/xml.ts";
import type { TemplateBase } from "../../theme/base.ts";
import type { ResolvedTheme } from "../../theme/theme.ts";
import type { WriteContext } from "../contract/format.ts";
import { drawAll, isPicture, pictureKind } from "../page/pictures.ts";
import { chartFrame } from "./chart-frame.ts";
import { chartStore } from "./chart-parts.ts";
import { drawDeck, namesOn, type Pictures } from "./draw/deck.ts";
import { readDrawn } from "./draw/read.ts";
import { withCreationIds, withSlideCreationId } from "./elements/extensions.ts";
import { withEmbeddedDigest } from "./fingerprint/index.ts";
import { labelOf, withCarried } from "./label.ts";
import { LAYOUTS, layoutPart } from "./master/layouts.ts";
import { defaultText, draftMark, masterPart } from "./master/master.ts";
import { NOTES_SIZE, notesMasterPart } from "./master/notes-master.ts";
import { LOGO_ID } from "./master/shapes.ts";
import { themePart } from "./master/theme-part.ts";
import { mediaStore } from "./media.ts";
import { finishNotes } from "./notes.ts";
import type { PackageFacts } from "./postprocess/fix.ts";
import { patchPresentation } from "./postprocess/presentation.ts";
import { patchSlide } from "./postprocess/slide.ts";
import { appPart, corePart } from "./properties.ts";
import { sectionList, slideId } from "./sections.ts";
import { tableStylesPart } from "./table-styles.ts";

const MASTER = "/ppt/slideMasters/slideMaster1.xml";
const NOTES_MASTER = "/ppt/notesMasters/notesMaster1.xml";
const slidePart = (number: number): string => `/ppt/slides/slide${number}.xml`;
const notesPart = (number: number): string => `/ppt/notesSlides/notesSlide${number}.xml`;
const layoutName = (index: number): string => `/ppt/slideLayouts/slideLayout${index + 1}.xml`;
const themeName = (number: number): string => `/ppt/theme/theme${number}.xml`;

/**
 * The deck as a .pptx. The same pages give the same bytes, on any machine and at any time. Throws Error where pages
 * break their contract: a link to no page, a picture of an unknown kind, a section that leaves a page out.
 */
export async function writePptx(pages: Pages, context: WriteContext): Promise<Uint8Array> {
  // 1. Pictures are read before anything is drawn, since PptxGenJS takes them as data.
  const pictures = await readPictures(pages, context);
  const logo = await logoPart(context);
  // 2. PptxGenJS lays the slides.
  const numbers = slideNumbers(pages);
  const drawn = await drawDeck(pages, context.look, pictures, numbers);
  const part = (path: string): Element => {
    const xml = drawn.get(path);
    if (typeof xml !== "string") throw new Error(`PptxGenJS wrote no ${path}`);
    return readDrawn(xml);
  };
  // 3. Each part is read once, mended, and written once.
  const { look } = context;
  const { language } = pages;
  // Parts of the template that the deck stands on, if it has one.
  const base = await look.base?.();
  const charts = chartStore(look, pages);
  const media = mediaStore(drawn);
  const noted = pages.pages.filter((page) => page.notes.length > 0);
  const slides = pages.pages.map((page, index): Part => {
    const path = slidePart(index + 1);
    const drawnRelations = relationshipsIn(path, part(relationshipsName(path).slice(1)));
    const own = relations();
    const layout =
      base?.layouts[page.layout] ?? layoutName(LAYOUTS.findIndex((one) => one.layout === page.layout));
    own.add(RELATION.layout, layout);
    if (page.notes.length > 0) own.add(RELATION.notes, notesPart(index + 1));
    const facts: PackageFacts = {
      look: look.on(page.layout),
      language,
      page,
      frames: look.frames[page.layout],
      ...(base === undefined ? {} : { marks: base.marks[page.layout] }),
      nameOf: namesOn(page),
      relations: own,
      relink: (id) => own.add(...meant(drawnRelations, id, media.nameOf)),
      slidePart: (id) => slidePart(numbers(id)),
    };
    const drawnSlide = part(path.slice(1));
    const map = base?.maps[page.layout];
    const mapped = map === undefined ? drawnSlide : withChild(drawnSlide, "p:clrMapOvr", map);
    const content = patchSlide(mapped, facts, {
      pictures,
      chart: (item) => chartFrame(item, own.add(RELATION.chart, charts.add(item.chart)), facts),
      footers: { date: pages.properties.dateText, footer: footerText(page, pages) },
    });
    const named = withSlideCreationId(withCreationIds(content, page.id), page.id);
    return { name: path, content: named, type: CONTENT.slide, relationships: own.list() };
  });
  // 4. Theme, master and layouts are ours: PptxGenJS knows no footers and writes its own look.
  const presentation = relations();
  const masters = (base?.masters ?? [{ part: MASTER, id: MASTER_ID }]).map(({ part, id }) => ({
    id,
    relation: presentation.add(RELATION.master, part),
  }));
  const slideRelations = slides.map((slide) => presentation.add(RELATION.slide, slide.name));
  const notesRelation = noted.length > 0 ? presentation.add(RELATION.notesMaster, NOTES_MASTER) : undefined;
  presentation.add(RELATION.presProps, "/ppt/presProps.xml");
  presentation.add(RELATION.viewProps, "/ppt/viewProps.xml");
  presentation.add(RELATION.theme, themeName(1));
  presentation.add(RELATION.tableStyles, "/ppt/tableStyles.xml");
  const sections = sectionList(pages);
  const notesTheme = themeName(
    1 + (base === undefined ? 1 : base.parts.filter(({ type }) => type === CONTENT.theme).length),
  );
  const parts: Part[] = [
    {
      name: "/ppt/presentation.xml",
      content: patchPresentation(part("ppt/presentation.xml"), {
        masters,
        notesMaster: notesRelation,
        slides: slideRelations.map((relation, index) => ({ id: slideId(index), relation })),
        notesSize: NOTES_SIZE,
        defaultText: defaultText(look),
        sections,
      }),
      type: CONTENT.presentation,
      relationships: presentation.list(),
    },
    { name: "/ppt/presProps.xml", content: part("ppt/presProps.xml"), type: CONTENT.presProps },
    { name: "/ppt/viewProps.xml", content: part("ppt/viewProps.xml"), type: CONTENT.viewProps },
    { name: "/ppt/tableStyles.xml", content: tableStylesPart(base?.tableStyles), type: CONTENT.tableStyles },
    ...(base === undefined ? masterParts(pages, context, logo) : stamped(base, pages, look)),
    ...(logo === undefined ? [] : [logo]),
    ...slides,
    ...noted.flatMap((page) => notesParts(page, pages, part)),
    ...(noted.length > 0 ? notesMasterParts(pages, context, notesTheme) : []),
    ...charts.parts(),
    ...media.parts,
    { name: "/docProps/core.xml", content: corePart(pages), type: CONTENT.core },
    { name: "/docProps/app.xml", content: appPart(pages, noted.length), type: CONTENT.app },
  ];
  const deck = writePackage(withEmbeddedDigest(parts), [
    { id: "rId1", type: RELATION.office, target: "/ppt/presentation.xml" },
    { id: "rId2", type: RELATION.core, target: "/docProps/core.xml" },
    { id: "rId3", type: RELATION.app, target: "/docProps/app.xml" },
    { id: "rId4", type: RELATION.custom, target: "/docProps/custom.xml" },
  ]);
  const label = base?.labelled === undefined ? undefined : await labelOf(base.labelled);
  return label === undefined ? deck : withCarried(deck, label);
}

/** The parts of a template, on whose layouts a draft has its stamp. */
function stamped(base: TemplateBase, { language, properties }: Pages, look: ResolvedTheme): readonly Part[] {
  if (!properties.draft || properties.draftWord === "") return base.parts;
  const used = new Map(LAYOUTS.map(({ layout }) => [base.layouts[layout], layout]));
  return base.parts.map((part) => {
    const layout = used.get(part.name);
    if (layout === undefined || part.content instanceof Uint8Array) return part;
    const facts = { look: look.on(layout), language, draftWord: properties.draftWord };
    const mark = draftMark(facts, layout);
    return mark === undefined ? part : { ...part, content: withShape(part.content, mark) };
  });
}

/** A layout with a shape in front of all others. */
function withShape(layout: Element, shape: Element): Element {
  const data = child(layout, "p:cSld");
  const tree = data && child(data, "p:spTree");
  if (data === undefined || tree === undefined) return layout;
  const [last, ...rest] = [...tree.children].reverse();
  const ends = last !== undefined && typeof last !== "string" && last.name === "p:extLst";
  const children = ends ? [...rest.reverse(), shape, last] : [...tree.children, shape];
  return withChild(layout, "p:cSld", withChild(data, "p:spTree", { ...tree, children }));
}

/** Pixels to the pt of a chart that is a picture: sharp on a screen of twice the density, and in print at 192 to the inch. */
const SCALE = 192 / 72;

async function readPictures(pages: Pages, context: WriteContext): Promise<Pictures> {
  const pictures = new Map<Item, Uint8Array>();
  const charts = new Map<Item, PlacedChart>();
  for (const item of pages.pages.flatMap((page) => page.items)) {
    if (item.type === "picture") pictures.set(item, await context.readPicture(item.file));
    if (item.type === "chart" && isPicture(item, context.charts)) charts.set(item, item.chart);
  }
  for (const [item, bytes] of await drawAll(charts, context, SCALE)) pictures.set(item, bytes);
  return pictures;
}

function slideNumbers(pages: Pages): (id: string) => number {
  const numbers = new Map(pages.pages.map((page, index) => [page.id, index + 1]));
  return (id) => {
    const number = numbers.get(id);
    if (number === undefined) throw new Error(`a link leads to "${id}", which is no page`);
    return number;
  };
}

/** Returns the target of a relationship of the drawn slide, as arguments for one of the finished slide. */
function meant(
  drawn: readonly Relationship[],
  id: string,
  mediaName: (path: string) => string,
): [type: string, target: string, external?: boolean] {
  const found = drawn.find((one) => one.id === id);
  if (found === undefined) throw new Error(`PptxGenJS wrote no relationship ${id}`);
  if (found.external) return [found.type, found.target, true];
  return [found.type, found.type === RELATION.image ? mediaName(found.target.slice(1)) : found.target];
}

const footerText = (page: Page, { properties }: Pages): string =>
  [page.short, properties.confidentiality].filter((text) => text !== "").join(" · ");

/** The logo as a part, where the layouts have one. */
async function logoPart({ look, readPicture }: WriteContext): Promise<Part | undefined> {
  const file = Object.values(look.frames).find(({ logo }) => logo !== undefined)?.logo?.file;
  if (file === undefined) return undefined;
  const content = await readPicture(file);
  const kind = pictureKind(content);
  if (kind === undefined) throw new Error(`the logo ${file} is neither PNG, JPEG nor GIF`);
  return { name: `/ppt/media/logo.${kind}`, content };
}

function masterParts(
  { language, properties }: Pages,
  { look }: WriteContext,
  logo: Part | undefined,
): readonly Part[] {
  const own = relations();
  const layouts = LAYOUTS.map((_, index) => own.add(RELATION.layout, layoutName(index)));
  own.add(RELATION.theme, themeName(1));
  const standing = { date: properties.dateText, footer: properties.confidentiality || properties.title };
  const draftWord = properties.draft ? properties.draftWord : "";
  return [
    { name: themeName(1), content: themePart(look.theme), type: CONTENT.theme },
    {
      name: MASTER,
      content: withCreationIds(masterPart({ look, language, draftWord, standing, layouts }), "/master"),
      type: CONTENT.master,
      relationships: own.list(),
    },
    ...LAYOUTS.map((which, index) => ({
      name: layoutName(index),
      content: withCreationIds(layoutPart(which, look, language, standing), `/layout/${which.layout}`),
      type: CONTENT.layout,
      relationships: [
        { id: "rId1", type: RELATION.master, target: MASTER },
        ...(logo === undefined || look.frames[which.layout].logo === undefined
          ? []
          : [{ id: LOGO_ID, type: RELATION.image, target: logo.name }]),
      ],
    })),
  ];
}

function notesParts(
  page: Page,
  { language, pages }: Pages,
  part: (path: string) => Element,
): readonly Part[] {
  const number = pages.indexOf(page) + 1;
  const name = notesPart(number);
  return [
    {
      name,
      content: withCreationIds(finishNotes(part(name.slice(1)), page, language), `/notes/${page.id}`),
      type: CONTENT.notes,
      relationships: [
        { id: "rId1", type: RELATION.notesMaster, target: NOTES_MASTER },
        { id: "rId2", type: RELATION.slide, target: slidePart(number) },
      ],
    },
  ];
}

/** With a theme part of its own: PowerPoint refuses decks whose notes and slides share one. */
const notesMasterParts = (
  { language, width, height }: Pages,
  { look }: WriteContext,
  theme: string,
): readonly Part[] => [
  { name: theme, content: themePart(look.theme), type: CONTENT.theme },
  {
    name: NOTES_MASTER,
    content: withCreationIds(notesMasterPart(look, language, width / height), "/notes-master"),
    type: CONTENT.notesMaster,
    relationships: [{ id: "rId1", type: RELATION.theme, target: theme }],
  },
];
