import { readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type Diagnostic, DiagnosticsError, type Place } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { refusalFor } from "../../host/failure.ts";
import { PROJECT_FILE } from "../../host/project.ts";
import type { ProjectSettings } from "./settings.ts";

/** The project that a folder lies in. */
export interface Project {
  /** Path of the project file as the user would name it. */
  readonly file: string;
  /** Absolute path of the folder that the file stands in. */
  readonly folder: string;
  readonly settings: ProjectSettings;
  /** Place of a setting that the file has. */
  readonly placeOf: (name: keyof ProjectSettings) => Place;
}

/**
 * Reads the project file of a folder that has one; places name it as the user would in the working folder.
 * @throws DiagnosticsError with exit 2 and everything that is wrong with the file.
 */
export async function readProject(folder: string, cwd: string): Promise<Project> {
  const path = join(folder, PROJECT_FILE);
  const file = relative(cwd, path);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new DiagnosticsError(refusalFor(cause).diagnostics, 2);
  });
  const [{ decodeUtf8 }, { createLines, createSourceMap }, { parseJson }, { toValue }, { explain }, schema] =
    await Promise.all([
      import("../../read/text/decode.ts"),
      import("../../read/text/source-map.ts"),
      import("../../read/json.ts"),
      import("../../read/value.ts"),
      import("../../read/issues.ts"),
      import("./settings.ts"),
    ]);
  const refuse = (found: readonly Diagnostic[]): never => {
    throw new DiagnosticsError(found, 2);
  };
  const decoded = decodeUtf8(bytes, file);
  if ("problem" in decoded) return refuse([decoded.problem]);
  const { text } = decoded;
  const lines = createLines(text, file);
  const { root, problems } = parseJson(text, lines);
  if (problems.length > 0) return refuse(problems);
  if (root?.type !== "object") return refuse([messages.projectNoObject({ place: lines.at(0) }, file)]);
  const { value, problems: values } = toValue(root, () => ({ text, lines }));
  const places = createSourceMap(root, () => lines, []);
  const parsed = schema.ProjectSettings.safeParse(value);
  const wrong = explain(
    parsed.error?.issues ?? [],
    schema.ProjectSettings,
    value,
    places,
    "The project file",
  );
  const all = [...values, ...wrong.map(({ found }) => found)];
  if (all.length > 0 || !parsed.success) return refuse(all);
  return { file, folder, settings: parsed.data, placeOf: (name) => places.field([name]) };
}

/** A path of a project file as the user would name it in the working folder. */
export const fromFolder = ({ folder }: Project, path: string, cwd: string): string =>
  relative(cwd, join(folder, path)).split(sep).join("/") || ".";
