// docs/slides.md: which field of the bundle makes which slide, with a picture of each kind of slide.
import { existsSync, readdirSync } from "node:fs";
import { anchor } from "./anchor.mjs";

export const SLIDE_PICTURES = "docs/slides";

/** What a part is called in the deck's own words, "source-list" as "Source list". */
const headingOf = (kind) => kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("-", " ");

/** The parts of the bundle without which there is no slide of a kind; the other kinds follow from what there is. */
export const MADE_BY = {
  cover: ["title", "ask", "meeting"],
  answer: ["why", "ask"],
  why: ["why"],
  goals: ["goals"],
  standing: ["metrics"],
  reason: ["why"],
  evidence: ["charts"],
  picture: ["pictures"],
  page: ["pages"],
  voices: ["quotes"],
  people: ["stakeholders"],
  options: ["options"],
  investment: ["investment"],
  plan: ["plan"],
  next: ["plan"],
  risks: ["risks"],
  wins: ["wins"],
  decision: ["ask"],
  objections: ["objections"],
  objection: ["objections"],
  methods: ["metrics", "investment"],
  "source-list": ["sources"],
  glossary: ["glossary"],
  changes: ["history"],
};

/** Names of the pictures in a folder; none where there is no such folder yet. */
export const picturesIn = (folder) =>
  existsSync(folder) ? readdirSync(folder).map((name) => name.replace(/\.webp$/, "")) : [];

/** Parts of the bundle that no slide shows by itself, and what they do. */
export const STEERS = {
  decided: "the record of the decision and its mails, not the deck",
  editions: "which pages an edition has",
  rules: "what `foredeck check` asks for",
};

/** The line of docs/bundle.md that says where an object of the bundle is seen; what no sample has is seen where its parent is. */
export function seenOn(path, reach) {
  if (path.length === 0) return "";
  if (STEERS[path[0]] !== undefined) return `It steers ${STEERS[path[0]]}.`;
  const field = path.join(".");
  const kinds = new Set(
    Object.entries(reach).flatMap(([name, reached]) => (`${name}.`.startsWith(`${field}.`) ? reached : [])),
  );
  if (kinds.size === 0) return seenOn(path.slice(0, -1), reach);
  const order = Object.keys(MADE_BY).filter((kind) => kinds.has(kind));
  const links = order.map((kind) => `[${headingOf(kind)}](slides.md#${anchor(headingOf(kind))})`);
  return `Seen on: ${links.join(", ")}.`;
}

/** The page: kinds in the order of the story, each with what it shows, its picture, and the fields that reach it. */
export function slidesPage(slideKinds, reach, context) {
  return `${[
    "# The bundle by slides",
    "",
    "<!-- Written by npm run generate from the kinds in src/slides and from scripts/reach.json. -->",
    "",
    "Every part of a bundle adds slides, and a part that is left out leaves no hole. Below is each kind of slide, in the order",
    "of the deck, with the fields that reach it: whoever changes one of them finds it there. Which they are was found by",
    "changing each field of the samples and comparing the decks. Fields are explained in [field by field](bundle.md).",
    "",
    "A deck needs less than this: title, why, a goal, a metric or chart, and a quote make one. [The order](bundle.md#bundle) of",
    'the parts can be changed with `"order"`, and parts left out with `"leave"`.',
    "",
    "| Slide | Made by |",
    "| --- | --- |",
    ...slideKinds.map(({ name }) => {
      const own = MADE_BY[name] ?? [];
      const made = own.length === 0 ? "what there is" : own.map((part) => `\`${part}\``).join(", ");
      return `| [${headingOf(name)}](#${anchor(headingOf(name))}) | ${made} |`;
    }),
    "",
    ...slideKinds.flatMap((kind) => entry(kind, reach, context)),
  ]
    .join("\n")
    .trimEnd()}\n`;
}

function entry({ name, shows }, reach, { pictures, sections }) {
  const objects = new Map();
  for (const [field, kinds] of Object.entries(reach)) {
    if (!kinds.includes(name)) continue;
    const { object, key } = placeOf(field, sections);
    objects.set(object, [...new Set([...(objects.get(object) ?? []), key])]);
  }
  const fields = [...objects].map(
    ([object, keys]) =>
      `- [${object}](bundle.md#${anchor(object)}): ${keys.map((key) => `\`${key}\``).join(", ")}`,
  );
  const heading = headingOf(name);
  return [
    `## ${heading}`,
    "",
    shows,
    "",
    ...(pictures.includes(name)
      ? [`![A slide of the kind ${heading.toLowerCase()}](slides/${name}.webp)`, ""]
      : []),
    ...(fields.length === 0 ? [] : ["Fields that reach it:", "", ...fields, ""]),
  ];
}

/** The heading of the object in docs/bundle.md that has a field, and the field's name in it. */
function placeOf(field, sections) {
  const steps = field.split(".");
  for (let n = steps.length - 1; n >= 0; n--) {
    const section = sections.find(
      ({ path, object }) =>
        path.join(".") === steps.slice(0, n).join(".") && object.properties[steps[n]] !== undefined,
    );
    if (section !== undefined) return { object: section.name, key: steps[n] };
  }
  throw new Error(`no part of the schema has ${field}`);
}
