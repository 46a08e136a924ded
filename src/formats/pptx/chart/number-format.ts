import { type Element, el } from "../../../ooxml/xml.ts";

/**
 * c:numFmt (21.2.2.121) of what a reader sees. A code is in the form of English, so each of its sections names the
 * language of a deck whose numbers have other marks (18.8.31: [$-40B]). LibreOffice writes "1,72" by it; PowerPoint goes
 * by the settings of the machine.
 */
export function numberFormat(code: string, identifier: string | undefined): Element {
  const formatCode =
    identifier === undefined || code === "General"
      ? code
      : code.replace(/(?:"[^"]*"|\\.|[^;"\\])+/g, (section) => `[$-${identifier}]${section}`);
  return el("c:numFmt", { formatCode, sourceLinked: false });
}
