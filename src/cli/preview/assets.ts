import { readdir, readFile } from "node:fs/promises";
import { FONT_FAMILIES, FONTS } from "../../base/fonts.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { PREVIEW, PREVIEW_KEYS } from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { packageFile } from "../../host/package.ts";
import { html } from "../check/readiness/html.ts";
import type { Asset } from "./server.ts";
import { PREVIEW_STYLE } from "./style.ts";

const text = (type: string, content: string): Asset => ({
  type: `${type}; charset=utf-8`,
  bytes: new TextEncoder().encode(content),
});

/**
 * All that the page consists of, read once.
 * @throws DiagnosticsError where the scripts were not compiled
 */
export async function previewAssets(host: Host): Promise<Readonly<Record<string, Asset>>> {
  const fonts = await Promise.all(
    FONT_FAMILIES.map(async (family) => {
      // The style asks for them by the name of the twin.
      const name = FONTS[family].twin.toLowerCase();
      const { regular, bold } = await host.fonts(family);
      return [
        [`font/${name}.ttf`, { type: "font/ttf", bytes: regular }],
        [`font/${name}-bold.ttf`, { type: "font/ttf", bytes: bold }],
      ] as const;
    }),
  );
  return {
    "": text("text/html", PAGE.markup),
    "style.css": text("text/css", PREVIEW_STYLE),
    ...(await scripts(packageFile("dist/cli/preview/client/"))),
    ...Object.fromEntries(fonts.flat()),
  };
}

/** The compiled scripts of the page: all of the folder, for they import one another. */
async function scripts(folder: URL): Promise<Readonly<Record<string, Asset>>> {
  let names: readonly string[];
  try {
    names = (await readdir(folder)).filter((name) => name.endsWith(".js"));
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT") throw cause;
    names = [];
  }
  if (names.length === 0) throw new DiagnosticsError([messages.previewNotBuilt()], 2);
  const read = async (name: string) =>
    [`client/${name}`, text("text/javascript", await readFile(new URL(name, folder), "utf8"))] as const;
  return Object.fromEntries(await Promise.all(names.map(read)));
}

/** The page without any deck; its scripts fill it in. */
const PAGE = html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${PREVIEW.name}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="style.css">
<script type="module" src="client/main.js"></script>
</head>
<body data-words="${JSON.stringify(PREVIEW)}">
<header>
<div class="names"><h1 id="title">${PREVIEW.name}</h1><p id="facts"></p></div>
<p id="status" role="status"></p>
<div class="tools" role="group" aria-label="${PREVIEW.name}">
<button type="button" id="show-decks" aria-haspopup="dialog" hidden>${PREVIEW.decks}</button>
<button type="button" id="previous" aria-label="${PREVIEW.previous}">‹</button>
<span id="number"></span>
<button type="button" id="next" aria-label="${PREVIEW.next}">›</button>
<button type="button" id="show-thumbnails" aria-pressed="true" aria-controls="thumbnails">${PREVIEW.showThumbnails}</button>
<button type="button" id="show-notes" aria-pressed="true" aria-controls="notes">${PREVIEW.showNotes}</button>
<button type="button" id="show-overview" aria-pressed="false">${PREVIEW.overview}</button>
<button type="button" id="full" aria-pressed="false">${PREVIEW.full}</button>
<button type="button" id="show-findings" aria-haspopup="dialog">${PREVIEW.showFindings}</button>
<button type="button" id="show-sent" aria-pressed="false" aria-controls="sent">${PREVIEW.sent}</button>
<button type="button" id="undo" hidden>${PREVIEW.undo}</button>
<button type="button" id="print">${PREVIEW.print}</button>
<a id="download" class="button" href="deck.pptx" download hidden>${PREVIEW.download}</a>
<button type="button" id="show-help" aria-haspopup="dialog" aria-label="${PREVIEW.help}">?</button>
</div>
</header>
<nav id="thumbnails" aria-label="${PREVIEW.slides}"></nav>
<main>
<div id="broken" role="alert"></div>
<div id="stage"><p id="waiting">${PREVIEW.waiting}</p><noscript><p>${PREVIEW.noScript}</p></noscript></div>
<section id="notes" aria-labelledby="notes-heading" tabindex="0"><h2 id="notes-heading">${PREVIEW.notes}</h2><div id="notes-text"></div></section>
<p id="announce" class="unseen" aria-live="polite"></p>
</main>
<aside id="about" aria-label="${PREVIEW.details}" tabindex="0">
<section id="place" aria-live="polite" aria-labelledby="place-heading"><h2 id="place-heading">${PREVIEW.writtenAt}</h2><div id="place-text"><p>${PREVIEW.clickForPlace}</p></div></section>
<section aria-labelledby="findings-heading"><h2 id="findings-heading">${PREVIEW.findings}</h2><div id="findings"></div></section>
<section aria-labelledby="replies-heading" id="replies-section" hidden><h2 id="replies-heading">${PREVIEW.replies}</h2><div id="replies"></div></section>
<section aria-labelledby="general-heading" id="general-section" hidden><h2 id="general-heading">${PREVIEW.general}</h2><div id="general"></div></section>
<section aria-labelledby="parts-heading"><h2 id="parts-heading">${PREVIEW.parts}</h2><ul id="parts"></ul></section>
<p class="keys">${PREVIEW.keys}</p>
</aside>
<section id="sent" aria-labelledby="sent-heading" tabindex="-1" hidden>
<div class="sent-head"><h2 id="sent-heading">${PREVIEW.sent}</h2><button type="button" id="sent-close">${PREVIEW.sentClose}</button></div>
<div id="sent-text"></div>
<p id="sent-announce" class="unseen" aria-live="polite"></p>
</section>
<dialog id="decks" aria-labelledby="decks-heading">
<div class="sent-head"><h2 id="decks-heading">${PREVIEW.decks}</h2><button type="button" class="close">${PREVIEW.close}</button></div>
<form id="decks-form"><input id="decks-input" class="finds" autocomplete="off" aria-label="${PREVIEW.deckFilter}" placeholder="${PREVIEW.deckFilter}"></form>
<p id="decks-count" class="quiet" role="status"></p>
<ul id="decks-found"></ul>
</dialog>
<dialog id="finder" aria-labelledby="finder-heading">
<div class="sent-head"><h2 id="finder-heading">${PREVIEW.search}</h2><button type="button" class="close">${PREVIEW.close}</button></div>
<form id="finder-form"><input id="finder-input" class="finds" autocomplete="off" aria-label="${PREVIEW.finderLabel}" placeholder="${PREVIEW.finderLabel}"></form>
<p id="finder-count" class="quiet" role="status"></p>
<ul id="finder-found"></ul>
</dialog>
<dialog id="all-findings" aria-labelledby="all-findings-heading">
<div class="sent-head"><h2 id="all-findings-heading">${PREVIEW.allFindings}</h2><button type="button" class="close">${PREVIEW.close}</button></div>
<div id="fixes" hidden></div>
<div id="all-findings-text"></div>
</dialog>
<dialog id="edit" aria-labelledby="edit-heading">
<form id="edit-form">
<h2 id="edit-heading">${PREVIEW.editHeading}</h2>
<textarea id="edit-input" rows="3" aria-label="${PREVIEW.editLabel}" aria-describedby="edit-why"></textarea>
<p id="edit-why" class="quiet"></p>
<p id="edit-refused" role="alert"></p>
<p><button type="submit" id="edit-save">${PREVIEW.save}</button> <button type="button" id="edit-cancel">${PREVIEW.cancel}</button></p>
</form>
</dialog>
<dialog id="help" aria-labelledby="help-heading">
<div class="sent-head"><h2 id="help-heading">${PREVIEW.help}</h2><button type="button" class="close">${PREVIEW.close}</button></div>
<dl>${PREVIEW_KEYS.map(([keys, does]) => html`<dt>${keys}</dt><dd>${does}</dd>`)}</dl>
</dialog>
</body>
</html>
`;
