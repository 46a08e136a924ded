import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted, warning } from "../make.ts";
import { shellWord } from "../shell.ts";
import { cells, printable } from "../terminal.ts";

/** Questions, files and messages of `foredeck init`. */

/** Texts of a new bundle that options or answers give; a placeholder takes the place of each that is left out. */
export interface Start {
  readonly title?: string;
  readonly decision?: string;
  readonly approver?: string;
  readonly goal?: string;
  readonly metric?: string;
}

/** Options that give the texts of a new bundle, each with the question that asks for it. */
export const INIT_QUESTIONS: readonly (readonly [keyof Start, string])[] = [
  ["title", "What is the deck called, in a few words?"],
  ["approver", "Who decides? Name, then role: Ada Brown, Chief executive"],
  ["decision", "Which decision do you ask for? Begin with a verb: Approve, Stop, Choose …"],
  ["goal", "Which company goal does it serve, in the company's own words?"],
  ["metric", "Which metric measures that goal? For example: Visits per month"],
];

export const initWritten = (file: string): string => `${printable(file)} written`;
/** Most files beside a bundle that are named one by one. */
const NAMED = 5;
export const initBeside = (files: readonly string[]): string =>
  files.length > NAMED
    ? `${files.length} files written beside it`
    : `${files.map(printable).join(", ")} written beside it`;
export const initScript = (file: string, name: string): string =>
  `${printable(file)}: npm run ${name} builds the deck`;
/** `first` is the script of another bundle, which stays. */
export const initSecondScript = (file: string, name: string, first: string): string =>
  `${printable(file)}: npm run ${name} builds the deck; npm run ${first} does what it did before`;
/** `folder` is the one to open in VS Code, unless the program runs there. */
export const initEditor = (file: string, folder: string | undefined): string =>
  `${printable(file)}: VS Code${folder === undefined ? "" : `, opened in ${printable(folder)},`} completes and explains fields while you type`;

/** Next steps. `installed` is true where the schema that the bundle names exists. */
export function initNext(file: string, installed: boolean): string {
  const name = shellWord(file);
  const steps: readonly (readonly [string, string])[] = [
    ...(installed ? [] : [["npm install --save-dev foredeck", "lets your editor find the schema"] as const]),
    [`npx foredeck preview ${name}`, "see the slides while you write"],
    [`npx foredeck check ${name}`, "find weak points of the argument"],
    [`npx foredeck build ${name}`, "write the deck"],
  ];
  const width = Math.max(...steps.map(([command]) => cells(command)));
  const line = ([command, says]: readonly [string, string]): string =>
    `  ${command}${" ".repeat(width - cells(command))}   ${says}`;
  return ["", "Next:", ...steps.map(line), ""].join("\n");
}

/** The samples that can be copied, each with the title of its deck. */
export function initExamples(known: readonly { readonly name: string; readonly title: string }[]): string {
  const width = Math.max(...known.map(({ name }) => cells(name)));
  const line = ({ name, title }: { readonly name: string; readonly title: string }): string =>
    `  ${name}${" ".repeat(width - cells(name))}   ${printable(title)}`;
  return [
    "Examples:",
    ...known.map(line),
    "",
    "To copy one, with the files that it reads:  npx foredeck init --example NAME",
    "",
  ].join("\n");
}

/** For a sample that is not there; `near` is the one that was most likely meant. */
export const initNoExample = (
  asked: string,
  near: string | undefined,
  known: readonly string[],
): Diagnostic =>
  error("cli/init", {}, `There is no example ${quoted(asked)}.`, {
    hint:
      near === undefined
        ? `The examples are ${known.join(", ")}.`
        : `Did you mean ${quoted(near)}? The examples are ${known.join(", ")}.`,
  });

export const initExists = (file: string): Diagnostic =>
  error("cli/init", {}, `${quoted(file, 200)} already exists and was not changed.`, {
    hint: "Choose another name, or use --force to replace it and keep a backup.",
  });

/** `within` is the path of the bundle, if the user meant a folder of that name. */
export const initNotJson = (file: string, within: string): Diagnostic =>
  error("cli/init", {}, `The name of a bundle ends in .json or .jsonc; ${quoted(file, 200)} does not.`, {
    hint: `Name a file such as deck.json. For a bundle in a new folder of that name, write ${quoted(within, 200)}.`,
  });

/** A file name that a shell would interpret when people paste it or npm runs it. */
export const initUnsafe = (file: string): Diagnostic =>
  error(
    "cli/init",
    {},
    `${quoted(file, 200)} contains a character with a meaning in shells: $ \` " % ! or \\.`,
    {
      why: "npm runs the command that builds it in a shell, and people paste such commands into one.",
      hint: "Choose a name without such characters; letters of any language, digits, spaces and hyphens are safe.",
    },
  );
/** Reason why no npm script is added for a path that a shell would interpret. */
export const initUnsafeWay = (bundle: string): string =>
  `the path ${quoted(bundle, 200)} contains a character with a meaning in shells`;

export const initCommand = (bundle: string): string => `foredeck build ${shellWord(bundle)}`;

/** Said after a break, where something had been answered before it. */
export const initKept = (file: string): string =>
  `${printable(file)} holds what you answered so far. The other places say what belongs there.`;

export const initLeft = (): Diagnostic =>
  error("cli/init", {}, "The questions were not answered; nothing was written.", {
    hint: "You can also answer them with options: foredeck init --help",
  });

/** A problem with an answer, in the words of the finding about its field in the bundle. */
export const initAnswer = (
  field: keyof Start | undefined,
  { code, what, why, hint }: Diagnostic,
): Diagnostic => error(code, {}, field === undefined ? what : `--${field}: ${what}`, { why, hint });

/** A file of the project that has content of its own and is left as it is. */
export const initUntouched = (file: string, what: string): Diagnostic =>
  warning(
    "cli/init",
    { place: { file, line: 1, column: 1 } },
    `${quoted(file, 200)} was not changed: ${what}.`,
  );
export const initUnreadable = (): string => "it cannot be read as JSON";
export const initScriptsTaken = (name: string, second: string): string =>
  `it has other scripts called ${quoted(name)} and ${quoted(second)}`;
export const initSchemaTaken = (bundle: string): string => `it names another schema for ${quoted(bundle)}`;

/** A file of the project that could not be written after the bundle was; `what` gives the reason. */
export const initMissing = (file: string, what: string, missing: string): Diagnostic =>
  warning("cli/init", { place: { file, line: 1, column: 1 } }, what, {
    why: `The bundle was written; only ${missing} is missing.`,
    hint: "Correct this and run the same command with --force before you fill in the bundle, or continue without it.",
  });
export const initMissingScript = (name: string): string => `the npm script ${quoted(name)}`;
export const initMissingSetting = (): string => "the setting that lets VS Code complete and explain fields";

/** For a bundle that could not be written: init has no option -o to advise. */
export const initNotWritten = (why: Diagnostic): Diagnostic => ({
  ...why,
  hint: "Name another file or folder, for example: foredeck init ideas/sundays.json",
});
