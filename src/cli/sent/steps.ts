import * as messages from "../../diagnostics/messages/preview.ts";
import { isShellSafe, shellWord } from "../../diagnostics/shell.ts";
import type { Bundle } from "../../model/bundle/index.ts";

/** A step to take next, with the command that takes it; without one where somebody writes into the bundle. */
export interface NextStep {
  readonly what: string;
  readonly command?: string;
}

/** State of a conversation, as far as the next steps depend on it. */
export interface ConversationState {
  readonly file: string;
  /** Versions that were sent. */
  readonly sent: readonly string[];
  /** Number of changes since the last one that readers see. */
  readonly changes: number;
  /** Number of replies that are open. */
  readonly open: number;
  readonly bundle: Pick<Bundle, "version" | "date" | "status" | "decided">;
}

/** Steps that come next, in their order, each as the command to run. */
export function nextSteps({ file, sent, changes, open, bundle }: ConversationState): readonly NextStep[] {
  const { version, date, status, decided } = bundle;
  const say = messages.nextStep;
  const word = isShellSafe(file) ? shellWord(file) : `'${file.replaceAll("'", `'\\''`)}'`;
  const step = (what: string, verb?: string, rest = ""): NextStep => ({
    what,
    ...(verb === undefined ? {} : { command: `foredeck ${verb} ${word}${rest}` }),
  });
  const settle = open === 0 ? [] : [step(say.settle(open), "replies")];
  if (decided !== undefined)
    return [
      ...settle,
      step(say.record, "record", " -o decision.md"),
      step(say.thanks, "thanks"),
      ...(decided.result === "no" || decided.result === "later"
        ? [step(say.next(decided.result), "next", " --dry-run"), step(say.nextOpen, "next")]
        : []),
    ];
  const send = [
    ...(version === undefined || date === undefined ? [step(say.name)] : []),
    ...(status === "final" ? [] : [step(say.final)]),
    step(say.look, "send", " --dry-run"),
    step(say.send(version), "send"),
  ];
  if (sent.length === 0) return send;
  const pull = step(say.pull, "pull", " returned.pptx reply.eml");
  if (version === undefined || !sent.includes(version)) return [pull, ...settle, ...send];
  return [
    pull,
    ...settle,
    ...(changes === 0 ? [] : [step(say.raise(version)), step(say.sendNext, "send")]),
    step(say.decide, "record", " -o decision.md"),
  ];
}
