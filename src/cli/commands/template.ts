import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { REPORTERS, type ReporterName } from "../../diagnostics/reporters/index.ts";
import { about } from "../../host/about.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { readContract } from "../../template/contract-file.ts";
import { type MeasuredFonts, readFonts } from "../../template/fonts.ts";
import { type Lesson, learn } from "../../template/learn.ts";
import { openTemplate } from "../../template/open.ts";
import { pixelsOf } from "../../template/pixels.ts";
import type { TemplateContract } from "../../theme/contract.ts";
import { MAX_TEMPLATE_BYTES } from "../../theme/file.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { report } from "../console/report.ts";
import { version } from "../console/version.ts";
import { readInput } from "../inputs/find.ts";
import { reference, schemaFile } from "../inputs/schema.ts";
import { keepCopy } from "../output/backup.ts";
import { unwritable, writeOutput } from "../output/write.ts";

export type TemplateAction = "learn" | "check";

export interface TemplateOptions {
  /** "Acme Sans=AcmeSans.ttf", as often as there are files. */
  readonly font?: readonly string[];
  readonly output?: string;
  readonly format: ReporterName;
  readonly maxWarnings?: number;
  readonly force?: boolean;
}

/** `foredeck template`: learns a company's template, or says what its decks would miss. */
export async function template(
  action: TemplateAction,
  file: string,
  options: TemplateOptions,
  io: Io,
): Promise<Exit> {
  const host = createNodeHost({ maxBytes: MAX_TEMPLATE_BYTES });
  const target = options.output ?? (action === "learn" ? contractFile(file) : undefined);
  if (target !== undefined) await checkTarget(target, file, io.cwd);
  const bytes = await readTemplate(host, file, io.cwd);
  const fonts = await measured(options.font ?? [], host, io.cwd);
  const opened = await openTemplate(bytes, basename(file));
  const edited = await contractAt(host, contractPath(action, file, options.output), io.cwd);
  const path = relative(dirname(resolve(io.cwd, target ?? file)), resolve(io.cwd, file))
    .split(sep)
    .join("/");
  const grids = await pixelsOf(opened, bytes, edited);
  const lesson = learn(opened, { path, fonts, grids, ...(edited === undefined ? {} : { edited }) });
  if (action === "learn" && target !== undefined) await writeContract(lesson, target, options, host, io);
  return print(action, file, lesson.findings, options, host, io);
}

/** company.potx: company.template.json, beside it. */
const contractFile = (file: string): string =>
  join(dirname(file), `${basename(file).replace(/\.[^.]*$/, "")}.template.json`);

/** The contract whose choices of layouts count: the one to be written, or the one beside the template. */
const contractPath = (action: TemplateAction, file: string, output: string | undefined): string =>
  action === "learn" ? (output ?? contractFile(file)) : contractFile(file);

async function checkTarget(target: string, file: string, cwd: string): Promise<void> {
  if (resolve(cwd, target) === resolve(cwd, file))
    throw new DiagnosticsError([messages.reportIsInput(target)], 2);
  const problems = await unwritable(target, cwd);
  if (problems.length > 0) throw new DiagnosticsError(problems, 2);
}

async function readTemplate(host: Host, file: string, cwd: string): Promise<Uint8Array> {
  const size = (await about(resolve(cwd, file)))?.size ?? 0;
  if (size > MAX_TEMPLATE_BYTES)
    throw new DiagnosticsError([messages.templateTooManyBytes(file, size, MAX_TEMPLATE_BYTES)], 2);
  return readInput(host, file, cwd);
}

/** A contract that is there, and valid; others are as good as none, and are not replaced without being asked. */
async function contractAt(host: Host, file: string, cwd: string): Promise<TemplateContract | undefined> {
  if ((await about(resolve(cwd, file)))?.isFile() !== true) return undefined;
  const read = readContract(await readInput(host, file, cwd), file, {});
  return "contract" in read ? read.contract : undefined;
}

/** A contract as people read and compare it: the widths of letters stand on one line. */
const contractText = (contract: TemplateContract): string =>
  `${JSON.stringify(contract, undefined, 2).replace(/\[[\s\d.,]+\]/g, (list) => list.replace(/\s+/g, " "))}\n`;

async function writeContract(
  { contract }: Lesson,
  target: string,
  { force, format }: TemplateOptions,
  host: Host,
  io: Io,
): Promise<void> {
  const schema = join(
    dirname(await schemaFile(dirname(resolve(io.cwd, target)))),
    "foredeck.template.schema.json",
  );
  const named = reference(dirname(resolve(io.cwd, target)), schema);
  const text = contractText({ $schema: named, ...contract });
  // Standard output is the report's where it has a format of its own.
  const say = (line: string): Promise<void> => (format === "pretty" ? io.out : io.err).write(`${line}\n`);
  if ((await about(resolve(io.cwd, target)))?.isFile() === true) {
    const before = new TextDecoder().decode(await readInput(host, target, io.cwd));
    if (before === text) {
      return say(messages.contractUnchanged(target));
    }
    if (force !== true) throw new DiagnosticsError([messages.contractExists(target)], 2);
    const copy = await keepCopy(target, io.cwd, (path, word) => `${path}.${word}`);
    await say(messages.backedUp(target, copy));
  }
  await writeOutput(host, target, new TextEncoder().encode(text), io.cwd);
  const { cover, content, divider } = contract.pages;
  await say(messages.contractWritten(target, cover.layout, content.layout, divider.layout));
}

/** Widths of the letters in the files that --font names. */
async function measured(fonts: readonly string[], host: Host, cwd: string): Promise<MeasuredFonts> {
  if (fonts.length === 0) return new Map();
  const { measureFont } = await import("../../host/measure-font.ts");
  const problems: Diagnostic[] = [];
  const found = [];
  for (const entry of fonts) {
    const cut = entry.lastIndexOf("=");
    const [family, file] = [entry.slice(0, Math.max(0, cut)).trim(), entry.slice(cut + 1)];
    if (family === "" || file === "") {
      problems.push(messages.templateFontOption(entry));
      continue;
    }
    const face = measureFont(await readInput(host, file, cwd));
    if (face === undefined) problems.push(messages.templateFontFile(family, file));
    else found.push({ family, style: face.style, face: face.face });
  }
  if (problems.length > 0) throw new DiagnosticsError(problems, 2);
  return readFonts(found);
}

async function print(
  action: TemplateAction,
  file: string,
  findings: readonly Diagnostic[],
  { format, output, maxWarnings }: TemplateOptions,
  host: Host,
  io: Io,
): Promise<Exit> {
  const overall =
    maxWarnings !== undefined && findings.length > maxWarnings
      ? [messages.tooManyWarnings(findings.length, maxWarnings)]
      : [];
  if (action === "learn" && format === "pretty") await report([...findings, ...overall], io);
  else {
    const checked = { file, findings, silenced: [], ran: "all" as const, skipped: [] };
    const whole = { version: version(), rules: [], bundles: [checked], findings: overall };
    const target = action === "check" ? output : undefined;
    const terminal = target === undefined ? io.out : { colour: false, width: 100 };
    const text = REPORTERS[format](whole, { colour: terminal.colour, width: Math.min(terminal.width, 120) });
    if (target === undefined) await io.out.write(text);
    else await writeOutput(host, target, new TextEncoder().encode(text), io.cwd);
  }
  return overall.length > 0 ? EXIT.errors : EXIT.done;
}
