import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { MCP, noRule, RULE } from "../../diagnostics/messages/mcp.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Rule } from "../../rules/index.ts";
import { tool } from "./tool.ts";

export const explain = tool({
  name: "explain",
  title: MCP.explain.title,
  says: MCP.explain.says,
  input: z.strictObject({ rule: z.string().max(200).optional().describe(MCP.explain.rule) }),
  output: z.object({
    rules: z.array(
      z.object({
        ...{ rule: z.string(), severity: z.enum(["error", "warning"]), asks: z.string() },
        ...{ why: z.string().optional(), hint: z.string().optional(), source: z.string().optional() },
      }),
    ),
  }),
  writes: false,
  quick: true,
  run: async ({ rule: code }) => {
    const { RULES } = await import("../../rules/index.ts");
    if (code === undefined)
      return {
        text: RULES.map((rule) => RULE.line(rule.code, rule.severity, rule.asks)).join("\n"),
        structured: { rules: RULES.map((rule) => ({ ...short(rule) })) },
      };
    const rule = RULES.find((each) => each.code === code.trim());
    if (rule === undefined) {
      const known = RULES.map((each) => each.code);
      throw new DiagnosticsError([noRule(code, nearest(code, known))], 2);
    }
    const { why, hint, source } = rule;
    return { text: ruleText(rule), structured: { rules: [{ ...short(rule), why, hint, source }] } };
  },
});

const short = ({ code, severity, asks }: Rule) => ({ rule: code, severity, asks });

/** A rule for a model to read, with what it finds and what is right in its place. */
export const ruleText = ({
  code,
  severity,
  asks,
  why,
  hint,
  source,
  sees = [],
  firm,
  examples,
}: Rule): string =>
  [
    RULE.line(code, severity, asks),
    RULE.why(why),
    RULE.mend(hint),
    ...sees.map(RULE.sees),
    RULE.wrong(JSON.stringify(examples.invalid)),
    ...(Object.keys(examples.valid).length === 0 ? [] : [RULE.right(JSON.stringify(examples.valid))]),
    RULE.source(source),
    firm === true ? RULE.firm : RULE.off(code),
  ].join("\n");
