import { ptToEmu } from "../../../base/units.ts";
import type { LayoutName } from "../../../model/deck.ts";
import type { PlaceholderName } from "../../../model/page.ts";
import { MASTER_ID, ROOT } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { solidFill } from "../../../theme/colour.ts";
import type { Colour, ResolvedTheme } from "../../../theme/theme.ts";
import { draftPlace } from "../../page/draft.ts";
import { transform } from "../elements/transform.ts";
import { type PlaceholderText, placeholderShape, tree } from "./shapes.ts";
import { LINE_RULES, roleProperties, textStyles } from "./styles.ts";

export interface MasterFacts {
  readonly look: ResolvedTheme;
  readonly language: string;
  /** The word that stamps a draft; "" for a final deck. */
  readonly draftWord: string;
  readonly standing: PlaceholderText;
  /** Relationship ids of the layouts, in order. */
  readonly layouts: readonly string[];
}

/** p:ph of the master itself (ECMA-376 Part 1, 19.3.1.36): PowerPoint numbers its five placeholders this way. */
const MARKS: readonly (readonly [PlaceholderName, Element])[] = [
  ["title", el("p:ph", { type: "title" })],
  ["body", el("p:ph", { type: "body", idx: 1 })],
  ["date", el("p:ph", { type: "dt", sz: "half", idx: 2 })],
  ["footer", el("p:ph", { type: "ftr", sz: "quarter", idx: 3 })],
  ["number", el("p:ph", { type: "sldNum", sz: "quarter", idx: 4 })],
];

/** slideMaster1.xml: the look of the content layout, which the others vary. Layout ids follow the master's own. */
export function masterPart(facts: MasterFacts): Element {
  const { look, language, standing } = facts;
  const content = look.frames.content;
  const placeholders = MARKS.flatMap(([name, mark], index) => {
    const at = content.placeholders[name];
    if (at === undefined) return [];
    return [
      placeholderShape(
        { id: index + 2, name, at, layout: "content", mark, explicit: true, language, standing },
        look,
      ),
    ];
  });
  return el(
    "p:sldMaster",
    ROOT,
    el(
      "p:cSld",
      {},
      background(look.ink("paper")),
      tree(placeholders, facts.draftWord === "" ? [] : (draftMark(facts) ?? [])),
    ),
    colourMap(),
    el(
      "p:sldLayoutIdLst",
      {},
      facts.layouts.map((id, index) => el("p:sldLayoutId", { id: MASTER_ID + 1 + index, "r:id": id })),
    ),
    textStyles(look),
  );
}

/** p:bg: the paper. */
export const background = (paper: Colour): Element =>
  el("p:bg", {}, el("p:bgPr", {}, solidFill(paper), el("a:effectLst")));

/** p:clrMap: the usual names, or text and paper exchanged. Slides and charts write tx1 and bg1 by this map. */
export const colourMap = (exchanged = false): Element =>
  el("p:clrMap", {
    bg1: exchanged ? "dk1" : "lt1",
    tx1: exchanged ? "lt1" : "dk1",
    bg2: exchanged ? "dk2" : "lt2",
    tx2: exchanged ? "lt2" : "dk2",
    ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`accent${n}`, `accent${n}`])),
    hlink: "hlink",
    folHlink: "folHlink",
  });

/** The draft's stamp at the top right, above title and kicker: one shape, so that taking it away finishes the deck. */
export function draftMark(
  { look, language, draftWord }: Pick<MasterFacts, "look" | "language" | "draftWord">,
  layout: LayoutName = "content",
): Element | undefined {
  const { size } = look.role("label");
  const height = ptToEmu(size * 1.2 + 4);
  const width = ptToEmu(Math.max(48, (draftWord.length + 3) * size * 0.6));
  const at = draftPlace(look, layout, { w: width, h: height });
  if (at === undefined) return undefined;
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id: 20, name: "Draft mark" }),
      el("p:cNvSpPr"),
      el("p:nvPr", { userDrawn: true }),
    ),
    el(
      "p:spPr",
      {},
      transform("a:xfrm", at),
      el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
      el("a:noFill"),
      el("a:ln", { w: 9_525 }, solidFill(look.ink("bad"))),
    ),
    el(
      "p:txBody",
      {},
      el("a:bodyPr", { wrap: "none", lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: "ctr" }),
      el("a:lstStyle"),
      el(
        "a:p",
        {},
        el("a:pPr", { algn: "ctr" }),
        el(
          "a:r",
          {},
          el("a:rPr", { lang: language, sz: Math.round(size * 100), b: true }, solidFill(look.ink("bad"))),
          el("a:t", {}, draftWord),
        ),
      ),
    ),
  );
}

/** presentation.xml's default text style: what text has that no master governs. */
export const defaultText = (look: ResolvedTheme): Element =>
  el(
    "p:defaultTextStyle",
    {},
    el("a:defPPr", {}, roleProperties("body", look)),
    [1, 2, 3, 4, 5, 6, 7, 8, 9].map((level) =>
      el(
        `a:lvl${level}pPr`,
        {
          marL: (level - 1) * 457_200,
          algn: "l",
          ...LINE_RULES,
        },
        roleProperties("body", look),
      ),
    ),
  );
