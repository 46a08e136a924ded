import * as messages from "../../../diagnostics/messages/index.ts";
import type { Compiled } from "../../../stages.ts";
import { plain, speakerOf } from "./chain.ts";
import { type Html, html } from "./html.ts";

const { READINESS } = messages;

/** Objections, those first whose answer rests on nothing that the deck shows. */
export function objectionsSection({ resolved, story }: Compiled): Html {
  const { objections = [], stakeholders = [], quotes, metrics = [], charts = [], pictures = [] } = resolved;
  const hidden = new Set(
    quotes.filter(({ permission = "none" }) => permission === "none").map(({ id }) => id),
  );
  const names = new Map<string, string>([
    ...metrics.map(({ id, name }) => [id, name] as const),
    ...[...charts, ...pictures].map(({ id, message }) => [id, plain(message)] as const),
    ...(resolved.wins ?? []).flatMap(({ id, what }) =>
      id === undefined ? [] : [[id, plain(what)] as const],
    ),
    ...quotes.map(
      (quote) => [quote.id, `${READINESS.kinds.quote}: ${speakerOf(quote, resolved) ?? quote.id}`] as const,
    ),
  ]);
  const rows = objections
    .map((each) => ({
      ...each,
      shown: (each.evidence ?? []).filter((id) => !hidden.has(id)),
      name: stakeholders.find(({ id }) => id === each.from)?.name ?? READINESS.unknown,
    }))
    .toSorted((a, b) => Number(a.shown.length > 0) - Number(b.shown.length > 0));
  const without = rows.filter(({ shown }) => shown.length === 0).length;
  const [objection, by, evidence, doubt] = READINESS.objectionHeadings;
  const body =
    rows.length === 0
      ? html`<p class="bad">${READINESS.noObjections}</p>`
      : html`<p class="${without > 0 ? "bad" : "good"}">${without > 0 ? messages.readinessWithout(without, rows.length) : READINESS.allEvidence}</p>
<table><thead><tr><th scope="col">${objection}</th><th scope="col">${by}</th><th scope="col">${evidence}</th><th scope="col">${doubt}</th></tr></thead>
<tbody lang="${story.language}">${rows.map(
          (
            row,
          ) => html`<tr><th scope="row" dir="auto">${plain(row.objection)}</th><td data-name="${by}">${row.name}</td><td dir="auto" data-name="${evidence}">${
            row.shown.length === 0
              ? html`<span class="flag">✕ ${READINESS.noEvidence}</span>`
              : html`<ul>${row.shown.map((id) => html`<li>${names.get(id) ?? id}</li>`)}</ul>`
          }</td><td data-name="${doubt}">${row.residual ?? READINESS.unknown}</td></tr>
`,
        )}</tbody></table>`;
  return html`<section id="objections" aria-labelledby="objections-heading">
<h2 id="objections-heading">${READINESS.objections}</h2>
${body}
</section>`;
}
