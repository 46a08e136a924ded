import { readdir } from "node:fs/promises";
import { basename, dirname, posix, relative, resolve, sep } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../../diagnostics/diagnostic.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import { nearest } from "../../../diagnostics/nearest.ts";
import { about } from "../../../host/about.ts";
import { codeOf } from "../../../host/failure.ts";
import type { Host } from "../../../host/host.ts";
import { type Asked, surveyFile } from "../../../read/survey/index.ts";
import { numbersOf, readable } from "./numbers.ts";
import { type Proposal, propose, trends } from "./propose.ts";

/** Content of a file of tables that a new bundle gets. */
export interface FromFile {
  /** Numbers of the bundle, without the metrics and charts of which something was found. */
  readonly without: (ids: ReadonlySet<string>, otherwise: messages.StarterNumbers) => messages.StarterNumbers;
  readonly counts: { readonly metrics: number; readonly charts: number };
  /** Reasons why something of the file is not in the bundle. */
  readonly problems: readonly Diagnostic[];
  readonly left: readonly string[];
  /** True where cells are named by a range, which does not grow. */
  readonly ranged: boolean;
  /** Ids of metrics, then of charts, in their order in the bundle. */
  readonly ids: { readonly metrics: readonly string[]; readonly charts: readonly string[] };
}

/**
 * Looks what a CSV file or workbook holds, and proposes metrics and charts that read it.
 * @throws DiagnosticsError where nothing of it can be read, with the reasons
 */
export async function fromFile(
  data: string,
  file: string,
  asked: Asked,
  host: Host,
  cwd: string,
): Promise<FromFile> {
  const root = dirname(resolve(cwd, file));
  const path = resolve(cwd, data);
  const stats = await about(path);
  if (stats?.isFile() !== true) throw new DiagnosticsError([await missing(data, path)], 2);
  const form = formOf(data);
  if (form === undefined) throw new DiagnosticsError([messages.initFromForm(data)], 2);
  const name = relative(root, path).split(sep).join("/");
  if (name.startsWith("../") || name === path) {
    const beside = posix.join(dirname(data).split(sep).join("/"), posix.basename(file));
    throw new DiagnosticsError([messages.initFromOutside(data, file, beside)], 2);
  }
  const survey = await surveyFile(await host.read(path), name, form, asked);
  const shown = survey.decimal === undefined ? asked : { ...asked, decimal: survey.decimal };
  const { proposals, problems: shapes, left } = propose(survey.tables, shown);
  const { sound, problems: cells } = await readable(proposals, posix.basename(file), host, root);
  const unsettled = [...survey.problems, ...shapes, ...cells].map(settled);
  if (sound.length === 0)
    throw new DiagnosticsError(
      unsettled.some(({ severity }) => severity === "error")
        ? unsettled
        : [messages.surveyNothing({ place: { file: name, line: 1, column: 1 } }, form), ...unsettled],
      1,
    );
  const saved = survey.saved ?? stats.mtime.toISOString().slice(0, 10);
  const source = sourceText(name, form);
  const metrics = sound.filter(({ kind }) => kind === "metric");
  const charts = [...trends(metrics), ...sound.filter(({ kind }) => kind === "chart")];
  const named = (some: readonly Proposal[]) => some.map(({ id }) => id);
  return {
    without: (ids, otherwise) => {
      const kept = ({ id, fields }: Proposal): boolean =>
        !ids.has(id) && !((fields["metrics"] as readonly string[]) ?? []).some((one) => ids.has(one));
      return numbersOf(metrics.filter(kept), charts.filter(kept), source, saved, otherwise);
    },
    counts: { metrics: metrics.length, charts: charts.length },
    problems: unsettled,
    left,
    ranged: sound.some(({ fields }) => "range" in Object(fields["values"] ?? fields["data"])),
    ids: { metrics: named(metrics), charts: named(charts) },
  };
}

const formOf = (data: string): messages.TableForm | undefined =>
  /\.(csv|tsv|txt)$/i.test(data) ? "csv" : /\.(xls\w?|ods|numbers)$/i.test(data) ? "xlsx" : undefined;

/** A finding about what can be read in two ways, which is settled by an option, since there is no bundle yet to say it in. */
const settled = (found: Diagnostic): Diagnostic =>
  /\/ambiguous-(date|number)$/.test(found.code) ? messages.initReading(found) : found;

const sourceText = (name: string, form: messages.TableForm): string =>
  JSON.stringify({
    id: "source",
    name: basename(name)
      .replace(/\.\w+$/, "")
      .replaceAll(/[{}_]+/g, " ")
      .trim(),
    ...(form === "xlsx" ? { xlsx: name } : {}),
  });

async function missing(data: string, path: string): Promise<Diagnostic> {
  try {
    const near = nearest(basename(path), await readdir(dirname(path)));
    return messages.initFromMissing(
      data,
      near === undefined ? undefined : posix.join(dirname(data).split(sep).join("/"), near),
    );
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return messages.initFromMissing(data, undefined);
  }
}
