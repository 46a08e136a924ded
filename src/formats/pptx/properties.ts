import type { Pages } from "../../model/page.ts";
import { NS } from "../../ooxml/namespaces.ts";
import { type Element, el } from "../../ooxml/xml.ts";

/** docProps/core.xml: what the bundle says, no more. Who last saved it is not said, since nobody did. */
export function corePart({ properties, language }: Pages): Element {
  const text = (name: string, said: string) => said !== "" && el(name, {}, said);
  const date = (name: string) =>
    properties.date !== "" &&
    el(name, { "xsi:type": "dcterms:W3CDTF" }, `${properties.date.slice(0, 10)}T00:00:00Z`);
  return el(
    "cp:coreProperties",
    {
      "xmlns:cp": NS.core,
      "xmlns:dc": "http://purl.org/dc/elements/1.1/",
      "xmlns:dcterms": "http://purl.org/dc/terms/",
      "xmlns:dcmitype": "http://purl.org/dc/dcmitype/",
      "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    },
    el("dc:title", {}, properties.title),
    text("dc:subject", properties.subject),
    text("dc:creator", properties.author),
    text("cp:keywords", properties.keywords.join(", ")),
    el("cp:revision", {}, "1"),
    date("dcterms:created"),
    date("dcterms:modified"),
    el("dc:language", {}, language),
    text("cp:version", properties.version),
    text("cp:category", properties.confidentiality),
  );
}

/** docProps/app.xml: what the deck consists of, no more. */
export function appPart({ properties, pages, width, height }: Pages, notes: number): Element {
  const titles = pages.map((page) => page.title);
  return el(
    "Properties",
    { xmlns: NS.app, "xmlns:vt": NS.vt },
    el("TotalTime", {}, "0"),
    el("Application", {}, "Foredeck"),
    el("PresentationFormat", {}, Math.abs(width / height - 16 / 9) < 0.01 ? "Widescreen" : "Custom"),
    el("Slides", {}, String(pages.length)),
    el("Notes", {}, String(notes)),
    el("HiddenSlides", {}, "0"),
    el("ScaleCrop", {}, "false"),
    el(
      "HeadingPairs",
      {},
      el(
        "vt:vector",
        { size: 2, baseType: "variant" },
        el("vt:variant", {}, el("vt:lpstr", {}, "Slide Titles")),
        el("vt:variant", {}, el("vt:i4", {}, String(titles.length))),
      ),
    ),
    el(
      "TitlesOfParts",
      {},
      el(
        "vt:vector",
        { size: titles.length, baseType: "lpstr" },
        titles.map((title) => el("vt:lpstr", {}, title)),
      ),
    ),
    properties.company !== "" && el("Company", {}, properties.company),
    el("LinksUpToDate", {}, "false"),
    el("SharedDoc", {}, "false"),
    el("HyperlinksChanged", {}, "false"),
    el("AppVersion", {}, "16.0000"),
  );
}
