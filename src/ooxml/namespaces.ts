/** Namespaces and type names of ISO/IEC 29500 (transitional) and of Microsoft's extensions, as PowerPoint writes them. */
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

export const NS = {
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  p: "http://schemas.openxmlformats.org/presentationml/2006/main",
  r: `${OFFICE}/relationships`,
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  cdr: "http://schemas.openxmlformats.org/drawingml/2006/chartDrawing",
  types: `${PACKAGE}/content-types`,
  relationships: `${PACKAGE}/relationships`,
  core: `${PACKAGE}/metadata/core-properties`,
  app: `${OFFICE}/extended-properties`,
  custom: `${OFFICE}/custom-properties`,
  vt: `${OFFICE}/docPropsVTypes`,
  p14: "http://schemas.microsoft.com/office/powerpoint/2010/main",
  p15: "http://schemas.microsoft.com/office/powerpoint/2012/main",
  a16: "http://schemas.microsoft.com/office/drawing/2014/main",
  decorative: "http://schemas.microsoft.com/office/drawing/2017/decorative",
  linkColour: "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor",
  table: "http://schemas.openxmlformats.org/drawingml/2006/table",
} as const;

/** The three that the root of every slide, layout and master declares. */
export const ROOT = { "xmlns:a": NS.a, "xmlns:r": NS.r, "xmlns:p": NS.p } as const;

export const RELATION = {
  office: `${OFFICE}/relationships/officeDocument`,
  core: `${PACKAGE}/relationships/metadata/core-properties`,
  app: `${OFFICE}/relationships/extended-properties`,
  custom: `${OFFICE}/relationships/custom-properties`,
  slide: `${OFFICE}/relationships/slide`,
  layout: `${OFFICE}/relationships/slideLayout`,
  master: `${OFFICE}/relationships/slideMaster`,
  notes: `${OFFICE}/relationships/notesSlide`,
  notesMaster: `${OFFICE}/relationships/notesMaster`,
  theme: `${OFFICE}/relationships/theme`,
  presProps: `${OFFICE}/relationships/presProps`,
  viewProps: `${OFFICE}/relationships/viewProps`,
  tableStyles: `${OFFICE}/relationships/tableStyles`,
  image: `${OFFICE}/relationships/image`,
  hyperlink: `${OFFICE}/relationships/hyperlink`,
  chart: `${OFFICE}/relationships/chart`,
  chartDrawing: `${OFFICE}/relationships/chartUserShapes`,
  embedded: `${OFFICE}/relationships/package`,
  label: "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
} as const;

/** The first id of masters and layouts, which share one range that begins here (ECMA-376 Part 1, 19.7.9). */
export const MASTER_ID = 2_147_483_648;

const POWERPOINT = "application/vnd.openxmlformats-officedocument.presentationml";
const OFFICE_TYPE = "application/vnd.openxmlformats-officedocument";

export const CONTENT = {
  presentation: `${POWERPOINT}.presentation.main+xml`,
  slide: `${POWERPOINT}.slide+xml`,
  layout: `${POWERPOINT}.slideLayout+xml`,
  master: `${POWERPOINT}.slideMaster+xml`,
  notes: `${POWERPOINT}.notesSlide+xml`,
  notesMaster: `${POWERPOINT}.notesMaster+xml`,
  presProps: `${POWERPOINT}.presProps+xml`,
  viewProps: `${POWERPOINT}.viewProps+xml`,
  tableStyles: `${POWERPOINT}.tableStyles+xml`,
  theme: `${OFFICE_TYPE}.theme+xml`,
  chart: `${OFFICE_TYPE}.drawingml.chart+xml`,
  chartDrawing: `${OFFICE_TYPE}.drawingml.chartshapes+xml`,
  app: `${OFFICE_TYPE}.extended-properties+xml`,
  custom: `${OFFICE_TYPE}.custom-properties+xml`,
  label: "application/vnd.ms-office.classificationlabels+xml",
  core: "application/vnd.openxmlformats-package.core-properties+xml",
  relationships: "application/vnd.openxmlformats-package.relationships+xml",
} as const;

/** By the end of the name; the only ones that a deck of ours holds. */
export const MEDIA: Readonly<Record<string, string>> = {
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  xlsx: `${OFFICE_TYPE}.spreadsheetml.sheet`,
};
