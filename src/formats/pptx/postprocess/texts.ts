import type { PlaceholderName, TextItem } from "../../../model/page.ts";
import { child, type Element, el, elements, withChild, withChildren } from "../../../ooxml/xml.ts";
import type { PlaceholderMark } from "../../../theme/base.ts";
import { solidFill } from "../../../theme/colour.ts";
import type { PlaceholderFrame } from "../../../theme/frames.ts";
import type { Theme } from "../../../theme/theme.ts";
import { ANCHOR } from "../elements/anchor.ts";
import { placeholderMark, templateMark } from "../elements/placeholders.ts";
import { transform } from "../elements/transform.ts";
import type { Fix, PackageFacts } from "./fix.ts";
import { ANYTHING, type Inherited, mendBody, NOTHING } from "./paragraphs.ts";

/** Texts of their own. */
export const texts: Fix = {
  defect:
    "a second a:pPr in a paragraph of several runs; one distance for text and bullet; breaks without a size",
  shape: (shape, item, facts) => {
    const body = child(shape, "p:txBody");
    if (item.type !== "text" || body === undefined) return shape;
    return withChild(shape, "p:txBody", mendBody(body, item.paragraphs, inheritedBy(item, facts), facts));
  },
};

function inheritedBy(item: TextItem, { frames, look, marks }: PackageFacts): Inherited {
  if (item.placeholder === undefined) return NOTHING;
  if (marks !== undefined) return marks[item.placeholder] === undefined ? NOTHING : ANYTHING;
  const layout = frames.placeholders[item.placeholder];
  if (layout === undefined) return { ...NOTHING, listed: true };
  return { role: look.role(layout.role), align: layout.align, listed: item.placeholder === "body" };
}

/**
 * Placeholders: PptxGenJS copies the layout's geometry and formatting into the slide, so that a change of the layout
 * moves nothing. What equals the layout is left out here; what differs, such as the inset that balances a title, stays.
 */
export const placeholders: Fix = {
  defect:
    "geometry and formatting of the layout are copied into every slide; prompts are claimed that do not exist",
  shape: (shape, item, facts) => {
    if (item.type !== "text" || item.placeholder === undefined) return shape;
    if (facts.marks !== undefined) return onTemplate(shape, item, item.placeholder, facts.marks, facts);
    const layout = facts.frames.placeholders[item.placeholder];
    const mark = placeholderMark(item.placeholder, facts.page.layout);
    return withChildren(
      shape,
      elements(shape).map((node) => {
        if (node.name === "p:nvSpPr") return marked(node, mark);
        if (node.name === "p:spPr") return geometry(node, item, layout);
        return node.name === "p:txBody" && layout ? differing(node, item, layout, facts) : node;
      }),
    );
  },
};

const marked = (properties: Element, mark: Element): Element =>
  withChildren(
    properties,
    child(properties, "p:cNvPr"),
    el("p:cNvSpPr", {}, el("a:spLocks", { noGrp: true })),
    el("p:nvPr", {}, mark),
  );

function geometry(drawn: Element, item: TextItem, layout: PlaceholderFrame | undefined): Element {
  const { frame } = item;
  const same =
    layout !== undefined &&
    layout.frame.x === frame.x &&
    layout.frame.y === frame.y &&
    layout.frame.w === frame.w &&
    layout.frame.h === frame.h;
  const styled = item.fill !== undefined || item.line !== undefined || item.geometry !== undefined;
  const kept = styled ? elements(drawn).filter((node) => node.name !== "a:xfrm") : [];
  return el("p:spPr", {}, same ? null : transform("a:xfrm", frame), kept);
}

/** The text body with only what the layout does not say: its insets are zero, its anchor is the frame's. */
function differing(body: Element, item: TextItem, layout: PlaceholderFrame, { look }: PackageFacts): Element {
  const role = look.role(layout.role);
  const fill = JSON.stringify(solidFill(look.ink(role.ink)));
  const { left, top, right, bottom } = item.insets;
  const other = (inset: number): number | undefined => (inset === 0 ? undefined : inset);
  const properties = el("a:bodyPr", {
    lIns: other(left),
    tIns: other(top),
    rIns: other(right),
    bIns: other(bottom),
    anchor: item.anchor === layout.anchor ? undefined : ANCHOR[item.anchor],
  });
  const paragraphs = elements(body).filter(({ name }) => name === "a:p");
  return withChildren(
    body,
    properties,
    child(body, "a:lstStyle"),
    paragraphs.map((paragraph) => unsaid(paragraph, role, fill)),
  );
}

/** A paragraph without the size, weight and colour that are its placeholder's. */
const unsaid = (element: Element, role: Theme["roles"][keyof Theme["roles"]], fill: string): Element => {
  const size = String(Math.round(role.size * 100));
  if (element.name !== "a:rPr" && element.name !== "a:endParaRPr")
    return withChildren(
      element,
      element.children.map((node) => (typeof node === "string" ? node : unsaid(node, role, fill))),
    );
  const { lang, altLang, sz, b, ...others } = element.attributes;
  // PptxGenJS cannot say that words are not bold.
  const bold = role.bold && element.name === "a:rPr" ? (b === undefined ? false : undefined) : b;
  const linked = child(element, "a:hlinkClick") !== undefined;
  return el(
    element.name,
    { lang, altLang, sz: sz === size ? undefined : sz, b: bold, ...others },
    element.children.filter((node) => linked || JSON.stringify(node) !== fill),
  );
};

/**
 * A text in a placeholder of a template: place, font and colours are the layout's, and all that layout has measured is
 * written out, since a template's sizes, distances and signs would be anybody's. One for which the layout has no placeholder
 * stands in a box of its own.
 */
function onTemplate(
  shape: Element,
  item: TextItem,
  name: PlaceholderName,
  marks: NonNullable<PackageFacts["marks"]>,
  { look }: PackageFacts,
): Element {
  const mark = templateMark(name, marks);
  const own = marks[name];
  const { caps = false } = look.role(item.role);
  return withChildren(
    shape,
    elements(shape).map((node) => {
      if (node.name === "p:nvSpPr") return mark === undefined ? boxed(node) : marked(node, mark);
      if (node.name === "p:spPr")
        return own !== undefined && isPlaced(item, own)
          ? el("p:spPr")
          : el(
              "p:spPr",
              {},
              transform("a:xfrm", item.frame),
              el("a:prstGeom", { prst: "rect" }, el("a:avLst")),
            );
      return node.name === "p:txBody" ? spoken(node, item, own, caps) : node;
    }),
  );
}

/** True for a text that stands where its placeholder has its own. */
const isPlaced = ({ frame }: TextItem, { area }: PlaceholderMark): boolean =>
  area !== undefined && frame.x === area.x && frame.y === area.y && frame.w === area.w && frame.h === area.h;

const boxed = (properties: Element): Element =>
  withChildren(properties, child(properties, "p:cNvPr"), el("p:cNvSpPr", { txBox: true }), el("p:nvPr"));

/** A text body that says all that its placeholder might say otherwise. */
function spoken(body: Element, item: TextItem, mark: PlaceholderMark | undefined, caps: boolean): Element {
  const { left, top, right, bottom } = item.insets;
  const placed = mark !== undefined && isPlaced(item, mark);
  const around = placed ? mark.insets : { left: 0, top: 0, right: 0, bottom: 0 };
  const inset = (own: number, layout: number): number | undefined =>
    placed && own === 0 ? undefined : own + layout;
  const properties = el(
    "a:bodyPr",
    {
      vert: "horz",
      wrap: "square",
      lIns: inset(left, around.left),
      tIns: inset(top, around.top),
      rIns: inset(right, around.right),
      bIns: inset(bottom, around.bottom),
      rtlCol: false,
      anchor: ANCHOR[item.anchor],
    },
    el("a:noAutofit"),
  );
  const paragraphs = elements(body).filter(({ name }) => name === "a:p");
  return withChildren(
    body,
    properties,
    child(body, "a:lstStyle"),
    mark === undefined ? paragraphs : paragraphs.map((paragraph) => spokenRuns(paragraph, caps)),
  );
}

/** A paragraph whose runs say that they are not bold, slanted, spaced or in capitals, where they are not. */
const spokenRuns = (element: Element, caps: boolean): Element => {
  if (element.name !== "a:rPr" && element.name !== "a:endParaRPr")
    return withChildren(
      element,
      element.children.map((node) => (typeof node === "string" ? node : spokenRuns(node, caps))),
    );
  const { lang, altLang, sz, b = "0", i = "0", ...others } = element.attributes;
  return el(
    element.name,
    { lang, altLang, sz, b, i, ...others, ...(caps ? {} : { cap: "none" }), spc: 0 },
    element.children,
  );
};
