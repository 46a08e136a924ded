import { shortened } from "../../base/graphemes.ts";
import { oneLine } from "../../conversation/plain.ts";
import { isFrom } from "../../conversation/replies.ts";
import type { FillPhrase } from "../../locales/en/phrases.ts";
import { wordsAlone } from "../../locales/markup.ts";
import type { Bundle } from "../../model/bundle/index.ts";
import type { Reply } from "../../model/replies.ts";
import { addTo, freeId, idsIn } from "../written/add.ts";
import { applyEdits } from "../written/edit.ts";
import { parseWritten } from "../written/parse.ts";

/** Words of somebody else as a sentence of the bundle: on one line, and nothing in them is markup or an expression. */
const sentenceOf = (said: string): string => shortened(wordsAlone(oneLine(said)), LONGEST);

/** Characters of the longest objection that is made of a reply. */
const LONGEST = 2_000;

/**
 * The text of a bundle with a reply as one more objection, raised by whoever replied, in their words; its answer is still
 * to be written. Undefined for a text that is no whole JSON object.
 */
export function withObjection(
  text: string,
  { bundle, words }: { readonly bundle: Bundle; readonly words: FillPhrase<string> },
  reply: Reply,
): { readonly text: string; readonly id: string } | undefined {
  const written = parseWritten(text, "");
  if (written === undefined) return undefined;
  const taken = new Set([...idsIn(bundle), ...(text.match(/raised-\d+/g) ?? [])]);
  const id = freeId(taken);
  const person = bundle.stakeholders?.find((each) => isFrom(reply, each));
  const raised = /^\d{4}-\d{2}-\d{2}/.exec(reply.at ?? "")?.[0];
  // What holds somebody back is the objection; above it they may only say hello.
  const said = [reply.holdsBack ?? "", reply.words].find((one) => one.trim() !== "") ?? "";
  const objection = {
    id,
    objection: sentenceOf(said),
    ...(person === undefined ? {} : { from: person.id }),
    ...(raised === undefined ? {} : { raised }),
    answer: words("reply.answer"),
    residual: "high",
  };
  return { text: applyEdits(text, addTo(written, "objections", [objection])), id };
}
