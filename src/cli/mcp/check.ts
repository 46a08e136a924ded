import { z } from "zod";
import { rulesKnowNoLanguage, rulesRanInPart, silencedIn } from "../../diagnostics/messages/check.ts";
import { checkedText, MCP } from "../../diagnostics/messages/mcp.ts";
import { EXIT } from "../console/exit.ts";
import { FoundOutput, findingsText, structuredFindings } from "./findings.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, tool } from "./tool.ts";

export const check = tool({
  name: "check",
  title: MCP.check.title,
  says: MCP.check.says,
  input: z.strictObject({ bundle: BundlePath }),
  output: z.object({ file: z.string(), notes: z.array(z.string()), ...FoundOutput }),
  writes: false,
  run: async ({ bundle }, { root, host, memory }) => {
    const file = await bundlePath(root, bundle);
    const { checkFile } = await import("../check/checkup.ts");
    const checkup = await checkFile({ file, cwd: root, look: {} }, host, memory());
    const { findings, silenced, skipped, ran, exit } = checkup;
    const notes = [
      ...silenced.map((each) => silencedIn(file, each.code, each.because, each.findings.length)),
      ...(skipped.length === 0 ? [] : [rulesKnowNoLanguage(file, skipped)]),
      ...(ran === "all" ? [] : [rulesRanInPart(file, ran)]),
    ];
    const found = structuredFindings(findings);
    const summary = checkedText(file, Number(found["errors"]), Number(found["warnings"]));
    return {
      text: [summary, findingsText(findings), ...notes].filter((line) => line !== "").join("\n"),
      structured: { file, notes, ...found },
      // Nothing could be looked at.
      failed: exit === EXIT.usage,
    };
  },
});
