import { storedBox, uprightBy } from "../../base/orientation.ts";
import type { JsonPath } from "../../model/figures.ts";
import {
  type DisplayList,
  type DisplayNode,
  type Fill,
  type Gradient,
  type Group,
  type GroupKind,
  type Image,
  lineText,
  nodesOf,
  type PathNode,
  type StrokeStyle,
  type TextLine,
  type TextSpan,
  type Turn,
} from "../display/list.ts";
import { HATCH, length } from "../display/path.ts";
import { embedded } from "./embed.ts";
import { fontList } from "./font-faces.ts";
import { tag, textMarkup } from "./markup.ts";

export interface SvgContext {
  /** Address of a page of the deck. */
  readonly page: (id: string) => string;
  /** A picture as a data: address, or one that is an SVG itself. */
  readonly picture: (file: string) => string | Uint8Array;
  /**
   * document: a file of its own, with size and title. part: inside an HTML page that has the title as a heading, so the
   * title on the slide is hidden from screen readers, which would read it twice.
   */
  readonly as: "document" | "part";
  /** Rules of CSS that bring fonts along. */
  readonly fontFaces?: string;
}

/**
 * A page as one SVG element. Same display list, same text: no ids but those derived from the page's number. Every group
 * has data-path, the JSON path (as a JSON array) of what it shows in the bundle.
 */
export function drawSvg(list: DisplayList, context: SvgContext): string {
  const width = length(list.width);
  const height = length(list.height);
  const whole = context.as === "document";
  const ids = `p${list.number}`;
  const pen: StrokeContext = { ids, context, ...definedIn(list.nodes, ids) };
  return tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      ...(whole ? { width: `${width}pt`, height: `${height}pt` } : {}),
      viewBox: `0 0 ${width} ${height}`,
      // Letters as wide as they were measured, not rounded to whole pixels.
      "text-rendering": "geometricPrecision",
      lang: list.language,
      role: "group",
      ...(whole ? { "aria-labelledby": `${ids}-title` } : { "aria-label": list.title, class: "slide" }),
      "data-page": list.id,
      "data-paths": JSON.stringify(list.from),
    },
    whole ? tag("title", { id: `${ids}-title` }, textMarkup(list.title)) : "",
    context.fontFaces === undefined || context.fontFaces === ""
      ? ""
      : tag("style", {}, textMarkup(context.fontFaces)),
    definitions(pen),
    tag("rect", { width, height, fill: list.paper }),
    ...list.nodes.map((node) => drawNode(node, pen)),
  );
}

interface StrokeContext {
  readonly ids: string;
  readonly context: SvgContext;
  /** Id of the pattern of each hatched colour. */
  readonly hatches: ReadonlyMap<string, Hatch>;
  readonly gradients: ReadonlyMap<Gradient, string>;
  /** Ids of the shapes that pictures are cut to, by their path data. */
  readonly clips: ReadonlyMap<string, string>;
}

/** Nodes that lead nowhere as elements of an SVG, with the patterns that they are filled with. */
export function drawNodes(
  nodes: readonly DisplayNode[],
  ids: string,
  picture: SvgContext["picture"],
): string {
  const context: SvgContext = { page: (id) => `#${id}`, picture, as: "part" };
  const pen: StrokeContext = { ids, context, ...definedIn(nodes, ids) };
  return [definitions(pen), ...nodes.map((node) => drawNode(node, pen))].join("");
}

/** The pattern of a hatch: its id in the file, and the colour between its lines. */
interface Hatch {
  readonly id: string;
  readonly paper: string;
}

type Defined = Pick<StrokeContext, "hatches" | "gradients" | "clips">;

function definedIn(nodes: readonly DisplayNode[], ids: string): Defined {
  const hatches = new Map<string, Hatch>();
  const gradients = new Map<Gradient, string>();
  const clips = new Map<string, string>();
  for (const node of nodesOf(nodes)) {
    const fill = node.type === "path" ? node.fill : undefined;
    if (fill?.pattern === "hatch" && !hatches.has(fill.colour))
      hatches.set(fill.colour, { id: `${ids}-hatch-${hatches.size + 1}`, paper: fill.paper });
    if (fill?.pattern === "gradient") gradients.set(fill, `${ids}-gradient-${gradients.size + 1}`);
    if (node.type === "image" && node.clip !== undefined && !clips.has(node.clip))
      clips.set(node.clip, `${ids}-clip-${clips.size + 1}`);
  }
  return { hatches, gradients, clips };
}

function definitions({ hatches, gradients, clips }: Defined): string {
  if (hatches.size + gradients.size + clips.size === 0) return "";
  const side = HATCH.pitch;
  const d = [-side, 0, side]
    .map((shift) => `M${shift - side} ${2 * side}L${shift + 2 * side} ${-side}`)
    .join("");
  return tag(
    "defs",
    {},
    ...[...hatches].map(([colour, { id, paper }]) =>
      tag(
        "pattern",
        { id, width: side, height: side, patternUnits: "userSpaceOnUse" },
        tag("rect", { width: side, height: side, fill: paper }),
        tag("path", { d, stroke: colour, "stroke-width": HATCH.width }),
      ),
    ),
    ...[...gradients].map(([{ from, to, stops }, id]) =>
      tag(
        "linearGradient",
        {
          ...{ id, gradientUnits: "userSpaceOnUse" },
          ...{ x1: length(from.x), y1: length(from.y), x2: length(to.x), y2: length(to.y) },
        },
        ...stops.map(({ at, colour, opacity }) =>
          tag("stop", { offset: at, "stop-color": colour, "stop-opacity": opacity }),
        ),
      ),
    ),
    ...[...clips].map(([d, id]) => tag("clipPath", { id }, tag("path", { d }))),
  );
}

function drawNode(node: DisplayNode, pen: StrokeContext): string {
  switch (node.type) {
    case "group":
      return drawGroup(node, pen);
    case "path":
      return drawPath(node, pen);
    case "textLine":
      return drawWords(node, pen);
    case "image":
      return drawImage(node, pen);
  }
}

/** Roles of groups for screen readers (SVG Accessibility API Mappings; WAI-ARIA 1.2 for the roles of tables). */
const ROLES: Readonly<Partial<Record<GroupKind, string>>> = {
  figure: "img",
  chart: "img",
  picture: "img",
  table: "table",
  row: "row",
  cell: "cell",
  columnHeader: "columnheader",
  rowHeader: "rowheader",
};

function drawGroup(group: Group, pen: StrokeContext): string {
  const { kind, label } = group;
  const hidden = kind === "ornament" || kind === "mark" || (kind === "title" && pen.context.as === "part");
  // Whatever has a role of its own is named; the words of a text speak for themselves.
  const named = ROLES[kind] !== undefined && label !== undefined;
  const drawn = tag(
    "g",
    {
      ...(group.to === undefined ? { "data-path": pathOf(group.from) } : {}),
      "data-kind": kind === "row" || kind === "cell" ? undefined : kind,
      role: hidden ? undefined : ROLES[kind],
      "aria-hidden": hidden ? "true" : undefined,
      "aria-label": named && !hidden ? label : undefined,
      "aria-colspan": group.span,
      transform: group.turn === undefined ? undefined : turnOf(group.turn),
    },
    // A table is no picture: its name is said, but no tooltip covers its cells.
    named && kind !== "table" && !hidden ? tag("title", {}, textMarkup(label)) : "",
    ...group.children.map((node) => drawNode(node, pen)),
  );
  if (group.to === undefined) return drawn;
  // The whole box can be hit, also between the letters.
  const { x, y, w, h } = group.box ?? { x: 0, y: 0, w: 0, h: 0 };
  const name = group.tip ?? label;
  return tag(
    "a",
    { href: pen.context.page(group.to), "aria-label": name, "data-path": pathOf(group.from) },
    name === undefined ? "" : tag("title", {}, textMarkup(name)),
    tag("rect", {
      x: length(x),
      y: length(y),
      width: length(w),
      height: length(h),
      fill: "#FFFFFF",
      "fill-opacity": 0,
    }),
    drawn,
  );
}

const turnOf = ({ x, y, degrees, mirrored, upended }: Turn): string =>
  `translate(${length(x)} ${length(y)}) rotate(${length(degrees)})${mirrored || upended ? ` scale(${mirrored ? -1 : 1} ${upended ? -1 : 1})` : ""} translate(${length(-x)} ${length(-y)})`;

const pathOf = (path: JsonPath | undefined): string | undefined =>
  path === undefined ? undefined : JSON.stringify(path);

function drawPath(outline: PathNode, pen: StrokeContext): string {
  const { d, fill } = outline;
  const opacity = fill?.pattern === "solid" ? fill.opacity : undefined;
  return tag("path", { d, fill: fillOf(fill, pen), "fill-opacity": opacity, ...strokeOf(outline.pen) });
}

function fillOf(fill: Fill | undefined, { hatches, gradients }: StrokeContext): string {
  if (fill === undefined) return "none";
  if (fill.pattern === "gradient") return `url(#${gradients.get(fill) ?? ""})`;
  return fill.pattern === "solid" ? fill.colour : `url(#${hatches.get(fill.colour)?.id ?? ""})`;
}

const strokeOf = (pen: StrokeStyle | undefined) =>
  pen === undefined
    ? {}
    : {
        stroke: pen.colour,
        "stroke-width": length(pen.width),
        "stroke-dasharray": pen.dash.length > 0 ? pen.dash.map(length).join(" ") : undefined,
        "stroke-linecap": pen.cap === "round" ? "round" : undefined,
        "stroke-linejoin": "round",
      };

const ANCHORS = { left: "start", center: "middle", right: "end" } as const;
/** With the text running the other way, its start is at the right (SVG 2, 11.11.3). */
const ANCHORS_BACK = { left: "end", center: "middle", right: "start" } as const;

function drawWords(line: TextLine, pen: StrokeContext): string {
  const { x, y, pieces } = line;
  const [first] = pieces;
  if (first === undefined) return "";
  const anchor = (line.rightToLeft ? ANCHORS_BACK : ANCHORS)[line.align];
  const contents =
    pieces.length === 1 && first.href === undefined && first.to === undefined
      ? textMarkup(first.text)
      : pieces.map((piece) => drawPiece(piece, first, pen)).join("");
  return tag(
    "text",
    {
      x: length(x),
      y: length(y),
      ...fontOf(first),
      "text-anchor": anchor === "start" ? undefined : anchor,
      direction: line.rightToLeft ? "rtl" : undefined,
      transform: line.upward ? `rotate(-90 ${length(x)} ${length(y)})` : undefined,
      "aria-hidden": line.mark ? "true" : undefined,
      // Spaces between runs of one line are part of it.
      "xml:space": /^\s|\s$|\s\s/.test(lineText(line)) || pieces.length > 1 ? "preserve" : undefined,
    },
    contents,
  );
}

const fontOf = ({ face, size, colour }: TextSpan) => ({
  "font-family": fontList(face.family),
  "font-size": length(size),
  "font-weight": face.bold ? "bold" : undefined,
  "font-style": face.italic ? "italic" : undefined,
  fill: colour,
});

function drawPiece(piece: TextSpan, first: TextSpan, pen: StrokeContext): string {
  const base = fontOf(first);
  const own = fontOf(piece);
  const span = tag(
    "tspan",
    {
      "font-family": own["font-family"] === base["font-family"] ? undefined : own["font-family"],
      "font-size": own["font-size"] === base["font-size"] ? undefined : own["font-size"],
      "font-weight": piece.face.bold === first.face.bold ? undefined : piece.face.bold ? "bold" : "normal",
      "font-style":
        piece.face.italic === first.face.italic ? undefined : piece.face.italic ? "italic" : "normal",
      fill: piece.colour === first.colour ? undefined : piece.colour,
      "text-decoration": piece.href !== undefined || piece.to !== undefined ? "underline" : undefined,
    },
    textMarkup(piece.text),
  );
  if (piece.to !== undefined) return tag("a", { href: pen.context.page(piece.to) }, span);
  return piece.href === undefined ? span : tag("a", { href: piece.href, rel: "noreferrer" }, span);
}

function drawImage(drawn: Image, pen: StrokeContext): string {
  const { clip } = drawn;
  const picture = drawPicture(drawn, pen);
  return clip === undefined
    ? picture
    : tag("g", { "clip-path": `url(#${pen.clips.get(clip) ?? ""})` }, picture);
}

function drawPicture(
  { box, file, opacity, orientation = 1 }: Image,
  { context, ids }: StrokeContext,
): string {
  const picture = context.picture(file);
  if (typeof picture !== "string") return embedded(picture, box, `${ids}-${file.replace(/\W/g, "")}-`);
  const { x, y, w, h } = storedBox(box, orientation);
  const { flip, degrees } = uprightBy(orientation);
  const [middle, centre] = [length(box.x + box.w / 2), length(box.y + box.h / 2)];
  return tag("image", {
    x: length(x),
    y: length(y),
    width: length(w),
    height: length(h),
    opacity,
    transform:
      orientation === 1
        ? undefined
        : `translate(${middle} ${centre}) rotate(${degrees})${flip ? " scale(-1 1)" : ""} translate(${-middle} ${-centre})`,
    preserveAspectRatio: "none",
    href: picture,
  });
}
