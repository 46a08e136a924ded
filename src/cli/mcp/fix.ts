import { resolve } from "node:path";
import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import {
  bundleChangedMeanwhile,
  checkedText,
  cutText,
  fixedText,
  MCP,
} from "../../diagnostics/messages/mcp.ts";
import { structuredFindings } from "./findings.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, mustWrite, tool } from "./tool.ts";

/** Letters of a diff at most. */
const MOST_DIFF = 12_000;

export const fix = tool({
  name: "fix",
  title: MCP.fix.title,
  says: MCP.fix.says,
  input: z.strictObject({
    bundle: BundlePath,
    write: z.boolean().default(false).describe(MCP.fix.write),
    tests: z.boolean().default(true).describe(MCP.fix.tests),
  }),
  output: z.object({
    ...{ file: z.string(), changed: z.boolean(), written: z.boolean() },
    ...{ edits: z.array(z.string()), diff: z.string() },
    ...{ errors: z.int().describe("Errors that are left"), warnings: z.int() },
  }),
  writes: true,
  run: async ({ bundle, write, tests }, desk) => {
    if (write) mustWrite("fix", desk);
    const { root, host, memory } = desk;
    const file = await bundlePath(root, bundle);
    const [{ checkUp }, { fixBundle }, { readInput }, { writeOutput }] = await Promise.all([
      import("../check/checkup.ts"),
      import("../check/fix/index.ts"),
      import("../inputs/find.ts"),
      import("../output/write.ts"),
    ]);
    const bytes = await readInput(host, file, root);
    const ways = { memory: memory() };
    const result = await fixBundle(bytes, file, root, { guards: tests }, (text) =>
      checkUp(text, file, host, root, ways),
    );
    const written = write && result.changed;
    if (written) {
      const now = await host.read(resolve(root, file));
      if (Buffer.compare(now, bytes) !== 0) throw new DiagnosticsError([bundleChangedMeanwhile(file)], 2);
      await writeOutput(host, file, result.bytes, root);
    }
    const { errors, warnings } = structuredFindings(result.checkup.findings);
    const edits = result.changed ? result.done : [];
    const more = result.diff.length - MOST_DIFF;
    const diff = more > 0 ? `${result.diff.slice(0, MOST_DIFF)}\n${cutText(more)}` : result.diff;
    const text = [
      fixedText(file, result.changed, written),
      ...edits,
      ...(written || diff === "" ? [] : [diff]),
      checkedText(file, Number(errors), Number(warnings)),
    ];
    return {
      text: text.join("\n"),
      structured: { file, changed: result.changed, written, edits, diff, errors, warnings },
    };
  },
});
