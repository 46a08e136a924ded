import { pt } from "../base/units.ts";
import { child, descendant, type Element, elements, textOf } from "../ooxml/xml.ts";
import type { GroundParagraph, GroundShape } from "../theme/ground.ts";
import { colourIn } from "./colour.ts";
import type { Drawn } from "./open.ts";
import { typeface } from "./theme-part.ts";

type Place = Pick<GroundShape, "name" | "frame" | "rotation" | "flipHorizontal" | "flipVertical">;
type Text = Extract<GroundShape, { type: "text" }>;

const ALIGN: Readonly<Record<string, "left" | "center" | "right">> = { ctr: "center", r: "right" };
const ANCHOR: Readonly<Record<string, "top" | "middle" | "bottom">> = { ctr: "middle", b: "bottom" };

/** Words that a shape of a master or layout shows on every slide; undefined where it has none. */
export function textShapeOf(node: Element, place: Place, drawn: Drawn): Text | undefined {
  const body = child(node, "p:txBody");
  if (body === undefined) return undefined;
  const paragraphs = elements(body)
    .filter(({ name }) => name === "a:p")
    .map((paragraph) => paragraphOf(paragraph, body, node, drawn));
  if (paragraphs.every(({ runs }) => runs.every(({ text }) => text.trim() === ""))) return undefined;
  const properties = child(body, "a:bodyPr");
  const inset = (name: string, usual: number): number => {
    const value = Number(properties?.attributes[name] ?? usual);
    return Number.isFinite(value) ? value : usual;
  };
  // A flipped shape keeps its words as they are.
  const { flipHorizontal: _, flipVertical: __, ...kept } = place;
  return {
    ...kept,
    type: "text",
    paragraphs,
    anchor: ANCHOR[properties?.attributes["anchor"] ?? ""] ?? "top",
    insets: {
      left: inset("lIns", 91_440),
      top: inset("tIns", 45_720),
      right: inset("rIns", 91_440),
      bottom: inset("bIns", 45_720),
    },
  };
}

function paragraphOf(paragraph: Element, body: Element, node: Element, drawn: Drawn): GroundParagraph {
  const properties = child(paragraph, "a:pPr");
  const level = Math.min(8, Math.max(0, Number(properties?.attributes["lvl"] ?? 0) || 0)) + 1;
  const list = descendant(body, "a:lstStyle", `a:lvl${level}pPr`);
  const styles = [properties, list].filter((one) => one !== undefined);
  const align = styles.map((one) => one.attributes["algn"]).find((one) => one !== undefined);
  const defaults = [properties, list].flatMap((one) => (one && child(one, "a:defRPr")) ?? []);
  const font = descendant(node, "p:style", "a:fontRef");
  const runs = elements(paragraph).flatMap((run) => {
    if (run.name === "a:br") return [runOf("\n", child(run, "a:rPr"), defaults, font, drawn)];
    // The number of the slide and the date are fields; the words between them stand for nothing.
    if (run.name !== "a:r") return [];
    const text = child(run, "a:t");
    return [runOf(text === undefined ? "" : textOf(text), child(run, "a:rPr"), defaults, font, drawn)];
  });
  return { align: ALIGN[align ?? ""] ?? "left", runs };
}

function runOf(
  text: string,
  own: Element | undefined,
  defaults: readonly Element[],
  font: Element | undefined,
  drawn: Drawn,
): GroundParagraph["runs"][number] {
  const chain = own === undefined ? defaults : [own, ...defaults];
  const attribute = (name: string): string | undefined =>
    chain.map(({ attributes }) => attributes[name]).find((value) => value !== undefined);
  const on = (name: string): boolean => ["1", "true"].includes(attribute(name) ?? "0");
  const size = Number(attribute("sz") ?? 1_800) / 100;
  const colour = chain
    .map((one) => colourIn(child(one, "a:solidFill"), drawn.palette))
    .find((one) => one !== undefined);
  const named = chain
    .map((one) => child(one, "a:latin")?.attributes["typeface"])
    .find((one) => one !== undefined);
  const theme = font?.attributes["idx"] === "major" ? drawn.theme.fonts.major : drawn.theme.fonts.minor;
  return {
    text: attribute("cap") === "all" ? text.toUpperCase() : text,
    size: pt(Number.isFinite(size) && size > 0 ? size : 18),
    hex: colour?.hex ?? colourIn(font, drawn.palette)?.hex ?? drawn.palette["tx1"] ?? "000000",
    bold: on("b"),
    italic: on("i"),
    family: typeface(drawn.theme, named) ?? theme.latin,
  };
}
