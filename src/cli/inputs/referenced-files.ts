import { dirname, isAbsolute, resolve, sep } from "node:path";
import { visit } from "jsonc-parser";

/** The most files beside a bundle that are watched. */
const MOST = 200;

/** Fields whose text is a path. */
const FIELDS: ReadonlySet<string> = new Set(["csv", "file", "logo", "template", "theme", "xlsx"]);

/**
 * The CSV files, workbooks, pictures, theme and template that a bundle names, as absolute paths; also from a text that is no whole JSON, as it is
 * for moments while somebody writes. Only what lies in the bundle's folder, by the letters of the path: nothing is read
 * here.
 */
export function referencedFiles(text: string, bundle: string): readonly string[] {
  const folder = dirname(bundle);
  const names = new Set<string>();
  let field = "";
  visit(
    text,
    {
      onObjectProperty: (name) => {
        field = name;
      },
      onLiteralValue: (value) => {
        if (FIELDS.has(field) && typeof value === "string" && value !== "") names.add(value);
        field = "";
      },
    },
    { allowTrailingComma: true },
  );
  return [...names]
    .filter((name) => !isAbsolute(name) && !name.includes("\0"))
    .map((name) => resolve(folder, name.replaceAll("\\", "/")))
    .filter((file) => file.startsWith(resolve(folder) + sep))
    .slice(0, MOST);
}
