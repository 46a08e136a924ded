import type { Frame } from "../../../base/geometry.ts";
import { emu, emuToPt, ptToEmu } from "../../../base/units.ts";
import type { Item, Page, Pages, TextItem } from "../../../model/page.ts";
import { inCapitals, measureText } from "../../../text/index.ts";
import type { ResolvedTheme } from "../../../theme/theme.ts";
import { draftPlace } from "../../page/draft.ts";
import { cornerRadius, DESCENT } from "../../page/measures.ts";
import { chartPicture, isPicture } from "../../page/pictures.ts";
import { wornBy } from "../../page/worn.ts";
import { chartNodes } from "../chart/index.ts";
import { hex, pen } from "../color.ts";
import type { DisplayList, DisplayNode, Group, GroupKind, PathNode, TextLine } from "../list.ts";
import { rectangle } from "../path.ts";
import { geometryPath, shapeNodes } from "../shape.ts";
import { baseline, frameBox, setParagraphs } from "../text.ts";
import { groundNodes, paperOf } from "./ground.ts";
import { tableNodes } from "./table.ts";

/**
 * Everything on a page, back to front and in reading order, with what the slide's layout and master put there. Charts
 * are marks, but pictures (see `picturesOf`) where `charts` or they themselves ask for that; left out, all are marks.
 */
export function displayListOf(
  page: Page,
  pages: Pages,
  look: ResolvedTheme,
  charts?: "native" | "picture",
): DisplayList {
  const own = look.on(page.layout);
  const ground = look.grounds[page.layout];
  const size = { w: emuToPt(pages.width), h: emuToPt(pages.height) };
  return {
    id: page.id,
    number: page.number,
    title: page.title,
    width: size.w,
    height: size.h,
    paper: ground === undefined ? hex(own, "paper") : paperOf(ground, hex(own, "paper")),
    language: pages.language,
    from: page.from,
    nodes: [
      ...(ground === undefined ? ornaments(page, own) : groundNodes(ground, size, own, pages.language)),
      ...page.items.map((item, index) =>
        charts !== undefined && isPicture(item, charts)
          ? pictureGroup(item, page, chartPicture(page.number, index))
          : itemGroup(item, page, own),
      ),
      ...draftMark(pages, page, own),
    ],
  };
}

function commonOf(item: Item, page: Page) {
  const from = item.from ?? page.from[0];
  return {
    type: "group" as const,
    ...(from === undefined ? {} : { from }),
    ...(item.alt === undefined || item.alt === "" ? {} : { label: item.alt }),
  };
}

const pictureGroup = (item: Item, page: Page, file: string): Group => ({
  ...commonOf(item, page),
  kind: item.type === "chart" ? "chart" : "picture",
  children: [
    {
      type: "image",
      box: frameBox(item.frame),
      file,
      ...(item.type === "picture" && item.orientation !== undefined ? { orientation: item.orientation } : {}),
    },
  ],
});

function itemGroup(item: Item, page: Page, look: ResolvedTheme): Group {
  const common = commonOf(item, page);
  switch (item.type) {
    case "text": {
      const kind = item.mark === true ? "mark" : item.placeholder === "title" ? "title" : "text";
      return { ...common, ...linkOf(item), kind, children: textNodes(item, look) };
    }
    case "shape": {
      const kind: GroupKind =
        item.decorative || item.alt === undefined || item.alt === "" ? "ornament" : "figure";
      return { ...common, ...linkOf(item), kind, children: shapeNodes(item, look) };
    }
    case "table":
      return { ...common, kind: "table", children: tableNodes(item, look) };
    case "chart":
      return { ...common, kind: "chart", children: chartNodes(item.chart, frameBox(item.frame), look) };
    case "picture":
      return pictureGroup(item, page, item.file);
  }
}

const linkOf = (item: { readonly to?: string; readonly tip?: string; readonly frame: Frame }) => ({
  ...(item.to === undefined ? {} : { to: item.to, box: frameBox(item.frame) }),
  ...(item.tip === undefined ? {} : { tip: item.tip }),
});

function textNodes(item: TextItem, given: ResolvedTheme): readonly DisplayNode[] {
  const look = wornBy(item, given);
  const box = frameBox(item.frame);
  const geometry = item.geometry === undefined || item.geometry === "line" ? "rect" : item.geometry;
  const ground: PathNode = {
    type: "path",
    d: geometryPath(geometry, box, cornerRadius(item.frame)),
    box,
    ...(item.fill === undefined ? {} : { fill: { colour: hex(look, item.fill), pattern: "solid" } }),
    ...(item.line === undefined ? {} : { pen: pen(look, item.line) }),
  };
  // The layouts keep text that stands on the bottom of its placeholder a little above it.
  const raised = item.placeholder !== undefined && item.anchor === "bottom" && item.insets.bottom === 0;
  const insets = raised ? { ...item.insets, bottom: emu(DESCENT) } : item.insets;
  const { frame: at, anchor } = item;
  return [
    ...(ground.fill === undefined && ground.pen === undefined ? [] : [ground]),
    ...setParagraphs(item.paragraphs, { frame: at, insets, anchor }, look).map((line) =>
      look.role(item.role).caps === true ? capitalised(line) : line,
    ),
  ];
}

const capitalised = (line: TextLine): TextLine => ({
  ...line,
  pieces: line.pieces.map((piece) => ({ ...piece, text: inCapitals(piece.text) })),
});

/** Ornaments of a slide layout and the logo: all that it draws besides its placeholders. */
const ornaments = (page: Page, look: ResolvedTheme): readonly Group[] => [
  ...ruled(page, look),
  ...[look.frames[page.layout].logo].flatMap((logo): readonly Group[] =>
    logo === undefined
      ? []
      : [
          {
            ...{ type: "group", kind: "ornament" },
            children: [{ type: "image", box: frameBox(logo.frame), file: logo.file }],
          },
        ],
  ),
];

const ruled = (page: Page, look: ResolvedTheme): readonly Group[] =>
  look.frames[page.layout].ornaments.map(({ frame: at, ink }) => {
    const box = frameBox(at);
    const fill = { colour: hex(look, ink), pattern: "solid" as const };
    return { type: "group", kind: "ornament", children: [{ type: "path", d: rectangle(box), box, fill }] };
  });

/** The stamp of a draft, as the slide master draws it. */
function draftMark({ properties }: Pages, page: Page, look: ResolvedTheme): readonly Group[] {
  if (!properties.draft || properties.draftWord === "") return [];
  const { size } = look.role("label");
  const face = { family: look.fonts.body.family, bold: true, italic: false };
  const text = properties.draftWord;
  const w = Math.max(48, (text.length + 3) * size * 0.6, measureText(text, face, size));
  const at = draftPlace(look, page.layout, { w: ptToEmu(w), h: ptToEmu(size * 1.2 + 4) });
  if (at === undefined) return [];
  const box = frameBox(at);
  const colour = hex(look, "bad");
  const border: PathNode = {
    type: "path",
    d: rectangle(box),
    box,
    pen: pen(look, { ink: "bad", width: 0.75 }),
  };
  const y = baseline(box.y + box.h / 2, size, face.family);
  const pieces = [{ text, face, size, colour }];
  return [
    {
      type: "group",
      kind: "text",
      children: [
        border,
        { type: "textLine", x: box.x + w / 2, y, align: "center", pieces, rightToLeft: false },
      ],
    },
  ];
}
