import { pathText } from "../../../base/json-path.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import { foldPoints } from "../../../diagnostics/findings/index.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import type { CheckedBundle, SilencedRule } from "../../../diagnostics/reporters/reporter.ts";
import type { Compiled } from "../../../stages.ts";
import { type Html, html } from "./html.ts";

const { READINESS } = messages;
/** Characters of a source line that are quoted; a minified bundle is one line. */
const QUOTED = 160;

/** Findings by severity, each with its place and hint; then what is silenced, and why. */
export function findingsSection(
  { findings, silenced, skipped, file }: CheckedBundle,
  compiled: Compiled,
): Html {
  // The page goes to people who may not read what was said without permission.
  const closed = new Set(
    compiled.bundle.quotes.flatMap(({ permission = "none" }, n) =>
      permission === "none" ? [compiled.sourceMap.value(["quotes", n, "text"]).line] : [],
    ),
  );
  const isOpen = ({ place }: Diagnostic): boolean => place?.file !== file || !closed.has(place.line);
  const list = (severity: Diagnostic["severity"], name: string, kind: string): Html => {
    const found = foldPoints(findings).filter((each) => each.severity === severity);
    return html`<h3>${name} (${found.length})</h3>
${found.length === 0 ? html`<p class="quiet">${READINESS.noFindings}</p>` : html`<ol class="findings ${kind}">${found.map((each) => finding(each, isOpen(each)))}</ol>`}`;
  };
  return html`<section id="findings" aria-labelledby="findings-heading">
<h2 id="findings-heading">${READINESS.findings}</h2>
${list("error", READINESS.errors, "bad")}
${list("warning", READINESS.warnings, "fair")}
${
  silenced.length === 0
    ? undefined
    : html`<h3>${READINESS.silenced} (${silenced.length})</h3><ul class="findings plain">${silenced.map(off)}</ul>`
}
${skipped.length === 0 ? undefined : html`<p class="quiet">${messages.rulesKnowNoLanguage(file, skipped)}</p>`}
</section>`;
}

/** `quoting` tells whether the source line may be shown. */
function finding({ code, what, why, hint, place, path = [], slide }: Diagnostic, quoting: boolean): Html {
  const where = [
    ...(place === undefined ? [] : [messages.readinessPlace(place)]),
    ...(path.length === 0 ? [] : [pathText(path)]),
    ...(slide === undefined ? [] : [messages.onSlide(slide.number, slide.title)]),
  ];
  return html`<li><p class="what" dir="auto">${what} <code class="quiet">${code}</code></p>
<p class="where">${where.join(" · ")}</p>
${place?.text === undefined || !quoting || !/[\p{L}\p{N}]/u.test(place.text) ? undefined : html`<pre dir="auto">${excerpt(place.text, place.column - (place.textColumn ?? 1) + 1)}</pre>`}
<dl>${why === undefined ? undefined : html`<dt>${READINESS.why}</dt><dd>${why}</dd>`}${
    hint === undefined ? undefined : html`<dt>${READINESS.hint}</dt><dd>${hint}</dd>`
  }</dl></li>
`;
}

const off = ({
  code,
  because,
  findings,
}: SilencedRule): Html => html`<li><p class="what"><code>${code}</code></p>
<dl><dt>${READINESS.because}</dt><dd dir="auto">${because}</dd>${
  findings.length === 0
    ? undefined
    : html`<dt>${READINESS.would}</dt>${findings.map((each) => html`<dd dir="auto">${each.what}</dd>`)}`
}</dl>${findings.length === 0 ? html`<p class="quiet">${READINESS.wouldNothing}</p>` : undefined}</li>
`;

/** The part of a line around what is meant. */
function excerpt(line: string, column: number): string {
  const text = line.trim();
  if (text.length <= QUOTED) return text;
  const from = Math.max(0, Math.min(column - 1 - QUOTED / 3, line.length - QUOTED));
  const part = line.slice(from, from + QUOTED).trim();
  return `${from > 0 ? "… " : ""}${part}${from + QUOTED < line.length ? " …" : ""}`;
}
