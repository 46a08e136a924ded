import { pathText } from "../../../base/json-path.ts";
import * as messages from "../../../diagnostics/messages/index.ts";
import type { JsonPath } from "../../../model/figures.ts";
import { dependence } from "../../../rules/claims/dependence.ts";
import { type ListedClaim, sentenceShown } from "../../../rules/claims/list.ts";
import type { Compiled } from "../../../stages.ts";
import { type Html, html } from "./html.ts";

const { READINESS } = messages;

/** A sentence with all that guards it. */
interface Sentence {
  readonly path: JsonPath;
  readonly text: string;
  readonly claims: readonly ListedClaim[];
}

type State = keyof typeof READINESS.guards;

/** The claims about numbers, those first that leadership attacks first: contradicted, without a test, read, tested. */
export function claimsSection(compiled: Compiled): Html {
  const { bundle, resolved, figures, story } = compiled;
  const said = { written: bundle, bundle: resolved, figures };
  const sentences = new Map<string, Sentence>();
  for (const claim of dependence(said).claims) {
    const text = sentenceShown(claim, said);
    const key = JSON.stringify([pathText(claim.path), text]);
    const known = sentences.get(key);
    sentences.set(key, { path: claim.path, text, claims: [...(known?.claims ?? []), claim] });
  }
  const groups = (Object.keys(READINESS.guards) as State[]).map((state) => ({
    state,
    of: [...sentences.values()].filter((sentence) => stateOf(sentence) === state),
  }));
  const body =
    sentences.size === 0
      ? html`<p class="bad">${READINESS.noClaims}</p>`
      : html`<p class="lead">${READINESS.claimsSay}</p>
<ul class="tally">${groups.map(({ state, of }) => html`<li class="${of.length === 0 ? "none" : TONE[state]}"><strong>${of.length}</strong> ${READINESS.guards[state].short}</li>`)}</ul>
${groups.filter(({ of }) => of.length > 0).map(({ state, of }) => group(state, of, compiled, story.language))}`;
  return html`<section id="claims" aria-labelledby="claims-heading">
<h2 id="claims-heading">${READINESS.claims}</h2>
${body}
</section>`;
}

const TONE: Readonly<Record<State, string>> = {
  contradicted: "bad",
  none: "fair",
  read: "plain",
  written: "good",
};

/** The weakest of what guards a sentence. */
function stateOf({ claims }: Sentence): State {
  if (claims.some(({ outcome }) => outcome === "false")) return "contradicted";
  return (
    (["none", "read"] as const).find((state) => claims.some(({ guard }) => guard === state)) ?? "written"
  );
}

const group = (state: State, sentences: readonly Sentence[], compiled: Compiled, language: string): Html =>
  html`<div class="group ${TONE[state]}"><h3>${READINESS.guards[state].heading} (${sentences.length})</h3>
<ol class="claims" lang="${language}">${sentences.map((each) => item(each, compiled))}</ol></div>`;

function item({ path, text, claims }: Sentence, { pages, sourceMap }: Compiled): Html {
  const starts = (from: JsonPath): boolean => from.every((step, n) => step === path[n]);
  const [page] = pages.pages
    .map((each) => ({ each, depth: Math.max(-1, ...each.from.filter(starts).map(({ length }) => length)) }))
    .filter(({ depth }) => depth > 0)
    .sort((a, b) => b.depth - a.depth);
  const where = [
    ...(page === undefined ? [] : [messages.readinessSlide(page.each.number)]),
    messages.readinessLine(pathText(path), sourceMap.value(path)),
  ];
  const words = claims.flatMap((claim) => (claim.words === undefined ? [] : [claim.words]));
  return html`<li><p class="what" dir="auto">${marked(text, words)}</p>
<p class="where" lang="en">${where.join(" · ")}</p>
${claims.flatMap((claim) => guard(claim) ?? [])}</li>`;
}

/** Test of a claim with its verdict; where it is false, with the figures as they are. */
function guard({ test, outcome, readings = [] }: ListedClaim): Html | undefined {
  if (test === undefined) return undefined;
  const bad = outcome === "false";
  const said = bad ? readings.map(({ name, text }) => messages.readinessReading(name, text)).join(", ") : "";
  return html`<p class="test${bad ? " bad" : ""}" lang="en"><span aria-hidden="true">${bad ? "✕" : "✓"}</span> <code>${test}</code>${
    bad ? html` <strong>${READINESS.isFalse}</strong>${said === "" ? undefined : html`: ${said}`}` : undefined
  }</p>`;
}

/** A sentence with the words marked that claim something. */
function marked(text: string, words: readonly string[]): Html {
  const [first] = words.map((each) => ({ each, at: text.indexOf(each) })).filter(({ at }) => at >= 0);
  if (first === undefined) return html`${text}`;
  const end = first.at + first.each.length;
  return html`${text.slice(0, first.at)}<mark>${first.each}</mark>${marked(text.slice(end), words)}`;
}
