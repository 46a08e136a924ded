import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import type { Host } from "../host/host.ts";
import { pictureFormat } from "../raster/formats.ts";
import { cleanPicture, MOST_PIXELS, type Raster } from "../raster/index.ts";
import { isThemeFile } from "../theme/file.ts";
import type { Theme } from "../theme/theme.ts";
import { beside, readAttachment } from "./attachment.ts";
import { select } from "./select.ts";
import { readSvg, type SvgDrawing } from "./svg.ts";
import { readTables } from "./tables.ts";
import type { SourceMap, TableOrigin } from "./text/source-map.ts";
import { readThemeFile } from "./theme-file.ts";

/** A picture of the bundle, whole and without metadata; width and height are those of the picture as it stands upright. */
export type PictureFile = Raster;
/** The same as it is read: an SVG has no pixels yet. */
export type PictureSource = Raster | SvgDrawing;

export interface Attachments {
  /** By the path that the bundle gives. */
  readonly pictures: Readonly<Record<string, PictureSource>>;
  /** The file of the logo, one of `pictures`: the bundle's own, else that of its theme. */
  readonly logo?: string;
  /** The theme, where the bundle names a file of its own. */
  readonly theme?: Theme;
  /** Paths of everything that was read, relative to the bundle. */
  readonly files: readonly string[];
  /** Doubts about the files, none of which keeps them from being read. */
  readonly warnings: readonly Diagnostic[];
}

interface Found extends Attachments {
  /** The bundle's value with the values of tables in place; the one that was given stays as it is. */
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
}

/** Reads every table and picture that the bundle names; `transplants` then knows where the values of tables stand. */
export async function readAttachments(
  value: unknown,
  file: string,
  host: Host,
  root: string,
  places: SourceMap,
  transplants: TableOrigin[],
): Promise<Found> {
  const tables = await readTables(value, file, host, root, places);
  transplants.push(...tables.origins);
  const problems: Diagnostic[] = [...tables.problems];
  const files: string[] = [...tables.files];
  const pictures: Record<string, PictureSource> = {};
  for (const { path, value: name } of select(value, "pictures.*.file")) {
    if (typeof name !== "string" || name === "" || Object.hasOwn(pictures, name)) continue;
    const at = { path, place: places.value(path) };
    const attached = await readAttachment(host, root, name, "picture", at);
    const result = "problem" in attached ? attached.problem : await picture(attached.bytes, name, at, host);
    if ("code" in result) problems.push(result);
    else {
      pictures[name] = result;
      files.push(name);
    }
  }
  const theme = await attachedTheme(value, file, host, root, places);
  problems.push(...theme.problems);
  const logo = await attachedLogo(value, theme.theme, host, root, places);
  if (logo !== undefined && "problem" in logo) problems.push(logo.problem);
  else if (logo !== undefined) {
    pictures[logo.file] ??= logo.picture;
    files.push(logo.file);
  }
  return {
    ...{ value: tables.value, problems, warnings: tables.warnings, pictures },
    ...(theme.theme === undefined ? {} : { theme: theme.theme }),
    ...(logo === undefined || "problem" in logo ? {} : { logo: logo.file }),
    files: [...new Set([...files, ...theme.files])],
  };
}

export type LogoFile =
  | { readonly file: string; readonly picture: PictureSource }
  | { readonly problem: Diagnostic };

/** The logo that the bundle names, or its theme, whose paths begin at its own file. */
async function attachedLogo(
  value: unknown,
  theme: Theme | undefined,
  host: Host,
  root: string,
  places: SourceMap,
): Promise<LogoFile | undefined> {
  const [own] = select(value, "logo");
  const [named] = select(value, "theme");
  if (own !== undefined)
    return typeof own.value === "string" && own.value !== ""
      ? readLogo(host, root, own.value, { path: own.path, place: places.value(own.path) })
      : undefined;
  if (theme?.logo === undefined || named === undefined) return undefined;
  const file = `${/^.*[\\/]/.exec(String(named.value))?.[0] ?? ""}${theme.logo}`;
  return readLogo(host, root, file, { path: named.path, place: places.value(named.path) });
}

/** A logo from a folder. */
export async function readLogo(host: Host, root: string, file: string, at: At): Promise<LogoFile> {
  const attached = await readAttachment(host, root, file, "logo", at);
  if ("problem" in attached) return attached;
  const result = await picture(attached.bytes, file, at, host);
  return "code" in result ? { problem: result } : { file, picture: result };
}

interface FoundTheme extends Pick<Found, "problems" | "files"> {
  readonly theme?: Theme;
}

/** The theme where it is a file in the bundle's folder. */
async function attachedTheme(
  value: unknown,
  file: string,
  host: Host,
  root: string,
  places: SourceMap,
): Promise<FoundTheme> {
  const [found] = select(value, "theme");
  const name = found?.value;
  if (found === undefined || typeof name !== "string" || !isThemeFile(name))
    return { problems: [], files: [] };
  const at = { path: found.path, place: places.value(found.path) };
  const attached = await readAttachment(host, root, name, "theme", at);
  if ("problem" in attached) return { problems: [attached.problem], files: [] };
  const result = readThemeFile(attached.bytes, name, beside(file, name.replace(/^\.\//, "")));
  return "theme" in result
    ? { problems: [], files: [name], theme: result.theme }
    : { problems: result.problems, files: [name] };
}

async function picture(
  bytes: Uint8Array,
  file: string,
  at: Parameters<typeof messages.pictureBroken>[0],
  host: Host,
): Promise<PictureSource | Diagnostic> {
  if (pictureFormat(bytes) === "an SVG") {
    const drawing = await readSvg(bytes, host);
    return "fault" in drawing ? messages.pictureSvg(at, file, drawing.fault) : drawing;
  }
  const cleaned = await cleanPicture(bytes);
  if ("fault" in cleaned) return messages.pictureBroken(at, file, cleaned.fault);
  if ("format" in cleaned) return messages.notAPicture(at, file, cleaned.format);
  const { width, height } = cleaned.picture;
  if (Math.max(width, height) > MOST_PIXELS)
    return messages.pictureTooManyPixels(at, file, width, height, MOST_PIXELS);
  return cleaned.picture;
}
