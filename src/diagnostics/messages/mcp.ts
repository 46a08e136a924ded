import { type Diagnostic, placeText } from "../diagnostic.ts";
import { count, error, quoted as shortened } from "../make.ts";
import { printable } from "../terminal.ts";

/** Texts that an assistant reads before it calls anything: what each tool does, and what its arguments mean. */
export const MCP = {
  instructions: `Foredeck turns one JSON file, the bundle, into the deck that leadership reads before a meeting. Never invent a number, a source, a quote or a consent: ask for it.
The way of a job: schema (read the parts you need) or the resource foredeck://samples/minimal, write_bundle, check, mend what it finds (fix does what needs no judgement, explain says why a rule asks for something), build, and slide_image to look at each slide. Every finding has a place, file:line:column, and says how to mend it. Write {{name.latest}} instead of typing a figure; figures lists the names.`,
  bundle: "The bundle's path from the root folder, with / between folders: decks/plan.json",
  schema: {
    title: "Read the bundle's schema",
    says: "What a bundle may hold, part by part. Without part: all fields in a line each. With part: the fields of that part, such as ask, metrics.values, charts.pareto, or a type such as tone.",
    part: "A path of fields (why.reasons), a kind of chart (charts.waterfall), or a type that another answer names ($ref)",
  },
  read: {
    title: "Read a bundle",
    says: "The text of a bundle, with the numbers of its lines. Without bundle: the bundles in the root folder.",
    from: "The first line (default: 1)",
    lines: "How many lines at most (default: 400)",
  },
  write: {
    title: "Write a bundle",
    says: "Writes the whole text of a bundle: JSON; comments and trailing commas are allowed. A bundle that is there is replaced only with replace: true, and a file that is no bundle never.",
    text: "The whole text of the bundle",
    replace: "true: replaces the bundle that is there",
  },
  check: {
    title: "Check a bundle",
    says: "Everything that is wrong or weak in a bundle and its argument: each finding with its place, its rule and how to mend it. Errors keep a final deck from being built.",
  },
  fix: {
    title: "Mend what needs no judgement",
    says: "Mends $schema, dates, names, units in words, order of bars, and typed numbers that are figures; writes the tests that true sentences imply into holds. Says what it would do, as a diff; writes it only with write: true.",
    write: "true: writes the changes into the bundle",
    tests: "false: writes no tests into holds",
  },
  figures: {
    title: "List the figures",
    says: "The names that {{…}} can have in a text, and how each reads.",
    match: "Only figures whose name holds this",
  },
  build: {
    title: "Build the deck",
    says: "Writes the deck. What somebody has edited is never replaced: the new deck then stands beside it.",
    formats: "What to write (default: pptx)",
    folder: "The folder to write into, from the root folder (default: out)",
    edition: "An edition of the bundle; brief, one page, is one of every bundle",
  },
  image: {
    title: "Look at a slide",
    says: "A slide as a picture (PNG), drawn from the bundle as it is now; nothing has to be built before. Look at every slide before you say that a deck is done.",
    slide: "The number of the slide, from 1",
  },
  explain: {
    title: "Explain a rule",
    says: "What a rule asks, why it matters to the reader, how to mend what it finds, and an example. Without rule: all rules in a line each.",
    rule: "The code of a rule, as findings name it: ask/complete",
  },
  changed: {
    title: "Say what changed",
    says: "What differs from the version that was sent last, or from another one: the ask, figures, reasons, wording, and the pages to read again.",
    since: "Compare with this version, as it was sent",
    reader: "Compare with the version that this reader got last, by the id of the stakeholder",
    against: "Compare with this bundle",
  },
  replies: {
    title: "List the replies",
    says: "What readers answered and what is open.",
    all: "true: also the replies that are not open",
    more: "Replies that are not listed",
  },
  samples: "Bundles that come with Foredeck, as examples to read",
  rules: "What each rule of check asks, and why",
} as const;

/** Reasons for which a path of an assistant is refused. */
export type PathFault =
  | "empty"
  | "long"
  | "control"
  | "encoded"
  | "address"
  | "backslash"
  | "absolute"
  | "home"
  | "up"
  | "hidden"
  | "link"
  | "special"
  | "notBundle"
  | "folder"
  | "file"
  | "loop";

const FAULTS: Readonly<Record<PathFault, string>> = {
  empty: "it is empty",
  long: "it has more than 1,000 characters",
  control: "it holds a control character",
  encoded: "it holds a letter that is encoded as in an address (%2e)",
  address: "it begins with a drive or as an address does",
  backslash: "it holds a backslash",
  absolute: "it begins at the root of the disk",
  home: "it begins with a tilde",
  up: "a step of it leads upwards",
  hidden: "it leads into a hidden file or folder, or into node_modules",
  link: "a link on the way leads out of the root folder",
  special: "it is a pipe, a device or a socket",
  notBundle: "its name ends neither with .json nor with .jsonc",
  folder: "it is a folder",
  file: "it is a file, where a folder is needed",
  loop: "a link on the way leads round in a circle, or may not be followed",
};

/** A path that is refused; it is not looked at. */
export const pathRefused = (path: string, fault: PathFault): Diagnostic =>
  error("mcp/path", {}, `The path ${quoted(path)} is refused: ${FAULTS[fault]}.`, {
    why: "Nothing outside the root folder that the server was started with is read or written.",
    hint: "Give a path from the root folder, with / between folders: decks/plan.json.",
  });

export const besideLeadsOut = (path: string): Diagnostic =>
  error(
    "mcp/path",
    {},
    `${quoted(path)}, which belongs to the bundle, is or holds a link out of the root folder.`,
    {
      why: "Nothing outside the root folder that the server was started with is read or written.",
      hint: "Replace the link by the file itself, or start the server in a folder that holds both.",
    },
  );

export const writingRefused = (tool: string): Diagnostic =>
  error("mcp/read-only", {}, `${tool} would write a file, and this server reads only.`, {
    hint: "Whoever started it can let it write: foredeck mcp --write. Until then, tell the person what you would write.",
  });

export const bundleThere = (file: string): Diagnostic =>
  error("mcp/there", {}, `${quoted(file)} is there already.`, {
    hint: "Read it first (read_bundle). To replace it, call write_bundle with replace: true; else choose another name.",
  });

export const notABundle = (file: string): Diagnostic =>
  error("mcp/foreign", {}, `${quoted(file)} is there and is no bundle, so it is neither read nor replaced.`, {
    hint: "Choose another name.",
  });

export const outputForeign = (path: string): Diagnostic =>
  error("mcp/foreign", {}, `${quoted(path)} is there, and Foredeck has not written it.`, {
    why: "An assistant replaces only what Foredeck wrote.",
    hint: "Give another folder, such as out.",
  });

export const textNoBundle = (): Diagnostic =>
  error(
    "mcp/text",
    {},
    "The text is no JSON object with fields of a bundle at its top. Nothing was written.",
    {
      hint: "Call schema for the fields: title, ask, why, goals …",
    },
  );

export const bundleChangedMeanwhile = (file: string): Diagnostic =>
  error("mcp/meanwhile", {}, `${quoted(file)} was changed while it was mended. Nothing was written.`, {
    hint: "Call fix again.",
  });

export const argumentsTooLarge = (bytes: number, most: number): Diagnostic =>
  error("mcp/too-large", {}, `The arguments have ${bytes} bytes; ${most} are taken at most.`, {
    hint: "Move tables into CSV files beside the bundle, and shared parts into a file that it extends.",
  });

export const tooManyWait = (most: number): Diagnostic =>
  error("mcp/busy", {}, `${most} calls are waiting already; one is worked on at a time.`, {
    hint: "Wait for the answers, then call again.",
  });

export const noSlide = (slide: number, of: number): Diagnostic =>
  error("mcp/slide", {}, `There is no slide ${slide}: the deck has ${count(of, "slide")}.`, {
    hint: `Ask for a slide from 1 to ${of}.`,
  });

export const noSchemaPart = (part: string, near: string | undefined, known: readonly string[]): Diagnostic =>
  error("mcp/part", {}, `The schema has no part ${quoted(part)}.`, {
    hint: `${near === undefined ? "" : `Did you mean ${near}? `}Known there: ${known.join(", ")}.`,
  });

export const noRule = (code: string, near: string | undefined): Diagnostic =>
  error("mcp/rule", {}, `There is no rule ${quoted(code)}.`, {
    why: "Findings of bundle/, deck/ and some other names come from reading and drawing, not from a rule: they say all there is to say.",
    hint: near === undefined ? "Call explain without a rule: it lists them all." : `Did you mean ${near}?`,
  });

export const rootNoFolder = (folder: string): Diagnostic =>
  error("mcp/root", {}, `${quoted(folder)} is no folder that can be read.`, {
    hint: "Name the folder that holds the bundles: foredeck mcp decks",
  });

/** Answer to a client that asks for a resource that there is not. */
export const noResource = (uri: string): string =>
  `There is no resource ${quoted(uri)}. resources/list names those that there are.`;

/** Lines that the server logs on standard error. */
export const serving = (root: string, writes: boolean): string =>
  `Serving ${printable(root)} over standard input and output (${writes ? "reads and writes" : "reads only"}). Stop with Ctrl-C.`;
export const ignoredMessage = (why: string): string =>
  `A message was not taken: ${printable(why).slice(0, 300)}`;
export const atWork = (what: string, seconds: number): string =>
  seconds < 1 ? `${what} …` : `${what} …, ${seconds} s`;
export const WORK = {
  waits: "Waiting for the call before",
  begins: (tool: string): string => `Working on ${tool}`,
  writes: "Writing",
};

/** Answers to lines that are no messages of the protocol. */
export const LINES = {
  tooLong: (bytes: number, most: number): string =>
    `The message has ${bytes} bytes; ${most} are taken at most. Move tables into CSV files beside the bundle.`,
  noJson: "The line is no JSON. Each message is one line of JSON.",
  noMessage: "The line is no message of JSON-RPC 2.0.",
};

/** Findings about a call or the machine; why they matter is not in any rule that could be asked. */
const ABOUT_CALLS = /^(?:mcp|host|cli)\//;

/** One finding for an assistant: rule and place, what is wrong, how to mend it. */
export function findingText(
  { severity, code, what, why, hint, place, path, slide }: Diagnostic,
  at: string,
): string {
  const where = [
    ...(place === undefined ? [] : [placeText(place)]),
    ...(path === undefined || path.length === 0 ? [] : [at]),
    ...(slide === undefined ? [] : [`slide ${slide.number}`]),
  ];
  return [
    `${severity} ${code}${where.length === 0 ? "" : `  ${where.join("  ")}`}`,
    `  ${what}`,
    ...(why === undefined || !ABOUT_CALLS.test(code) ? [] : [`  Why: ${why}`]),
    ...(hint === undefined ? [] : [`  To mend: ${hint}`]),
  ]
    .map(printable)
    .join("\n");
}

export const checkedText = (file: string, errors: number, warnings: number): string =>
  errors + warnings === 0
    ? `${file} has no errors and no warnings.`
    : `${file} has ${count(errors, "error")} and ${count(warnings, "warning")}.`;
export const moreFindings = (more: number): string =>
  `${count(more, "more finding")}: mend these first, then check again.`;
export const fixedText = (file: string, changed: boolean, written: boolean): string =>
  !changed
    ? `Nothing in ${file} can be mended without judgement.`
    : written
      ? `${file} was mended:`
      : `${file} would be mended so; nothing was written (write: true writes it):`;
export const builtDeckText = (path: string, slides: number, minutes: number, state: string): string =>
  `${path}: ${count(slides, "slide")}, ${count(minutes, "minute")} to read (${state}).`;
export const notBuilt = (file: string): string => `No deck of ${file} was written.`;
export const warningsLeft = (warnings: number): string =>
  `check has ${count(warnings, "warning")} of the argument.`;
export const slideText = (slide: number, of: number, title: string): string =>
  `Slide ${slide} of ${of}: ${title}`;
export const slideWrong = (errors: number): string =>
  `The bundle has ${count(errors, "error")}; the slide shows what can be drawn. check lists them.`;
export const figureText = (name: string, text: string, formula: string | undefined): string =>
  `{{${name}}}  ${text}${formula === undefined ? "" : `  = ${formula}`}`;
export const moreFigures = (more: number): string =>
  `${count(more, "more figure")}: narrow them down with match.`;
export const moreReplies = (more: number): string => `${count(more, "more reply", "more replies")}.`;
export const noFigures = "There is no such figure.";
export const bundlesText = (files: readonly string[]): string =>
  files.length === 0 ? "There is no bundle in the root folder." : files.join("\n");
export const writtenText = (file: string, bytes: number, replaced: boolean): string =>
  `${file} was ${replaced ? "replaced" : "written"} (${bytes} bytes). Now call check.`;
export const cutText = (more: number): string => `… ${more} characters more`;

const quoted = (text: string): string => shortened(text, 200);

/** Words of the answers about the schema. */
export const SCHEMA = {
  whole:
    "A bundle is one JSON object; comments and trailing commas are allowed. Its fields (* must be there, unless the bundle extends another file):",
  more: "For a field, call schema with part: ask, metrics, charts.bar …",
  fields: (part: string): string => `${part} has these fields (* must be there):`,
  list: (part: string): string => `${part} is a list; each item has these fields (* must be there):`,
  kinds: (part: string): string =>
    `${part} is a list of items of these kinds; call schema with ${part}.<kind> for one:`,
  types: "Types that it names:",
  elsewhere: (names: readonly string[]): string => `Call schema for the types ${names.join(", ")}.`,
};

/** Words of the answers about a rule. */
export const RULE = {
  line: (code: string, severity: string, asks: string): string => `${code} (${severity}): ${asks}`,
  why: (why: string): string => `Why: ${why}`,
  mend: (hint: string): string => `To mend: ${hint}`,
  sees: (limit: string): string => `It reads language: ${limit}`,
  wrong: (example: string): string => `It finds: ${example}`,
  right: (example: string): string => `It accepts: ${example}`,
  source: (source: string): string => `Source: ${source}`,
  firm: "It cannot be turned off.",
  off: (code: string): string =>
    `A person who judges that it is wrong here can turn it off: "rules": { "${code}": { "severity": "off", "because": "their reason" } }`,
};

/** Words about the text of a bundle. */
export const TEXT = {
  goesOn: (next: number, lines: number): string => `The bundle has ${lines} lines; go on with from: ${next}.`,
};

export const defect = (stack: string): string =>
  `Foredeck failed. The fault is in Foredeck, not in the bundle. Tell the person, who can report it with these lines:\n${stack}`;
