import type { Frame } from "../../../base/geometry.ts";
import type { LayoutName } from "../../../model/deck.ts";
import type { PlaceholderName } from "../../../model/page.ts";
import type { ColorToken } from "../../../model/text.ts";
import { type Element, el } from "../../../ooxml/xml.ts";
import { solidFill } from "../../../theme/colour.ts";
import type { PlaceholderFrame } from "../../../theme/frames.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { DESCENT } from "../../page/measures.ts";
import { ALIGN, ANCHOR } from "../elements/anchor.ts";
import { decorative } from "../elements/extensions.ts";
import { placeholderMark } from "../elements/placeholders.ts";
import { transform } from "../elements/transform.ts";
import { levelStyle } from "./styles.ts";

/** Names of the placeholders in PowerPoint's selection pane. */
const PLACEHOLDER_NAMES: Readonly<Record<PlaceholderName, string>> = {
  title: "Title",
  subtitle: "Subtitle",
  body: "Text",
  date: "Date",
  footer: "Footer",
  number: "Slide number",
};

export interface PlaceholderShape {
  readonly id: number;
  readonly name: PlaceholderName;
  readonly at: PlaceholderFrame;
  readonly layout: LayoutName;
  /** Place in p:ph instead of the layout's: the master has its own. */
  readonly mark?: Element;
  /** Geometry, insets, anchor and style; left out where the master says the same. */
  readonly explicit: boolean;
  readonly language: string;
  /** Text of dates and footers on the layouts themselves. */
  readonly standing: PlaceholderText;
}

/**
 * Date and footer as layouts and master show them, and as PowerPoint puts them on slides made later. LibreOffice takes
 * the style of a slide's footer from the layout's text, so an empty one there would cost the slide its look.
 */
export interface PlaceholderText {
  readonly date: string;
  readonly footer: string;
}

/** A placeholder of a layout or master, with explicit geometry, insets and text style unless it follows the master. */
export function placeholderShape(shape: PlaceholderShape, look: ResolvedTheme): Element {
  const { at, name } = shape;
  return el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id: shape.id, name: PLACEHOLDER_NAMES[name] }),
      el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true })),
      el("p:nvPr", {}, shape.mark ?? placeholderMark(name, shape.layout)),
    ),
    shape.explicit
      ? el("p:spPr", {}, transform("a:xfrm", at.frame), el("a:prstGeom", { prst: "rect" }, el("a:avLst")))
      : el("p:spPr"),
    el(
      "p:txBody",
      {},
      shape.explicit
        ? el("a:bodyPr", {
            vert: "horz",
            wrap: "square",
            lIns: 0,
            tIns: 0,
            rIns: 0,
            bIns: at.anchor === "bottom" ? DESCENT : 0,
            rtlCol: false,
            anchor: ANCHOR[at.anchor],
          })
        : el("a:bodyPr"),
      shape.explicit && name !== "body"
        ? el("a:lstStyle", {}, levelStyle({ level: 1, role: at.role, align: ALIGN[at.align] }, look))
        : el("a:lstStyle"),
      prompt(shape),
    ),
  );
}

/** Returns the prompt of an empty placeholder; a body shows five levels, so that their styles can be seen. */
function prompt({ name, language, standing }: PlaceholderShape): readonly Element[] {
  const run = (text: string): Element => el("a:r", {}, el("a:rPr", { lang: language }), el("a:t", {}, text));
  const end = el("a:endParaRPr", { lang: language });
  if (name === "number") {
    const field = el(
      "a:fld",
      { id: "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", type: "slidenum" },
      el("a:rPr", { lang: language }),
      el("a:t", {}, "‹#›"),
    );
    return [el("a:p", {}, field, end)];
  }
  if (name === "date" || name === "footer")
    return [el("a:p", {}, standing[name] !== "" && run(standing[name]), end)];
  if (name !== "body") return [el("a:p", {}, run(PLACEHOLDER_NAMES[name]), end)];
  return [0, 1, 2, 3, 4].map((level) =>
    el("a:p", {}, el("a:pPr", { lvl: level }), run(`${PLACEHOLDER_NAMES.body} ${level + 1}`)),
  );
}

/** An ornament: a filled rectangle that screen readers pass over. */
export const ornament = (
  id: number,
  name: string,
  frame: Frame,
  ink: ColorToken,
  look: ResolvedTheme,
): Element =>
  el(
    "p:sp",
    {},
    el(
      "p:nvSpPr",
      {},
      el("p:cNvPr", { id, name }, decorative()),
      el("p:cNvSpPr"),
      el("p:nvPr", { userDrawn: true }),
    ),
    el(
      "p:spPr",
      {},
      transform("a:xfrm", frame),
      el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
      solidFill(look.ink(ink)),
      el("a:ln", {}, el("a:noFill")),
    ),
  );

/** Id of the relationship of a layout to the logo. */
export const LOGO_ID = "rId2";

/** The logo: a picture that screen readers pass over, for the deck says whose it is. */
export const logoPicture = (id: number, frame: Frame): Element =>
  el(
    "p:pic",
    {},
    el(
      "p:nvPicPr",
      {},
      el("p:cNvPr", { id, name: "Logo" }, decorative()),
      el("p:cNvPicPr", {}, el("a:picLocks", { noChangeAspect: true })),
      el("p:nvPr", { userDrawn: true }),
    ),
    el("p:blipFill", {}, el("a:blip", { "r:embed": LOGO_ID }), el("a:stretch", {}, el("a:fillRect"))),
    el("p:spPr", {}, transform("a:xfrm", frame), el("a:prstGeom", { prst: "rect" }, el("a:avLst"))),
  );

/** The tree of shapes of a slide, layout, master or notes page. */
export const tree = (...shapes: readonly (Element | undefined | readonly Element[])[]): Element =>
  el(
    "p:spTree",
    {},
    el("p:nvGrpSpPr", {}, el("p:cNvPr", { id: 1, name: "" }), el("p:cNvGrpSpPr"), el("p:nvPr")),
    el(
      "p:grpSpPr",
      {},
      el(
        "a:xfrm",
        {},
        el("a:off", { x: 0, y: 0 }),
        el("a:ext", { cx: 0, cy: 0 }),
        el("a:chOff", { x: 0, y: 0 }),
        el("a:chExt", { cx: 0, cy: 0 }),
      ),
    ),
    shapes,
  );
