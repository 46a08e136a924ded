// Markdown as GitHub shows it, for pages that stand side by side in one folder: the same anchors of headings, links between
// files as links between pages, and whatever else is linked copied beside them.
import { existsSync, statSync } from "node:fs";
import { join, posix } from "node:path";
import Prism from "prismjs";
import loadLanguages from "prismjs/components/index.js";
import { PAGES } from "./contents.mjs";

loadLanguages.silent = true;
loadLanguages(["json", "bash", "typescript", "yaml", "diff", "docker"]);
const LANGUAGES = { jsonc: "json", sh: "bash", ts: "typescript", dockerfile: "docker" };

const root = join(import.meta.dirname, "..");

/** Teaches a markdown-it what the site needs; what it learns of each page goes to `seen`, files to copy to `files`. */
export function foredeckMarkdown(md, { seen, files }) {
  md.set({ linkify: false, typographer: false, highlight });
  md.core.ruler.push("foredeck_page", ({ tokens, env }) => {
    const file = posix.normalize(env.page.inputPath);
    anchor(tokens);
    label(tokens);
    for (const token of tokens.flatMap((each) => [each, ...(each.children ?? [])])) {
      if (token.type === "link_open") target(token, "href", file, files);
      if (token.type === "image") target(token, "src", file, files);
    }
    seen.set(file, sectionsOf(tokens));
  });
  const rule = (name, html) => {
    md.renderer.rules[name] = () => html;
  };
  // Wide tables and code scroll by themselves, and the page does not.
  rule("table_open", '<div class="scrolls"><table role="table">\n');
  rule("table_close", "</table></div>\n");
}

function highlight(code, language) {
  const name = LANGUAGES[language] ?? language;
  const grammar = Prism.languages[name];
  return grammar === undefined ? "" : Prism.highlight(code, grammar, name);
}

/** The words of a heading, without its marks. */
const wordsOf = (inline) =>
  inline.children
    .filter(({ type }) => type === "text" || type === "code_inline")
    .map(({ content }) => content)
    .join("");

/** Gives each heading the anchor that GitHub gives it. */
function anchor(tokens) {
  const taken = new Map();
  for (const [n, token] of tokens.entries()) {
    if (token.type !== "heading_open") continue;
    const slug = wordsOf(tokens[n + 1])
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-");
    const times = taken.get(slug) ?? 0;
    taken.set(slug, times + 1);
    token.attrSet("id", times === 0 ? slug : `${slug}-${times}`);
  }
}

/** Roles of the parts of a table, which browsers forget where a narrow screen shows each row as a block. */
const ROLES = {
  thead_open: "rowgroup",
  tbody_open: "rowgroup",
  tr_open: "row",
  th_open: "columnheader",
  td_open: "cell",
};

/** Gives each cell of a table the words at the head of its column. */
function label(tokens) {
  let heads = [];
  let column = 0;
  for (const [n, token] of tokens.entries()) {
    // A column without a name has no head.
    if (/^th_/.test(token.type) && tokens[n + (token.nesting < 0 ? -1 : 1)].content === "") token.tag = "td";
    if (ROLES[token.type] !== undefined)
      token.attrSet("role", token.tag === "td" ? "cell" : ROLES[token.type]);
    if (token.type === "table_open") heads = [];
    if (token.type === "tr_open") column = 0;
    if (token.type === "th_open") heads.push(wordsOf(tokens[n + 1]));
    if (token.type === "td_open") {
      const words = heads[column++] ?? "";
      if (column > 1 && tokens[n + 1].content !== "") token.attrSet("data-label", words);
    }
  }
}

/** Points a link at the page of the file that it names, or at a copy of that file. */
function target(token, attribute, from, files) {
  const [path, hash] = token.attrGet(attribute).split("#");
  if (path === "" || /^[a-z]+:|…/.test(path)) return;
  const file = posix.normalize(posix.join(posix.dirname(from), decodeURI(path)));
  const page = PAGES.get(file);
  if (page !== undefined) {
    token.attrSet(attribute, hash === undefined ? page.address : `${page.address}#${hash}`);
    return;
  }
  if (!existsSync(join(root, file)) || statSync(join(root, file)).isDirectory())
    throw new Error(`${from} links to ${path}, which is no file`);
  files.add(file);
  token.attrSet(attribute, file);
}

/** Parts of a page for its table of contents and the search: heading, anchor, level, words. */
function sectionsOf(tokens) {
  const sections = [];
  let open = { title: "", anchor: "", level: 1, text: [] };
  for (const [n, token] of tokens.entries()) {
    if (token.type === "heading_open") {
      open = {
        title: wordsOf(tokens[n + 1]),
        anchor: token.attrGet("id"),
        level: Number(token.tag.slice(1)),
        text: [],
      };
      sections.push(open);
    } else if (token.type === "inline" && tokens[n - 1]?.type !== "heading_open")
      open.text.push(wordsOf(token));
    else if (token.type === "fence") open.text.push(token.content);
  }
  return sections.map(({ text, ...rest }) => ({ ...rest, text: text.join(" ").replaceAll(/\s+/g, " ") }));
}
