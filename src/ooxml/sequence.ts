import { PackageError } from "./error.ts";
import type { Element } from "./xml.ts";

/*
 * Order of children, as data. Each row is the xsd:sequence of one complex type of ECMA-376 Part 1, Annex A (transitional
 * where it differs), choices written out one after the other. PowerPoint refuses or repairs a file that breaks the order.
 */
const FILLS = "a:noFill a:solidFill a:gradFill a:blipFill a:pattFill a:grpFill";
const EFFECTS = "a:effectLst a:effectDag";

/** CT_TextCharacterProperties */
const RUN = `a:ln ${FILLS} ${EFFECTS} a:highlight a:uLnTx a:uLn a:uFillTx a:uFill a:latin a:ea a:cs a:sym a:hlinkClick a:hlinkMouseOver a:rtl a:extLst`;
/** CT_TextParagraphProperties */
const PARAGRAPH =
  "a:lnSpc a:spcBef a:spcAft a:buClrTx a:buClr a:buSzTx a:buSzPct a:buSzPts a:buFontTx a:buFont a:buNone a:buAutoNum a:buChar a:buBlip a:tabLst a:defRPr a:extLst";
/** CT_LineProperties */
const LINE =
  "a:noFill a:solidFill a:gradFill a:pattFill a:prstDash a:custDash a:round a:bevel a:miter a:headEnd a:tailEnd a:extLst";
/** CT_ShapeProperties */
const SHAPE = `a:xfrm a:custGeom a:prstGeom ${FILLS} a:ln ${EFFECTS} a:scene3d a:sp3d a:extLst`;
/** CT_NonVisualDrawingProps */
const NAMES = "a:hlinkClick a:hlinkHover a:extLst";
/** CT_TextListStyle */
const LEVELS =
  "a:defPPr a:lvl1pPr a:lvl2pPr a:lvl3pPr a:lvl4pPr a:lvl5pPr a:lvl6pPr a:lvl7pPr a:lvl8pPr a:lvl9pPr a:extLst";
const LEVEL_NAMES = LEVELS.split(" ").filter((name) => name !== "a:extLst");

const TABLE: readonly (readonly [names: string, order: string])[] = [
  ["a:rPr a:defRPr a:endParaRPr", RUN],
  [`a:pPr ${LEVEL_NAMES.join(" ")}`, PARAGRAPH],
  ["a:ln a:lnL a:lnR a:lnT a:lnB", LINE],
  ["p:spPr c:spPr cdr:spPr", SHAPE],
  ["p:cNvPr cdr:cNvPr", NAMES],
  ["a:lstStyle p:titleStyle p:bodyStyle p:otherStyle p:notesStyle p:defaultTextStyle", LEVELS],
  /* CT_TextBodyProperties */
  ["a:bodyPr", "a:prstTxWarp a:noAutofit a:normAutofit a:spAutoFit a:scene3d a:sp3d a:flatTx a:extLst"],
  /* CT_TextBody */
  ["p:txBody a:txBody c:txPr c:rich cdr:txBody", "a:bodyPr a:lstStyle a:p"],
  /* CT_RegularTextRun, CT_TextField, CT_TextLineBreak */
  ["a:r a:fld a:br", "a:rPr a:pPr a:t"],
  /* CT_TableCellProperties */
  ["a:tcPr", `a:lnL a:lnR a:lnT a:lnB a:lnTlToBr a:lnBlToTr a:cell3D ${FILLS} a:headers a:extLst`],
  /* CT_TableCell, CT_TableProperties, CT_Table */
  ["a:tc", "a:txBody a:tcPr a:extLst"],
  ["a:tblPr", `${FILLS} ${EFFECTS} a:tableStyle a:tableStyleId a:extLst`],
  ["a:tbl", "a:tblPr a:tblGrid a:tr"],
  /* CT_CustomGeometry2D */
  ["a:custGeom", "a:avLst a:gdLst a:ahLst a:cxnLst a:rect a:pathLst"],
  /* CT_Shape, CT_Connector, CT_Picture, CT_GraphicalObjectFrame */
  ["p:sp", "p:nvSpPr p:spPr p:style p:txBody p:extLst"],
  ["p:cxnSp", "p:nvCxnSpPr p:spPr p:style p:extLst"],
  ["p:pic", "p:nvPicPr p:blipFill p:spPr p:style p:extLst"],
  ["p:blipFill", "a:blip a:srcRect a:tile a:stretch"],
  ["p:graphicFrame", "p:nvGraphicFramePr p:xfrm a:graphic p:extLst"],
  /* CT_CommonSlideData, CT_Slide, CT_SlideLayout, CT_SlideMaster, CT_NotesMaster, CT_NotesSlide */
  ["p:cSld", "p:bg p:spTree p:custDataLst p:controls p:extLst"],
  ["p:bgPr", `${FILLS} ${EFFECTS} a:extLst`],
  ["p:sld", "p:cSld p:clrMapOvr p:transition p:timing p:extLst"],
  ["p:sldLayout", "p:cSld p:clrMapOvr p:transition p:timing p:hf p:extLst"],
  ["p:sldMaster", "p:cSld p:clrMap p:sldLayoutIdLst p:transition p:timing p:hf p:txStyles p:extLst"],
  ["p:notesMaster", "p:cSld p:clrMap p:hf p:notesStyle p:extLst"],
  ["p:notes", "p:cSld p:clrMapOvr p:extLst"],
  ["p:txStyles", "p:titleStyle p:bodyStyle p:otherStyle p:extLst"],
  /* CT_Presentation */
  [
    "p:presentation",
    "p:sldMasterIdLst p:notesMasterIdLst p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz p:smartTags p:embeddedFontLst p:custShowLst p:photoAlbum p:custDataLst p:kinsoku p:defaultTextStyle p:modifyVerifier p:extLst",
  ],
  /* CT_OfficeStyleSheet, CT_BaseStyles, CT_ColorScheme, CT_FontCollection */
  ["a:theme", "a:themeElements a:objectDefaults a:extraClrSchemeLst a:custClrLst a:extLst"],
  ["a:themeElements", "a:clrScheme a:fontScheme a:fmtScheme a:extLst"],
  [
    "a:clrScheme",
    "a:dk1 a:lt1 a:dk2 a:lt2 a:accent1 a:accent2 a:accent3 a:accent4 a:accent5 a:accent6 a:hlink a:folHlink a:extLst",
  ],
  ["a:majorFont a:minorFont", "a:latin a:ea a:cs a:font a:extLst"],
];

const RANKS: ReadonlyMap<string, ReadonlyMap<string, number>> = new Map(
  TABLE.flatMap(([names, order]) => {
    const ranks = new Map(order.split(" ").map((name, rank) => [name, rank] as const));
    return names.split(" ").map((name) => [name, ranks] as const);
  }),
);

/**
 * The children of an element as its schema wants them; as they are where no order is known here.
 * Throws PackageError "order" for a child that the schema has no place for.
 */
export function inOrder(element: Element): readonly (Element | string)[] {
  const ranks = RANKS.get(element.name);
  if (!ranks) return element.children;
  let sorted = true;
  let last = -1;
  for (const node of element.children) {
    const rank = rankOf(ranks, element, node);
    if (rank < last) sorted = false;
    last = rank;
  }
  if (sorted) return element.children;
  return [...element.children].sort((a, b) => rankOf(ranks, element, a) - rankOf(ranks, element, b));
}

function rankOf(ranks: ReadonlyMap<string, number>, parent: Element, node: Element | string): number {
  const rank = typeof node === "string" ? undefined : ranks.get(node.name);
  if (rank === undefined) {
    throw new PackageError(
      "order",
      `${parent.name} cannot hold ${typeof node === "string" ? "text" : node.name}`,
    );
  }
  return rank;
}
