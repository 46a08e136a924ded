import { type Element, el } from "../../../ooxml/xml.ts";

/** Windows' identifiers ([MS-LCID] 2.2) of the languages that set other marks into numbers than English. */
const IDENTIFIERS: Readonly<Record<string, string>> = { fi: "40B" };

/**
 * c:numFmt (21.2.2.121) of what a reader sees. A code is in the form of English, so each of its sections names the
 * deck's language where that sets other marks (18.8.31: [$-40B]). LibreOffice writes "1,72" by it; PowerPoint goes by the
 * settings of the machine.
 */
export function numberFormat(code: string, language: string): Element {
  const identifier = IDENTIFIERS[language.split("-")[0] ?? ""];
  const formatCode =
    identifier === undefined || code === "General"
      ? code
      : code.replace(/(?:"[^"]*"|\\.|[^;"\\])+/g, (section) => `[$-${identifier}]${section}`);
  return el("c:numFmt", { formatCode, sourceLinked: false });
}
