import { CONVERSATION_HELP } from "./help-conversation.ts";

/** Texts of --help. Lines stay under 80 columns. */
export const HELP = {
  program: "Turns a JSON bundle into the deck that leadership reads before the meeting.",
  examples: `
Examples:
  foredeck init                     write a bundle to start from: deck.json
  foredeck preview deck.json        see its slides while you write
  foredeck check deck.json          find weak points of the argument
  foredeck build deck.json          write the deck: out/deck.pptx
  foredeck help build               print help for one command
`,
  version: "print the version",
  help: "print this help",
  helpCommand: "the command to explain",
  build: "build the deck of each bundle",
  buildBundles: "bundle files, folders (every .json file directly in them) or patterns; - for standard input",
  output: "write the deck to this file; - for standard output",
  outDir: "write decks into this folder",
  outputs: "formats to write, separated by commas",
  oneOf: (known: readonly string[], near: string | undefined) =>
    `Allowed choices are ${known.join(", ")}.${near === undefined ? "" : `\n(Did you mean ${near}?)`}`,
  charts: "native: charts that PowerPoint can edit; picture: charts as pictures",
  theme: "use this theme, by name or as a file, instead of the one in the bundle",
  lookTemplate:
    "use this company template, or its contract, instead of the one in the bundle; it may be in any folder",
  strict: "treat warnings about how the deck is made, such as a font that is not measured, as errors",
  lenient: "warn about text that does not fit, and write the deck anyway",
  force:
    "build a final deck despite errors in its argument, marked as a draft; also replace a deck that was edited by hand, and keep a backup",
  name: 'pattern for file names, such as "{folder}-{name}"; also {path} {title} {date} {status} {locale} {theme}',
  jobs: "number of bundles to build in parallel (default: one per core, at most one per GiB of memory)",
  set: "fill in a field from outside: date, version, status, confidentiality, meeting.date, meeting.time or meeting.place",
  /** `found` are the bundles of the folder, each as a word of a command line. */
  noBundles: (found: readonly string[]) =>
    found.length === 0
      ? "error: missing required argument 'bundle': there is none in this folder (foredeck init writes one; a foredeck.config.json with \"bundles\" gives them as well)"
      : `error: missing required argument 'bundle': this folder has ${found.length}. Name one of them, or . for all:\n${[
          ...found.slice(0, 12).map((file) => `  ${file}`),
          ...(found.length > 12 ? [`  and ${found.length - 12} more`] : []),
        ].join("\n")}`,
  onlyBundle: (file: string) => `${file} is the only bundle in this folder`,
  config: "print every setting of the project, and where it comes from",
  configExamples: `
foredeck.config.json is looked for in this folder, then in those above it. The
command line goes before it; what a bundle says goes before its theme,
template, logo and rules.

Examples:
  foredeck config
  foredeck config --json
`,
  doctor: "say what is fine and what is not on this machine and in this project",
  doctorExamples: `
Looks at Node, the cache, fonts, optional packages, the project file, bundles,
template, the folder of decks, and decks that somebody has open. It sends
nothing anywhere and changes nothing. Exit code 1 means that there is a problem;
each is printed with the way to mend it.

Examples:
  foredeck doctor
  foredeck doctor --json
`,
  explain: "say what a rule asks and why, what stands in a field of the bundle, or what a message means",
  explainName:
    "the name of a rule (money/reconcile) or of a message (json/syntax), or the path of a field (ask.amount, charts.waterfall)",
  explainExamples: `
Examples:
  foredeck explain                    # the rules
  foredeck explain money/reconcile    # why it asks, what it finds, how to mend it
  foredeck explain bundle             # the fields of a bundle
  foredeck explain metrics.values     # what stands in a field
  foredeck explain json/syntax        # what a message means, and what to do
`,
  mcp: "serve assistants (Claude, Copilot, Cursor …) that speak the Model Context Protocol",
  mcpFolder: "the folder that holds the bundles; nothing outside it is read or written",
  mcpWrite: "let the assistant write bundles and decks in the folder; without it, it only reads",
  mcpExamples: `
The program of the assistant starts this command and talks with it over standard
input and output; docs/agents.md of the package says how to register it with
Claude, VS Code and Cursor. It needs a package that is not installed by itself,
@modelcontextprotocol/server.

Without --write the assistant reads, checks, explains, and looks at slides. With
it, it also writes bundles and decks in the folder, and replaces nothing that is
not a bundle, or that somebody has edited.

Examples:
  foredeck mcp                        reads what is in this folder
  foredeck mcp decks --write          also writes, in decks alone
`,
  prune:
    "remove what earlier builds wrote into the folder and this one did not write again; what was edited stays",
  checkAll: "show every finding; without it, at most 20 of one kind are shown, and the rest is counted",
  shard: "build only part i of n, to split the bundles between n machines",
  noCache: "build every bundle, even if it has not changed",
  cacheDir: "folder of the cache",
  buildReport: "write the result of each bundle to this file, as JSON",
  cache: "print the folder of the cache, or empty it",
  cacheAction: "where prints the folder; clear empties it",
  cacheExamples: `
A bundle is built again only when the bundle, a file that it names, an option
or Foredeck itself has changed. Finished decks are kept in --cache-dir, or in
FOREDECK_CACHE_DIR, or in the cache folder of the system (~/.cache/foredeck),
up to 1 GB. Several runs can use the cache at the same time.

Examples:
  foredeck cache where
  foredeck cache clear
  foredeck build decks --no-cache               builds everything
`,
  check: "find what is weak in the argument of each bundle, before leadership does",
  format: "format of the findings",
  checkOutput: "write the findings to this file instead of printing them",
  maxWarnings: "fail if there are more warnings than this",
  wholeNumber: "Write a whole number.",
  notAPort: "The highest port is 65535.",
  report: "write a readiness page about one bundle: chain of the argument, claims, people, story, findings",
  fix: "fix what needs no judgement in the bundle: $schema, dates, names, units in words, order of bars; write the tests that are read from true sentences into holds",
  noGuards: "with --fix: write no tests into holds",
  claims:
    "list every claim about numbers with the test that guards it: written, read from its sentence, or none",
  dryRun: "with --fix: print the changes as a diff and write nothing",
  table: "print a table of the decks: slides, charts, minutes to read, size, seconds",
  quiet: "print only errors",
  verbose: "also print which files were read",
  json: "print the result as JSON on standard output",
  ...CONVERSATION_HELP,
  template: "learn the company's PowerPoint template, or find what its decks would miss",
  templateAction: "learn writes the template's contract; check only prints what it finds",
  templateFile: "the template: .potx, .pptx, .potm or .pptm",
  templateFont:
    "measure a font of the template in this file (.ttf, .otf); again for its bold and italic files, and other fonts",
  templateOutput:
    "learn: write the contract to this file (default: <template>.template.json beside it); check: write the findings to it",
  templateForce: "replace a contract that differs, and keep a backup",
  templateExamples: `
A template is learned once. The contract says which layouts covers, content and
dividers get, where title and body stand, which colours and fonts serve as what,
and how wide the letters are. People may edit it, and colleagues need no font
files. Keep it beside the template, and name it in the bundle:
  "template": "company.template.json"

Each finding says what Foredeck does about it and how to overrule that. A layout
that is chosen by hand ("matched": "contract") stays chosen.

Examples:
  foredeck template check company.potx
  foredeck template learn company.potx
  foredeck template learn company.potx --font "Acme Sans=AcmeSans.ttf"
  foredeck template learn company.potx -o decks/company.template.json
  foredeck template check company.potx --format json --max-warnings 0
`,
  templateExits: `
Exit codes:
  0    the template can be used, with no more warnings than allowed
  1    too many warnings
  2    the template cannot be used, wrong usage, or a file could not be written
  70   a defect of Foredeck
`,
  themeCommand: "write a theme of your own, made of a few colours",
  themeAction: "new writes a theme",
  themeFile: "the theme to write, such as our-theme.json",
  accent: "the colour of the house: 0A5FB4",
  accent2: "a second colour, for what people draw in PowerPoint",
  accent3: "a third one",
  notAColour: "Write six hexadecimal digits: 0A5FB4.",
  dark: "light text on dark paper",
  themeFont: "typeface of all text (default: Calibri)",
  headings: "typeface of titles, where it is another",
  themeName: "name of the theme (default: that of the file)",
  themeForce: "replace a theme that is there, and keep a backup",
  themeExamples: `
Every text of the new theme can be read on every ground that it may stand on. To
use it, name it in a bundle beside it:  "theme": "./our-theme.json"

Examples:
  foredeck theme new our-theme.json --accent 0A5FB4
  foredeck theme new night.json --accent 8FBFEE --dark --font Arial
  foredeck theme new press.json --accent 7A2432 --font Cambria --headings Georgia
`,
  figures: "list the figures of a bundle: name, text and formula of each",
  guard: "list the claims that no figure guards, and the figures that no claim depends on",
  figuresBundle: "the bundle",
  previewBundles: "bundles, folders of bundles, or patterns",
  init: "write a bundle to start from: it builds at once, and you fill it in",
  initTarget: "the bundle file to write, or a folder for it",
  initTitle: "title of the deck",
  initDecision: "the decision to be taken",
  initApprover: 'who decides: "Name, Role"',
  initGoal: "the company goal that the proposal serves",
  initMetric: "the metric that measures the goal",
  initForce: "replace what is there and keep a backup",
  initLocale: "language of the deck",
  initFrom: "propose metrics and charts from the columns of a workbook or CSV file",
  initDates: "with --from: the order of day and month in dates such as 03/04/2026",
  initDecimal: "with --from: the decimal mark of numbers such as 12.900",
  initExample: "copy an example with the files that it reads; without a name, list the examples",
  initYes: "ask no questions and write placeholders instead",
  preview: "show the slides in a browser, and update them on each save",
  port: "port of the page (default: that of the last time, or a free one)",
  open: "open the page in the browser",
  editor: "editor to open at the clicked text: vscode, cursor, zed, idea …, or none",
  previewQuiet: "print only the address",
  watch: "build again whenever a bundle or a file that it names is saved",
  completion: "print a completion script for a shell",
  shell: "the shell to complete in",
  schema: "print the path of the JSON Schema of bundles, for editors",
  print: "print the schema itself",
  buildExamples: `
Without -o or --out-dir, the deck is written to out/<name of the bundle>.pptx,
and other formats beside it. svg and png write one file per slide: <name>-01.svg
handout writes <name>.handout.pdf: two slides to a sheet of A4, with notes.
A final deck is written only if \`foredeck check\` finds no errors in its bundle.

Examples:
  foredeck build                                the only bundle of this folder
  foredeck build listening.json                 writes out/listening.pptx
  foredeck build listening.json -o board.pptx
  foredeck build listening.json -o - | ssh host "cat > board.pptx"
  foredeck build listening.json --format pptx,html,md
  node make-bundle.js | foredeck build - -o board.pptx
  foredeck build listening.json -o slides/board.svg   writes board-01.svg, ...
  foredeck build samples --out-dir out --table
  foredeck build listening.json --watch         builds again on each save

Editions tell the same figures in another order, selection, depth or language:
  foredeck build listening.json --edition brief  one page: out/listening-brief.pdf
  foredeck build listening.json --edition cfo    writes out/listening-cfo.pptx
  foredeck build listening.json --editions       the deck and all of its editions

Many bundles, on all cores; only those that have changed are built:
  foredeck build "teams/**/*.json" --name "{folder}-{name}" --out-dir decks
  foredeck build teams --shard 2/5 --report report.json

A deck that somebody has edited is left as it is: the run reports who changed
what and writes the new deck beside it, as listening.new.pptx. --force replaces
the edited deck and keeps a backup.

What earlier builds left in the folder, of a bundle that is gone or in another
format, is listed after the run. --prune removes that, and nothing else:
  foredeck build teams --out-dir decks --prune
`,
  checkExamples: `
An error stops a final deck from being built; a warning is a point that a
careful colleague would raise. Each finding says where it is, why it matters and
how to fix it. If a rule is wrong for your case, turn it off in the bundle and
give the reason:
  "rules": { "tone/jargon": { "severity": "off", "because": "Our own word" } }

Examples:
  foredeck check listening.json
  foredeck check listening.json --report out/readiness.html
  foredeck check listening.json --claims
  foredeck check listening.json --fix --dry-run
  foredeck check samples --format sarif -o out/samples.sarif
  foredeck check samples --format github --max-warnings 0
  foredeck check listening.json --format json | jq ".diagnostics[].code"
`,
  checkExits: `
Exit codes:
  0    ready to send: no errors, and no more warnings than allowed
  1    a bundle has errors, or too many warnings
  2    wrong usage, or a file could not be read or written
  70   a defect of Foredeck
`,
  figuresExamples: `
Examples:
  foredeck figures listening.json
  foredeck figures listening.json --json
  foredeck figures listening.json --guard
`,
  initExamples: `
On a terminal, init asks what the argument needs and no option says: Enter
leaves a question for later, Ctrl-C ends them and keeps what was answered. In
the project of the bundle (the nearest folder with a package.json, .vscode or
.git) it adds the npm script "deck" to an existing package.json, and the schema
to .vscode/settings.json, so that the editor can complete and explain fields.

Examples:
  foredeck init                                 writes deck.json
  foredeck init ideas/sundays.json
  foredeck init --title "Open on Sundays" --approver "Graham Tull, Chair"
  foredeck init ideas --yes
  foredeck init --from sales.xlsx               metrics and charts from its columns
  foredeck init --example                       lists the examples
  foredeck init ideas --example minimal         writes ideas/minimal.json
`,
  previewExamples: `
The page can be opened only on this machine (127.0.0.1), at a secret address
that stays the same for a bundle, so that open pages connect again after a
restart. Click a text on a slide to see where it is written: a link where your
terminal, VISUAL or EDITOR names an editor that opens by links, and a place to
copy. With --editor or FOREDECK_EDITOR, the click itself opens the editor. For
one that Foredeck does not know, give an address:
"my-editor://open?file={file}&line={line}". Double-click a text to edit it.

Several bundles, or a folder of them, are shown in one page each, with a list
of all (key D) and one address. A save updates the decks that read the file;
bundles that come into a folder or leave it do so in the list.

Examples:
  foredeck preview deck.json --open
  foredeck preview proposals --open
  foredeck preview deck.json --editor vscode
  FOREDECK_EDITOR=idea foredeck preview deck.json --port 4000
`,
  completionExamples: `
Examples:
  eval "$(foredeck completion bash)"            in ~/.bashrc
  eval "$(foredeck completion zsh)"             in ~/.zshrc, after compinit
  foredeck completion fish > ~/.config/fish/completions/foredeck.fish
`,
  schemaExamples: `
Examples:
  foredeck schema
  foredeck schema --print > bundle.schema.json

In a bundle: "$schema": "./node_modules/foredeck/schema/foredeck.schema.json"
`,
  exits: `
Exit codes:
  0    done
  1    a bundle has errors; each is printed with file, line and column
  2    wrong usage, or a file could not be read or written
  3    a deck was written beside one that is edited, open or unreadable
  70   a defect of Foredeck
  130  interrupted (Ctrl-C) before everything was built
  141  the reader of a pipe closed it before the output was complete
`,
  /** Added after Commander's own messages. */
  seeHelp: "See foredeck --help.",
} as const;
