import { type Frame, frame } from "../base/geometry.ts";
import { all, child, descendant, type Element } from "../ooxml/xml.ts";
import { colourIn, type Palette, type Seen } from "./colour.ts";
import { type ThemePart, typeface } from "./theme-part.ts";

/** A placeholder of a layout, with what it inherits from its master. */
export interface Holder {
  /** Type as the layout writes it, with the default of the format: "obj". */
  readonly type: string;
  readonly idx?: number;
  readonly name: string;
  /** Undefined where neither layout nor master gives it a place. */
  readonly frame?: Frame;
  readonly text: HolderText;
}

/** Text of a placeholder's first level. */
export interface HolderText {
  /** In pt. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly caps: boolean;
  readonly colour?: Seen;
  /** Typeface as the part names it, "+mj-lt" or "Arial", and as it is. */
  readonly named?: string;
  readonly family?: string;
  readonly align: "left" | "center" | "right";
  readonly anchor: "top" | "middle" | "bottom";
  readonly lineSpacing: number;
  /** In EMU. */
  readonly insets: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly vertical: boolean;
}

/** The type whose placeholder on the master a layout's one inherits from. */
const INHERITS: Readonly<Record<string, string>> = {
  ctrTitle: "title",
  subTitle: "body",
  obj: "body",
  pic: "body",
  chart: "body",
  tbl: "body",
  dgm: "body",
  media: "body",
  clipArt: "body",
};

export const placeholderOf = (shape: Element): Element | undefined =>
  ["p:nvSpPr", "p:nvPicPr", "p:nvGraphicFramePr", "p:nvCxnSpPr"]
    .map((name) => descendant(shape, name, "p:nvPr", "p:ph"))
    .find((found) => found !== undefined);

const typeOf = (ph: Element): string => ph.attributes["type"] ?? "obj";

export interface MasterText {
  readonly theme: ThemePart;
  readonly palette: Palette;
  /** p:txStyles of the master. */
  readonly styles?: Element;
  /** p:defaultTextStyle of the presentation. */
  readonly defaults?: Element;
}

/** The shapes of a part that are placeholders. */
export const placeholderShapes = (root: Element): readonly Element[] =>
  all(root, "p:sp").filter((shape) => placeholderOf(shape) !== undefined);

/** The placeholders of a layout or master, in document order; `above` are those of the master, for a layout. */
export function holdersOf(tree: Element, above: readonly Element[], text: MasterText): readonly Holder[] {
  return all(tree, "p:sp").flatMap((shape) => {
    const ph = placeholderOf(shape);
    if (ph === undefined) return [];
    const type = typeOf(ph);
    const from = above.find((one) => {
      const other = placeholderOf(one);
      return other !== undefined && sameKind(typeOf(other), INHERITS[type] ?? type);
    });
    const chain = from === undefined ? [shape] : [shape, from];
    const place = chain.map(frameOf).find((found) => found !== undefined);
    const idx = Number.parseInt(ph.attributes["idx"] ?? "", 10);
    return [
      {
        type,
        ...(Number.isInteger(idx) && idx >= 0 && idx <= 0xffffffff ? { idx } : {}),
        name: descendant(shape, "p:nvSpPr", "p:cNvPr")?.attributes["name"] ?? "",
        ...(place === undefined ? {} : { frame: place }),
        text: textOf(chain, INHERITS[type] ?? type, text),
      },
    ];
  });
}

const sameKind = (one: string, wanted: string): boolean => (INHERITS[one] ?? one) === wanted;

/** No place of a shape is as far from the slide as this: 90 inches, in EMU. */
const FARTHEST = 82_296_000;

export function frameOf(shape: Element): Frame | undefined {
  const transform = descendant(shape, "p:spPr", "a:xfrm") ?? child(shape, "p:xfrm");
  const off = transform && child(transform, "a:off");
  const ext = transform && child(transform, "a:ext");
  if (off === undefined || ext === undefined) return undefined;
  const [x, y, w, h] = [
    off.attributes["x"],
    off.attributes["y"],
    ext.attributes["cx"],
    ext.attributes["cy"],
  ].map(Number);
  if ([x, y, w, h].some((value) => !(Math.abs(value ?? Number.NaN) < FARTHEST))) return undefined;
  return frame(x ?? 0, y ?? 0, w ?? 0, h ?? 0);
}

const ALIGN: Readonly<Record<string, HolderText["align"]>> = { ctr: "center", r: "right" };
const ANCHOR: Readonly<Record<string, HolderText["anchor"]>> = { t: "top", ctr: "middle", b: "bottom" };

/** The style of the first level: list styles of the shapes, then the master's, then the presentation's. */
function textOf(chain: readonly Element[], kind: string, master: MasterText): HolderText {
  const style = kind === "title" ? "p:titleStyle" : kind === "body" ? "p:bodyStyle" : "p:otherStyle";
  const lists = [
    ...chain.map((shape) => descendant(shape, "p:txBody", "a:lstStyle")),
    master.styles && child(master.styles, style),
    master.defaults,
  ];
  const paragraphs = lists.flatMap((list) => (list && child(list, "a:lvl1pPr")) ?? []);
  const runs = paragraphs.flatMap((paragraph) => child(paragraph, "a:defRPr") ?? []);
  const bodies = chain.flatMap((shape) => descendant(shape, "p:txBody", "a:bodyPr") ?? []);
  const first = <T>(list: readonly Element[], read: (element: Element) => T | undefined): T | undefined => {
    for (const element of list) {
      const found = read(element);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const attribute = (list: readonly Element[], name: string): string | undefined =>
    first(list, ({ attributes }) => attributes[name]);
  const size = Number(attribute(runs, "sz"));
  const named = first(runs, (run) => child(run, "a:latin")?.attributes["typeface"]);
  const family = typeface(master.theme, named);
  const colour = first(runs, (run) => colourIn(child(run, "a:solidFill"), master.palette));
  const anchor = attribute(bodies, "anchor");
  const inset = (name: string, usual: number): number => {
    const value = Number(attribute(bodies, name) ?? usual);
    return Number.isFinite(value) ? value : usual;
  };
  const spacing = first(
    paragraphs,
    (paragraph) => descendant(paragraph, "a:lnSpc", "a:spcPct")?.attributes["val"],
  );
  return {
    size: Number.isFinite(size) && size > 0 ? size / 100 : 18,
    bold: on(attribute(runs, "b")),
    italic: on(attribute(runs, "i")),
    caps: attribute(runs, "cap") === "all",
    ...(colour === undefined ? {} : { colour }),
    ...(named === undefined ? {} : { named }),
    ...(family === undefined ? {} : { family }),
    align: ALIGN[attribute(paragraphs, "algn") ?? ""] ?? "left",
    anchor: ANCHOR[anchor ?? ""] ?? "top",
    lineSpacing: percent(spacing) ?? 1,
    insets: {
      left: inset("lIns", 91_440),
      top: inset("tIns", 45_720),
      right: inset("rIns", 91_440),
      bottom: inset("bIns", 45_720),
    },
    vertical: !["horz", undefined].includes(attribute(bodies, "vert")),
  };
}

const on = (value: string | undefined): boolean => value === "1" || value === "true";

function percent(text: string | undefined): number | undefined {
  const value = Number.parseFloat(text ?? "");
  if (!Number.isFinite(value) || value <= 0) return undefined;
  return text?.endsWith("%") ? value / 100 : value / 100_000;
}
