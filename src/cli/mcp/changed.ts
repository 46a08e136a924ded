import { z } from "zod";
import { MCP } from "../../diagnostics/messages/mcp.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, tool } from "./tool.ts";

export const changed = tool({
  name: "changed",
  title: MCP.changed.title,
  says: MCP.changed.says,
  input: z.strictObject({
    bundle: BundlePath,
    since: z.string().max(200).optional().describe(MCP.changed.since),
    reader: z.string().max(200).optional().describe(MCP.changed.reader),
    against: z.string().max(2_000).optional().describe(MCP.changed.against),
  }),
  output: z.object({}).loose(),
  writes: false,
  run: async ({ bundle, since, reader, against }, { root, host }) => {
    const file = await bundlePath(root, bundle);
    const other = against === undefined ? undefined : await bundlePath(root, against);
    const [{ compareWith }, { changesAsJson, changesAsText }] = await Promise.all([
      import("../sent/compare.ts"),
      import("../../conversation/changed/index.ts"),
    ]);
    const { report, words } = await compareWith(file, { since, for: reader, against: other }, host, root);
    return {
      text: changesAsText(report, words, { colour: false, width: 100 }).trimEnd(),
      structured: { ...changesAsJson(report) },
    };
  },
});
