import { tag, words } from "../markup/markup.ts";
import type { Passage } from "../reading/reading.ts";

/** The numbers of a chart as a table, for those who cannot see it or want them exactly, under its summary. */
export function chartTableMarkup(
  { message, table }: Extract<Passage, { type: "chart" }>,
  summary: string,
): string {
  const [names, ...others] = table.columns;
  const cell = (text: string): string => `<td>${words(text)}</td>`;
  const header = (text: string, scope: string): string => `<th scope="${scope}">${words(text)}</th>`;
  const rows = (names?.texts ?? []).map(
    (name, r) => `<tr>${header(name, "row")}${others.map(({ texts }) => cell(texts[r] ?? "")).join("")}</tr>`,
  );
  return tag(
    "details",
    { class: "numbers" },
    tag("summary", {}, words(summary)),
    tag(
      "table",
      {},
      tag("caption", {}, words(message)),
      `<thead><tr>${table.columns.map(({ name }) => header(name, "col")).join("")}</tr></thead>`,
      `<tbody>${rows.join("")}</tbody>`,
    ),
  );
}
