// docs/languages.md: what a deck in each language looks like, which rules read it, and what right to left can and cannot do.

/** Currency of the country that a tag names; euros where none is listed. */
const MONEY = { "en-GB": "GBP", "en-US": "USD", "ja-JP": "JPY", "sv-SE": "SEK" };

/** Columns of the table, each with an example as a locale writes it. */
const COLUMNS = [
  ["Amount", (locale, unit) => locale.value(1_234_500, { unit, decimals: 0 })],
  ["In short", (locale, unit) => locale.value(1_234_500, { unit, decimals: 0, style: "short" })],
  ["Share", (locale) => locale.value(14.9, { unit: "%", decimals: 1 })],
  ["Date", (locale) => locale.date("2026-11-18", "long")],
  ["Quarter", (locale) => locale.period("2026-Q3", "long")],
  ["Quotation", (locale) => locale.quote("OK")],
];

export function languagesPage(tags, resolveLocale, languages, rules) {
  const english = new Intl.DisplayNames(["en"], { type: "language" });
  const table = tags.map((tag) => {
    const locale = resolveLocale(tag);
    const examples = COLUMNS.map(([, write]) => write(locale, MONEY[tag] ?? "EUR"));
    return `| \`${tag}\` | ${[english.of(tag), ...examples].join(" | ")} |`;
  });
  const reading = rules.filter(({ heuristic }) => heuristic === true);
  const read = [...new Set(tags.map((tag) => tag.split("-")[0]))].map((tag) => {
    const language = languages.find((each) => each.tag === tag);
    const silent = reading.filter(
      ({ needs = [] }) => language === undefined || needs.some((words) => language[words] === undefined),
    );
    const codes = silent.map(({ code }) => `\`${code}\``).join(", ");
    const says =
      silent.length === 0
        ? `all ${reading.length}.`
        : silent.length === reading.length
          ? "none of them."
          : `${reading.length - silent.length} of ${reading.length}. Silent, wholly or in part: ${codes}.`;
    return `- **${english.of(tag)}**: ${says}`;
  });
  return `${[
    "# Languages",
    "",
    "<!-- Written by npm run generate from src/locales and src/rules/languages. -->",
    "",
    '`"locale"` is the language of a deck: its fixed words, the sentences that Foredeck builds, numbers, dates, periods,',
    "quotation marks, lists, alternative texts, notes, mails, and the time that it takes to read. What you write stays as you",
    "wrote it, but for quotation marks and spaces, which are set as the language sets them. The command line, its messages",
    "and the readiness page are in English.",
    "",
    `| Tag | Language | ${COLUMNS.map(([name]) => name).join(" | ")} |`,
    `| --- | --- | ${COLUMNS.map(() => "---").join(" | ")} |`,
    ...table,
    "",
    "Another region of a language is written as the first of it: `de-AT` as `de-DE`, `fr-CA` as `fr-FR`, `sv-FI` as `sv-SE`. A",
    "language that is not listed is refused, since half of its deck would be in English. A unit is written as it follows a",
    "number (`days`, `päivää`, `Tage`); where there is one, its singular follows by rule, and a word that no rule knows stays.",
    "",
    "**Japanese** counts in 万, 億 and 兆 by itself. Axes of native charts count as Excel does, in thousands and millions: its",
    "number formats cannot divide by ten thousand. Lines of titles and short texts end where phrases do. Quarters are those of",
    "the calendar year, in every language; a financial year (年度) that begins in another month is written in words, as labels.",
    "",
    "**French** has spaces before `;`, `:`, `!`, `?` and inside « », at which no line breaks; those that you type become such",
    "spaces. **German** compounds are not divided: a column is as wide as its longest word, or the text is set smaller.",
    "",
    "## Rules that read words",
    "",
    "Rules about figures, dates, money and structure read every deck. These read words, and need those of the language; `check`",
    "lists what it skipped:",
    "",
    ...read,
    "",
    "## From right to left",
    "",
    "Arabic, Hebrew and other scripts from right to left work inside of a deck in one of the languages above: in titles, quotes,",
    "labels and names. Paragraphs that begin in such a script are set from right to left, runs are marked with their language,",
    "letters are joined and measured as they are set, and PDF, SVG and PNG order them as PowerPoint does.",
    "",
    "There is no locale of such a language. A whole deck would have to be mirrored: the tracker, label columns, tables, axes and",
    'the order of columns all run from left to right. So `"locale": "ar"` and `"he"` are refused, rather than written wrongly.',
  ].join("\n")}\n`;
}
