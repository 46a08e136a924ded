import type { Diagnostic } from "../diagnostic.ts";
import { error, quoted, warning } from "../make.ts";
import { shellWord } from "../shell.ts";
import { cells, printable } from "../terminal.ts";

/** What `foredeck init` asks, writes and says. */

/** What a new bundle is told by flags or answers; whatever is left out stands there as something to replace. */
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
  ["decision", "What is to be decided? Begin with a verb: Approve, Stop, Choose …"],
  ["approver", "Who decides? Name, then role: Ada Brown, Chief executive"],
  ["goal", "Which goal of the company does it serve, in the company's own words?"],
  ["metric", "Which number shows that goal? For example: Visits a month"],
];

export const initIntroduction = (file: string): string =>
  `A new bundle: ${printable(file)}. Five questions; Enter leaves one for later.`;

export const initQuestion = (question: string): string => `${question}\n> `;

export const initWritten = (file: string): string => `${printable(file)} written`;
export const initScript = (file: string, name: string): string =>
  `${printable(file)}: npm run ${name} builds the deck`;
/** `folder`: what VS Code must be opened in, unless it is where the program runs. */
export const initEditor = (file: string, folder: string | undefined): string =>
  `${printable(file)}: VS Code${folder === undefined ? "" : `, opened in ${printable(folder)},`} completes and explains while you type`;

/** What to do next. `installed`: the schema that the bundle names is there. */
export function initNext(file: string, installed: boolean): string {
  const name = shellWord(file);
  const steps: readonly (readonly [string, string])[] = [
    ...(installed
      ? []
      : [["npm install --save-dev foredeck", "so that your editor finds the schema"] as const]),
    [`npx foredeck preview ${name}`, "see it while you write"],
    [`npx foredeck check ${name}`, "what leadership would find weak"],
    [`npx foredeck build ${name}`, "the deck"],
  ];
  const width = Math.max(...steps.map(([command]) => cells(command)));
  const line = ([command, says]: readonly [string, string]): string =>
    `  ${command}${" ".repeat(width - cells(command))}   ${says}`;
  return ["", "Next:", ...steps.map(line), ""].join("\n");
}

export const initExists = (file: string): Diagnostic =>
  error("cli/init", {}, `${quoted(file, 200)} is there already; it was not touched.`, {
    hint: "Choose another name, or replace it with --force, which keeps a backup.",
  });

/** `within`: the bundle, if a folder of that name is meant. */
export const initNotJson = (file: string, within: string): Diagnostic =>
  error("cli/init", {}, `A bundle ends in .json or .jsonc; ${quoted(file, 200)} does not.`, {
    hint: `Name a file such as deck.json, or, in a new folder of that name, ${quoted(within, 200)}.`,
  });

/** A name that a shell would not take as it stands, as people would paste it or npm would run it. */
export const initUnsafe = (file: string): Diagnostic =>
  error("cli/init", {}, `${quoted(file, 200)} holds a character that shells act on: $ \` " % ! or \\.`, {
    why: "npm runs the command that builds it in a shell, and people paste it into one.",
    hint: "Choose a name without; letters of any language, digits, spaces and hyphens will do.",
  });
/** The way to a bundle in its project. */
export const initUnsafeWay = (bundle: string): string =>
  `the path ${quoted(bundle, 200)} holds a character that shells act on`;

export const initCommand = (bundle: string): string => `foredeck build ${shellWord(bundle)}`;

export const initLeft = (): Diagnostic =>
  error("cli/init", {}, "The questions were not answered; nothing was written.", {
    hint: "Flags answer them too: foredeck init --help",
  });

/** What is wrong with an answer, in the words that its place in the bundle gave rise to. */
export const initAnswer = (
  field: keyof Start | undefined,
  { code, what, why, hint }: Diagnostic,
): Diagnostic => error(code, {}, field === undefined ? what : `--${field}: ${what}`, { why, hint });

/** A file of the project that has its own content, and is left as it is. */
export const initUntouched = (file: string, what: string): Diagnostic =>
  warning(
    "cli/init",
    { place: { file, line: 1, column: 1 } },
    `${quoted(file, 200)} was not touched: ${what}.`,
  );
export const initUnreadable = (): string => "it cannot be read as JSON";
export const initScriptTaken = (name: string): string => `it has another script called ${quoted(name)}`;
export const initSchemaTaken = (bundle: string): string => `it names another schema for ${quoted(bundle)}`;

/** A file of the project that could not be written, after the bundle was; `what` says why. */
export const initMissing = (file: string, what: string, missing: string): Diagnostic =>
  warning("cli/init", { place: { file, line: 1, column: 1 } }, what, {
    why: `The bundle is written all the same; what is missing is ${missing}.`,
    hint: "Mend that and run the same command with --force, before you fill the bundle in; or do without.",
  });
export const initMissingScript = (name: string): string => `the npm script ${quoted(name)}`;
export const initMissingSetting = (): string => "the setting that lets VS Code complete and explain";

/** The bundle itself could not be written; init has no -o to name another place with. */
export const initNotWritten = (why: Diagnostic): Diagnostic => ({
  ...why,
  hint: "Name another file or folder, as in: foredeck init ideas/sundays.json",
});

/** Dates and periods of a new bundle. */
export interface StartDates {
  /** The date of the deck, and what comes after it: the meeting, the decision, the start. */
  readonly today: string;
  readonly meeting: string;
  readonly by: string;
  readonly start: string;
  /** Months with values, oldest first; the last one is over. */
  readonly months: readonly string[];
  /** Its last day. */
  readonly monthEnd: string;
  /** The year for which the goal is set, and its last month. */
  readonly year: string;
}

/** The invented values of the metric in a new bundle. */
export const STARTER_NUMBERS: readonly number[] = [100, 103, 101, 106, 108, 112];

/**
 * The text of a new bundle: the parts that every argument needs, each with a comment that says what it is for. It builds
 * as it stands; whatever begins with "Replace" is a placeholder.
 */
export function starterBundle(start: Start, dates: StartDates, schema: string, file: string): string {
  const json = (text: string): string => JSON.stringify(text);
  const [name = "", ...role] = (start.approver ?? "Replace: Name of the approver, Role").split(",");
  const metric = start.metric ?? "Replace with a number that shows the goal";
  const values = dates.months
    .map((period, n) => `{ "period": "${period}", "value": ${STARTER_NUMBERS[n] ?? 112} }`)
    .join(", ");
  return `{
  // A bundle: the argument for one decision. Comments and trailing commas are allowed, and so is leaving parts out.
  // Whatever says "Replace" is a placeholder. The numbers are invented: put your own in their place.
  //   npx foredeck preview ${shellWord(file)}   shows the slides, and again each time you save
  //   npx foredeck check ${shellWord(file)}     says what leadership would find weak
  //   npx foredeck figures ${shellWord(file)}   lists every figure that a sentence can name
  //   npx foredeck build ${shellWord(file)}     writes the deck
  "$schema": ${json(schema)}, // your editor completes and explains with it
  "title": ${json(start.title ?? "Replace with the title of the deck")},
  "status": "draft", // final takes the word DRAFT off the slides
  "date": "${dates.today}", // the date of the deck; the clock is never asked
  "locale": "en-GB", // numbers, dates and fixed words; also en-US, fi-FI
  "currency": "EUR",
  "contact": { "name": "Replace with your name", "role": "Replace with your role" },
  "meeting": { "name": "Replace with the meeting that decides", "date": "${dates.meeting}" },

  // What you ask for. People who read one page read this.
  "ask": {
    "decision": ${json(start.decision ?? "Approve what is asked for here: replace this with the decision")},
    "amount": "none", // a number in the currency above, or "none"
    "approver": "approver", // the id of the one person who decides, from stakeholders below
    "owner": "owner",
    "by": "${dates.by}",
    "start": "${dates.start}",
    "waiting": "Replace: what each month of waiting costs, with a figure",
    "afterYes": "Replace: what happens on the day after a yes",
    "afterNo": "Replace: what happens after a no"
  },

  // The reason, not the solution: what is wrong or within reach today, and for whom.
  "why": {
    "statement": "Replace this with the why in one or two sentences: the reason, not the solution.",
    "situation": "Replace: what everybody agrees on today. A figure is named, never typed: {{number.latest}}.",
    "complication": "Replace: what has changed, so that today is no longer good enough.",
    "now": "Replace: why now, with a date.",
    // Three to five, strongest first, each with evidence of its own: ids of charts, metrics, quotes.
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

  // Whoever decides, drives it, has a say or can stop it: talk to each of them before the meeting.
  "stakeholders": [
    { "id": "approver", "name": ${json(name.trim())}, "role": ${json(role.join(",").trim() || "Replace with their role")}, "part": "approver" },
    { "id": "owner", "name": "Replace with your name", "role": "Replace with your role", "part": "driver" }
  ],

  // Their own words. "none" keeps a quote out of the deck; named, role or anonymous once they have said yes.
  "quotes": [
    { "id": "q-approver", "from": "approver", "date": "${dates.today}", "permission": "none", "text": "Replace with what they said, word for word." }
  ],

  "sources": [{ "id": "source", "name": "Replace with where the number comes from" }],
  "metrics": [
    {
      "id": "number", // so sentences can say {{number.latest}}, {{number.first}}, {{number.gap}} …
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

  // More parts, when you have them: options, investment, plan, risks, objections, wins, pictures, glossary, history.
  // Type a quotation mark here and your editor lists them.
}
`;
}
