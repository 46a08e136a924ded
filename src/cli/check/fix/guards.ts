import { findNodeAtLocation, type Node } from "jsonc-parser";
import * as messages from "../../../diagnostics/messages/index.ts";
import type { JsonPath } from "../../../model/figures.ts";
import { type Offer, offeredTests } from "../../../rules/claims/offer.ts";
import type { Compiled } from "../../../stages.ts";
import { type BundleEdit, insertAfter, lineLead } from "../../written/edit.ts";
import { type ParsedText, property } from "../../written/parse.ts";

/** Columns of a line; a list of tests that would be longer has a line for each. */
const WIDTH = 110;

/** Writes the tests that are read from true sentences into `holds` beside them. */
export const writeGuards = (
  written: ParsedText,
  { bundle, resolved, figures }: Pick<Compiled, "bundle" | "resolved" | "figures">,
): readonly BundleEdit[] =>
  offeredTests({ written: bundle, bundle: resolved, figures }).flatMap((offer) => edit(offer, written));

function edit({ holder, tests }: Offer, { text, root, at }: ParsedText): readonly BundleEdit[] {
  const nodeAt = (path: JsonPath): Node | undefined =>
    path.length === 0 ? root : findNodeAtLocation(root, [...path]);
  const part = nodeAt(holder);
  if (part?.type !== "object") return [];
  const said = tests.flatMap(({ path, words, test }) => {
    const sentence = nodeAt(path);
    return sentence === undefined ? [] : [messages.fixedGuard(at(sentence.offset), words, test)];
  });
  const content = tests.map(({ test }) => JSON.stringify(test));
  const last = property(part, "holds")?.children?.[1]?.children?.at(-1);
  if (last !== undefined) return [{ ...insertAfter(text, last, content), said }];
  // Tests stand behind the last of the sentences that they guard.
  const sentences = tests
    .map(({ path }) => property(part, String(path[holder.length])))
    .filter((each) => each !== undefined)
    .sort((a, b) => a.offset - b.offset);
  const behind = sentences.at(-1);
  if (behind === undefined) return [];
  return [{ ...insertAfter(text, behind, [holds(text, part, behind, content)]), said }];
}

/** The property, with a line for each test where it has its own lines and they do not all fit on one. */
function holds(text: string, part: Node, behind: Node, tests: readonly string[]): string {
  const short = `"holds": [${tests.join(", ")}]`;
  const line = lineLead(text, behind);
  if (line === undefined || tests.length === 1 || line.lead.length + short.length + 1 <= WIDTH) return short;
  const outer = /^[ \t]*/.exec(text.slice(lineStart(text, part.offset)))?.[0] ?? "";
  const step =
    line.lead.startsWith(outer) && line.lead.length > outer.length ? line.lead.slice(outer.length) : "  ";
  const items = tests.map((test) => `${line.end}${line.lead}${step}${test}`).join(",");
  return `"holds": [${items}${line.end}${line.lead}]`;
}

const lineStart = (text: string, offset: number): number =>
  Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
