import { readFile } from "node:fs/promises";
import { dirname, isAbsolute, resolve, sep } from "node:path";
import { excessOf } from "../../base/jsonc.ts";
import { codeOf } from "../../host/failure.ts";
import { PROJECT_FILE, projectOf } from "../../host/project.ts";

/** The most files beside a bundle that are watched. */
const MOST = 200;

/** Fields whose text is a path. */
const FIELDS: ReadonlySet<string> = new Set(["csv", "xlsx", "file", "logo", "template", "theme"]);

/**
 * The CSV files, workbooks, pictures, theme and template that a bundle names, the files that it extends and what those name, as
 * absolute paths; also from a text that is no whole JSON, as it is for moments while somebody writes. Only what lies in the
 * bundle's folder or its project, by the letters of the path: nothing but what is extended is read here.
 */
export async function referencedFiles(text: string, bundle: string): Promise<readonly string[]> {
  const folder = dirname(bundle);
  const project = text.includes(`"${EXTENDS}"`) ? await projectOf(folder) : undefined;
  const base = `${project ?? folder}${sep}`;
  const found = new Set<string>();
  const queue = [{ text, file: bundle }];
  for (let next = queue.shift(); next !== undefined && found.size < MOST; next = queue.shift()) {
    const { paths, extended } = await namedIn(next.text, next.file);
    for (const path of paths) if (path.startsWith(base)) found.add(path);
    for (const path of extended) {
      if (!path.startsWith(base) || found.has(path)) continue;
      found.add(path);
      queue.push({ text: await fileText(path), file: path });
    }
  }
  // A pipeline that moves the project moves what may be read.
  return [...found, ...(project === undefined ? [] : [resolve(project, PROJECT_FILE)])].slice(0, MOST);
}

/** The files that a text extends, as absolute paths. */
export const extendedFiles = async (text: string, file: string): Promise<readonly string[]> =>
  text.includes(`"${EXTENDS}"`) ? (await namedIn(text, file)).extended : [];

const EXTENDS = "extends";

interface Named {
  readonly paths: readonly string[];
  readonly extended: readonly string[];
}

async function namedIn(text: string, file: string): Promise<Named> {
  if (excessOf(text) !== undefined) return { paths: [], extended: [] };
  const { visit } = await import("jsonc-parser");
  const paths = new Set<string>();
  const extended = new Set<string>();
  let field = "";
  let depth = 0;
  visit(
    text,
    {
      onObjectBegin: () => {
        depth += 1;
      },
      onObjectEnd: () => {
        depth -= 1;
      },
      onObjectProperty: (name) => {
        field = name;
      },
      onLiteralValue: (value) => {
        if (typeof value === "string" && value !== "") {
          if (FIELDS.has(field)) paths.add(value);
          if (field === EXTENDS && depth === 1) extended.add(value);
        }
        // A list of files to extend has more than one.
        if (field !== EXTENDS) field = "";
      },
    },
    { allowTrailingComma: true },
  );
  const whole = (names: ReadonlySet<string>): readonly string[] =>
    [...names]
      .filter((name) => !isAbsolute(name) && !name.includes("\0"))
      .map((name) => resolve(dirname(file), name.replaceAll("\\", "/")));
  return { paths: whole(paths), extended: whole(extended) };
}

/** Text of a file; "" where there is none at the moment. */
export async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return "";
  }
}
