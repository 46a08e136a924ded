/** Something that people meet: what they see, the messages that say it, why it is so, and what to do. */
export interface Trouble {
  readonly sees: string;
  /** Codes of the messages; none where nothing is said. */
  readonly codes: readonly string[];
  readonly why: string;
  readonly mend: string;
}

/** Troubles by where they are met: docs/troubleshooting.md is made of them, and foredeck explain finds one by its code. */
export const TROUBLES: Readonly<Record<string, readonly Trouble[]>> = {
  "Writing the bundle": [
    {
      sees: "“… is not valid JSON here”",
      codes: ["json/syntax"],
      why: "A comma, a bracket or a quotation mark is missing, mostly on the line before the one that is named. Comments and trailing commas are allowed.",
      mend: "Look at the end of the line above. An editor that knows JSON with comments marks the place.",
    },
    {
      sees: "“There is no field …”, although it stands in the documentation",
      codes: ["bundle/unknown-field"],
      why: "The field belongs to another object, mostly one level up or down, or it is spelled otherwise.",
      mend: "foredeck explain with the path, such as metrics.target, lists the fields that may stand there. check --fix writes a name that can be no other.",
    },
    {
      sees: "“Expected a number, found the text …”",
      codes: ["bundle/wrong-type"],
      why: "The number stands in quotation marks, or has a unit, a currency or separators of thousands in it.",
      mend: "Write the digits alone: 310000. The unit stands in unit, the currency in currency, and scale shortens what is shown.",
    },
    {
      sees: "“… does not have the form that this field needs”",
      codes: ["bundle/wrong-form", "bundle/no-such-date"],
      why: "Dates are written 2026-12-22, and periods 2026, 2026-H1, 2026-Q3, 2026-10 or 2026-W41, so that they mean one thing everywhere. The deck writes them as its language does.",
      mend: "Write it in that form, or run foredeck check --fix, which writes what can be meant in one way only.",
    },
    {
      sees: "“… is not one of …”",
      codes: ["bundle/unknown-choice"],
      why: "The field takes a few words, and this is none of them.",
      mend: "Take one of those that the message lists; foredeck explain says what each means.",
    },
    {
      sees: "“Nothing has the id …”",
      codes: ["bundle/missing-reference", "bundle/wrong-reference"],
      why: "People, metrics, charts and quotes are named by their id, and not by their name. Nothing has this one, or something of another sort has it.",
      mend: "Write the id of the item, or add an item with that id.",
    },
    {
      sees: "“There is no figure {{…}}”",
      codes: ["text/unknown-figure"],
      why: "A figure is called by the id of a metric, option or chart and a word: {{visits.latest}}. The id, the period or the category is misspelled, or there is no value for it.",
      mend: "foredeck figures lists every figure with its text.",
    },
    {
      sees: "The word DRAFT stays on every slide",
      codes: [],
      why: "A bundle is a draft until it says otherwise. A final deck is not built while findings are errors, or while a text still begins with Replace.",
      mend: 'Write "status": "final" when foredeck check has no error left.',
    },
    {
      sees: "A quote is missing in the deck",
      codes: ["quotes/consent"],
      why: "A quote without permission, or with the permission none, is never drawn.",
      mend: "Ask whoever said it, then write named, role or anonymous into permission.",
    },
    {
      sees: "A part of the bundle does not show in the deck",
      codes: [],
      why: "The chart, metric or picture is no evidence of a reason and supports no goal, or it shares a page with another. Texts of the bundle are never cut.",
      mend: "docs/slides.md shows which slide a field reaches. The preview leads from each text of a slide to its place in the bundle.",
    },
  ],
  "Numbers from files": [
    {
      sees: "“The … does not exist”, although the file is there",
      codes: ["files/missing", "files/outside"],
      why: "Paths are relative to the bundle and not to the folder in which the command runs, and lead to no place outside the folder of the bundle.",
      mend: "Put the file beside the bundle or below it.",
    },
    {
      sees: "“… can mean …”: a number or date that can be read in two ways",
      codes: ["csv/ambiguous-number"],
      why: "In a file, 12.900 is twelve thousand nine hundred in one country and twelve point nine in another, and nothing beside it says which.",
      mend: 'Say it once: "decimal": "," beside "csv", or --decimal and --dates with init --from.',
    },
    {
      sees: "“… has no column …”",
      codes: ["xlsx/no-column"],
      why: "The first row of the cells is not the row of headings, or the heading is written otherwise.",
      mend: "Name the table, range or sheet that begins with the headings; the message lists the columns that were found.",
    },
    {
      sees: "“The formula … has no stored result”, or values that Excel would compute again",
      codes: ["xlsx/uncomputed", "xlsx/stale"],
      why: "Foredeck computes no formulas: it takes the results that were saved with the workbook. A program wrote it without them, or it was changed since.",
      mend: "Open the workbook in Excel or LibreOffice and save it.",
    },
    {
      sees: "A sum in the data is counted twice",
      codes: ["csv/total-row"],
      why: "The file has a row of totals among its rows.",
      mend: "Leave the row out, or name a table or range without it.",
    },
  ],
  "Slides and charts": [
    {
      sees: "“The slide … has … too many”, or a title that is too long",
      codes: ["deck/overflow", "deck/title-too-long", "deck/subtitle-too-long"],
      why: "Text is set tighter, then smaller, then continued on a second slide; what fits even then no longer is too long to be read. Nothing is cut.",
      mend: "Shorten the text that the message names. With --lenient the deck is written all the same, to see it.",
    },
    {
      sees: "“Chart … has …; at most … can be read”",
      codes: ["chart/too-many-categories", "chart/too-many-series", "chart/too-many-parts"],
      why: "Each kind of chart has a limit, behind which labels collide or nobody finds a part.",
      mend: "Put the smallest together, or take another kind: docs/charts.md shows them all.",
    },
    {
      sees: "“Chart … asks for …, but …”",
      codes: ["chart/lacks"],
      why: "What show names is computed from the data, and these data do not have it: a target, a range, a second period.",
      mend: "Add it to the metric or the data, or take the word out of show.",
    },
    {
      sees: "“The … chart … does not draw …”",
      codes: ["chart/not-drawn"],
      why: "The kind of chart has no place for that field, so that the deck would silently leave it out.",
      mend: "Remove the field, or take a kind that draws it: docs/bundle.md lists the fields of each.",
    },
    {
      sees: "Lines break elsewhere in PowerPoint than in the preview",
      codes: ["theme/font-guessed"],
      why: "The theme or template names a font whose widths are not known, so lines are broken by those of a similar one, with a reserve.",
      mend: "Learn the template with the font: foredeck template learn company.potx --font.",
    },
    {
      sees: "“The template … has changed”",
      codes: ["template/changed", "template/contract-stale"],
      why: "The contract was written for another version of the template.",
      mend: "Run foredeck template learn again; what was chosen by hand in the contract stays.",
    },
  ],
  "Building and sending": [
    {
      sees: "“… was edited since it was built, so it was left as it is”",
      codes: ["host/edited"],
      why: "Somebody changed the deck in PowerPoint. The new deck was written beside it, so that no work is lost.",
      mend: "Take the edits into the bundle with foredeck pull, or replace the deck with --force, which keeps a backup.",
    },
    {
      sees: "“… is open …, so it was left as it is”",
      codes: ["host/open"],
      why: "PowerPoint or another program has the deck open, and a file that is open cannot be replaced safely.",
      mend: "Close it and build again; until then the new deck stands beside it.",
    },
    {
      sees: "“The optional package @napi-rs/canvas is not installed”",
      codes: ["host/canvas"],
      why: "PNG, charts as pictures and some PDFs are drawn with a package of 34 MB, which most people do not need.",
      mend: "npm install @napi-rs/canvas",
    },
    {
      sees: "“The folder … contains no bundle”",
      codes: ["cli/no-bundles"],
      why: "build and check look for .json files directly in a folder, and pass over those that are no bundle.",
      mend: 'Name the file, or a pattern such as "decks/**/*.json". foredeck config says what the project names.',
    },
    {
      sees: "“The bundle has no …, so what is sent would have none either”, or “Nobody is named to send it to”",
      codes: ["send/lacks", "send/readers"],
      why: "A version that is sent is kept for good, and its mails need a sender, readers with their part in the decision, a date and a version.",
      mend: "Add what is named; --dry-run shows the mails and writes nothing.",
    },
    {
      sees: "A finding that is wrong, or that you mean otherwise",
      codes: ["claims/read", "rules/firm"],
      why: "Rules read sentences as a careful colleague does, and may misread one. What a sentence means can be said beside it, and then that is judged.",
      mend: 'Write the test into "holds", or turn the rule off with a reason, "rules": { "claims/read": { "severity": "off", "because": "…" } }. The reason stands in every report.',
    },
  ],
};

/** Families of messages by the part of their codes before the slash, each with what it is about, for codes that no trouble names. */
export const FAMILIES: Readonly<Record<string, string>> = {
  bundle:
    "said while the bundle is held against its schema: fields, forms, ids and what refers to them. foredeck explain with the path of the field says what may stand there.",
  chart:
    "said where a chart cannot be drawn as it is asked for, since it would mislead or could not be read. docs/charts.md shows what each kind takes.",
  cli: "said of the command line itself: options, names and folders. foredeck help with the name of the command lists what it takes.",
  csv: "said while a CSV file is read. docs/tables.md says how columns, dates and numbers are found.",
  deck: "said where something does not fit a slide, or where a page would say what readers may not see.",
  editions:
    "said of editions of the deck, which all show the same figures. docs/conversation.md describes them.",
  extends: "said of files that a bundle extends. docs/projects.md says how they are merged.",
  figures: "said of figures: what they sum up to, and how they are written.",
  files:
    "said of files that the bundle names. They stand in its folder or below, and nothing is read from the network.",
  holds: "said of tests of claims. docs/claims.md has their language.",
  host: "said of the disk and of packages: what is missing, open, edited, full, or not yours to write.",
  json: "said while the file is read as JSON, in which comments and trailing commas are allowed.",
  mcp: "said to assistants. docs/agents.md says what they may do.",
  picture: "said of pictures that cannot be read or drawn safely.",
  project: "said of foredeck.config.json. docs/projects.md has its settings.",
  pull: "said while decks and answers that came back are read. docs/conversation.md describes it.",
  replies: "said of what readers answered. docs/conversation.md describes it.",
  rules: "said of rules that the bundle turns off or raises. foredeck explain lists the rules.",
  send: "said before a version is sent, since it is kept for good. docs/conversation.md describes it.",
  sent: "said of versions that were sent. They are never written again.",
  set: "said of --set, which fills in a few fields from outside.",
  template: "said of the company's template. docs/templates.md explains each finding.",
  text: "said of a sentence and the figures in it. foredeck figures lists every figure.",
  thanks: "said of the notes that foredeck thanks writes, one for each person.",
  theme: "said of the theme. docs/themes.md has its fields.",
  tone: "said of the wording of a sentence, as its readers would hear it.",
  xlsx: "said while a workbook is read. docs/tables.md says how cells are found.",
};
