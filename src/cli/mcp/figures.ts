import { dirname, resolve } from "node:path";
import { z } from "zod";
import { placeText } from "../../diagnostics/diagnostic.ts";
import { figureText, MCP, moreFigures, noFigures } from "../../diagnostics/messages/mcp.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, tool } from "./tool.ts";

/** Figures that an answer lists at most. */
const MOST = 200;

export const figures = tool({
  name: "figures",
  title: MCP.figures.title,
  says: MCP.figures.says,
  input: z.strictObject({
    bundle: BundlePath,
    match: z.string().max(200).optional().describe(MCP.figures.match),
  }),
  output: z.object({
    file: z.string(),
    figures: z.array(
      z.object({
        ...{ name: z.string(), text: z.string(), formula: z.string().optional(), place: z.string() },
      }),
    ),
    more: z.int(),
  }),
  writes: false,
  run: async ({ bundle, match = "" }, { root, host }) => {
    const file = await bundlePath(root, bundle);
    const [{ compilePlacedFigures }, { readInput }] = await Promise.all([
      import("../../said.ts"),
      import("../inputs/find.ts"),
    ]);
    const bytes = await readInput(host, file, root);
    const source = { bytes, file, root: dirname(resolve(root, file)) };
    const { figures: found, sourceMap } = await compilePlacedFigures(source, host);
    const wanted = Object.values(found.all).filter(({ id }) =>
      id.toLowerCase().includes(match.toLowerCase()),
    );
    const shown = wanted.slice(0, MOST);
    const more = wanted.length - shown.length;
    const lines = shown.map(({ id, text, formula }) => figureText(id, text, formula));
    if (wanted.length === 0) lines.push(noFigures);
    if (more > 0) lines.push(moreFigures(more));
    return {
      text: lines.join("\n"),
      structured: {
        ...{ file, more },
        figures: shown.map(({ id, text, formula, from }) => ({
          ...{ name: id, text, place: placeText(sourceMap.value(from)) },
          ...(formula === undefined ? {} : { formula }),
        })),
      },
    };
  },
});
