import { NS } from "../../ooxml/namespaces.ts";
import { type Element, el } from "../../ooxml/xml.ts";
import { TABLE_STYLE } from "./postprocess/tables.ts";

const SIDES = ["left", "right", "top", "bottom", "insideH", "insideV"];

/** tableStyles.xml with PowerPoint's own "No Style, No Grid", which is also what a table drawn by hand gets, and the styles of a template. */
export const tableStylesPart = (others: readonly Element[] = []): Element =>
  el(
    "a:tblStyleLst",
    { "xmlns:a": NS.a, def: TABLE_STYLE },
    el(
      "a:tblStyle",
      { styleId: TABLE_STYLE, styleName: "No Style, No Grid" },
      el(
        "a:wholeTbl",
        {},
        el(
          "a:tcTxStyle",
          {},
          el("a:fontRef", { idx: "minor" }, el("a:scrgbClr", { r: 0, g: 0, b: 0 })),
          el("a:schemeClr", { val: "tx1" }),
        ),
        el(
          "a:tcStyle",
          {},
          el(
            "a:tcBdr",
            {},
            SIDES.map((side) => el(`a:${side}`, {}, el("a:ln", {}, el("a:noFill")))),
          ),
          el("a:fill", {}, el("a:noFill")),
        ),
      ),
    ),
    others.filter(({ attributes }) => attributes["styleId"] !== TABLE_STYLE),
  );
