/**
 * The look of the page around the slides; width and height of a slide in pt, fonts as CSS lists them, paper as a colour. On paper there is one slide a page and
 * nothing else. Titles are on the slides, so their headings are for those who listen.
 */
export const style = (width: string, height: string, fonts: string, paper: string): string => `
:root { color-scheme: light; }
html { background: #E9ECF0; color: #16202E; font: 1rem/1.5 ${fonts}; scroll-behavior: auto; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; }
h1 { font-size: 1.5rem; margin: 0.5rem 0 0; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
h3 { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
article { margin: 0 0 1.5rem; scroll-margin-top: 0.5rem; }
svg.slide { display: block; width: 100%; height: auto; background: ${paper}; box-shadow: 0 1px 4px rgb(0 0 0 / 25%); }
a, summary { color: #123E73; }
nav p { font-weight: bold; margin: 0.5rem 0 0; }
nav ul { list-style: none; margin: 0; padding: 0 0 0 1rem; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; }
.steps { display: flex; gap: 1.5rem; margin: 0.25rem 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid #8A94A3; padding: 0.125rem 0.5rem; text-align: left; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid #123E73; outline-offset: 2px; }
article:target svg.slide { box-shadow: 0 0 0 3px #123E73; }
.read { display: none; }
@media screen and (max-width: 44rem) {
  body { padding: 0.75rem; }
  article { margin: 0 0 2.5rem; }
  .read { display: block; overflow-wrap: break-word; }
  .read p, .read ul { margin: 0.5rem 0; }
  .read ul { padding-left: 1.25rem; }
  .read svg { display: block; width: 100%; height: auto; margin: 0.75rem 0; background: ${paper}; }
  .read .title { font-size: 1.25rem; line-height: 1.3; font-weight: bold; margin-top: 0.75rem; }
  .read .heading { font-weight: bold; margin-top: 1rem; }
  .read .measure { font-size: 1.375rem; font-weight: bold; color: #123E73; margin-bottom: 0; }
  .read .label, .read .aside { color: #4A5566; }
  .read .row { border-top: 1px solid #8A94A3; padding: 0.25rem 0; }
  .read .row .heading { margin-top: 0.25rem; }
}
@page { size: ${width}pt ${height}pt; margin: 0; }
@media print {
  html, body { background: none; margin: 0; padding: 0; max-width: none; }
  header, nav, h2, details, .steps { display: none; }
  article { margin: 0; break-inside: avoid; break-after: page; }
  section:last-of-type article:last-of-type { break-after: auto; }
  svg.slide, article:target svg.slide { box-shadow: none; width: ${width}pt; height: ${height}pt; }
}
`;
