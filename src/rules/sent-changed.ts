import { quoted } from "../diagnostics/make.ts";
import { olderThan } from "./facts/versions.ts";
import type { Rule } from "./rule.ts";

/** Kinds of changes that readers want explained; a rewording explains itself. */
const MATTERS: ReadonlySet<string> = new Set([
  ...["ask", "restated", "figures", "periods", "dates", "reasons", "options", "investment", "plan", "risks"],
  ...["objections", "goals"],
]);
/** Changes that a finding names. */
const NAMED = 3;

export const sentChanged: Rule = {
  code: "sent/changed",
  severity: "warning",
  on: "story",
  reads: ["history.*", "version"],
  asks: "A version after the first says what changed since the one that was sent.",
  why: "Whoever read the last version wants to read the difference, not the deck.",
  hint: "Add an entry to history for this version, with a note on what changed.",
  source: "Keep a Changelog; ISO 9001:2015, 7.5.3: control of changes",
  examples: {
    valid: {
      version: "1.1",
      history: [
        { version: "1.0", date: "2026-11-11" },
        { version: "1.1", date: "2026-11-18", note: "Control group added" },
      ],
    },
    invalid: {
      version: "1.1",
      history: [
        { version: "1.0", date: "2026-11-11" },
        { version: "1.1", date: "2026-11-18" },
      ],
    },
  },
  check: ({ bundle, story: { since } }) => {
    const { version, history = [] } = bundle;
    if (version === undefined) return [];
    if (since !== undefined) {
      const told = since.changes.filter(({ unseen, kind }) => !unseen && MATTERS.has(kind));
      const at = history.findIndex((entry) => entry.version === version);
      if (told.length === 0 || history[at]?.note !== undefined) return [];
      const names = [...new Set(told.map(({ what }) => what))].slice(0, NAMED);
      return [
        {
          what: `Nothing says why version ${quoted(version)} differs from version ${quoted(since.version)}: ${names.join(", ")}.`,
          hint: "Add a note to the entry of this version in history; foredeck changed lists all that differs.",
          path: at < 0 ? ["version"] : ["history", at],
        },
      ];
    }
    const first = history[0]?.version ?? "1.0";
    const at = history.findIndex((entry) => entry.version === version);
    if (history[at]?.note !== undefined || !isLater(version, first)) return [];
    return [
      at < 0
        ? { what: `Version ${quoted(version)} is not in the history.`, path: ["version"] }
        : {
            what: `Nothing says what changed in version ${quoted(version)}.`,
            hint: "Add a note to its entry in history.",
            path: ["history", at],
          },
    ];
  },
};

/** Other names of versions than numbers are later when they are not the same. */
const isLater = (version: string, first: string): boolean => olderThan(first, version) ?? version !== first;
