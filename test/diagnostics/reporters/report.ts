import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Report } from "../../../src/diagnostics/reporters/reporter.ts";

const rule = (code: string, severity: Diagnostic["severity"]) => ({
  ...{ code, severity },
  asks: `What ${code} asks for.`,
  why: "Why it matters.",
  hint: "How to mend it.",
  source: "Minto",
});

/** Every character that one of the forms has to escape. */
export const NASTY = "a<b> & \"c\" 'd': e, 100% f\r\ng ]]> ::error::\u0001\u{1f600}";

/** Findings with all their parts and with none, of rules and of stages, in a bundle, a CSV file and nowhere. */
export const REPORT: Report = {
  version: "1.2.3",
  rules: [
    rule("ask/complete", "error"),
    rule("chart/form", "warning"),
    rule("deck/access", "error"),
    rule("read/time", "warning"),
  ],
  bundles: [
    {
      file: "in/a b.json",
      ran: "all",
      skipped: [],
      findings: [
        {
          ...{
            code: "ask/complete",
            severity: "error",
            what: NASTY,
            why: "Why it matters.",
            hint: "Mend it.",
          },
          path: ["ask", "by"],
          place: {
            file: "in/a b.json",
            line: 12,
            column: 5,
            text: `  "by": "${NASTY.replaceAll(/\s/g, " ")}"`,
            length: 4,
          },
        },
        {
          ...{ code: "chart/form", severity: "warning", what: "Too many series." },
          path: ["charts", 0, "series"],
          page: "chart-1",
          slide: { number: 7, title: "Sales, up" },
          place: { file: "in/a b.json", line: 30, column: 1 },
        },
        {
          ...{ code: "csv/cell", severity: "error", what: "n/a is no number." },
          place: { file: "in/data/x.csv", line: 3, column: 9, text: "2026-01,n/a", length: 3 },
        },
      ],
      silenced: [
        {
          code: "read/time",
          because: "The board asked for the long form: all of it, 100%",
          findings: [{ code: "read/time", severity: "warning", what: "It takes 20 minutes." }],
        },
      ],
    },
    {
      file: "in/c.json",
      ran: "none",
      skipped: [],
      findings: [
        {
          code: "json/syntax",
          severity: "error",
          what: "A comma is missing.",
          place: { file: "in/c.json", line: 1, column: 2 },
        },
      ],
      silenced: [],
    },
    { file: "in/d.json", ran: "sound", skipped: ["chart/form"], findings: [], silenced: [] },
  ],
  findings: [{ code: "cli/max-warnings", severity: "error", what: "There is 1 warning." }],
};

export const PLAIN = { colour: false, width: 100 };
