import { lstat, readdir } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import {
  bundlesText,
  bundleThere,
  MCP,
  notABundle,
  TEXT,
  textNoBundle,
  writtenText,
} from "../../diagnostics/messages/mcp.ts";
import { about } from "../../host/about.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { isBundleText } from "./guard/own.ts";
import { bundlePath, isHidden } from "./guard/paths.ts";
import { BundlePath, mustWrite, tool } from "./tool.ts";

/** Lines, and letters, that an answer holds at most. */
const MOST_LINES = 400;
const MOST_LETTERS = 60_000;
/** Bundles that are listed at most, and files that are looked at for them. */
const MOST_BUNDLES = 200;
const MOST_FILES = 2_000;

export const readBundle = tool({
  name: "read_bundle",
  title: MCP.read.title,
  says: MCP.read.says,
  input: z.strictObject({
    bundle: BundlePath.optional(),
    from: z.int().min(1).default(1).describe(MCP.read.from),
    lines: z.int().min(1).max(MOST_LINES).default(MOST_LINES).describe(MCP.read.lines),
  }),
  output: z.object({
    ...{ file: z.string().optional(), text: z.string().optional(), from: z.int().optional() },
    ...{ lines: z.int().optional().describe("Lines of the whole bundle") },
    bundles: z.array(z.string()).optional(),
  }),
  writes: false,
  quick: true,
  run: async ({ bundle, from, lines }, { root, host }) => {
    if (bundle === undefined) {
      const bundles = await bundlesBelow(root, host);
      return { text: bundlesText(bundles), structured: { bundles } };
    }
    const file = await bundlePath(root, bundle);
    const { readInput } = await import("../inputs/find.ts");
    const whole = new TextDecoder().decode(await readInput(host, file, root));
    if (!isBundleText(whole)) throw new DiagnosticsError([notABundle(file)], 2);
    const all = whole.split("\n");
    const part = all.slice(from - 1, from - 1 + lines);
    let size = 0;
    // A line that is longer than an answer is cut, so that the next call gets on.
    const shown = part.filter((line, n) => {
      size += line.length;
      return n === 0 || size <= MOST_LETTERS;
    });
    const text = shown.join("\n").slice(0, MOST_LETTERS);
    const numbered = text.split("\n").map((line, n) => `${from + n}\t${line}`);
    const last = from - 1 + shown.length;
    return {
      text: [...numbered, ...(last < all.length ? [TEXT.goesOn(last + 1, all.length)] : [])].join("\n"),
      structured: { file, text, from, lines: all.length },
    };
  },
});

export const writeBundle = tool({
  name: "write_bundle",
  title: MCP.write.title,
  says: MCP.write.says,
  input: z.strictObject({
    bundle: BundlePath,
    text: z.string().min(2).describe(MCP.write.text),
    replace: z.boolean().default(false).describe(MCP.write.replace),
  }),
  output: z.object({ file: z.string(), bytes: z.int(), replaced: z.boolean() }),
  writes: true,
  run: async ({ bundle, text, replace }, desk) => {
    mustWrite("write_bundle", desk);
    const { root, host } = desk;
    const file = await bundlePath(root, bundle);
    await checkText(text, file);
    const there = await about(resolve(root, file));
    if (there !== undefined) {
      const before = new TextDecoder().decode(await host.read(resolve(root, file)));
      if (before.trim() !== "" && !isBundleText(before)) throw new DiagnosticsError([notABundle(file)], 2);
      if (!replace) throw new DiagnosticsError([bundleThere(file)], 2);
    }
    const { writeOutput } = await import("../output/write.ts");
    const bytes = new TextEncoder().encode(text);
    await writeOutput(host, file, bytes, root);
    const replaced = there !== undefined;
    return {
      text: writtenText(file, bytes.length, replaced),
      structured: { file, bytes: bytes.length, replaced },
    };
  },
});

/** Refuses a text that is no whole JSON object, or whose names are not those of a bundle. */
async function checkText(text: string, file: string): Promise<void> {
  const [{ parseJson }, { createLines }] = await Promise.all([
    import("../../read/json.ts"),
    import("../../read/text/source-map.ts"),
  ]);
  const { root, problems } = parseJson(text, createLines(text, file));
  if (problems.length > 0) throw new DiagnosticsError(problems);
  if (root?.type !== "object" || !isBundleText(text)) throw new DiagnosticsError([textNoBundle()], 2);
}

/** Bundles below the root, by their names; links, hidden folders, installed packages and what was sent are left out. */
async function bundlesBelow(root: string, host: Host): Promise<readonly string[]> {
  const found: string[] = [];
  let looked = 0;
  const queue = [root];
  for (let folder = queue.shift(); folder !== undefined; folder = queue.shift()) {
    const names = ((await orNothing(readdir(folder))) ?? []).sort();
    for (const name of names) {
      const path = join(folder, name);
      const way = relative(root, path).split(sep).join("/");
      if (isHidden(way) || name.endsWith(".sent") || name.endsWith(".replies.json")) continue;
      const kind = await orNothing(lstat(path));
      if (kind?.isDirectory() === true) queue.push(path);
      if (kind?.isFile() !== true || !/\.jsonc?$/i.test(name)) continue;
      looked += 1;
      if (looked > MOST_FILES || found.length >= MOST_BUNDLES) return found;
      const bytes = await orNothing(host.read(path));
      if (bytes !== undefined && isBundleText(new TextDecoder().decode(bytes))) found.push(way);
    }
  }
  return found;
}

/** The answer of the disk; undefined where it refuses: a list names what can be read. */
const orNothing = <Found>(found: Promise<Found>): Promise<Found | undefined> =>
  found.catch((cause: unknown) => {
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  });
