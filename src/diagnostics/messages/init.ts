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

/** One question for each field, in the order in which they are asked. */
export const INIT_QUESTIONS: readonly (readonly [keyof Start, string])[] = [
  ["title", "What is the deck called, in a few words?"],
  ["decision", "Which decision do you ask for? Begin with a verb: Approve, Stop, Choose …"],
  ["approver", "Who decides? Name, then role: Ada Brown, Chief executive"],
  ["goal", "Which company goal does it serve, in the company's own words?"],
  ["metric", "Which metric measures that goal? For example: Visits per month"],
];

export const initIntroduction = (file: string): string =>
  `A new bundle: ${printable(file)}. Five questions follow; press Enter to answer one later.`;

export const initQuestion = (question: string): string => `${question}\n> `;

export const initWritten = (file: string): string => `${printable(file)} written`;
/** Most files beside a bundle that are named one by one. */
const NAMED = 5;
export const initBeside = (files: readonly string[]): string =>
  files.length > NAMED
    ? `${files.length} files written beside it`
    : `${files.map(printable).join(", ")} written beside it`;
export const initScript = (file: string, name: string): string =>
  `${printable(file)}: npm run ${name} builds the deck`;
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
export const initScriptTaken = (name: string): string => `it has another script called ${quoted(name)}`;
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

/** Dates and periods of a new bundle. */
export interface StartDates {
  /** The date of the deck, then the later dates of the meeting, the decision and the start. */
  readonly today: string;
  readonly meeting: string;
  readonly by: string;
  readonly start: string;
  /** Months with values, oldest first; the last one is over. */
  readonly months: readonly string[];
  /** Last day of the last month. */
  readonly monthEnd: string;
  /** The year for which the goal is set. */
  readonly year: string;
}

/** The invented values of the metric in a new bundle. */
export const STARTER_NUMBERS: readonly number[] = [100, 103, 101, 106, 108, 112];

/**
 * The text of a new bundle: the parts that every argument needs, each with a comment on its purpose. It builds as it is;
 * texts that begin with "Replace" are placeholders.
 */
export function starterBundle(start: Start, dates: StartDates, schema: string, file: string): string {
  const json = (text: string): string => JSON.stringify(text);
  const [name = "", ...role] = (start.approver ?? "Replace: Name of the approver, Role").split(",");
  const metric = start.metric ?? "Replace with a number that shows the goal";
  const values = dates.months
    .map((period, n) => `{ "period": "${period}", "value": ${STARTER_NUMBERS[n] ?? 112} }`)
    .join(", ");
  return `{
  // A bundle: the argument for one decision. Comments and trailing commas are allowed, and optional parts can be left out.
  // Texts that say "Replace" are placeholders. The numbers are invented: replace them with your own.
  //   npx foredeck preview ${shellWord(file)}   shows the slides, and updates them on each save
  //   npx foredeck check ${shellWord(file)}     finds weak points of the argument
  //   npx foredeck figures ${shellWord(file)}   lists every figure that a sentence can use
  //   npx foredeck build ${shellWord(file)}     writes the deck
  "$schema": ${json(schema)}, // lets your editor complete and explain fields
  "title": ${json(start.title ?? "Replace with the title of the deck")},
  "status": "draft", // final removes the word DRAFT from the slides
  "date": "${dates.today}", // the date of the deck; never taken from the clock
  "locale": "en-GB", // numbers, dates and fixed words; also en-US, fi-FI
  "currency": "EUR",
  "contact": { "name": "Replace with your name", "role": "Replace with your role" },
  "meeting": { "name": "Replace with the meeting that decides", "date": "${dates.meeting}" },

  // The decision that you ask for. People who read only one page read this one.
  "ask": {
    "decision": ${json(start.decision ?? "Approve the proposal: replace this with the decision")},
    "amount": "none", // a number in the currency above, or "none"
    "approver": "approver", // id of the one person who decides, from stakeholders below
    "owner": "owner",
    "by": "${dates.by}",
    "start": "${dates.start}",
    "waiting": "Replace: what each month of waiting costs, with a figure",
    "afterYes": "Replace: what happens on the day after a yes",
    "afterNo": "Replace: what happens after a no"
  },

  // The reason, not the solution: what is wrong or possible today, and for whom.
  "why": {
    "statement": "Replace this with the why in one or two sentences: the reason, not the solution.",
    "situation": "Replace: what everybody agrees on today. Name figures, never type them: {{number.latest}}.",
    "complication": "Replace: what has changed, so that today is no longer good enough.",
    "now": "Replace: why now, with a date.",
    // Three to five reasons, strongest first, each with its own evidence: ids of charts, metrics, quotes.
    "reasons": [
      {
        "claim": "Replace this with your strongest reason, as a full sentence", // becomes the title of its slide
        "because": "Replace: the number went from {{number.first}} to {{number.latest}}.",
        "evidence": ["number-trend"]
      }
    ]
  },

  "goals": [
    {
      "id": "goal",
      "name": ${json(start.goal ?? "Replace with a goal of the company, in its own words")},
      "period": "${dates.year}",
      "owner": "approver",
      "metric": "number",
      "contribution": "Replace: how much of the missing {{number.gap}} this brings"
    }
  ],

  // People who decide, drive it, have a say or can stop it: talk to each of them before the meeting.
  "stakeholders": [
    { "id": "approver", "name": ${json(name.trim())}, "role": ${json(role.join(",").trim() || "Replace with their role")}, "part": "approver" },
    { "id": "owner", "name": "Replace with your name", "role": "Replace with your role", "part": "driver" }
  ],

  // Their own words. "none" keeps a quote out of the deck; write named, role or anonymous once they agree.
  "quotes": [
    { "id": "q-approver", "from": "approver", "date": "${dates.today}", "permission": "none", "text": "Replace with what they said, word for word." }
  ],

  "sources": [{ "id": "source", "name": "Replace with where the number comes from" }],
  "metrics": [
    {
      "id": "number", // sentences can use {{number.latest}}, {{number.first}}, {{number.gap}} …
      "name": ${json(metric)},
      "unit": "units", // %, EUR, days, or any word
      "better": "higher",
      "owner": "owner",
      "source": "source",
      "asOf": "${dates.monthEnd}",
      // Or from a file: "values": { "csv": "data/number.csv", "period": "month", "value": "visits" }
      "values": [${values}],
      "target": { "value": 150, "by": "${dates.year}-12" }
    }
  ],
  "charts": [
    {
      "id": "number-trend",
      "kind": "line",
      "metrics": ["number"],
      "supports": ["goal"],
      "show": ["target"],
      "message": "Replace this with what the line says, as a full sentence" // becomes the title of its slide
    }
  ]

  // More parts that you can add: options, investment, plan, risks, objections, wins, pictures, glossary, history.
  // Type a quotation mark here, and your editor lists them.
}
`;
}
