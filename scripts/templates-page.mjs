// The page about a company's template: what is learned of it, the fields of its contract from the schema, and what is said of
// it from the messages themselves.

/** Title and purpose of the contract's JSON Schema. */
export const CONTRACT = {
  title: "Foredeck template contract",
  description:
    "Findings of foredeck template learn about a company's template, against which decks are built.",
};

const INTRODUCTION = `# The company's own template

<!-- Written by npm run generate: the fields from src/theme/contract.ts, the findings from src/diagnostics/messages/template.ts. -->

\`\`\`
foredeck template check company.potx      # what decks would miss, and what Foredeck does about it
foredeck template learn company.potx      # writes company.template.json, the contract
\`\`\`

\`\`\`jsonc
"template": "company.template.json"       // in the bundle
\`\`\`

\`\`\`
foredeck build deck.json --template ../brand/company.template.json
\`\`\`

A template is learned once. What Foredeck found in it stands in the contract: a JSON file beside the template, which you may
read, edit and keep in version control. Decks are built against it, so a colleague or a build server needs the template and
the contract, and no font files. A bundle names a template in its own folder, or below it. \`--template\`, which \`build\`,
\`check\` and \`preview\` know, goes before the bundle's; its path begins where you are, and may lead anywhere. Read are \`.potx\`, \`.pptx\`, \`.potm\`, \`.pptm\`, \`.ppsx\` and \`.ppsm\`; decks are \`.pptx\`.

## How it is read

- **Layouts.** Foredeck has three kinds of pages: the cover, content, and dividers. The layout of each is the one that you
  chose in the contract; else the one that says so by its type (\`title\`, \`titleOnly\`, \`secHead\`); else one with a telling
  name, in some twenty languages, or with the right placeholders in the right places. Where a template has none, Foredeck
  adds one to its slide master. Of several masters it takes the one that has the best layouts. Where the
  drawings of that one leave less than 40% of a slide, as on masters that are made for covers, content stands on the one that
  leaves the most.
- **Titles** keep the template's place, font, weight and colour. Their size is set on each slide, for two lines: 26 pt, and
  22 pt at least. A box that is too low for two lines grows, down first, then up, or gets narrower beside a logo.
  One that is narrow, and high enough, has three smaller lines.
- **The body** is the template's own content area, less what stands in it: logos, legal lines, pictures, bars. A small
  area grows into the bare ground between the title and the footers. Sources get the line below it.
- **The ground** is what lies behind the body in the end: the background of the layout or master, or a shape on it, with
  the colour map, gradients and transparency resolved. PNG, JPEG and GIF pictures are looked at, and ink is chosen for their
  worst point under the text. Where that is too uneven, or a picture cannot be read, a panel of the template's paper is laid
  under the text, on a copy of the layout; a finding says so.
- **Inks.** The accent is the first of the template's accents, in the order in which the template itself uses them: as it is where
  it has 4.5:1 to the ground, up to a quarter darker (lighter on dark ground) where it has 3:1; else the next that has 4.5:1. Good and bad are the accents that are green and red, if they can be read and told apart with red-green
  blindness, too; else fixed colours. Greys are tints of the text colour. Pale grounds are tints of the colours that stand on
  them; \`bg2\` is never taken for one, since in many schemes it is a strong colour.
- **Fonts.** The letters of Calibri, Arial, Helvetica, Cambria, Georgia, Times New Roman and Courier New are known. Others are
  measured in the files that you name, and their widths written into the contract:
  \`--font "Acme Sans=AcmeSans.ttf" --font "Acme Sans=AcmeSans-Bold.ttf"\`. Else lines are broken by the widths of the nearest
  known face with a reserve, and a font of titles that is not measured stays with the titles: large figures on slides are set in
  that of the text.
- **Kept** are masters, layouts, themes, their pictures, and sensitivity labels. **Dropped** are sample slides, macros,
  think-cell's objects, comments and tags; a finding says so.

A file that cannot be used is refused with the reason: encrypted ones, those of PowerPoint 97-2003, damaged ones, more than
100 MB, more than 64 MB of pictures on masters and layouts, more than 1,000 layouts, slides of less than 20 square inches. Nothing outside the file is read, and no address in it is ever asked.

## To overrule it

Edit the contract. A layout that is chosen by hand, with its \`part\` and \`"matched": "contract"\`, stays chosen when the template
is learned again; its frames are then learned from that layout. All else is learned anew, so compare before you replace an edited contract:
\`learn\` refuses to write over one that differs, unless \`--force\`, which keeps a backup.
`;

/** The objects of the contract that are explained, each with the path that leads to it in the schema. */
const OBJECTS = [
  ["The contract", []],
  ["A page: cover, content or divider", ["pages", "content"]],
  ["Title and subtitle of a page", ["pages", "content", "title"]],
  ["Footer, date and number of a page", ["pages", "content", "footer"]],
  ["A place", ["pages", "content", "body"]],
  ["Insets", ["pages", "content", "title", "insets"]],
  ["Inks", ["inks"]],
  ["A colour, of the scheme or fixed", ["inks", "ink"]],
  ["A font", ["fonts", "heading"]],
  ["Widths of letters", ["fonts", "heading", "regular"]],
];

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");
const branches = (node) => node.anyOf ?? node.oneOf ?? [node];

/** Names of objects by the fields with which they begin. */
const NAMED = [
  ["x y w h", "place"],
  ["layout part", "page"],
  ["type idx", "placeholder"],
  ["family", "font"],
  ["characters", "widths"],
  ["scheme lumMod", "colour of the scheme"],
  ["hex", "fixed colour"],
  ["left top", "insets"],
  ["ink muted", "inks"],
];

function typeOf(node) {
  if (node.const !== undefined) return `\`${JSON.stringify(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(", ");
  const several = node.anyOf ?? node.oneOf;
  if (several !== undefined) return [...new Set(several.map(typeOf))].join(" or ");
  if (node.type === "array") return `list of ${typeOf(node.items)}s`;
  const keys = Object.keys(node.properties ?? {}).join(" ");
  for (const [mark, name] of NAMED) if (keys.startsWith(mark)) return name;
  return { integer: "whole number", string: "text", boolean: "`true` or `false`" }[node.type] ?? node.type;
}

const at = (schema, path) =>
  path.reduce((node, key) => branches(node).find((one) => one.properties)?.properties[key], schema);

function table(name, node) {
  const rows = branches(node)
    .filter((one) => one.properties !== undefined)
    .flatMap((one) =>
      Object.entries(one.properties)
        .filter(([key]) => key !== "$schema")
        .map(
          ([key, field]) =>
            `| \`${key}\` | ${cell(typeOf(field))} | ${one.required?.includes(key) ? "yes" : ""} | ${cell(field.description ?? "")} |`,
        ),
    );
  return [
    `### ${name}`,
    "",
    "| Field | Type | Required | Meaning |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ];
}

/** A finding of each kind, by its message with a case as an example. */
function findings(messages) {
  const layout = "Title Only";
  const all = [
    messages.templateGuessed("content", "Vakiosivu", "signature"),
    messages.templateNoTitle("cover", "Title Slide"),
    messages.templateLowTitle({ page: "content", had: 365_760, has: 768_096, lines: 2, size: 24 }),
    messages.templateSmallBody({ own: 0.24, used: 0.24, layout }),
    messages.templatePanel("cover", "Title Slide", "FFFFFF"),
    messages.templateContrast({
      page: "content",
      what: "title",
      from: "9AA5B1",
      to: "69798A",
      ground: "FFFFFF",
      ratio: 2.5,
    }),
    messages.templateNoNumber(layout),
    messages.templateCoveredFooter("content", layout, "date"),
    messages.templateNoFooter(layout, true),
    messages.templateNoAccent("adjusted", { scheme: "accent2", lumMod: 75_000 }, false),
    messages.templateFixedGoodBad(true, true),
    messages.templateFontUnknown("Acme Sans", "Arial"),
    messages.templateSeveralMasters(3, { name: "Acme light", part: "/ppt/slideMasters/slideMaster1.xml" }),
    messages.templateSize(10, 7.5),
    messages.templateNotDrawn(["Logo"]),
    messages.templateLabel(["Internal"]),
    messages.templateHeavy(31 * 1_048_576),
    messages.templateMacros(),
    messages.templateThinkCell(),
    messages.templateSamples(12),
    messages.templateRemarks(true, false),
  ];
  return all.flatMap(({ code, what, why, hint }) => [
    `### \`${code}\``,
    "",
    `> ${what}`,
    "",
    ...(why === undefined ? [] : [`*Why:* ${why}`, ""]),
    `*To overrule it:* ${hint}`,
    "",
  ]);
}

/** docs/templates.md */
export function templatesPage(schema, messages) {
  return `${[
    INTRODUCTION,
    "## What is said of a template",
    "",
    "All of these are warnings: the template can be used as it is. `foredeck template check --max-warnings 0` fails if there is one.",
    "",
    ...findings(messages),
    "## The contract, field by field",
    "",
    "Places are in inches of the slide, sizes of text in points. Editors complete and explain the fields; the schema is",
    "[`schema/foredeck.template.schema.json`](../schema/foredeck.template.schema.json).",
    "",
    ...OBJECTS.flatMap(([name, path]) => table(name, at(schema, path))),
  ]
    .join("\n")
    .trimEnd()}\n`;
}
