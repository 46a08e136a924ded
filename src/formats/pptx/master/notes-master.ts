import { frame } from "../../../base/geometry.ts";
import { ROOT } from "../../../ooxml/namespaces.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { transform } from "../elements/transform.ts";
import { background, colourMap } from "./master.ts";
import { tree } from "./shapes.ts";
import { LINE_RULES } from "./styles.ts";

/** Notes pages are upright: 7.5 × 10 in, whatever the slides are. */
export const NOTES_SIZE = { width: 6_858_000, height: 9_144_000 } as const;

const MARGIN = 685_800;

/** notesMaster1.xml, on light paper whatever the slides are on: the slide's picture above, the notes below it, the page number at the foot. */
export function notesMasterPart(look: ResolvedTheme, language: string, aspect: number): Element {
  const width = NOTES_SIZE.width - 2 * MARGIN;
  const height = Math.round(width / aspect);
  const notesTop = MARGIN + height + MARGIN / 3;
  const foot = NOTES_SIZE.height - MARGIN;
  return el(
    "p:notesMaster",
    ROOT,
    el(
      "p:cSld",
      {},
      background({ scheme: "bg1", hex: look.theme.scheme[look.theme.dark ? "dk1" : "lt1"] }),
      tree(
        shape(2, "Slide image", el("p:ph", { type: "sldImg", idx: 2 }), frame(MARGIN, MARGIN, width, height)),
        shape(
          3,
          "Notes",
          el("p:ph", { type: "body", sz: "quarter", idx: 3 }),
          frame(MARGIN, notesTop, width, foot - notesTop),
          el("a:p", {}, el("a:r", {}, el("a:rPr", { lang: language }), el("a:t", {}, "Notes"))),
        ),
        shape(
          4,
          "Slide number",
          el("p:ph", { type: "sldNum", sz: "quarter", idx: 5 }),
          frame(MARGIN, foot, width, 320_000),
          el(
            "a:p",
            {},
            el("a:pPr", { algn: "r" }),
            el(
              "a:fld",
              { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" },
              el("a:rPr", { lang: language }),
              el("a:t", {}, "‹#›"),
            ),
          ),
        ),
      ),
    ),
    colourMap(look.theme.dark),
    el("p:notesStyle", {}, [1, 2, 3].map(noteLevel)),
  );
}

/** Printed notes are read at arm's length: 11 pt, a little air between paragraphs. */
const noteLevel = (level: number): Element =>
  el(
    `a:lvl${level}pPr`,
    {
      marL: (level - 1) * 228_600,
      algn: "l",
      ...LINE_RULES,
    },
    el("a:spcBef", {}, el("a:spcPts", { val: 400 })),
    el(
      "a:defRPr",
      { sz: 1100, kern: 1200 },
      el("a:solidFill", {}, el("a:schemeClr", { val: "tx1" })),
      el("a:latin", { typeface: "+mn-lt" }),
      el("a:ea", { typeface: "+mn-ea" }),
      el("a:cs", { typeface: "+mn-cs" }),
    ),
  );

function shape(
  id: number,
  name: string,
  mark: Element,
  at: ReturnType<typeof frame>,
  paragraph?: Element,
): Element {
  const picture = paragraph === undefined;
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id, name }),
      el(
        "p:cNvSpPr",
        {},
        el("a:spLocks", { noGrp: true, ...(picture ? { noRot: true, noChangeAspect: true } : {}) }),
      ),
      el("p:nvPr", {}, mark),
    ),
    el(
      "p:spPr",
      {},
      transform("a:xfrm", at),
      el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
      picture && [
        el("a:noFill"),
        el("a:ln", { w: 9_525 }, el("a:solidFill", {}, el("a:schemeClr", { val: "tx2" }))),
      ],
    ),
    !picture &&
      el("p:txBody", {}, el("a:bodyPr", { lIns: 0, tIns: 0, rIns: 0, bIns: 0 }), el("a:lstStyle"), paragraph),
  );
}
