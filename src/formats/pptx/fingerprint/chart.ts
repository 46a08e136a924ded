import { all, child, type Element, elements, textOf } from "../../../ooxml/xml.ts";
import { fillOf } from "./canonical-form.ts";
import { lettersIn } from "./words.ts";

/**
 * A chart as a person sees it: its kinds of plot, its numbers and names, its words, its scales and colours. PowerPoint
 * adds much to a chart part when it saves one; none of that is here. `drawing` is the shapes that lie in the chart.
 */
export function digestChart(part: Element, drawing: Element | undefined): string {
  const plot = all(part, "c:plotArea")[0];
  const kinds = plot === undefined ? [] : elements(plot).filter(({ name }) => /Chart$/.test(name));
  return [
    ...kinds.map((kind) => [kind.name, value(kind, "c:barDir"), value(kind, "c:grouping")].join(" ")),
    ...all(part, "c:ser").map(seriesSeen),
    ...all(part, "c:scaling").map((scaling) =>
      ["c:orientation", "c:max", "c:min"].map((each) => number(value(scaling, each))).join(" "),
    ),
    ...lettersIn(part),
    ...(drawing === undefined ? [] : lettersIn(drawing)),
  ].join("\n");
}

/** The names and numbers of a chart alone, a line a series, however it looks. */
export const digestNumbers = (part: Element): string =>
  all(part, "c:ser")
    .map((series) => pointsOf(series).join("|"))
    .sort()
    .join("\n");

const pointsOf = (series: Element): readonly string[] =>
  ["c:tx", "c:cat", "c:val", "c:xVal", "c:yVal", "c:bubbleSize"].map((name) => {
    const data = child(series, name);
    const texts = data === undefined ? [] : all(data, "c:pt");
    return texts.map((point) => `${point.attributes["idx"]}:${number(textOf(point))}`).join(" ");
  });

function seriesSeen(series: Element): string {
  const points = pointsOf(series);
  const shape = child(series, "c:spPr");
  const line = shape === undefined ? undefined : child(shape, "a:ln");
  return [...points, fillOf(shape), fillOf(line)].join("|");
}

const value = (parent: Element, name: string): string => child(parent, name)?.attributes["val"] ?? "";

/** Rounds a number to 12 significant digits, which survive a program that computes with doubles. */
const number = (text: string): string =>
  /^-?[\d.]+(e[+-]?\d+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text;
