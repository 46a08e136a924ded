import { count } from "../make.ts";
import { printable } from "../terminal.ts";

/** Texts of `foredeck doctor`. */

/** Result of one look at the machine or the project. */
export interface Examined {
  /** Stable name, for programs: "node", "cache". */
  readonly name: string;
  /** "fine"; "note": good to know; "problem": something will not work. */
  readonly state: "fine" | "note" | "problem";
  readonly says: string;
  /** Way to mend it. */
  readonly mend?: string;
}

const fine = (name: string, says: string): Examined => ({ name, state: "fine", says });
const note = (name: string, says: string, mend?: string): Examined => ({
  name,
  state: "note",
  says,
  ...(mend === undefined ? {} : { mend }),
});
const problem = (name: string, says: string, mend: string): Examined => ({
  name,
  state: "problem",
  says,
  mend,
});

const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

export const doctorProgram = (version: string, place: string): Examined =>
  fine("foredeck", `Foredeck ${version}, in ${printable(place)}`);

export const doctorNode = (version: string, tested: readonly string[]): Examined =>
  fine("node", `Node ${version}; tested with ${tested.join(", ")}`);
export const doctorNodeUntested = (version: string, tested: readonly string[]): Examined =>
  note("node", `Node ${version}, which Foredeck is not tested with`, `Use Node ${tested.join(", ")}.`);
export const doctorNodeOld = (version: string, least: string): Examined =>
  problem(
    "node",
    `Node ${version} is older than ${least}`,
    `Install Node ${least} or newer: https://nodejs.org`,
  );

export const doctorOutput = (folder: string): Examined =>
  fine("output", `decks can be written into ${printable(folder)}`);
export const doctorOutputRefused = (what: string, hint: string | undefined): Examined =>
  problem("output", what, hint ?? "Name another folder with --out-dir.");

export const doctorCache = (folder: string, files: number, bytes: number): Examined =>
  fine("cache", `${printable(folder)}: ${count(files, "entry", "entries")}, ${megabytes(bytes)}, all sound`);
export const doctorCacheEmpty = (folder: string): Examined =>
  fine("cache", `${printable(folder)}, empty so far`);
export const doctorNoCache = (): Examined =>
  note(
    "cache",
    "there is no folder for it, so every build is one from the start",
    "Set FOREDECK_CACHE_DIR, or HOME.",
  );
export const doctorCacheBroken = (folder: string, broken: number): Examined =>
  problem(
    "cache",
    `${printable(folder)}: ${count(broken, "entry is", "entries are")} damaged; each is built again when it is asked for`,
    "foredeck cache clear",
  );
export const doctorCacheForeign = (folder: string): Examined =>
  problem(
    "cache",
    `${printable(folder)} belongs to another user, so it is not used`,
    "Set FOREDECK_CACHE_DIR to a folder of yours.",
  );
export const doctorCacheUnwritable = (what: string): Examined =>
  problem("cache", what, "Make the folder writable, or set FOREDECK_CACHE_DIR to another one.");

export const doctorCanvas = (): Examined =>
  fine("canvas", "@napi-rs/canvas is installed: PNG and charts as pictures can be written");
export const doctorCanvasMissing = (): Examined =>
  note(
    "canvas",
    "the optional package @napi-rs/canvas is not installed: no PNG, no charts as pictures",
    "npm install @napi-rs/canvas",
  );
export const doctorCanvasBroken = (what: string, hint: string): Examined => problem("canvas", what, hint);

export const doctorAssistants = (): Examined =>
  fine("mcp", "@modelcontextprotocol/server is installed: foredeck mcp can serve assistants");
export const doctorAssistantsMissing = (): Examined =>
  note(
    "mcp",
    "the optional package @modelcontextprotocol/server is not installed: foredeck mcp cannot start",
    "npm install @modelcontextprotocol/server",
  );

export const doctorFonts = (families: number): Examined =>
  fine("fonts", `the fonts of all ${families} families are there`);
export const doctorFontsMissing = (families: readonly string[]): Examined =>
  problem(
    "fonts",
    `no font files for ${families.join(", ")}: PDF, PNG, SVG and HTML in them cannot be drawn`,
    "Install Foredeck again: npm install foredeck",
  );

export const doctorOffice = (path: string): Examined =>
  fine("libreoffice", `LibreOffice is at ${printable(path)}; Foredeck does not need it`);
export const doctorNoOffice = (): Examined =>
  fine("libreoffice", "LibreOffice is not on the path; Foredeck does not need it");

export const doctorConfig = (file: string): Examined => fine("config", `${printable(file)} is sound`);
export const doctorNoConfig = (): Examined =>
  fine("config", "no foredeck.config.json here or above; none is needed");
export const doctorConfigWrong = (what: string, hint: string | undefined): Examined =>
  problem("config", what, hint ?? "foredeck config shows what the file sets.");

/** Bundles that are named one by one. */
const NAMED = 5;

export function doctorBundles(files: readonly string[]): Examined {
  const rest = files.length - NAMED;
  const named = files.slice(0, NAMED).map(printable).join(", ");
  return fine("bundles", `${count(files.length, "bundle")}: ${named}${rest > 0 ? ` and ${rest} more` : ""}`);
}
export const doctorNoBundles = (): Examined =>
  note("bundles", "no bundle in this folder", "foredeck init writes one.");
export const doctorBundlesRefused = (what: string, hint: string | undefined): Examined =>
  problem("bundles", what, hint ?? "Correct the file.");

export const doctorTemplate = (file: string): Examined => fine("template", `${printable(file)} can be used`);
export const doctorNoTemplate = (): Examined =>
  fine("template", "no company template in the project file; themes are used");
export const doctorTemplateWrong = (file: string, what: string): Examined =>
  problem("template", `${printable(file)}: ${what}`, `foredeck template check ${printable(file)}`);

export const doctorNoLocks = (): Examined => fine("locks", "no deck is open in another program");
export const doctorLock = (
  deck: string,
  program: string,
  person: string | undefined,
  lock: string,
): Examined =>
  problem(
    "locks",
    `${printable(deck)} is open in ${program}${person === undefined ? "" : ` (${printable(person)})`}: a build would write beside it`,
    `Close it there; where nobody has it open, a crash left ${printable(lock)} behind: delete that file.`,
  );

const MARKS = { fine: "ok", note: "note", problem: "!!" } as const;

/** The report for people: a line for each thing, and how to mend what is not fine. */
export function doctorReport(all: readonly Examined[]): string {
  const width = Math.max(...all.map(({ name }) => name.length));
  const lines = all.flatMap(({ name, state, says, mend }) => [
    `${MARKS[state].padEnd(4)}  ${name.padEnd(width)}  ${says}`,
    ...(mend === undefined ? [] : [`${" ".repeat(width + 8)}${mend}`]),
  ]);
  const problems = all.filter(({ state }) => state === "problem").length;
  return `${[...lines, "", problems === 0 ? "everything is in order" : count(problems, "problem")].join("\n")}\n`;
}
