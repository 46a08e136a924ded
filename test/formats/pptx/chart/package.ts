import { ptToEmu } from "../../../../src/base/units.ts";
import { writeChart } from "../../../../src/formats/pptx/chart/index.ts";
import type { PlacedChart } from "../../../../src/model/placed.ts";
import { CONTENT, NS, RELATION, ROOT } from "../../../../src/ooxml/namespaces.ts";
import { type Part, type Relationship, writePackage } from "../../../../src/ooxml/package.ts";
import { type Element, el } from "../../../../src/ooxml/xml.ts";
import type { ResolvedTheme } from "../../../../src/theme/theme.ts";

const WIDTH = 12_192_000;
const HEIGHT = 6_858_000;

/** The smallest deck that PowerPoint opens, with one chart on each slide. */
export function chartDeck(charts: readonly PlacedChart[], look: ResolvedTheme): Uint8Array {
  const parts: Part[] = [
    {
      name: "/ppt/presentation.xml",
      type: CONTENT.presentation,
      content: el(
        "p:presentation",
        ROOT,
        el("p:sldMasterIdLst", {}, el("p:sldMasterId", { id: 2147483648, "r:id": "rId1" })),
        el(
          "p:sldIdLst",
          {},
          charts.map((_, i) => el("p:sldId", { id: 256 + i, "r:id": `rId${i + 3}` })),
        ),
        el("p:sldSz", { cx: WIDTH, cy: HEIGHT }),
        el("p:notesSz", { cx: HEIGHT, cy: WIDTH }),
      ),
      relationships: [
        relation(1, RELATION.master, "/ppt/slideMasters/slideMaster1.xml"),
        relation(2, RELATION.theme, "/ppt/theme/theme1.xml"),
        ...charts.map((_, i) => relation(i + 3, RELATION.slide, `/ppt/slides/slide${i + 1}.xml`)),
      ],
    },
    {
      name: "/ppt/slideMasters/slideMaster1.xml",
      type: CONTENT.master,
      content: el(
        "p:sldMaster",
        ROOT,
        el(
          "p:cSld",
          {},
          el("p:bg", {}, el("p:bgRef", { idx: 1001 }, el("a:schemeClr", { val: "bg1" }))),
          tree([]),
        ),
        el("p:clrMap", {
          bg1: "lt1",
          tx1: "dk1",
          bg2: "lt2",
          tx2: "dk2",
          accent1: "accent1",
          accent2: "accent2",
          accent3: "accent3",
          accent4: "accent4",
          accent5: "accent5",
          accent6: "accent6",
          hlink: "hlink",
          folHlink: "folHlink",
        }),
        el("p:sldLayoutIdLst", {}, el("p:sldLayoutId", { id: 2147483649, "r:id": "rId1" })),
        el("p:txStyles", {}, el("p:titleStyle"), el("p:bodyStyle"), el("p:otherStyle")),
      ),
      relationships: [
        relation(1, RELATION.layout, "/ppt/slideLayouts/slideLayout1.xml"),
        relation(2, RELATION.theme, "/ppt/theme/theme1.xml"),
      ],
    },
    {
      name: "/ppt/slideLayouts/slideLayout1.xml",
      type: CONTENT.layout,
      content: el(
        "p:sldLayout",
        { ...ROOT, type: "blank" },
        el("p:cSld", { name: "Blank" }, tree([])),
        mapping(),
      ),
      relationships: [relation(1, RELATION.master, "/ppt/slideMasters/slideMaster1.xml")],
    },
    { name: "/ppt/theme/theme1.xml", type: CONTENT.theme, content: theme(look) },
    {
      name: "/docProps/core.xml",
      type: CONTENT.core,
      content: el(
        "cp:coreProperties",
        { "xmlns:cp": NS.core, "xmlns:dc": "http://purl.org/dc/elements/1.1/" },
        el("dc:title", {}, "Charts"),
      ),
    },
    { name: "/docProps/app.xml", type: CONTENT.app, content: el("Properties", { xmlns: NS.app }) },
  ];
  charts.forEach((chart, i) => {
    parts.push(...chartParts(chart, i + 1, look));
  });
  return writePackage(parts, [
    relation(1, RELATION.office, "/ppt/presentation.xml"),
    relation(2, RELATION.core, "/docProps/core.xml"),
    relation(3, RELATION.app, "/docProps/app.xml"),
  ]);
}

function chartParts(chart: PlacedChart, n: number, look: ResolvedTheme): Part[] {
  const made = writeChart(chart, look, "en-GB");
  const [cx, cy] = [ptToEmu(chart.width), ptToEmu(chart.height)];
  const frame = el(
    "p:graphicFrame",
    {},
    el(
      "p:nvGraphicFramePr",
      {},
      el("p:cNvPr", { id: 2, name: chart.id, descr: chart.alt }),
      el("p:cNvGraphicFramePr"),
      el("p:nvPr"),
    ),
    el("p:xfrm", {}, el("a:off", { x: 600_000, y: 600_000 }), el("a:ext", { cx, cy })),
    el(
      "a:graphic",
      {},
      el("a:graphicData", { uri: NS.c }, el("c:chart", { "xmlns:c": NS.c, "r:id": "rId2" })),
    ),
  );
  return [
    {
      name: `/ppt/slides/slide${n}.xml`,
      type: CONTENT.slide,
      content: el("p:sld", ROOT, el("p:cSld", {}, tree([frame])), mapping()),
      relationships: [
        relation(1, RELATION.layout, "/ppt/slideLayouts/slideLayout1.xml"),
        relation(2, RELATION.chart, `/ppt/charts/chart${n}.xml`),
      ],
    },
    {
      name: `/ppt/charts/chart${n}.xml`,
      type: CONTENT.chart,
      content: made.chart,
      relationships: [
        relation(1, RELATION.embedded, `/ppt/embeddings/workbook${n}.xlsx`),
        ...(made.userShapes ? [relation(2, RELATION.chartDrawing, `/ppt/drawings/drawing${n}.xml`)] : []),
      ],
    },
    { name: `/ppt/embeddings/workbook${n}.xlsx`, content: made.workbook },
    ...(made.userShapes
      ? [{ name: `/ppt/drawings/drawing${n}.xml`, type: CONTENT.chartDrawing, content: made.userShapes }]
      : []),
  ];
}

const relation = (n: number, type: string, target: string): Relationship => ({ id: `rId${n}`, type, target });
const mapping = (): Element => el("p:clrMapOvr", {}, el("a:masterClrMapping"));

function tree(shapes: readonly Element[]): Element {
  return el(
    "p:spTree",
    {},
    el("p:nvGrpSpPr", {}, el("p:cNvPr", { id: 1, name: "" }), el("p:cNvGrpSpPr"), el("p:nvPr")),
    el("p:grpSpPr", {}),
    shapes,
  );
}

function theme({ theme: { scheme, fonts } }: ResolvedTheme): Element {
  const font = (name: string, latin: string) =>
    el(
      name,
      {},
      el("a:latin", { typeface: latin }),
      el("a:ea", { typeface: "" }),
      el("a:cs", { typeface: "" }),
    );
  const placeholder = () => el("a:solidFill", {}, el("a:schemeClr", { val: "phClr" }));
  const three = (make: () => Element): Element[] => [make(), make(), make()];
  return el(
    "a:theme",
    { "xmlns:a": NS.a, name: "Test" },
    el(
      "a:themeElements",
      {},
      el(
        "a:clrScheme",
        { name: "Test" },
        Object.entries(scheme).map(([slot, val]) => el(`a:${slot}`, {}, el("a:srgbClr", { val }))),
      ),
      el(
        "a:fontScheme",
        { name: "Test" },
        font("a:majorFont", fonts.heading),
        font("a:minorFont", fonts.body),
      ),
      el(
        "a:fmtScheme",
        { name: "Test" },
        el("a:fillStyleLst", {}, three(placeholder)),
        el(
          "a:lnStyleLst",
          {},
          three(() => el("a:ln", { w: 6350 }, placeholder())),
        ),
        el(
          "a:effectStyleLst",
          {},
          three(() => el("a:effectStyle", {}, el("a:effectLst"))),
        ),
        el("a:bgFillStyleLst", {}, three(placeholder)),
      ),
    ),
  );
}
