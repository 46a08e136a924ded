// One page of the site: header with search, sidebar, text, what is on the page.
import { posix } from "node:path";
import { GROUPS, PAGES } from "./contents.mjs";

const escaped = (text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

export default function render({ content, page, seen }) {
  const file = posix.normalize(page.inputPath);
  const { name, address } = PAGES.get(file);
  const order = [...PAGES.values()];
  const at = order.findIndex((one) => one.file === file);
  const sections = (seen.get(file) ?? []).filter(({ level }) => level === 2);
  const title = address === "index.html" ? "Foredeck" : `${name} · Foredeck`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script src="page.js" defer></script>
</head>
<body>
<a class="skip" href="#text">To the text</a>
<header>
<button type="button" id="menu" aria-expanded="false" aria-controls="pages">Pages</button>
<a class="home" href="index.html">Foredeck</a>
<button type="button" id="find"><span>Search</span> <kbd>/</kbd></button>
</header>
<nav id="pages" class="side pages" aria-label="Pages">
${GROUPS.map((group) => sidebar(group, address)).join("\n")}
</nav>
<main id="text" tabindex="-1">
<article>
${content}
</article>
<nav class="around" aria-label="Before and after">
${neighbour(order[at - 1], "prev")}${neighbour(order[at + 1], "next")}
</nav>
</main>
${sections.length > 1 ? onPage(sections) : ""}
<dialog id="search" aria-label="Search">
<input type="search" aria-label="Search the documentation" placeholder="Search the documentation" autocomplete="off" spellcheck="false">
<ol id="found"></ol>
<p id="none" role="status"></p>
</dialog>
</body>
</html>
`;
}

const sidebar = ({ name, pages }, here) => `<section>
<h2>${escaped(name)}</h2>
<ul>
${pages
  .map(([, label, address]) => {
    const to = `${address}.html`;
    return `<li><a href="${to}"${to === here ? ' aria-current="page"' : ""}>${escaped(label)}</a></li>`;
  })
  .join("\n")}
</ul>
</section>`;

const neighbour = (page, rel) =>
  page === undefined ? "" : `<a rel="${rel}" href="${page.address}">${escaped(page.name)}</a>\n`;

const onPage = (sections) => `<aside class="side on-page" aria-labelledby="on-page">
<h2 id="on-page">On this page</h2>
<ul>
${sections.map(({ title, anchor }) => `<li><a href="#${anchor}">${escaped(title)}</a></li>`).join("\n")}
</ul>
</aside>`;
