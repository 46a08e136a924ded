/** What --help says. Lines stay under 80 columns. */
export const HELP = {
  program: "Turns a JSON bundle into the deck that leadership reads before the meeting.",
  version: "print the version",
  help: "print this help",
  build: "build the deck of each bundle",
  buildBundles: "bundles, or folders with bundles (every .json file directly in them)",
  output: "write the deck here; - for standard output",
  outDir: "write decks into this folder",
  charts: "native: editable in PowerPoint; picture: every chart drawn",
  theme: "use this theme in place of the bundle's own",
  lenient: "place text that does not fit, and warn, instead of refusing",
  table: "print a table of the decks: slides, charts, minutes to read, size, seconds",
  quiet: "print nothing but errors",
  verbose: "also print which files were read",
  json: "print the result as JSON on standard output",
  figures: "print every figure of a bundle: its name, how it reads, how it is computed",
  figuresBundle: "the bundle",
  schema: "print where the JSON Schema of bundles is, for editors",
  print: "print the schema itself",
  buildExamples: `
Without -o or --out-dir a deck is written to out/<name of the bundle>.pptx.

Examples:
  foredeck build listening.json                 writes out/listening.pptx
  foredeck build listening.json -o board.pptx
  foredeck build listening.json -o - | ssh host "cat > board.pptx"
  foredeck build samples --out-dir out --table
`,
  figuresExamples: `
Examples:
  foredeck figures listening.json
  foredeck figures listening.json --json
`,
  schemaExamples: `
In a bundle: "$schema": "./node_modules/foredeck/schema/foredeck.schema.json"
`,
  exits: `
Exit codes:
  0   done
  1   a bundle has errors; each is printed with file, line and column
  2   called wrongly, or a file could not be read or written
  70  a defect of Foredeck
`,
  /** Commander's own sentences come in lower case; this one joins them. */
  seeHelp: "See foredeck --help.",
} as const;
