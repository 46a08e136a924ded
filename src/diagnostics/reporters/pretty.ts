import pc from "picocolors";
import { pathText } from "../../base/json-path.ts";
import { type Diagnostic, type Place, placeText } from "../diagnostic.ts";
import { type FoldedFinding, foldKinds, foldPoints } from "../findings/index.ts";
import { count } from "../make.ts";
import * as messages from "../messages/check.ts";
import { cells, fitsIn, lettersWithin, printable, wrap } from "../terminal.ts";
import { type CheckedBundle, findingsOf, type Reporter } from "./reporter.ts";

export interface PrettyOptions {
  readonly colour: boolean;
  /** Columns of the terminal; 100 is a good width where there is none. */
  readonly width: number;
  /** Findings that are shown at most; the rest is counted. All when left out. */
  readonly limit?: number;
  /** True where repeats are folded: of one code some are shown, and how many more there are. */
  readonly folded?: boolean;
  /** Command that shows what is folded or left out. */
  readonly showAll?: string | undefined;
}

type Colours = ReturnType<typeof pc.createColors>;

/** Columns to the left of the words: the margin for line numbers. */
const MARGIN = 8;

/** Findings for people, in the order given, with the line that they are about; ends with a count. */
export function pretty(diagnostics: readonly Diagnostic[], options: PrettyOptions): string {
  const colours = pc.createColors(options.colour);
  const width = Math.max(options.width, 50);
  const folded = fold(diagnostics, options.folded === true);
  const shown = folded.slice(0, options.limit ?? folded.length);
  const blocks = shown.map((each) => blockOf(each, width, colours, options.showAll));
  const known = shown.reduce((sum, { more }) => sum + 1 + more, 0);
  const rest = diagnostics.length - known;
  // Points of one series are folded into the sentence of one of them, which counts them.
  if (folded.length > shown.length && rest > 0)
    blocks.push(aside(messages.moreProblems(rest, options.showAll), width, colours));
  return `${blocks.join("\n")}${blocks.length > 0 ? "\n" : ""}${summary(diagnostics, colours)}\n`;
}

const fold = (found: readonly Diagnostic[], folded: boolean): readonly FoldedFinding[] =>
  folded ? foldKinds(foldPoints(found)) : found.map((finding) => ({ finding, more: 0 }));

const blockOf = (
  { finding, more }: FoldedFinding,
  width: number,
  colours: Colours,
  showAll: string | undefined,
): string =>
  block(finding, width, colours) +
  (more === 0 ? "" : `\n${aside(messages.moreOfThisKind(more, finding.code, showAll), width, colours)}`);

/** A line that belongs to no finding, where their words begin. */
const aside = (text: string, width: number, colours: Colours): string =>
  `${wrap(printable(text), width - MARGIN)
    .map((line) => " ".repeat(MARGIN) + colours.dim(line))
    .join("\n")}\n`;

/** "3 errors, 1 warning in listening.json" */
export function summary(
  diagnostics: readonly Diagnostic[],
  colours: Colours = pc.createColors(false),
): string {
  const errors = diagnostics.filter((d) => d.severity === "error").length;
  const warnings = diagnostics.length - errors;
  const parts = [
    ...(errors > 0 ? [colours.red(count(errors, "error"))] : []),
    ...(warnings > 0 ? [colours.yellow(count(warnings, "warning"))] : []),
  ];
  const files = [
    ...new Set(diagnostics.flatMap((d) => (d.place === undefined ? [] : [printable(d.place.file)]))),
  ];
  const where = files.length === 0 ? "" : ` in ${inFiles(files)}`;
  return parts.length === 0
    ? colours.green(messages.noProblems())
    : `${colours.bold(parts.join(", "))}${where}`;
}

const inFiles = (files: readonly string[]): string =>
  files.length > 2 ? count(files.length, "file") : files.join(" and ");

/** A report for people: every finding with its line, then what is silenced and why, then one line that sums up. */
export const prettyReport: Reporter = (report, { colour, width, showAll }) => {
  const colours = pc.createColors(colour);
  const room = Math.max(width, 50);
  const findings = findingsOf(report);
  const blocks = fold(findings, showAll !== undefined).map((each) => blockOf(each, room, colours, showAll));
  const notes = report.bundles.flatMap((bundle) => notesOf(bundle, room, colours));
  const sound = report.bundles.filter((bundle) => bundle.findings.length === 0).map((bundle) => bundle.file);
  const end =
    findings.length === 0
      ? `${colours.green(messages.noProblems())} in ${inFiles(sound.map(printable))}`
      : summary(findings, colours);
  return [...blocks, ...(notes.length === 0 ? [] : [`${notes.join("\n")}\n`]), `${end}\n`].join("\n");
};

/** Notes on rules that are off and rules that did not run. */
function notesOf(bundle: CheckedBundle, width: number, colours: Colours): string[] {
  const note = (label: string, text: string): string[] => {
    const head = label.padStart(MARGIN - 2);
    const lines = wrap(printable(text), width - head.length - 2);
    return lines.map((line, i) => `${i === 0 ? colours.dim(head) : " ".repeat(head.length)}  ${line}`);
  };
  return [
    ...bundle.silenced.flatMap(({ code, because, findings }) =>
      note("off", messages.silencedIn(bundle.file, code, because, findings.length)),
    ),
    ...(bundle.skipped.length === 0
      ? []
      : note("note", messages.rulesKnowNoLanguage(bundle.file, bundle.skipped))),
    ...(bundle.ran === "all" ? [] : note("note", messages.rulesRanInPart(bundle.file, bundle.ran))),
  ];
}

function block(diagnostic: Diagnostic, width: number, colours: Colours): string {
  const paint = diagnostic.severity === "error" ? colours.red : colours.yellow;
  const word = (diagnostic.severity === "error" ? "error" : "warn").padStart(MARGIN - 2);
  const margin = " ".repeat(MARGIN);
  const fill = (text: string): string[] => wrap(printable(text), width - MARGIN);
  const [first = "", ...more] = fill(diagnostic.what);
  const out = [
    `${colours.bold(paint(word))}  ${colours.bold(first)}`,
    ...more.map((line) => margin + colours.bold(line)),
  ];
  const { place } = diagnostic;
  const where = [
    ...(place === undefined ? [] : [colours.cyan(printable(placeText(place)))]),
    ...(diagnostic.path === undefined || diagnostic.path.length === 0
      ? []
      : [printable(pathText(diagnostic.path))]),
    ...(diagnostic.slide === undefined
      ? []
      : [printable(messages.onSlide(diagnostic.slide.number, diagnostic.slide.title))]),
    colours.dim(diagnostic.code),
  ];
  out.push(margin + where.join(colours.dim("  ")));
  if (place?.text !== undefined) out.push(...quote(place, place.text, width, colours, paint));
  const note = (label: string, text: string | undefined, ink: (text: string) => string): void => {
    if (text === undefined) return;
    const lines = wrap(printable(text), width - MARGIN - label.length - 2);
    const hang = " ".repeat(label.length + 2);
    lines.forEach((line, i) => {
      out.push(margin + (i === 0 ? `${ink(label)}  ` : hang) + line);
    });
  };
  note("why", diagnostic.why, colours.magenta);
  note("hint", diagnostic.hint, colours.green);
  return `${out.join("\n")}\n`;
}

/** The source line with its number, and a line that points at what is meant; long lines are cut around it. */
function quote(
  place: Place,
  text: string,
  width: number,
  colours: Colours,
  paint: (text: string) => string,
): string[] {
  const room = Math.max(width - MARGIN - 2, 20);
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  const begin = place.textColumn ?? 1;
  const at = place.column - begin;
  const length = Math.max(1, place.length ?? 1);
  const start = at < indent ? 0 : Math.min(indent, at);
  let from = start;
  if (!fitsIn(text.slice(from, at + length), room)) {
    // A third of the room for what stands before, so that one sees which field it is.
    from = at - lettersWithin(text.slice(start, at), Math.floor(room / 3), "end");
  }
  const lead = from > start || begin > 1 ? "…" : "";
  let to = text.length;
  if (!fitsIn(text.slice(from, to), room - lead.length))
    to = Math.max(at + 1, from + lettersWithin(text.slice(from, to), room - lead.length - 1, "start"));
  const tail = to < text.length ? "…" : "";
  const before = cells(lead + printable(text.slice(from, at)));
  const marked = Math.max(1, cells(printable(text.slice(at, Math.min(at + length, to)))));
  const bar = colours.dim("│");
  const number = String(place.line).padStart(MARGIN - 2);
  return [
    `${colours.dim(number)} ${bar} ${lead}${printable(text.slice(from, to))}${tail}`,
    `${" ".repeat(MARGIN - 1)}${bar} ${" ".repeat(before)}${paint("^".repeat(marked))}`,
  ];
}
