import * as messages from "../../../diagnostics/messages/index.ts";
import type { Break } from "../../../diagnostics/messages/readiness.ts";
import { cells } from "../../../diagnostics/terminal.ts";
import type { Chain, ChainNode } from "./chain.ts";
import { type Html, html } from "./html.ts";

const { READINESS } = messages;

/** All in px of the picture's own grid. */
const WIDTH = 1180;
const COLUMN = 244;
const GAP = (WIDTH - 4 * COLUMN) / 3;
const HEAD = 40;
const BETWEEN = 12;
const INDENT = 20;
const PAD = 12;
const LINE = 17;
/** Length of a link that leads nowhere. */
const STUB = 26;
/** Average advance of a column of text at 13 px in a system sans; a little wide, so that text stays inside. */
const CELL = 7.1;

interface Box {
  readonly node: ChainNode;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** The chain as an SVG of four columns; broken nodes are dashed, coloured, and say what is missing. */
export function chainPicture(chain: Chain): Html {
  const columns = [
    { name: READINESS.columns.why, nodes: [chain.why, ...chain.reasons], most: 4 },
    { name: READINESS.columns.goals, nodes: chain.goals, most: 3 },
    { name: READINESS.columns.evidence, nodes: chain.evidence, most: 2 },
    { name: READINESS.columns.ask, nodes: [chain.ask], most: 8 },
  ];
  const stacks = columns.map(({ nodes, most }, n) => stack(nodes, n * (COLUMN + GAP), most, n === 0));
  const height = Math.max(...stacks.map(bottom)) + 4;
  const [why = [], goals = [], evidence = [], ask = []] = stacks;
  const placed = beside(goals, evidence, chain);
  // The ask stands in the middle of what leads to it.
  const middle = Math.max(0, (height - 4 - HEAD - (bottom(ask) - HEAD)) / 2);
  const boxes = [...why, ...placed, ...evidence, ...ask.map((box) => ({ ...box, y: box.y + middle }))];
  const byKey = new Map(boxes.map((box) => [box.node.key, box]));
  const heads = columns.map(
    ({ name }, n) => html`<text class="head" x="${n * (COLUMN + GAP)}" y="18">${name}</text>`,
  );
  return html`<svg viewBox="-2 0 ${WIDTH + 4} ${height}" role="img" aria-labelledby="chain-title" class="chain">
<title id="chain-title">${READINESS.chainPicture}</title>
${heads}
${branches(boxes)}
${chain.links.map(({ from, to }) => link(byKey.get(from), byKey.get(to)))}
${boxes.map(stubs)}
${boxes.map(drawn)}
</svg>`;
}

/** Each goal in the middle of its evidence, as far as the one above it leaves room. */
function beside(goals: readonly Box[], evidence: readonly Box[], { links }: Chain): readonly Box[] {
  let free = HEAD;
  let below = goals.reduce((sum, { h }) => sum + h + BETWEEN, 0);
  const end = Math.max(bottom(evidence), HEAD + below - BETWEEN);
  return goals.map((box) => {
    const to = new Set(links.filter(({ from }) => from === box.node.key).map((link) => link.to));
    const its = evidence.filter(({ node }) => to.has(node.key));
    const first = its[0];
    const wanted = first === undefined ? free : (first.y + bottom(its) - box.h) / 2;
    const y = Math.min(Math.max(free, wanted), end - below + BETWEEN);
    free = y + box.h + BETWEEN;
    below -= box.h + BETWEEN;
    return { ...box, y };
  });
}

const bottom = (boxes: readonly Box[]): number => Math.max(HEAD, ...boxes.map(({ y, h }) => y + h));

function stack(nodes: readonly ChainNode[], x: number, most: number, indented: boolean): readonly Box[] {
  let y = HEAD;
  return nodes.map((node, n) => {
    const inset = indented && n > 0 ? INDENT : 0;
    const w = COLUMN - inset;
    const lines = broken(
      node.text,
      Math.floor((w - 2 * PAD) / CELL),
      node.context === true ? Math.min(2, most) : most,
    );
    const h = 2 * PAD + 13 + (lines.length + (node.notes ?? []).length + node.breaks.length) * LINE;
    const box = { node, x: x + inset, y, w, h, lines };
    y += h + BETWEEN;
    return box;
  });
}

/** The reasons hang on the why. */
function branches(boxes: readonly Box[]): Html {
  const [why, ...others] = boxes;
  const reasons = others.filter(({ node }) => node.key.startsWith("reason-"));
  const last = reasons.at(-1);
  if (why === undefined || last === undefined) return html``;
  const x = why.x + INDENT / 2;
  const middle = (box: Box): number => round(box.y + box.h / 2);
  const arms = reasons.map((box) => `M${x} ${middle(box)}H${box.x}`).join("");
  return html`<path class="branch" d="M${x} ${round(why.y + why.h)}V${middle(last)}${arms}"/>`;
}

function link(from: Box | undefined, to: Box | undefined): Html {
  if (from === undefined || to === undefined) return html``;
  const [x1, y1, x2, y2] = [from.x + from.w, from.y + from.h / 2, to.x, to.y + to.h / 2].map(round) as [
    number,
    number,
    number,
    number,
  ];
  const bend = round((x2 - x1) / 2);
  return html`<path class="link" d="M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}"><title>${messages.readinessLinks(from.node.text, to.node.text)}</title></path>
`;
}

/** Sides of a box on which a link is missing, by what is broken. */
const MISSING: Readonly<Partial<Record<Break, "left" | "right">>> = {
  noReasons: "right",
  noGoal: "right",
  noReason: "left",
  noEvidence: "right",
  supportsNothing: "right",
  notShown: "right",
  unsupported: "left",
};

/** Draws a missing link, to or from a node, as a short dashed line that ends in a cross. */
function stubs({ node, x, y, w, h }: Box): Html {
  const sides = new Set(node.breaks.flatMap((each) => MISSING[each] ?? []));
  const middle = round(y + h / 2);
  return html`${[...sides].map((side) => {
    const [edge, away] = side === "left" ? [x, -1] : [x + w, 1];
    const end = edge + away * STUB;
    const cross = `M${end - 4} ${middle - 4}l8 8m0 -8l-8 8`;
    return html`<path class="stub" d="M${edge} ${middle}H${end}"/><path class="cross" d="${cross}"/>`;
  })}`;
}

function drawn({ node, x, y, w, h, lines }: Box): Html {
  const look = node.breaks.length > 0 ? "broken" : node.context === true ? "context" : "";
  const left = x + PAD;
  let at = y + PAD + 9;
  const line = (text: string, kind: string): Html => {
    const out = html`<text class="${kind}" x="${left}" y="${round(at)}">${text}</text>`;
    at += LINE;
    return out;
  };
  return html`<g class="node ${look}"><title>${node.text}</title><rect x="${x}" y="${round(y)}" width="${w}" height="${round(h)}" rx="4"/>
${line(node.label, "label")}${lines.map((text) => line(text, "text"))}${node.notes?.map((note) => line(note, "label"))}${node.breaks.map((each) => line(`✕ ${READINESS.broken[each]}`, "break"))}</g>
`;
}

/** At spaces, and inside words that are wider than a line, as East Asian sentences are; at most so many lines. */
function broken(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    for (const part of cells(word) > width ? [...word] : [word]) {
      const glue = line === "" || part.length < word.length ? "" : " ";
      const next = `${line}${part.length < word.length && line !== "" && part === word[0] ? " " : glue}${part}`;
      if (line !== "" && cells(next) > width) {
        lines.push(line);
        line = part;
      } else line = next;
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  const last = kept.pop() ?? "";
  // Before the last word where the mark would not fit behind it.
  const room = cells(last) < width ? last : last.replace(/\s+\S*$|.$/u, "");
  return [...kept, `${room}…`];
}

const round = (value: number): number => Math.round(value * 10) / 10;
