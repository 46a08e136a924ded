import { el } from "../../../ooxml/xml.ts";
import { schemeColour } from "../../../theme/colour.ts";
import { inkOfCode } from "../draw/ink.ts";
import type { Fix } from "./fix.ts";

/** The codes of `draw/ink.ts` become scheme colours with lumMod and lumOff, so that a new theme recolours the deck. */
export const colours: Fix = {
  defect: "colours are hex, or scheme colours without tints",
  elements: {
    "a:srgbClr": (element, { look }) => {
      const ink = inkOfCode(element.attributes["val"] ?? "");
      // PptxGenJS's own default is black; everything of ours has a code.
      return ink === undefined ? el("a:schemeClr", { val: "tx1" }) : schemeColour(look.ink(ink));
    },
  },
};
