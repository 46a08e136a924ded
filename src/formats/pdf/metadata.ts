import type { Pages } from "../../model/page.ts";
import { escapeText } from "../../ooxml/escape.ts";

/** PDFKit 0.20's writer of the document's metadata, which its types leave out. */
interface Metadata {
  _addInfo(): void;
  appendXML(markup: string): void;
}

/** The document information dictionary (ISO 32000-1, 14.3.3). A date is the bundle's; without one there is none. */
export function documentInfo({ properties }: Pages, date: Date | undefined): PDFKit.DocumentInfo {
  const said = {
    Author: properties.author,
    Subject: properties.subject,
    Keywords: properties.keywords.join(", "),
  };
  return {
    Title: properties.title,
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text !== "")),
    Creator: "Foredeck",
    Producer: "Foredeck",
    // PDFKit writes the time of day unless a date is given, and makes the file's identifier of it.
    CreationDate: date ?? new Date(0),
    ...(date === undefined ? {} : { ModDate: date }),
  };
}

/** PDFKit writes the words of the XMP packet without escaping them, and cannot do without a date: ours takes its place. */
export function describeDocument(
  document: PDFKit.PDFDocument,
  { properties, language }: Pages,
  date: Date | undefined,
): void {
  // The identifier of the file was made with it.
  if (date === undefined) delete document.info.CreationDate;
  const metadata = document as unknown as Metadata;
  metadata._addInfo = () => {
    metadata.appendXML(
      description(
        "xmp",
        "http://ns.adobe.com/xap/1.0/",
        date && element("xmp:CreateDate", date.toISOString().replace(/\.\d+Z$/, "Z")),
        element("xmp:CreatorTool", "Foredeck"),
      ),
    );
    metadata.appendXML(
      description(
        "dc",
        "http://purl.org/dc/elements/1.1/",
        list("dc:title", "Alt", properties.title, language),
        list("dc:creator", "Seq", properties.author),
        list("dc:description", "Alt", properties.subject, language),
      ),
    );
    metadata.appendXML(
      description(
        "pdf",
        "http://ns.adobe.com/pdf/1.3/",
        element("pdf:Producer", "Foredeck"),
        properties.keywords.length > 0 && element("pdf:Keywords", properties.keywords.join(", ")),
      ),
    );
  };
}

type Part = string | false | undefined;

const description = (prefix: string, namespace: string, ...parts: readonly Part[]): string =>
  `<rdf:Description rdf:about="" xmlns:${prefix}="${namespace}">${parts.filter(Boolean).join("")}</rdf:Description>`;

const element = (name: string, text: string): string => `<${name}>${escapeText(text)}</${name}>`;

/** A language alternative always has a default (XMP Specification Part 1, 8.2.2.4). */
const list = (name: string, kind: "Alt" | "Seq", text: string, language?: string): Part => {
  if (text === "") return undefined;
  const said = escapeText(text);
  const items =
    language === undefined
      ? `<rdf:li>${said}</rdf:li>`
      : `<rdf:li xml:lang="x-default">${said}</rdf:li><rdf:li xml:lang="${escapeText(language)}">${said}</rdf:li>`;
  return `<${name}><rdf:${kind}>${items}</rdf:${kind}></${name}>`;
};
