import { readFileSync } from "node:fs";
import type { ContractPage, TemplateContract } from "../../src/theme/contract.ts";
import { solveInks } from "../../src/theme/solve-inks.ts";
import { resolveTemplate } from "../../src/theme/template.ts";
import { Theme } from "../../src/theme/theme.ts";
import { type SchemeColours, stored } from "../../src/theme/tints.ts";

export const boardroom = Theme.parse(
  JSON.parse(readFileSync(new URL("../../themes/boardroom.json", import.meta.url), "utf8")),
);

/** The colours of a company that there is not. */
export const SCHEME: SchemeColours = {
  tx1: "1A1A1A",
  bg1: "FFFFFF",
  tx2: "003B4D",
  bg2: "EAF2F4",
  accent1: "007C89",
  accent2: "E8A33D",
  accent3: "7A3E9D",
  accent4: "4C9F38",
  accent5: "C8352B",
  accent6: "8A8D8F",
  hlink: "006A75",
  folHlink: "5B5B5B",
};

interface Wanted {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: SchemeColours;
  /** Paper of the content, and of cover and divider. */
  readonly paper?: string;
  readonly coverPaper?: string | "picture";
  readonly content?: Partial<ContractPage>;
  readonly cover?: Partial<ContractPage>;
  readonly fonts?: TemplateContract["fonts"];
}

/** A contract as a person would write it: places in proportion to the slide, a logo at the top right. */
export function contractOf(wanted: Wanted = {}): TemplateContract {
  const { width = 13.333, height = 7.5, scheme = SCHEME } = wanted;
  const { paper = scheme.bg1, coverPaper = paper } = wanted;
  const [x, y] = [width / 100, height / 100];
  const at = (left: number, top: number, w: number, h: number) => ({
    ...{ x: left * x, y: top * y },
    ...{ w: w * x, h: h * y },
  });
  const scale = Math.round(Math.sqrt((width * height) / 100) * 50) / 50;
  const plain = {
    align: "left",
    anchor: "middle",
    insets: { left: 0, top: 0, right: 0, bottom: 0 },
  } as const;
  const insets = { left: 0, top: 0, right: 0, bottom: 0 };
  const footers = {
    footer: { type: "ftr", idx: 11, place: at(30, 93, 40, 5), ...plain },
    date: { type: "dt", idx: 10, place: at(6, 93, 20, 5), ...plain },
    number: { type: "sldNum", idx: 12, place: at(80, 93, 14, 5), ...plain, align: "right" as const },
  };
  const logo = { name: "Logo", place: at(86, 4, 9, 8) };
  const ink = { scheme: "tx1" } as const;
  const page = { master: "/ppt/slideMasters/slideMaster1.xml", matched: "type" } as const;
  const text = { bold: true, align: "left", colour: ink, insets } as const;
  const coverInk = coverPaper === "picture" || coverPaper === scheme.tx2 ? ({ scheme: "bg1" } as const) : ink;
  const content: ContractPage = {
    ...page,
    layout: "Title Only",
    part: "/ppt/slideLayouts/slideLayout6.xml",
    title: {
      ...{ type: "title", place: at(6, 9, 78, 14), size: 26 * scale, smallest: 22 * scale, lines: 2 },
      ...{ ...text, anchor: "top" },
    },
    ...footers,
    body: at(6, 25, 88, 62),
    source: at(6, 87.5, 88, 5),
    kicker: at(6, 4, 78, 5),
    keepOut: [logo],
    paper: { hex: paper },
    ...wanted.content,
  };
  const opening: ContractPage = {
    ...page,
    layout: "Title Slide",
    part: "/ppt/slideLayouts/slideLayout1.xml",
    title: {
      ...{ type: "ctrTitle", place: at(6, 16, 78, 24), size: 36 * scale, smallest: 30 * scale, lines: 3 },
      ...{ ...text, anchor: "bottom", colour: coverInk },
    },
    subtitle: {
      ...{
        type: "subTitle",
        idx: 1,
        place: at(6, 41, 78, 9),
        size: 18 * scale,
        smallest: 16 * scale,
        lines: 2,
      },
      ...{ ...text, bold: false, anchor: "top", colour: coverInk },
    },
    body: at(6, 52, 88, 36),
    source: at(6, 89, 88, 5),
    keepOut: [logo],
    paper: coverPaper === "picture" ? "picture" : { hex: coverPaper },
    ...wanted.cover,
  };
  const { inks } = solveInks({ scheme, paper });
  const font = { family: "Arial", measured: "own" } as const;
  return {
    contract: 1,
    template: "company.potx",
    digest: `sha256-${"0".repeat(64)}`,
    slide: { width, height },
    fonts: wanted.fonts ?? { heading: font, body: font },
    pages: { cover: opening, content, divider: { ...opening, ...footers, layout: "Section Header" } },
    inks: Object.fromEntries(
      Object.entries(inks).map(([name, colour]) => [name, stored(colour)]),
    ) as TemplateContract["inks"],
  };
}

/** The look of a company with that contract. */
export const companyLook = (wanted: Wanted = {}) =>
  resolveTemplate(boardroom, contractOf(wanted), { scheme: wanted.scheme ?? SCHEME, grounds: {} });
