import { child, type Element, el, textOf, withChildren } from "../../../ooxml/xml.ts";
import { runLanguage } from "../elements/language.ts";
import type { Fix } from "./fix.ts";

/** The second language of a run: that of the deck, or of the East Asian words in it, and none in most. */
export const languages: Fix = {
  defect: "the second language of every run is American English",
  elements: {
    "a:r": (run, { language }) => {
      const properties = child(run, "a:rPr");
      if (properties === undefined) return run;
      const { lang, altLang: _, ...others } = properties.attributes;
      const attributes = { lang, altLang: runLanguage(textOf(run), language).altLang, ...others };
      return withChildren(run, el("a:rPr", attributes, properties.children), child(run, "a:t"));
    },
  },
};

const typeface =
  (script: "lt" | "ea" | "cs") =>
  ({ name, attributes }: Element): Element =>
    el(name, { typeface: attributes["typeface"]?.replace(/^(\+m[jn]-)lt$/, `$1${script}`) });

/** The theme's heading font in a text of the body's, and the reverse: by the theme's name for each kind of script. */
export const fonts: Fix = {
  defect: "one typeface stands for all kinds of script, with character sets of its own",
  elements: { "a:latin": typeface("lt"), "a:ea": typeface("ea"), "a:cs": typeface("cs") },
};
