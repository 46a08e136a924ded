import type { Page, Pages } from "../../model/page.ts";
import type { Run } from "../../model/text.ts";
import { cleanText } from "../../ooxml/escape.ts";
import type { Format } from "../contract/format.ts";
import { notesBeside } from "../reading/notes.ts";
import {
  aboutDeck,
  type Passage,
  paragraphText,
  type ReadParagraph,
  readingOf,
  slideName,
} from "../reading/reading.ts";
import { begun, escaped, pipeTable, styled } from "./markdown.ts";

/** The deck as text, for search and for those who read with a screen reader (CommonMark 0.31 with pipe tables). */
export const md: Format = {
  name: "md",
  extension: ".md",
  write: async (pages) => new TextEncoder().encode(asMarkdown(pages)),
};

export function asMarkdown(pages: Pages): string {
  const { properties } = pages;
  const about = aboutDeck(properties);
  const byId = new Map(pages.pages.map((page) => [page.id, page]));
  const blocks = [
    `# ${escaped(properties.title)}`,
    begun(about.join(" · ")),
    ...pages.sections.flatMap((section) => [
      `## ${escaped(section.name)}`,
      ...section.pages.flatMap((id) => {
        const page = byId.get(id);
        return page === undefined ? [] : pageBlocks(page, pages);
      }),
    ]),
  ];
  return `${cleanText(blocks.filter((block) => block !== "").join("\n\n"))}\n`;
}

/** Anchor of a slide's heading, to which links lead. */
const anchor = (id: string): string => `slide-${id}`;

function pageBlocks(page: Page, pages: Pages): readonly string[] {
  const read = readingOf(page, pages);
  const notes = notesBeside(page, read).map((line) => `> ${styled(line, link, true)}`);
  const section = pages.sections.find(({ id }) => id === page.section)?.name ?? "";
  // Over a title stands which part of the argument it is of, which the section's heading says already.
  const said = read.filter((one) => one.type !== "text" || one.role !== "kicker" || textOf(one) !== section);
  return [
    `<a id="${anchor(page.id)}"></a>\n\n### ${slideName(page.number, escaped(page.title))}`,
    joined(said, page.title),
    ...(notes.length > 0 ? [`#### ${escaped(pages.properties.words.notes)}`, notes.join("\n>\n")] : []),
  ];
}

const link = (run: Run): string | undefined =>
  run.href ?? (run.to === undefined ? undefined : `#${anchor(run.to)}`);

const textOf = (one: Extract<Passage, { type: "text" }>): string =>
  one.paragraphs.map(paragraphText).join(" ");

/** Passages one below the other; what ends with a label stands before what it names. */
function joined(passages: readonly Passage[], title: string): string {
  let labelled = false;
  return passages
    .map((one, n) => {
      const between = n === 0 ? "" : labelled ? " " : "\n\n";
      labelled = one.type === "text" && one.to === undefined && leads(one.paragraphs.at(-1));
      return between + passage(one, title);
    })
    .join("");
}

function passage(one: Passage, title: string): string {
  switch (one.type) {
    case "text": {
      const text = paragraphs(one.paragraphs);
      if (one.to === undefined) return text;
      // A screen reader lists links by their words alone, so that these have to say where they lead.
      const words = textOf(one);
      const says = one.tip?.startsWith(words) === true ? escaped(one.tip) : text.replace(/\n+/g, " ");
      return `[${says}](#${anchor(one.to)})`;
    }
    case "table":
      return pipeTable(
        one.rows.map((row, r) =>
          row.flatMap((cell) => [
            cell.paragraphs
              // What heads a column is strong already.
              .map(({ runs }) => styled(one.headerRow && r === 0 ? runs.map(light) : runs, link))
              .join("<br>"),
            ...Array.from({ length: cell.span - 1 }, () => ""),
          ]),
        ),
        one.headerRow,
      );
    case "chart": {
      const { columns } = one.table;
      const rows = Array.from({ length: columns[0]?.texts.length ?? 0 }, (_, r) =>
        columns.map(({ texts }) => escaped(texts[r] ?? "")),
      );
      // The message of a chart is often the title above it, or a sentence of that where two charts share the page.
      const { alt, message } = one;
      const about =
        title.includes(message) && alt.startsWith(message)
          ? alt.slice(message.length).replace(/^\.?\s+/, "")
          : alt;
      return [begun(about), pipeTable([columns.map(({ name }) => escaped(name)), ...rows], true)].join(
        "\n\n",
      );
    }
    case "picture":
      return `![${escaped(one.alt)}](<${one.file.replace(/[<>\n]/g, encodeURIComponent)}>)`;
    case "figure":
      return begun(one.alt);
  }
}

/** True for a paragraph that stands before the next one, on its line: a label, or a measure with its number. */
const leads = (paragraph: ReadParagraph | undefined): boolean =>
  paragraph?.reading === "label" || paragraph?.reading === "measure";

const light = (run: Run): Run => ({ ...run, bold: false });

/** Items of a list stand close together, paragraphs apart; a label before what it names, an aside behind what it is of. */
function paragraphs(all: readonly ReadParagraph[]): string {
  return all
    .map((paragraph, index) => {
      const before = all[index - 1];
      const inside = paragraph.reading === "aside" || leads(before);
      const text = styled(paragraph.runs, link, !inside);
      const apart = index === 0 ? "" : "\n\n";
      if (paragraph.reading === "heading") return `${apart}#### ${escaped(paragraphText(paragraph))}`;
      if (leads(paragraph)) return `${apart}**${escaped(paragraphText(paragraph))}:**`;
      if (paragraph.reading === "aside" && before !== undefined) {
        const more = all[index + 1]?.reading === "aside";
        return `${before.reading === "aside" ? "; " : " ("}${text}${more ? "" : ")"}`;
      }
      if (leads(before)) return ` ${text}`;
      const item = paragraph.bullet !== undefined;
      const sign = !item ? "" : paragraph.bullet === "number" ? `${paragraph.number ?? 1}. ` : "- ";
      const close = item && before?.bullet !== undefined;
      return `${index === 0 ? "" : close ? "\n" : "\n\n"}${sign}${text}`;
    })
    .join("");
}
