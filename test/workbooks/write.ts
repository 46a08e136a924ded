import { writeZip } from "../../src/ooxml/zip.ts";

/** Parts of a workbook as text, and the archive that holds them: a small writer, so that tests can write what no program does. */

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A cell as XML without its reference: `<v>1</v>`; or what becomes one. */
export type Content = number | string | boolean | null | { readonly xml: string };

export interface SheetParts {
  readonly name: string;
  /** Rows from the first; null leaves a cell out. */
  readonly rows?: readonly (readonly Content[])[];
  /** XML of sheetData, in place of rows. */
  readonly data?: string;
  /** XML before and after sheetData. */
  readonly before?: string;
  readonly after?: string;
  readonly state?: string;
  /** Attributes of rows by their number. */
  readonly rowAttributes?: Readonly<Record<number, string>>;
  readonly tables?: readonly string[];
}

export interface BookParts {
  readonly sheets: readonly SheetParts[];
  /** XML within definedNames. */
  readonly names?: string;
  /** Codes of number formats; a cell with s="1" has the first. */
  readonly formats?: readonly string[];
  readonly shared?: readonly string[];
  /** XML before the sheets, and after the names. */
  readonly properties?: string;
  readonly calculation?: string;
  readonly saved?: string;
  readonly others?: readonly string[];
  /** Files that are added, or take the place of others. */
  readonly files?: Readonly<Record<string, string>>;
}

const xmlText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** A1 */
const reference = (row: number, column: number): string =>
  `${column >= 26 ? String.fromCharCode(64 + Math.floor(column / 26)) : ""}${String.fromCharCode(65 + (column % 26))}${row + 1}`;

/** A number with a format: its index from 1, as the list of formats has it. */
export const formatted = (value: number, format: number): Content => ({
  xml: `s="${format}"><v>${value}</v>`,
});
/** A cell with a type, and all that stands in it. */
export const typed = (type: string, inner: string): Content => ({ xml: `t="${type}">${inner}` });
/** A formula with the result that was stored, or without one. */
export const formula = (text: string, stored?: number | string): Content => ({
  xml:
    typeof stored === "string"
      ? `t="str"><f>${xmlText(text)}</f><v>${xmlText(stored)}</v>`
      : `><f>${xmlText(text)}</f>${stored === undefined ? "" : `<v>${stored}</v>`}`,
});

function cell(content: Content, row: number, column: number): string {
  const at = reference(row, column);
  if (content === null) return "";
  if (typeof content === "number") return `<c r="${at}"><v>${content}</v></c>`;
  if (typeof content === "boolean") return `<c r="${at}" t="b"><v>${content ? 1 : 0}</v></c>`;
  if (typeof content === "string")
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xmlText(content)}</t></is></c>`;
  const { xml } = content;
  return `<c r="${at}"${xml.startsWith(">") ? "" : " "}${xml}</c>`;
}

const rowsXml = (
  rows: readonly (readonly Content[])[],
  attributes: SheetParts["rowAttributes"] = {},
): string =>
  rows
    .map((row, r) => {
      const cells = row.map((content, c) => cell(content, r, c)).join("");
      return `<row r="${r + 1}"${attributes[r + 1] === undefined ? "" : ` ${attributes[r + 1]}`}>${cells}</row>`;
    })
    .join("");

const relations = (
  list: readonly (readonly [id: string, type: string, target: string, more?: string])[],
): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([id, type, target, more = ""]) =>
        `<Relationship Id="${id}" Type="${type}" Target="${target}"${more}/>`,
    )
    .join("")}</Relationships>`;

/** Files of a workbook by their names. */
export function bookFiles({
  sheets,
  names,
  formats = [],
  shared,
  properties = "",
  calculation = "",
  saved,
  others = [],
  files = {},
}: BookParts): Map<string, string> {
  const out = new Map<string, string>();
  let tables = 0;
  out.set(
    "[Content_Types].xml",
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
  );
  out.set(
    "_rels/.rels",
    relations([
      ["rId1", `${RELATIONS}/officeDocument`, "xl/workbook.xml"],
      ...(saved === undefined
        ? []
        : ([["rId2", `${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"]] as const)),
    ]),
  );
  if (saved !== undefined)
    out.set(
      "docProps/core.xml",
      `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">2019-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${saved}</dcterms:modified></cp:coreProperties>`,
    );
  out.set(
    "xl/workbook.xml",
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${sheets
      .map(
        ({ name, state }, n) =>
          `<sheet name="${xmlText(name)}" sheetId="${n + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="rId${n + 1}"/>`,
      )
      .join("")}</sheets>${
      others.length === 0
        ? ""
        : `<externalReferences>${others.map((_, n) => `<externalReference r:id="rIdX${n + 1}"/>`).join("")}</externalReferences>`
    }${names === undefined ? "" : `<definedNames>${names}</definedNames>`}${calculation}</workbook>`,
  );
  out.set(
    "xl/_rels/workbook.xml.rels",
    relations([
      ...sheets.map(
        (_, n) => [`rId${n + 1}`, `${RELATIONS}/worksheet`, `worksheets/sheet${n + 1}.xml`] as const,
      ),
      ["rIdS", `${RELATIONS}/styles`, "styles.xml"],
      ["rIdT", `${RELATIONS}/sharedStrings`, "sharedStrings.xml"],
      ...others.map(
        (_, n) => [`rIdX${n + 1}`, `${RELATIONS}/externalLink`, `externalLinks/link${n + 1}.xml`] as const,
      ),
    ]),
  );
  for (const [n, target] of others.entries()) {
    out.set(`xl/externalLinks/link${n + 1}.xml`, `<externalLink xmlns="${MAIN}"/>`);
    out.set(
      `xl/externalLinks/_rels/link${n + 1}.xml.rels`,
      relations([["rId1", `${RELATIONS}/externalLinkPath`, xmlText(target), ' TargetMode="External"']]),
    );
  }
  out.set(
    "xl/styles.xml",
    `<styleSheet xmlns="${MAIN}"><numFmts>${formats
      .map((code, n) => `<numFmt numFmtId="${164 + n}" formatCode="${xmlText(code)}"/>`)
      .join(
        "",
      )}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_, n) => `<xf numFmtId="${164 + n}"/>`).join("")}</cellXfs></styleSheet>`,
  );
  if (shared !== undefined)
    out.set(
      "xl/sharedStrings.xml",
      `<sst xmlns="${MAIN}" count="${shared.length}">${shared.map((xml) => `<si>${xml}</si>`).join("")}</sst>`,
    );
  for (const [n, sheet] of sheets.entries()) {
    const data = sheet.data ?? rowsXml(sheet.rows ?? [], sheet.rowAttributes);
    out.set(
      `xl/worksheets/sheet${n + 1}.xml`,
      `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${sheet.before ?? ""}<sheetData>${data}</sheetData>${sheet.after ?? ""}</worksheet>`,
    );
    const targets = (sheet.tables ?? []).map((xml) => {
      tables += 1;
      out.set(`xl/tables/table${tables}.xml`, xml);
      return [`rId${tables}`, `${RELATIONS}/table`, `../tables/table${tables}.xml`] as const;
    });
    if (targets.length > 0) out.set(`xl/worksheets/_rels/sheet${n + 1}.xml.rels`, relations(targets));
  }
  for (const [name, text] of Object.entries(files)) out.set(name, text);
  return out;
}

/** XML of a table. */
export const tableXml = (name: string, area: string, headings: readonly string[], more = ""): string =>
  `<table xmlns="${MAIN}" id="1" name="${name}" displayName="${name}" ref="${area}"${more}><tableColumns>${headings
    .map((heading, n) => `<tableColumn id="${n + 1}" name="${xmlText(heading)}"/>`)
    .join("")}</tableColumns></table>`;

/** The bytes of an archive with these texts. */
export const packed = (files: ReadonlyMap<string, string>): Uint8Array =>
  writeZip(new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)])));

/** The bytes of a workbook. */
export const book = (parts: BookParts): Uint8Array => packed(bookFiles(parts));
