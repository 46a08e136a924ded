import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";
import { ChartCsv, CsvSource } from "../model/bundle/common.ts";
import type { JsonPath } from "../model/figures.ts";
import { pictureFormat } from "../raster/formats.ts";
import { cleanPicture, MOST_PIXELS, type Raster } from "../raster/index.ts";
import { isThemeFile } from "../theme/file.ts";
import type { Theme } from "../theme/theme.ts";
import { readChartCsv } from "./chart-csv.ts";
import { readCsv } from "./csv.ts";
import { bundleSchema, knownAt } from "./schema.ts";
import { select } from "./select.ts";
import { type Drawing, readSvg } from "./svg.ts";
import type { CsvOrigin, SourceMap } from "./text/source-map.ts";
import { readThemeFile } from "./theme-file.ts";

/** A picture of the bundle, whole and without metadata; width and height are those of the picture as it stands upright. */
export type PictureFile = Raster;
/** The same as it is read: an SVG has no pixels yet. */
export type PictureSource = Raster | Drawing;

export interface Attachments {
  /** By the path that the bundle gives. */
  readonly pictures: Readonly<Record<string, PictureSource>>;
  /** The file of the logo, one of `pictures`: the bundle's own, else that of its theme. */
  readonly logo?: string;
  /** The theme, where the bundle names a file of its own. */
  readonly theme?: Theme;
  /** Paths of everything that was read, relative to the bundle. */
  readonly files: readonly string[];
}

interface Found extends Attachments {
  /** The bundle's value with CSV values in place; the one that was given stays as it is. */
  readonly value: unknown;
  readonly problems: readonly Diagnostic[];
}

/** Reads every CSV file and picture that the bundle names; `transplants` then knows where CSV values stand. */
export async function readAttachments(
  value: unknown,
  file: string,
  host: Host,
  root: string,
  places: SourceMap,
  transplants: CsvOrigin[],
): Promise<Found> {
  const problems: Diagnostic[] = [];
  const files: string[] = [];
  const filled = structuredClone(value);
  for (const { path, value: source } of select(value, "metrics.*.values")) {
    const parsed = CsvSource.safeParse(source);
    if (!parsed.success) continue;
    const { csv } = parsed.data;
    const at = (field: keyof CsvSource) => ({
      path: [...path, field],
      place: places.value([...path, field]),
    });
    const attached = await readAttachment(host, root, csv, "CSV file", at("csv"));
    if ("problem" in attached) {
      problems.push(attached.problem);
      continue;
    }
    files.push(csv);
    const read = readCsv(attached.bytes, beside(file, csv), parsed.data, at, inPercent(around(value, path)));
    problems.push(...read.problems);
    if (read.problems.length > 0) continue;
    const [metric] = select(filled, "metrics.*").filter((one) => one.path[1] === path[1]);
    Object.assign(metric?.value as object, { values: read.values });
    transplants.push({ path, place: read.place });
  }
  for (const { path, value: source } of select(value, "charts.*.data")) {
    const parsed = ChartCsv.safeParse(source);
    if (!parsed.success) continue;
    const { csv } = parsed.data;
    const at = (...field: readonly (string | number)[]) => ({
      path: [...path, ...field],
      place: places.value([...path, ...field]),
    });
    const attached = await readAttachment(host, root, csv, "CSV file", at("csv"));
    if ("problem" in attached) {
      problems.push(attached.problem);
      continue;
    }
    files.push(csv);
    const read = readChartCsv(
      attached.bytes,
      beside(file, csv),
      parsed.data,
      at,
      inPercent(around(value, path)),
    );
    problems.push(...read.problems);
    if (read.problems.length > 0) continue;
    if (read.series !== undefined) {
      // What the author wrote is the column or columns; the names of the series follow from them.
      const known = knownAt(bundleSchema, value, path.slice(0, -1));
      if (known?.fields.includes("data") && !known.fields.includes("series")) {
        const field = parsed.data.series === undefined ? "values" : "series";
        const { kind } = around(value, path) as { readonly kind?: unknown };
        const kinds = known.kinds?.("series") ?? [];
        problems.push(messages.csvOneSeries(at(field), field, String(kind), kinds));
        continue;
      }
    }
    const [chart] = select(filled, "charts.*").filter((one) => one.path[1] === path[1]);
    const own = chart?.value as { series?: unknown };
    // Names that the bundle gives stand before those of the file.
    Object.assign(own, {
      data: read.data,
      ...(own.series === undefined && read.series !== undefined ? { series: read.series } : {}),
    });
    transplants.push({ path, place: read.place });
  }
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
    ...{ value: filled, problems, pictures },
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

/** The name of a file in the bundle's folder, as places show it: beside the bundle's own name. */
const beside = (bundle: string, file: string): string => `${/^.*[\\/]/.exec(bundle)?.[0] ?? ""}${file}`;

/** The metric or chart that a path lies in. */
const around = (value: unknown, [list = "", index = 0]: JsonPath): unknown =>
  (value as Record<string, readonly unknown[]>)[list]?.[Number(index)];

/** Returns true when a metric or chart, its line or one of its axes has the unit % or percentage points. */
const inPercent = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([name, field]) =>
    name === "unit" ? field === "%" || field === "pp" : inPercent(field),
  );

/** Bytes of a CSV file or picture that are read at most. */
const MAX_ATTACHMENT_BYTES = 20 * 1_048_576;

type Attached = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

/** Reads a file that the bundle names, from the bundle's own folder only. */
async function readAttachment(
  host: Host,
  root: string,
  file: string,
  kind: messages.Attachment,
  at: At,
): Promise<Attached> {
  // A scheme, a network path or data: in a browser these would be fetched; here they are refused by name.
  if (/^([a-z][a-z0-9+.-]+:|\/\/|\\\\)/i.test(file))
    return { problem: messages.attachmentRemote(at, kind, file) };
  try {
    const bytes = await host.readWithin(root, file);
    if (bytes.length > MAX_ATTACHMENT_BYTES)
      return { problem: messages.attachmentTooLarge(at, kind, file, MAX_ATTACHMENT_BYTES) };
    return { bytes };
  } catch (cause) {
    return { problem: refusal(cause, file, kind, at) };
  }
}

function refusal(cause: unknown, file: string, kind: messages.Attachment, at: At): Diagnostic {
  switch (codeOf(cause)) {
    case "EOUTSIDE":
      return messages.attachmentOutside(at, kind, file);
    case "ENOENT":
    case "ENOTDIR":
      return messages.attachmentMissing(at, kind, file);
    case "EFBIG":
      return messages.attachmentTooLarge(at, kind, file, MAX_ATTACHMENT_BYTES);
    case "EACCES":
    case "EPERM":
      return messages.attachmentUnreadable(at, kind, file, "rights");
    case "EISDIR":
      return messages.attachmentUnreadable(at, kind, file, "folder");
    case undefined:
      throw cause;
    default:
      return messages.attachmentUnreadable(at, kind, file, "other");
  }
}
