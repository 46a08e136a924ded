import { dirname, resolve } from "node:path";
import { z } from "zod";
import { MCP, moreReplies } from "../../diagnostics/messages/mcp.ts";
import { Reply } from "../../model/replies.ts";
import { findingsText } from "./findings.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, tool } from "./tool.ts";

/** Replies that an answer lists at most. */
const MOST = 100;

export const replies = tool({
  name: "replies",
  title: MCP.replies.title,
  says: MCP.replies.says,
  input: z.strictObject({
    bundle: BundlePath,
    all: z.boolean().default(false).describe(MCP.replies.all),
  }),
  output: z.object({
    ...{ file: z.string(), open: z.int(), replies: z.array(Reply) },
    more: z.int().describe(MCP.replies.more),
  }),
  writes: false,
  run: async ({ bundle, all }, { root, host }) => {
    const file = await bundlePath(root, bundle);
    const [{ compileSaid }, { readInput }, { readReplies }, { repliesNow }, { readersOf, repliesListed }] =
      await Promise.all([
        import("../../said.ts"),
        import("../inputs/find.ts"),
        import("../versions/replies-file.ts"),
        import("../versions/replies-now.ts"),
        import("../sent/replies-text.ts"),
      ]);
    const bytes = await readInput(host, file, root);
    const { replies: known, found } = await repliesNow(
      await readReplies(file, root),
      file,
      bytes,
      host,
      root,
    );
    const { bundle: said } = await compileSaid({ bytes, file, root: dirname(resolve(root, file)) }, host);
    const open = known.filter(({ status }) => status === "open");
    const wanted = all ? known : open;
    const shown = wanted.slice(0, MOST);
    const more = wanted.length - shown.length;
    const text = [
      repliesListed(known, all, readersOf(said), MOST),
      ...(more > 0 ? [moreReplies(more)] : []),
      findingsText(found),
    ];
    return {
      text: text.filter((line) => line !== "").join("\n"),
      structured: { file, open: open.length, replies: [...shown], more },
    };
  },
});
