/** What --help says. Lines stay under 80 columns. */
export const HELP = {
  program: "Turns a JSON bundle into the deck that leadership reads before the meeting.",
  examples: `
Examples:
  foredeck init                     a bundle of your own: deck.json
  foredeck preview deck.json        see its slides while you write it
  foredeck check deck.json          what leadership would find weak
  foredeck build deck.json          the deck: out/deck.pptx
  foredeck help build               more about one command
`,
  version: "print the version",
  help: "print this help",
  helpCommand: "the command to print it of",
  build: "build the deck of each bundle",
  buildBundles:
    "bundles, folders with bundles (every .json file directly in them), or patterns; - for standard input",
  output: "write the deck here; - for standard output",
  outDir: "write decks into this folder",
  outputs: "what to write, by commas",
  oneOf: (known: readonly string[], near: string | undefined) =>
    `Allowed choices are ${known.join(", ")}.${near === undefined ? "" : `\n(Did you mean ${near}?)`}`,
  charts: "native: editable in PowerPoint; picture: every chart drawn",
  theme: "use this theme in place of the bundle's own",
  lenient: "place text that does not fit, and warn, instead of refusing",
  force:
    "build a final deck in spite of errors in its argument, stamped as a draft; and replace a deck that was edited by hand, keeping a backup",
  name: 'name decks so: "{folder}-{name}"; also {path} {title} {date} {status} {locale} {theme}',
  jobs: "work on so many bundles at a time; as many as there are cores when left out",
  shard: "build only the i-th of n shares of the bundles, for n machines",
  noCache: "build every bundle, also those that have not changed",
  cacheDir: "keep decks here from one run to the next",
  buildReport: "write what came of each bundle here, as JSON",
  cache: "say where decks are kept from one run to the next, or remove them",
  cacheAction: "what to do with them",
  cacheExamples: `
A bundle is built again only when it, a file that it names, an option or
Foredeck itself has changed. Decks are kept in --cache-dir, else in
FOREDECK_CACHE_DIR, else in the folder of the system for caches
(~/.cache/foredeck), 1 GB at most. Several runs may share it at once.

Examples:
  foredeck cache where
  foredeck cache clear
  foredeck build decks --no-cache               builds everything
`,
  check: "print what is weak in the argument of each bundle, before leadership does",
  format: "the form of the report",
  checkOutput: "write the report here instead of printing it",
  maxWarnings: "more warnings than this count as an error",
  wholeNumber: "It is a whole number.",
  notAPort: "A port is at most 65535.",
  report: "write a page about one bundle: the chain of the argument, people, story, findings",
  fix: "mend in the bundle what needs no judgement: $schema, dates, names, order of bars",
  dryRun: "with --fix: print what would change as a diff, and write nothing",
  table: "print a table of the decks: slides, charts, minutes to read, size, seconds",
  quiet: "print nothing but errors",
  verbose: "also print which files were read",
  json: "print the result as JSON on standard output",
  figures: "print every figure of a bundle: its name, how it reads, how it is computed",
  figuresBundle: "the bundle",
  init: "write a bundle that builds at once, for you to fill in",
  initTarget: "the bundle to write, or its folder",
  initTitle: "title of the deck",
  initDecision: "what is to be decided",
  initApprover: 'who decides: "Name, Role"',
  initGoal: "the goal of the company that it serves",
  initMetric: "the number that shows that goal",
  initForce: "replace a bundle that is there, keeping a backup",
  initYes: "ask nothing; placeholders say what to replace",
  preview: "show the slides in a browser, and again each time the bundle is saved",
  port: "use this port; a free one is found otherwise",
  open: "open the page in the browser",
  editor: "open this editor at what is clicked: vscode, cursor, zed, idea …",
  previewQuiet: "print nothing but the address",
  watch: "build again each time a bundle, or a file that it names, is saved",
  completion: "print a script that completes commands and options in a shell",
  shell: "the shell",
  schema: "print where the JSON Schema of bundles is, for editors",
  print: "print the schema itself",
  buildExamples: `
Without -o or --out-dir a deck is written to out/<name of the bundle>.pptx, and
other formats beside it. svg and png write one file a slide: <name>-01.svg ...
A final deck is written only when \`foredeck check\` finds no errors in it.

Examples:
  foredeck build listening.json                 writes out/listening.pptx
  foredeck build listening.json -o board.pptx
  foredeck build listening.json -o - | ssh host "cat > board.pptx"
  foredeck build listening.json --format pptx,html,md
  node make-bundle.js | foredeck build - -o board.pptx
  foredeck build listening.json -o slides/board.svg   board-01.svg and so on
  foredeck build samples --out-dir out --table
  foredeck build listening.json --watch         builds again on each save

Many bundles, on all cores; what has not changed is not built again:
  foredeck build "teams/**/*.json" --name "{folder}-{name}" --out-dir decks
  foredeck build teams --shard 2/5 --report report.json

A deck that somebody has edited is left as it is: the run says who changed what,
and writes listening.new.pptx beside it. --force replaces it and keeps a backup.
`,
  checkExamples: `
An error keeps a final deck from being sent; a warning is what a careful
colleague would raise. Each finding says where, why it matters and how to mend
it. A rule that is wrong for your case is silenced in the bundle, with a reason:
  "rules": { "tone/jargon": { "severity": "off", "because": "Our own word" } }

Examples:
  foredeck check listening.json
  foredeck check listening.json --report out/readiness.html
  foredeck check listening.json --fix --dry-run
  foredeck check samples --format sarif -o out/samples.sarif
  foredeck check samples --format github --max-warnings 0
  foredeck check listening.json --format json | jq ".diagnostics[].code"
`,
  checkExits: `
Exit codes:
  0    sendable: no errors, and no more warnings than allowed
  1    a bundle has errors, or too many warnings
  2    called wrongly, or a file could not be read or written
  70   a defect of Foredeck
`,
  figuresExamples: `
Examples:
  foredeck figures listening.json
  foredeck figures listening.json --json
`,
  initExamples: `
On a terminal it asks for what the flags leave open. In the project around the
bundle (the nearest folder with a package.json, .vscode or .git) it adds the npm
script "deck" to a package.json that is there, and the schema to
.vscode/settings.json, so that the editor completes and explains at once.

Examples:
  foredeck init                                 writes deck.json
  foredeck init ideas/sundays.json
  foredeck init --title "Open on Sundays" --approver "Graham Tull, Chair"
  foredeck init ideas --yes
`,
  previewExamples: `
The page is on this machine alone (127.0.0.1), under a new secret address each
time. A click on a slide shows where it is written; with --editor, or with
FOREDECK_EDITOR set, it opens the editor there. An editor that is not known by
name takes an address: "my-editor://open?file={file}&line={line}".

Examples:
  foredeck preview deck.json --open
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
  2    called wrongly, or a file could not be read or written
  3    a deck was written beside one that is edited, open or cannot be read
  70   a defect of Foredeck
  130  told to end (Ctrl-C) before all was built
  141  the reader of a pipe left before the output was printed
`,
  /** Commander's own sentences come in lower case; this one joins them. */
  seeHelp: "See foredeck --help.",
} as const;
