import type {
  ChartContent,
  DeckContent,
  SeriesContent,
  ShapeContent,
  SlideContent,
  TextContent,
} from "../../../model/returned.ts";
import { budget, type ReadLimits } from "../../../ooxml/budget.ts";
import { RELATION } from "../../../ooxml/namespaces.ts";
import { all, child, descendant, type Element, elements, textOf } from "../../../ooxml/xml.ts";
import { authorsIn, commentsIn } from "../fingerprint/comments.ts";
import { notesIn, slidesIn } from "../fingerprint/digest.ts";
import { saverIn, wordPartsOf } from "../fingerprint/origin.ts";
import type { PackageParts } from "../fingerprint/parts.ts";
import { lettersIn, titleIn } from "../fingerprint/words.ts";

/**
 * Reads what people see and say in a deck, slide by slide, and who saved it. Runs are joined and paragraphs without words
 * left out, so that a deck that a program only saved reads the same.
 * @throws PackageError for what is no readable package, "size" for one that costs too much to read.
 */
export async function deckContent(deck: Uint8Array, limits?: Partial<ReadLimits>): Promise<DeckContent> {
  const parts = await wordPartsOf(deck, budget(limits));
  const authors = authorsIn(parts);
  return {
    by: saverIn(parts),
    slides: slidesIn(parts).flatMap(({ id, part }, n): readonly SlideContent[] => {
      const root = parts.element(part);
      if (root === undefined) return [];
      const relations = parts.relationships(part);
      const noted = relations.find(({ type }) => type === RELATION.notes)?.target;
      const notes = noted === undefined ? undefined : parts.element(noted);
      const target = (id: string): string => relations.find((one) => one.id === id)?.target ?? "";
      const tree = descendant(root, "p:cSld", "p:spTree");
      return [
        {
          id,
          number: n + 1,
          title: titleIn(root).trim(),
          hidden: ["0", "false"].includes(root.attributes["show"] ?? "1"),
          shapes: (tree === undefined ? [] : elements(tree)).flatMap((shape) =>
            shapesIn(shape, target, parts),
          ),
          notes: notes === undefined ? [] : worded(notesIn(notes)),
          comments: commentsIn(relations, parts, authors),
        },
      ];
    }),
  };
}

const worded = (paragraphs: readonly string[]): readonly string[] =>
  paragraphs.filter((text) => text.trim() !== "");

function shapesIn(
  shape: Element,
  target: (id: string) => string,
  parts: PackageParts,
): readonly ShapeContent[] {
  if (shape.name === "p:grpSp") return elements(shape).flatMap((inner) => shapesIn(inner, target, parts));
  if (shape.name === "mc:AlternateContent")
    // What newer programs show; the fallback is its picture.
    return elements(child(shape, "mc:Choice") ?? shape).flatMap((inner) => shapesIn(inner, target, parts));
  const identity = elements(shape).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  const about = identity === undefined ? undefined : child(identity, "p:cNvPr");
  if (identity === undefined || about === undefined || shape.name === "p:nvGrpSpPr") return [];
  const creation = all(about, "a16:creationId")[0]?.attributes["id"];
  const type = descendant(identity, "p:nvPr", "p:ph")?.attributes["type"];
  const transform = child(shape, "p:xfrm") ?? descendant(shape, "p:spPr", "a:xfrm");
  const place = transform === undefined ? undefined : placeOf(transform);
  const table = descendant(shape, "a:graphic", "a:graphicData", "a:tbl");
  const chart = descendant(shape, "a:graphic", "a:graphicData", "c:chart");
  const drawn = chart === undefined ? undefined : parts.element(target(chart.attributes["r:id"] ?? ""));
  return [
    {
      id: about.attributes["id"] ?? "",
      ...(creation === undefined ? {} : { creationId: creation.toUpperCase() }),
      name: about.attributes["name"] ?? "",
      ...(type === undefined ? {} : { placeholder: type === "ctrTitle" ? "title" : type }),
      kind:
        table !== undefined
          ? "table"
          : chart !== undefined
            ? "chart"
            : shape.name === "p:pic"
              ? "picture"
              : shape.name === "p:sp"
                ? "text"
                : "other",
      ...(place === undefined ? {} : { place }),
      texts: table === undefined ? textsIn(child(shape, "p:txBody")) : cellsIn(table),
      ...(drawn === undefined ? {} : { chart: chartIn(drawn) }),
    },
  ];
}

function placeOf(transform: Element): ShapeContent["place"] {
  const [offset, extent] = [child(transform, "a:off"), child(transform, "a:ext")];
  const length = (node: Element | undefined, name: string): number => Number(node?.attributes[name] ?? 0);
  return [length(offset, "x"), length(offset, "y"), length(extent, "cx"), length(extent, "cy")];
}

const textsIn = (body: Element | undefined): readonly TextContent[] =>
  body === undefined ? [] : [{ paragraphs: worded(lettersIn(body)) }];

const cellsIn = (table: Element): readonly TextContent[] =>
  all(table, "a:tr").flatMap((row, r) =>
    elements(row)
      .filter(({ name }) => name === "a:tc")
      .map((cell, c): TextContent => {
        const body = child(cell, "a:txBody");
        return { cell: [r, c], paragraphs: body === undefined ? [] : worded(lettersIn(body)) };
      })
      // The cells that a wide one covers are there, and hold nothing.
      .filter((_, c) => !isCovered(elements(row).filter(({ name }) => name === "a:tc")[c])),
  );

const isCovered = (cell: Element | undefined): boolean =>
  ["1", "true"].includes(cell?.attributes["hMerge"] ?? "") ||
  ["1", "true"].includes(cell?.attributes["vMerge"] ?? "");

const chartIn = (part: Element): ChartContent => ({
  series: all(part, "c:ser").map((series): SeriesContent => {
    const points = (name: string): readonly (readonly [number, string])[] => {
      const data = child(series, name);
      return (data === undefined ? [] : all(data, "c:pt")).map(
        (point) => [Number(point.attributes["idx"]), textOf(child(point, "c:v") ?? point)] as const,
      );
    };
    const numbers = [...points("c:val"), ...points("c:yVal")];
    return {
      name: points("c:tx")
        .map(([, text]) => text)
        .join(" "),
      categories: Object.fromEntries([...points("c:cat"), ...points("c:xVal")]),
      values: Object.fromEntries(
        numbers.flatMap(([index, text]) => {
          // 12 significant digits survive a program that computes with doubles.
          const value = Number(Number(text).toPrecision(12));
          return Number.isFinite(value) && text.trim() !== "" ? [[index, value] as const] : [];
        }),
      ),
    };
  }),
});
