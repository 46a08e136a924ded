import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import type { CheckedBundle } from "../../../diagnostics/reporters/reporter.ts";
import type { Compiled } from "../../../stages.ts";
import { version } from "../../console/version.ts";
import { chainOf, date } from "./chain.ts";
import { claimsSection } from "./claims.ts";
import { findingsSection } from "./findings.ts";
import { type Html, html } from "./html.ts";
import { objectionsSection } from "./objections.ts";
import { type Person, peopleOf } from "./people.ts";
import { chainPicture } from "./picture.ts";
import { READINESS_STYLE } from "./style.ts";

const { READINESS } = messages;

/** One page about a bundle, for pressure-testing its idea: a whole HTML document that loads nothing and runs nothing. */
export const readinessPage = (checked: CheckedBundle, compiled: Compiled): string =>
  `<!doctype html>\n${pageOf(checked, compiled).markup}\n`;

function pageOf(checked: CheckedBundle, compiled: Compiled): Html {
  const { resolved, story, pages } = compiled;
  const count = (severity: Diagnostic["severity"]): number =>
    checked.findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  const facts = [
    ...(resolved.organisation === undefined ? [] : [resolved.organisation]),
    ...(resolved.meeting === undefined
      ? []
      : [messages.readinessMeeting(resolved.meeting.name, date(resolved.meeting.date))]),
    ...(resolved.version === undefined ? [] : [messages.readinessVersion(resolved.version)]),
    ...(story.properties.date === "" ? [] : [date(story.properties.date)]),
    READINESS[resolved.status ?? "draft"],
    messages.readinessTime(pages.pages.length, compiled.deck.minutes),
  ];
  const state = errors > 0 ? "bad" : warnings > 0 ? "fair" : "good";
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${messages.readinessTitle(resolved.title)}</title>
<style>${{ markup: READINESS_STYLE }}</style>
</head>
<body>
<header>
<p class="eyebrow">${READINESS.name}</p>
<h1 lang="${story.language}" dir="auto">${resolved.title}</h1>
<p class="facts">${facts.join(" · ")}</p>
<p class="verdict ${state}"><strong>${messages.readinessVerdict(errors, warnings)}</strong> <span>${messages.readinessCounts(errors, warnings, checked.silenced.length)}</span></p>
</header>
<main>
${chainSection(compiled)}
${claimsSection(compiled)}
${peopleSection(compiled)}
${objectionsSection(compiled)}
${storySection(compiled)}
${findingsSection(checked, compiled)}
</main>
<footer><p>${messages.readinessSources(checked.file, version())}</p></footer>
</body>
</html>`;
}

/** A part of the page with its heading. */
const section = (id: string, heading: string, body: Html): Html =>
  html`<section id="${id}" aria-labelledby="${id}-heading">
<h2 id="${id}-heading">${heading}</h2>
${body}
</section>`;

function chainSection({ resolved, bundle, figures, story }: Compiled): Html {
  const chain = chainOf(resolved, bundle, figures);
  const nodes = [chain.why, ...chain.reasons, ...chain.goals, ...chain.evidence, chain.ask];
  const breaks = nodes
    .filter((node) => node.breaks.length > 0)
    .map(({ label, text, breaks }) => messages.readinessBreak(label, text, breaks));
  const list =
    breaks.length === 0
      ? html`<p class="good">${READINESS.holds}</p>`
      : html`<h3>${READINESS.breaks}</h3><ul class="bad" lang="${story.language}">${breaks.map((each) => html`<li dir="auto">${each}</li>`)}</ul>`;
  return section(
    "chain",
    READINESS.chain,
    html`<p class="lead">${READINESS.chainSays}</p>
<div class="scroll" tabindex="0" role="group" aria-label="${READINESS.chainPicture}" lang="${story.language}">${chainPicture(chain)}</div>
${list}`,
  );
}

function peopleSection({ resolved }: Compiled): Html {
  const { heard, notHeard, others } = peopleOf(resolved);
  if (heard.length + notHeard.length + others.length === 0)
    return section("people", READINESS.people, html`<p class="bad">${READINESS.nobody}</p>`);
  const group = (name: string, people: readonly Person[], kind: string, none?: string): Html =>
    people.length === 0 && none === undefined
      ? html``
      : html`<div class="group ${kind}"><h3>${name} (${people.length})</h3>${
          people.length === 0
            ? html`<p>${none}</p>`
            : html`<ul class="people">${people.map((each) => person(each, kind === "bad"))}</ul>`
        }</div>`;
  return section(
    "people",
    READINESS.people,
    html`<div class="groups">
${group(READINESS.notHeard, notHeard, notHeard.length > 0 ? "bad" : "good", READINESS.everybodyHeard)}
${group(READINESS.heard, heard, "good", READINESS.nobodyHeard)}
${group(READINESS.others, others, "plain")}
</div>`,
  );
}

function person({ name, role, part, met, said, missing }: Person, unheard: boolean): Html {
  const facts = [role, part, ...(met === undefined ? [] : [messages.readinessMet(date(met))])].filter(
    (each) => each !== "",
  );
  return html`<li><strong>${name}</strong> <span class="quiet">${facts.join(" · ")}</span>
${unheard ? missing.map((each) => html`<span class="flag">✕ ${each}</span>`) : undefined}
${said.map((each) => html`<span class="said" dir="auto">${each}</span>`)}</li>`;
}

function storySection({ pages, story }: Compiled): Html {
  const named = pages.sections.map(({ name, pages: ids }) => {
    const shown = pages.pages.filter((page) => ids.includes(page.id));
    return html`<li><span class="quiet">${name}</span>
<ol>${shown.map((page) => html`<li value="${page.number}" dir="auto">${page.title}</li>`)}</ol></li>`;
  });
  return section(
    "story",
    READINESS.story,
    html`<p class="lead">${READINESS.storySays}</p>
<ul class="story" lang="${story.language}">${named}</ul>`,
  );
}
