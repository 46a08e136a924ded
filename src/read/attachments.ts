import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages.ts";
import type { Host } from "../host/host.ts";
import { ChartCsv, CsvSource } from "../model/bundle/common.ts";
import type { JsonPath } from "../model/figures.ts";
import { readAttachment } from "./attachment.ts";
import { readChartCsv } from "./chart-csv.ts";
import { readCsv } from "./csv.ts";
import { type PictureSize, sizeOfPicture } from "./picture.ts";
import type { Places, Transplant } from "./places.ts";
import { select } from "./select.ts";

export interface PictureFile extends PictureSize {
  readonly bytes: Uint8Array;
}

export interface Attachments {
  /** By the path that the bundle gives. */
  readonly pictures: Readonly<Record<string, PictureFile>>;
  /** Paths of everything that was read, relative to the bundle. */
  readonly files: readonly string[];
}

/** PowerPoint opens pictures of up to some 32,000 px a side; nobody sees more than this on a slide. */
const MAX_PIXELS = 12_000;

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
  places: Places,
  transplants: Transplant[],
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
    const [chart] = select(filled, "charts.*").filter((one) => one.path[1] === path[1]);
    const own = chart?.value as { series?: unknown };
    // Names that the bundle gives stand before those of the file.
    Object.assign(own, {
      data: read.data,
      ...(own.series === undefined && read.series !== undefined ? { series: read.series } : {}),
    });
    transplants.push({ path, place: read.place });
  }
  const pictures: Record<string, PictureFile> = {};
  for (const { path, value: name } of select(value, "pictures.*.file")) {
    if (typeof name !== "string" || name === "" || Object.hasOwn(pictures, name)) continue;
    const at = { path, place: places.value(path) };
    const attached = await readAttachment(host, root, name, "picture", at);
    const result = "problem" in attached ? attached.problem : picture(attached.bytes, name, at);
    if ("code" in result) problems.push(result);
    else {
      pictures[name] = result;
      files.push(name);
    }
  }
  return { value: filled, problems, pictures, files: [...new Set(files)] };
}

function picture(
  bytes: Uint8Array,
  file: string,
  at: Parameters<typeof messages.pictureBroken>[0],
): PictureFile | Diagnostic {
  const size = sizeOfPicture(bytes);
  if (size === "broken") return messages.pictureBroken(at, file);
  if ("format" in size) return messages.notAPicture(at, file, size.format);
  if (Math.max(size.width, size.height) > MAX_PIXELS) {
    return messages.pictureTooManyPixels(at, file, size.width, size.height, MAX_PIXELS);
  }
  return { ...size, bytes };
}

/** The name of a file in the bundle's folder, as places show it: beside the bundle's own name. */
const beside = (bundle: string, file: string): string => `${/^.*[\\/]/.exec(bundle)?.[0] ?? ""}${file}`;

/** The metric or chart that a path lies in. */
const around = (value: unknown, [list = "", index = 0]: JsonPath): unknown =>
  (value as Record<string, readonly unknown[]>)[list]?.[Number(index)];

/** Whether a unit of a metric or chart, of its line or of an axis is % or percentage points. */
const inPercent = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([name, field]) =>
    name === "unit" ? field === "%" || field === "pp" : inPercent(field),
  );
