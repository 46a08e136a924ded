import { changesAsJson, changesAsMarkdown, changesAsText } from "../../conversation/changed/index.ts";
import { createNodeHost } from "../../host/node.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";
import { compareWith } from "../sent/compare.ts";

export type ChangedFormat = "text" | "markdown" | "json";

export interface ChangedOptions {
  readonly since?: string;
  readonly for?: string;
  readonly against?: string;
  readonly format: ChangedFormat;
  readonly json?: boolean;
}

/** `foredeck changed`: what differs from the version that was sent, to whom it may concern. */
export async function changed(file: string, options: ChangedOptions, io: Io): Promise<Exit> {
  const { report, words } = await compareWith(file, options, createNodeHost(), io.cwd);
  const format = options.json === true ? "json" : options.format;
  const text =
    format === "json"
      ? `${JSON.stringify(changesAsJson(report), undefined, 2)}\n`
      : format === "markdown"
        ? changesAsMarkdown(report, words)
        : changesAsText(report, words, io.out);
  await io.out.write(text);
  return EXIT.done;
}
