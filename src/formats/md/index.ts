import type { Page, Pages } from "../../model/page.ts";
import type { Run } from "../../model/text.ts";
import { cleanText } from "../../ooxml/escape.ts";
import type { Format } from "../format.ts";
import { aboutDeck, slideName } from "../reading/name.ts";
import { type Passage, type ReadParagraph, readingOf, wordsOf } from "../reading/reading.ts";
import { escaped, pipeTable, styled } from "./markdown.ts";

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
    about.map(escaped).join(" · "),
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

/** Where links lead: every slide's heading has an anchor with the slide's id. */
const anchor = (id: string): string => `slide-${id}`;

function pageBlocks(page: Page, pages: Pages): readonly string[] {
  const notes = page.notes.map((line) => `> ${styled(line, link)}`);
  return [
    `<a id="${anchor(page.id)}"></a>\n\n### ${slideName(page.number, escaped(page.title))}`,
    ...readingOf(page, pages).map(passage),
    ...(notes.length > 0 ? [`**${escaped(pages.properties.words.notes)}**`, notes.join("\n>\n")] : []),
  ];
}

const link = (run: Run): string | undefined =>
  run.href ?? (run.to === undefined ? undefined : `#${anchor(run.to)}`);

function passage(one: Passage): string {
  switch (one.type) {
    case "text": {
      const text = paragraphs(one.paragraphs);
      if (one.to === undefined) return text;
      // A screen reader lists links by their words alone, so that these have to say where they lead.
      const words = one.paragraphs.map(wordsOf).join(" ");
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
      return [escaped(one.alt), pipeTable([columns.map(({ name }) => escaped(name)), ...rows], true)].join(
        "\n\n",
      );
    }
    case "picture":
      return `![${escaped(one.alt)}](<${one.file.replace(/[<>\n]/g, encodeURIComponent)}>)`;
    case "figure":
      return escaped(one.alt);
  }
}

const light = (run: Run): Run => ({ ...run, bold: false });

/** Items of a list stand close together, paragraphs apart; a label stands before what it names. */
function paragraphs(all: readonly ReadParagraph[]): string {
  return all
    .map((paragraph, index) => {
      const before = all[index - 1];
      const text = styled(paragraph.runs, link);
      if (paragraph.label === true && index < all.length - 1)
        return `${index === 0 ? "" : "\n\n"}**${escaped(wordsOf(paragraph))}:**`;
      if (before?.label === true) return ` ${text}`;
      const item = paragraph.bullet !== undefined;
      const sign = !item ? "" : paragraph.bullet === "number" ? `${paragraph.number ?? 1}. ` : "- ";
      const close = item && before?.bullet !== undefined;
      return `${index === 0 ? "" : close ? "\n" : "\n\n"}${sign}${text}`;
    })
    .join("");
}
