import { el } from "../../../ooxml/xml.ts";
import { colourElement } from "../../../theme/colour.ts";
import { colourDrawnAs } from "../draw/colour.ts";
import type { Fix } from "./fix.ts";

/** Tints become colours of the scheme with lumMod and lumOff, so that a new theme recolours the deck. */
export const colours: Fix = {
  defect: "colours of the scheme have no tints",
  elements: {
    "a:srgbClr": (element, { look }) => {
      const colour = colourDrawnAs(element.attributes["val"] ?? "", look);
      // PptxGenJS's own default is black; everything of ours is a colour of the look.
      return colour === undefined ? el("a:schemeClr", { val: "tx1" }) : colourElement(colour);
    },
  },
};
