import { zipSync } from "fflate";

/** A small template, made of XML by hand, for tests: one that is sound, and changes of it that are traps. */
export interface Parts {
  [name: string]: string | Uint8Array;
}

const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.presentationml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export const emu = (inches: number): number => Math.round(inches * 914_400);
type Box = readonly [x: number, y: number, w: number, h: number];

const xfrm = ([x, y, w, h]: Box): string =>
  `<a:xfrm><a:off x="${emu(x)}" y="${emu(y)}"/><a:ext cx="${emu(w)}" cy="${emu(h)}"/></a:xfrm>`;

export interface HolderOptions {
  readonly type?: string;
  readonly idx?: number;
  readonly box?: Box;
  readonly body?: string;
  /** Attributes and children of a:defRPr, such as `sz="1400"`. */
  readonly run?: string;
  readonly fill?: string;
  readonly align?: string;
}

let shapes = 1;
/** A placeholder; sizes in inches. */
export function holder({
  type,
  idx,
  box,
  body = "",
  run = "",
  fill = "",
  align = "",
}: HolderOptions): string {
  shapes += 1;
  const style =
    run + fill + align === ""
      ? "<a:lstStyle/>"
      : `<a:lstStyle><a:lvl1pPr ${align}><a:defRPr ${run}>${fill}</a:defRPr></a:lvl1pPr></a:lstStyle>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${shapes}" name="${type ?? "Content"} ${shapes}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${type === undefined ? "" : ` type="${type}"`}${idx === undefined ? "" : ` idx="${idx}"`}/></p:nvPr></p:nvSpPr><p:spPr>${box ? xfrm(box) : ""}</p:spPr><p:txBody><a:bodyPr ${body}/>${style}<a:p><a:r><a:rPr lang="en-GB"/><a:t>Words</a:t></a:r></a:p></p:txBody></p:sp>`;
}

/** A shape that is no placeholder. */
export function shape(
  box: Box,
  fill: string,
  { name = "Shape", preset = "rect", text = "", turn = "", geometry = "" } = {},
): string {
  shapes += 1;
  const words =
    text === ""
      ? ""
      : `<p:txBody><a:bodyPr/><a:p><a:r><a:rPr sz="900"/><a:t>${text}</a:t></a:r></a:p></p:txBody>`;
  const form = geometry === "" ? `<a:prstGeom prst="${preset}"><a:avLst/></a:prstGeom>` : geometry;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${shapes}" name="${name}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${xfrm(box).replace("<a:xfrm>", `<a:xfrm${turn}>`)}${form}${fill}</p:spPr>${words}</p:sp>`;
}

export function picture(box: Box, id: string, name = "Logo", crop = ""): string {
  shapes += 1;
  return `<p:pic><p:nvPicPr><p:cNvPr id="${shapes}" name="${name}"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="${id}"/>${crop}<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${xfrm(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
}

export const solid = (hex: string): string =>
  `<a:solidFill>${/^[0-9A-F]{6}$/.test(hex) ? `<a:srgbClr val="${hex}"/>` : `<a:schemeClr val="${hex}"/>`}</a:solidFill>`;

const tree = (content: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${content}</p:spTree>`;

export interface LayoutOptions {
  readonly name: string;
  readonly type?: string;
  readonly content: string;
  readonly background?: string;
  readonly attributes?: string;
  readonly override?: string;
  /** Pictures by the id of their relationship. */
  readonly media?: Readonly<Record<string, string>>;
}

export interface MasterOptions {
  readonly name?: string;
  readonly layouts: readonly LayoutOptions[];
  readonly content?: string;
  readonly background?: string;
  readonly map?: Readonly<Record<string, string>>;
  readonly scheme?: Readonly<Record<string, string>>;
  readonly fonts?: readonly [heading: string, body: string];
  readonly titleStyle?: string;
  readonly media?: Readonly<Record<string, string>>;
}

export interface TemplateOptions {
  readonly masters?: readonly MasterOptions[];
  readonly size?: readonly [width: number, height: number];
  readonly type?: string;
  /** Parts that are added, by absolute name. */
  readonly extra?: Parts;
  /** Content types of added parts, by name or by end of name. */
  readonly types?: Readonly<Record<string, string>>;
}

export const SCHEME = {
  dk1: "1A1A1A",
  lt1: "FFFFFF",
  dk2: "24364B",
  lt2: "EEF1F4",
  accent1: "1F5C99",
  accent2: "1E7A5A",
  accent3: "C0341D",
  accent4: "7A8794",
  accent5: "5B8DB8",
  accent6: "B98A2F",
  hlink: "1F5C99",
  folHlink: "24364B",
};

const MAP = {
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
};

const FOOTERS = [
  holder({ type: "dt", idx: 10, box: [0.6, 6.95, 2, 0.35] }),
  holder({ type: "ftr", idx: 11, box: [4, 6.95, 5, 0.35] }),
  holder({ type: "sldNum", idx: 12, box: [11, 6.95, 1.7, 0.35] }),
].join("");

/** A layout of each of our page kinds, found by its type. */
export const COVER: LayoutOptions = {
  name: "Title Slide",
  type: "title",
  content:
    holder({ type: "ctrTitle", box: [0.6, 1.5, 12, 1.9], body: 'anchor="b"' }) +
    holder({ type: "subTitle", idx: 1, box: [0.6, 3.5, 12, 0.9] }) +
    FOOTERS,
};
export const CONTENT: LayoutOptions = {
  name: "Title Only",
  type: "titleOnly",
  content: holder({ type: "title", box: [0.6, 0.45, 12.1, 1] }) + FOOTERS,
};
export const DIVIDER: LayoutOptions = {
  name: "Section Header",
  type: "secHead",
  content:
    holder({ type: "title", box: [0.6, 2, 12, 1.6] }) +
    holder({ type: "body", idx: 1, box: [0.6, 3.7, 12, 0.9] }) +
    FOOTERS,
};
export const LAYOUTS = [COVER, CONTENT, DIVIDER];

const MASTER_SHAPES =
  holder({ type: "title", box: [0.6, 0.45, 12.1, 1] }) +
  holder({ type: "body", idx: 1, box: [0.6, 1.6, 12.1, 5] }) +
  holder({ type: "dt", idx: 2, box: [0.6, 6.95, 2, 0.35] }) +
  holder({ type: "ftr", idx: 3, box: [4, 6.95, 5, 0.35] }) +
  holder({ type: "sldNum", idx: 4, box: [11, 6.95, 1.7, 0.35] });

export const MASTER: MasterOptions = { layouts: LAYOUTS };

function themeXml(master: MasterOptions): string {
  const scheme = { ...SCHEME, ...master.scheme };
  const colours = Object.entries(scheme)
    .map(([slot, hex]) => `<a:${slot}><a:srgbClr val="${hex}"/></a:${slot}>`)
    .join("");
  const [heading, body] = master.fonts ?? ["Calibri", "Calibri"];
  const font = (name: string): string =>
    `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fills = `<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>`.repeat(3);
  const line = `<a:ln w="6350">${solid("accent1")}</a:ln>`.repeat(3);
  const effect = "<a:effectStyle><a:effectLst/></a:effectStyle>".repeat(3);
  return `${HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${master.name ?? "Lobby"}"><a:themeElements><a:clrScheme name="x">${colours}</a:clrScheme><a:fontScheme name="x"><a:majorFont>${font(heading)}</a:majorFont><a:minorFont>${font(body)}</a:minorFont></a:fontScheme><a:fmtScheme name="x"><a:fillStyleLst>${fills}</a:fillStyleLst><a:lnStyleLst>${line}</a:lnStyleLst><a:effectStyleLst>${effect}</a:effectStyleLst><a:bgFillStyleLst>${fills}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

const rels = (list: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`)
    .join("")}</Relationships>`;

const backgroundXml = (fill: string | undefined): string =>
  fill === undefined
    ? '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    : `<p:bg><p:bgPr>${fill}<a:effectLst/></p:bgPr></p:bg>`;

/** The parts of a template by absolute name; layouts and media are numbered through. */
export function templateParts({
  masters = [MASTER],
  size = [13.333, 7.5],
  type = "template",
  extra = {},
  types = {},
}: TemplateOptions = {}): Parts {
  const parts: Parts = {};
  const overrides: [string, string][] = [];
  let layouts = 0;
  masters.forEach((master, index) => {
    const n = index + 1;
    const own: [string, string, string][] = [["rId0", "theme", `../theme/theme${n}.xml`]];
    const media = (list: LayoutOptions["media"] = {}): [string, string, string][] =>
      Object.entries(list).map(([id, file]) => [id, "image", `../media/${file}`]);
    const ids = master.layouts.map((layout, at) => {
      layouts += 1;
      const part = `/ppt/slideLayouts/slideLayout${layouts}.xml`;
      parts[part] =
        `${HEAD}<p:sldLayout ${NS}${layout.type === undefined ? "" : ` type="${layout.type}"`} ${layout.attributes ?? ""}><p:cSld name="${layout.name}">${layout.background === undefined ? "" : backgroundXml(layout.background)}${tree(layout.content)}</p:cSld><p:clrMapOvr>${layout.override ?? "<a:masterClrMapping/>"}</p:clrMapOvr></p:sldLayout>`;
      parts[`/ppt/slideLayouts/_rels/slideLayout${layouts}.xml.rels`] = rels([
        ["rId0", "slideMaster", `../slideMasters/slideMaster${n}.xml`],
        ...media(layout.media),
      ]);
      overrides.push([part, `${TYPE}.slideLayout+xml`]);
      own.push([`rL${at}`, "slideLayout", `../slideLayouts/slideLayout${layouts}.xml`]);
      return `<p:sldLayoutId id="${2_147_483_700 + layouts}" r:id="rL${at}"/>`;
    });
    const map = Object.entries({ ...MAP, ...master.map })
      .map(([name, slot]) => `${name}="${slot}"`)
      .join(" ");
    const part = `/ppt/slideMasters/slideMaster${n}.xml`;
    const style = (name: string, content: string): string =>
      `<p:${name}><a:lvl1pPr><a:defRPr ${content}</a:defRPr></a:lvl1pPr></p:${name}>`;
    parts[part] =
      `${HEAD}<p:sldMaster ${NS}><p:cSld>${backgroundXml(master.background)}${tree(MASTER_SHAPES + (master.content ?? ""))}</p:cSld><p:clrMap ${map}/><p:sldLayoutIdLst>${ids.join("")}</p:sldLayoutIdLst><p:txStyles>${style("titleStyle", master.titleStyle ?? `sz="4400" b="1">${solid("tx1")}<a:latin typeface="+mj-lt"/>`)}${style("bodyStyle", `sz="2800">${solid("tx1")}<a:latin typeface="+mn-lt"/>`)}${style("otherStyle", `sz="1800">${solid("tx1")}`)}</p:txStyles></p:sldMaster>`;
    parts[`/ppt/slideMasters/_rels/slideMaster${n}.xml.rels`] = rels([...own, ...media(master.media)]);
    parts[`/ppt/theme/theme${n}.xml`] = themeXml(master);
    overrides.push([part, `${TYPE}.slideMaster+xml`]);
    overrides.push([`/ppt/theme/theme${n}.xml`, "application/vnd.openxmlformats-officedocument.theme+xml"]);
  });
  const main = "/ppt/presentation.xml";
  const contentType = /macro/i.test(type)
    ? `application/vnd.ms-powerpoint.${type}.main+xml`
    : `${TYPE}.${type}.main+xml`;
  overrides.push([main, contentType]);
  const masterIds = masters
    .map((_, n) => `<p:sldMasterId id="${2_147_483_648 + n}" r:id="rId${n}"/>`)
    .join("");
  parts[main] =
    `${HEAD}<p:presentation ${NS}><p:sldMasterIdLst>${masterIds}</p:sldMasterIdLst><p:sldSz cx="${emu(size[0])}" cy="${emu(size[1])}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`;
  parts["/ppt/_rels/presentation.xml.rels"] = rels(
    masters.map((_, n) => [`rId${n}`, "slideMaster", `slideMasters/slideMaster${n + 1}.xml`] as const),
  );
  parts["/_rels/.rels"] = rels([["rId1", "officeDocument", "ppt/presentation.xml"]]);
  const named = [...overrides, ...Object.entries(types).filter(([name]) => name.startsWith("/"))];
  const ends = {
    rels: "application/vnd.openxmlformats-package.relationships+xml",
    xml: "application/xml",
    png: "image/png",
    emf: "image/x-emf",
    bin: "application/vnd.ms-office.vbaProject",
  };
  parts["/[Content_Types].xml"] =
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${Object.entries(ends)
      .map(([end, one]) => `<Default Extension="${end}" ContentType="${one}"/>`)
      .join(
        "",
      )}${named.map(([name, one]) => `<Override PartName="${name}" ContentType="${one}"/>`).join("")}</Types>`;
  return { ...parts, ...extra };
}

const bytesOf = (content: string | Uint8Array): Uint8Array =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;

/** The parts as the file that PowerPoint saves. */
export const pack = (parts: Parts): Uint8Array =>
  zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, content]) => [name.slice(1), bytesOf(content)])),
    {
      mtime: "2026-01-01T00:00:00Z",
    },
  );

export const template = (options: TemplateOptions = {}): Uint8Array => pack(templateParts(options));

/** The layouts of the sound template with one of them changed. */
export const layouts = (
  change: Partial<Record<"cover" | "content" | "divider", Partial<LayoutOptions>>>,
): readonly LayoutOptions[] => [
  { ...COVER, ...change.cover },
  { ...CONTENT, ...change.content },
  { ...DIVIDER, ...change.divider },
];
