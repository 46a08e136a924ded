// The documentation as a site, by Eleventy: npm run site writes it into out/site, npm run site -- --serve shows it and
// follows changes. Nothing in it comes from the network, and it can be opened as files.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix } from "node:path";
import { PAGES } from "./contents.mjs";
import { foredeckMarkdown } from "./markdown.mjs";

const root = join(import.meta.dirname, "..");
const minisearch = join(
  dirname(createRequire(import.meta.url).resolve("minisearch")),
  "..",
  "umd",
  "index.js",
);

const pageOf = ({ inputPath }) => PAGES.get(posix.normalize(inputPath));

export default function configure(eleventy) {
  const seen = new Map();
  const files = new Set();
  eleventy.amendLibrary("md", (md) => foredeckMarkdown(md, { seen, files }));
  eleventy.setUseGitIgnore(false);
  for (const folder of ["build", "dist", "out", "samples", "src", "test", "vendor", "site", ".ci", ".git"])
    eleventy.ignores.add(`${folder}/**`);
  // False leaves a file out; nothing leaves it as it is.
  eleventy.addPreprocessor("pages", "md", ({ page }) => (pageOf(page) === undefined ? false : undefined));
  eleventy.addGlobalData("layout", "page.11ty.mjs");
  eleventy.addGlobalData(
    "permalink",
    () =>
      ({ page }) =>
        pageOf(page)?.address ?? false,
  );
  eleventy.addGlobalData("seen", () => seen);
  eleventy.addPassthroughCopy({
    "site/style.css": "style.css",
    "site/page.js": "page.js",
    "site/search.js": "search.js",
    [minisearch]: "minisearch.js",
  });
  eleventy.on("eleventy.after", ({ directories }) => {
    for (const file of files) {
      const to = join(directories.output, file);
      mkdirSync(dirname(to), { recursive: true });
      cpSync(join(root, file), to);
    }
    const sections = [...PAGES.values()].flatMap(({ file, name, address }) =>
      (seen.get(file) ?? []).map(({ title, anchor, text }) => ({
        id: `${address}#${anchor}`,
        page: name,
        title,
        text,
      })),
    );
    // A script, since a page that is opened as a file may not fetch.
    writeFileSync(
      join(directories.output, "sections.js"),
      `globalThis.SECTIONS = ${JSON.stringify(sections)};\n`,
    );
  });
  return {
    dir: { input: ".", includes: "site", output: "out/site" },
    templateFormats: ["md"],
    // Figures such as {{churn.latest}} are part of the text, so no template language may read it.
    markdownTemplateEngine: false,
  };
}
