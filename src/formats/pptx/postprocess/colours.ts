import { el } from "../../../ooxml/xml.ts";
import { colourElement } from "../../../theme/colour.ts";
import { inkDrawnAs } from "../draw/colour.ts";
import type { Fix } from "./fix.ts";

/** Tints become colours of the scheme with lumMod and lumOff, so that a new theme recolours the deck. */
export const colours: Fix = {
  defect: "colours of the scheme have no tints",
  elements: {
    "a:srgbClr": (element, { look }) => {
      const ink = inkDrawnAs(element.attributes["val"] ?? "", look);
      // PptxGenJS's own default is black; everything of ours is an ink.
      return ink === undefined ? el("a:schemeClr", { val: "tx1" }) : colourElement(look.ink(ink));
    },
  },
};
