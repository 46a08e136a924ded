import { dirname, resolve } from "node:path";
import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { MCP, noSlide, slideText, slideWrong } from "../../diagnostics/messages/mcp.ts";
import { bundlePath } from "./guard/paths.ts";
import { BundlePath, tool } from "./tool.ts";

export const slideImage = tool({
  name: "slide_image",
  title: MCP.image.title,
  says: MCP.image.says,
  input: z.strictObject({
    bundle: BundlePath,
    slide: z.int().min(1).max(9_999).describe(MCP.image.slide),
    edition: z.string().max(200).optional().describe(MCP.build.edition),
  }),
  output: z.object({ file: z.string(), slide: z.int(), of: z.int(), title: z.string() }),
  writes: false,
  run: async ({ bundle, slide, edition }, { root, host, memory }) => {
    const file = await bundlePath(root, bundle);
    const [{ layBundle }, { renderPages }, { readInput }, { findBeside, readBeside }] = await Promise.all([
      import("../../compile.ts"),
      import("../../render.ts"),
      import("../inputs/find.ts"),
      import("../versions/beside.ts"),
    ]);
    const bytes = await readInput(host, file, root);
    const source = { bytes, file, root: dirname(resolve(root, file)) };
    const beside = await readBeside(await findBeside(file, bytes, root), bytes, host, root);
    const told = edition === undefined ? {} : { edition };
    // As in the preview, what is wrong with one slide does not hide the others.
    const laid = await layBundle(source, host, {
      findAll: true,
      memory: memory(),
      ...beside.options,
      ...told,
    });
    const of = laid.pages.pages.length;
    const page = laid.pages.pages.find(({ number }) => number === slide);
    if (page === undefined) throw new DiagnosticsError([noSlide(slide, of)], 2);
    const alone = { ...laid, pages: { ...laid.pages, pages: [page] } };
    const [drawn] = await renderPages(alone, "png", "slide", host);
    if (drawn === undefined) throw new Error(`slide ${slide} was not drawn`);
    const errors = laid.diagnostics.filter(({ severity }) => severity === "error").length;
    return {
      text: [slideText(slide, of, page.title), ...(errors > 0 ? [slideWrong(errors)] : [])].join("\n"),
      structured: { file, slide, of, title: page.title },
      png: drawn.bytes,
    };
  },
});
