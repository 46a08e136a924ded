/**
 * The look of the page around the slides; width and height of a slide in pt, fonts as CSS lists them, paper as a colour. On paper there is one slide a page and
 * nothing else. Titles are on the slides, so their headings are for those who listen.
 */
export const style = (wide: string, high: string, fonts: string, paper: string): string => `
:root { color-scheme: light dark; --ground: #E9ECF0; --ink: #16202E; --quiet: #4A5566; --link: #123E73; --line: #8A94A3; --shade: rgb(0 0 0 / 25%); }
@media screen and (prefers-color-scheme: dark) {
  :root { --ground: #14181F; --ink: #E6EAF0; --quiet: #A9B4C2; --link: #9CC3F2; --line: #5C6878; --shade: rgb(0 0 0 / 60%); }
}
html { background: var(--ground); color: var(--ink); font: 1rem/1.5 ${fonts}; scroll-behavior: auto; }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; }
h1 { font-size: 1.5rem; margin: 0.5rem 0 0; }
h2 { font-size: 1.125rem; margin: 2rem 0 0.5rem; }
h3 { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
article { margin: 0 0 1.5rem; scroll-margin-top: 0.5rem; }
article:focus { outline: none; }
svg.slide { display: block; width: min(100%, calc((100vh - 1rem) * ${wide} / ${high})); height: auto; margin: 0 auto; background: ${paper}; box-shadow: 0 1px 4px var(--shade); }
a, summary { color: var(--link); }
nav p { font-weight: bold; margin: 0.5rem 0 0; }
nav ul { list-style: none; margin: 0; padding: 0 0 0 1rem; }
details { margin: 0.5rem 0; }
summary { cursor: pointer; padding: 0.25rem 0; }
.scroll { overflow-x: auto; }
.steps { display: flex; gap: 1.5rem; margin: 0.25rem 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { border: 1px solid var(--line); padding: 0.125rem 0.5rem; text-align: left; font-variant-numeric: tabular-nums; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
article:target svg.slide { box-shadow: 0 0 0 3px var(--link); }
.read { display: none; }
@media screen and (max-width: 44rem) {
  body { padding: 0.75rem; }
  .steps a, summary { padding: 0.5rem 0; }
  article { margin: 0 0 2.5rem; }
  .read { display: block; overflow-wrap: break-word; }
  .read p, .read ul { margin: 0.5rem 0; }
  .read ul { padding-left: 1.25rem; }
  .read svg { display: block; width: 100%; height: auto; margin: 0.75rem 0; background: ${paper}; }
  .read .title { font-size: 1.25rem; line-height: 1.3; font-weight: bold; margin-top: 0.75rem; }
  .read .heading { font-weight: bold; margin-top: 1rem; }
  .read .measure { font-size: 1.375rem; font-weight: bold; color: var(--link); margin-bottom: 0; }
  .read .label, .read .aside { color: var(--quiet); }
  .read .row { border-top: 1px solid var(--line); padding: 0.25rem 0; }
  .read .row .heading { margin-top: 0.25rem; }
}
@page { size: ${wide}pt ${high}pt; margin: 0; }
@media print {
  html, body { background: none; margin: 0; padding: 0; max-width: none; }
  header, nav, h2, details, .steps { display: none; }
  article { margin: 0; break-inside: avoid; break-after: page; }
  section:last-of-type article:last-of-type { break-after: auto; }
  svg.slide, article:target svg.slide { box-shadow: none; max-width: none; width: ${wide}pt; height: ${high}pt; }
}
`;
