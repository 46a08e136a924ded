import { readdir } from "node:fs/promises";
import { dirname, join, parse, resolve } from "node:path";
import { z } from "zod";
import { literal } from "../../base/pattern.ts";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { crashed } from "../../diagnostics/messages/cli.ts";
import { builtDeckText, MCP, notBuilt, outputForeign, warningsLeft } from "../../diagnostics/messages/mcp.ts";
import { ALL_FORMAT_NAMES, isPaged } from "../../formats/names.ts";
import { about } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import type { Job } from "../build/job.ts";
import { uncachedSettings } from "../cache/uncached.ts";
import { EXIT } from "../console/exit.ts";
import { version } from "../console/version.ts";
import type { OutputTarget } from "../output/targets.ts";
import { FoundOutput, findingsText, structuredFindings } from "./findings.ts";
import { bundlePath, checkOutputs, folderPath } from "./guard/paths.ts";
import { BundlePath, type Desk, mustWrite, tool } from "./tool.ts";

export const build = tool({
  name: "build",
  title: MCP.build.title,
  says: MCP.build.says,
  input: z.strictObject({
    bundle: BundlePath,
    formats: z
      .array(z.enum(ALL_FORMAT_NAMES))
      .min(1)
      .max(ALL_FORMAT_NAMES.length)
      .optional()
      .describe(MCP.build.formats),
    folder: z.string().max(2_000).default("out").describe(MCP.build.folder),
    edition: z.string().max(200).optional().describe(MCP.build.edition),
  }),
  output: z.object({
    file: z.string(),
    outputs: z.array(
      z.object({
        ...{ path: z.string(), state: z.enum(["built", "unchanged", "beside"]) },
        ...{ slides: z.int(), minutes: z.number(), bytes: z.int() },
      }),
    ),
    notes: z.array(z.string()),
    ...FoundOutput,
  }),
  writes: true,
  run: async ({ bundle, formats, folder, edition }, desk) => {
    mustWrite("build", desk);
    const { root, host } = desk;
    const file = await bundlePath(root, bundle);
    const outDir = await folderPath(root, folder);
    const [{ buildWith }, { editionsOf }, { planOutputs }] = await Promise.all([
      import("../build/job.ts"),
      import("../inputs/editions.ts"),
      import("../output/targets.ts"),
    ]);
    const told = await editionsOf([file], edition === undefined ? {} : { edition }, host, root);
    const format = formats === undefined ? {} : { format: [...new Set(formats)] };
    const planned = await planOutputs(told, { outDir, ...format }, host, root);
    if (planned.refused.length > 0) throw new DiagnosticsError(planned.refused, 2);
    const targets = planned.targets.flat();
    await checkOutputs(
      root,
      targets.map(({ path }) => path),
    );
    await refuseForeign(targets, desk);
    const done = await buildWith(jobOf(file, targets, edition, desk), host);
    if (done.crash !== undefined)
      throw new Error(crashed(version(), process.version, process.platform, done.crash));
    const found = [...done.diagnostics, ...done.errors];
    const outputs = done.decks.map(({ deck, state, beside, slides, minutes, bytes }) => ({
      ...{ path: deck, state: beside === true ? "beside" : state, slides, minutes, bytes },
    }));
    const failed = done.exit !== EXIT.done && done.exit !== EXIT.beside;
    const lines = [
      ...(outputs.length === 0 ? [notBuilt(file)] : []),
      ...outputs.map(({ path, slides, minutes, state }) => builtDeckText(path, slides, minutes, state)),
      ...done.notes,
      findingsText(found),
      ...(done.warnings > 0 ? [warningsLeft(done.warnings)] : []),
    ];
    return {
      text: lines.filter((line) => line !== "").join("\n"),
      structured: { file, outputs, notes: done.notes, ...structuredFindings(found) },
      failed,
    };
  },
});

function jobOf(
  file: string,
  targets: readonly OutputTarget[],
  edition: string | undefined,
  { root, records }: Desk,
): Job {
  const recipe = {
    ...uncachedSettings({}),
    ...(edition === undefined ? {} : { edition }),
  };
  return { file, targets, recipe, cwd: root, folder: records, cached: false };
}

/** Refuses outputs whose place is taken by a file that carries no mark of ours, and that no run has noted. */
async function refuseForeign(targets: readonly OutputTarget[], { root, records }: Desk): Promise<void> {
  const [{ memoryIn }, { openStore }] = await Promise.all([
    import("../cache/memory.ts"),
    import("../cache/store.ts"),
  ]);
  const quiet = (): void => {};
  const memory = memoryIn(
    records === undefined ? undefined : openStore(join(records, "written"), quiet, quiet),
  );
  const foreign: Diagnostic[] = [];
  for (const { format, path } of targets) {
    // A .pptx says itself whose it is.
    if (format === "pptx" || (await memory.of(resolve(root, path))) !== undefined) continue;
    foreign.push(...(await filesAt(path, isPaged(format), root)).map(outputForeign));
  }
  if (foreign.length > 0) throw new DiagnosticsError(foreign, 2);
}

/** Files that an output would replace, by its path; of one with a file a page, all that have the name of a page. */
async function filesAt(path: string, paged: boolean, root: string): Promise<readonly string[]> {
  const names = await readdir(resolve(root, dirname(path))).catch((cause: unknown) => {
    // Writing makes the folder.
    if (codeOf(cause) === undefined) throw cause;
    return [];
  });
  const { name, ext, base } = parse(path);
  const page = new RegExp(`^${literal(name)}-\\d+${literal(ext)}$`, "iu");
  const taken = names.filter((each) => (paged ? page.test(each) : each.toLowerCase() === base.toLowerCase()));
  const files = await Promise.all(
    taken.map(async (each) => {
      const file = join(dirname(path), each);
      return ((await about(resolve(root, file)))?.size ?? 1) === 0 ? [] : [file];
    }),
  );
  return files.flat();
}
