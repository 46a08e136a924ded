import { dirname, resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import type { Asked } from "../../read/survey/index.ts";
import { RULES } from "../../rules/index.ts";
import { type Checkup, checkUp } from "../check/checkup.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import type { Prompt } from "../console/prompt.ts";
import { report } from "../console/report.ts";
import { answerOf, fromOptions, hasTold, type InitFlags, interview, ofAnswer } from "../init/answers.ts";
import { startDates } from "../init/dates.ts";
import { exampleFiles, examples } from "../init/examples.ts";
import { type FromFile, fromFile } from "../init/from/index.ts";
import { placesToFill } from "../init/from/to-fill.ts";
import { type NewFile, put, refuseExisting } from "../init/put.ts";
import { amountIn } from "../init/read-answer.ts";
import { settle } from "../init/settle.ts";
import { bundleTarget, kindOf } from "../init/target.ts";
import { reference, schemaFile } from "../inputs/schema.ts";

export interface InitOptions extends InitFlags, Asked {
  /** Workbook or CSV file from which metrics and charts are proposed. */
  readonly from?: string;
  /** BCP 47 tag of the language of the deck. */
  readonly locale?: string;
  /** Replaces files that are there; backups are kept. */
  readonly force?: boolean;
  /** Name of a sample to copy; true where none is named, which lists them. */
  readonly example?: string | true;
}

/** `foredeck init`: a bundle that builds at once, with what editor and npm need beside it. */
export async function init(target: string | undefined, options: InitOptions, io: Io): Promise<Exit> {
  const host = createNodeHost();
  if (options.example !== undefined) return copyExample(target, options.example, options, host, io);
  const file = await bundleTarget(target ?? ".", io.cwd);
  const path = resolve(io.cwd, file);
  if (options.force !== true && (await kindOf(path)) !== "nothing")
    throw new DiagnosticsError([messages.initExists(file)], 2);
  const found =
    options.from === undefined
      ? undefined
      : await fromFile(options.from, file, readings(options), host, io.cwd);
  const named = reference(dirname(path), await schemaFile(dirname(path)));
  const dates = startDates(new Date());
  const prompt = options.yes === true ? undefined : await io.prompt?.();
  const given = fromOptions(options);
  try {
    if (prompt !== undefined) await io.out.write(`${messages.initIntroduction(file)}\n\n`);
    const { told, left } =
      prompt === undefined
        ? { told: given, left: false }
        : await interview(prompt, given, found !== undefined, dates.today);
    if (left) {
      // The cursor stands behind a question.
      await io.out.write("\n");
      if (!hasTold(told)) {
        await report([messages.initLeft()], io);
        return EXIT.interrupted;
      }
    }
    const amount = told.amount === undefined ? amountIn(told.decision ?? "") : {};
    const { text, problems } = await standing(
      { ...(options.locale === undefined ? {} : { locale: options.locale }), ...amount, ...told },
      (told) =>
        soundText(
          (out) => {
            const numbers = found?.without(out, messages.starterNumbers(told, dates));
            return messages.starterBundle(told, dates, named, file, numbers);
          },
          found?.ids,
          (bytes) => checkUp(bytes, file, host, io.cwd, {}),
        ),
      prompt,
      io,
    );
    if (found !== undefined && options.from !== undefined) {
      await report([...found.problems, ...problems], io);
      await io.out.write(`${messages.initFound(options.from, found.counts.metrics, found.counts.charts)}\n`);
      if (found.ranged) await io.out.write(`${messages.initRanged}\n`);
      if (found.left.length > 0) await io.out.write(`${messages.initLeftOut(found.left)}\n`);
    }
    const bytes = new TextEncoder().encode(text);
    const list =
      found === undefined && prompt === undefined ? "" : messages.initToFill(file, placesToFill(text, file));
    const exit = await write(file, [{ file, bytes }], list, host, io);
    if (!left) return exit;
    await io.out.write(`${messages.initKept(file)}\n`);
    return EXIT.interrupted;
  } finally {
    prompt?.close();
  }
}

/**
 * The text of a bundle with answers; one that cannot stand is refused by its option, or taken out and said where somebody
 * was asked, so that the other answers are not lost with it.
 * @throws DiagnosticsError
 */
async function standing<T>(
  told: messages.Told,
  make: (told: messages.Told) => Promise<T>,
  prompt: Prompt | undefined,
  io: Io,
): Promise<T> {
  try {
    return await make(told);
  } catch (cause) {
    if (!(cause instanceof DiagnosticsError)) throw cause;
    const fields = new Map(cause.diagnostics.map((error) => [answerOf(error, told), error]));
    const [[field, error] = []] = fields;
    if (prompt === undefined || field === undefined || error === undefined)
      throw new DiagnosticsError(cause.diagnostics.map(ofAnswer));
    const { [field]: answer, ...others } = told;
    await io.out.write(`${messages.initNotTaken(JSON.stringify(answer), error.what)}\n`);
    return standing(others, make, prompt, io);
  }
}

const RULED: ReadonlySet<string> = new Set(RULES.map(({ code }) => code));

const readings = ({ decimal, dates }: InitOptions): Asked => ({
  ...(decimal === undefined ? {} : { decimal }),
  ...(dates === undefined ? {} : { dates }),
});

/**
 * The text of the bundle: an answer may be too long, or hold braces that name no figure, which is said before anything is
 * written; a metric or chart of a file that cannot be drawn is left out, with the reason.
 * @throws DiagnosticsError
 */
async function soundText(
  textWith: (out: ReadonlySet<string>) => string,
  ids: FromFile["ids"] | undefined,
  check: (bytes: Uint8Array) => Promise<Checkup>,
): Promise<{ readonly text: string; readonly problems: readonly Diagnostic[] }> {
  const out = new Set<string>();
  const problems: Diagnostic[] = [];
  for (;;) {
    const text = textWith(out);
    const { findings } = await check(new TextEncoder().encode(text));
    // What a rule finds is for those who fill the bundle in: a draft is built with it.
    const errors = findings.filter(({ severity, code }) => severity === "error" && !RULED.has(code));
    if (errors.length === 0) return { text, problems };
    const before = out.size;
    for (const { path: [part, n] = [] } of errors) {
      const kept = (part === "metrics" || part === "charts" ? (ids?.[part] ?? []) : []).filter(
        (id) => !out.has(id),
      );
      const id = typeof n === "number" ? kept[n] : undefined;
      if (id !== undefined) out.add(id);
    }
    if (out.size === before) throw new DiagnosticsError(errors);
    problems.push(...errors);
  }
}

/** Copies a sample of the package, with the files that it reads; lists the samples where none is named. */
async function copyExample(
  target: string | undefined,
  asked: string | true,
  options: InitOptions,
  host: Host,
  io: Io,
): Promise<Exit> {
  const known = await examples();
  if (asked === true) {
    await io.out.write(messages.initExamples(known));
    return EXIT.done;
  }
  const names = known.map(({ name }) => name);
  const example = known.find(({ name }) => name === asked);
  if (example === undefined)
    throw new DiagnosticsError([messages.initNoExample(asked, nearest(asked, names), names)], 2);
  const file = await bundleTarget(target ?? ".", io.cwd, example.name);
  const folder = dirname(resolve(io.cwd, file));
  const files = await exampleFiles(example, file, reference(folder, await schemaFile(folder)));
  if (options.force !== true) await refuseExisting(files, io.cwd);
  return write(file, files, "", host, io);
}

/** Writes the bundle and what it reads, then what editor and npm need beside it. */
async function write(
  file: string,
  files: readonly NewFile[],
  list: string,
  host: Host,
  io: Io,
): Promise<Exit> {
  for (const each of files) {
    const backup = await put(host, each, io.cwd);
    if (backup !== undefined) await io.out.write(`${messages.backedUp(each.file, backup)}\n`);
  }
  await io.out.write(`${messages.initWritten(file)}\n`);
  const beside = files.map((each) => each.file).filter((each) => each !== file);
  if (beside.length > 0) await io.out.write(`${messages.initBeside(beside)}\n`);
  const path = resolve(io.cwd, file);
  const schema = await schemaFile(dirname(path));
  await report(await settle(path, schema, host, io), io);
  await io.out.write(list);
  await io.out.write(messages.initNext(file, (await kindOf(schema)) === "file"));
  return EXIT.done;
}
