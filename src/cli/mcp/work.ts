import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { workerDied } from "../../diagnostics/messages/batch.ts";
import { defect } from "../../diagnostics/messages/mcp.ts";
import { confinedHost } from "../../host/confined.ts";
import { refusalFor, stackOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { createNodeHost } from "../../host/node.ts";
import { memories } from "../check/checkup.ts";
import type { Tell, Work } from "../threads/work.ts";
import { findingsText, structuredFindings } from "./findings.ts";
import type { Desk, ToolAnswer } from "./tool.ts";
import { TOOLS } from "./tools.ts";

/** The place at which tools work, as plain data. */
export interface DeskPlace {
  /** The root folder, as a real path. */
  readonly root: string;
  readonly mayWrite: boolean;
  /** Folder of what Foredeck wrote where; undefined where there is none. */
  readonly records?: string;
}

/** One call of a tool, as plain data: what a thread is told. */
export interface Task extends DeskPlace {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Notice of a thread: from `writing: true` until the next one, ending it would leave half of the work on the disk. */
export interface Writing {
  readonly writing: boolean;
}

/** Calling tools as work for threads; what a tool refuses is part of the result, and so are defects. */
export function assisting(): Work<Task, ToolAnswer> {
  const host = createNodeHost();
  const memory = memories();
  return {
    name: "assist",
    run: (task, tell) => runTool(task, deskOf(task, host, memory, tell)),
    lost: ({ tool }, loss) =>
      "lacks" in loss
        ? refusal(new DiagnosticsError([loss.lacks], 2))
        : "died" in loss
          ? refusal(new DiagnosticsError([workerDied(tool, loss.died)], 2))
          : { text: defect(loss.crash), failed: true },
  };
}

/** The place of a call, whose host reads and writes below its root alone, and tells when it writes. */
export const deskOf = (
  { root, mayWrite, records }: DeskPlace,
  host: Host,
  memory: Desk["memory"],
  tell: Tell = () => {},
): Desk => ({
  ...{ root, mayWrite, records, memory },
  host: confinedHost(
    {
      ...host,
      write: async (path, bytes) => {
        tell({ writing: true } satisfies Writing);
        try {
          await host.write(path, bytes);
        } finally {
          tell({ writing: false } satisfies Writing);
        }
      },
    },
    root,
  ),
});

/** Calls a tool; never rejects. */
export async function runTool(
  { tool: name, input }: Pick<Task, "tool" | "input">,
  desk: Desk,
): Promise<ToolAnswer> {
  try {
    const tool = TOOLS.find((each) => each.name === name);
    if (tool === undefined) throw new Error(`there is no tool ${name}`);
    return await tool.run(input, desk);
  } catch (cause) {
    try {
      return refusal(refusalFor(cause));
    } catch {
      return { text: defect(stackOf(cause)), failed: true };
    }
  }
}

const refusal = ({ diagnostics }: DiagnosticsError): ToolAnswer => ({
  text: findingsText(diagnostics),
  structured: structuredFindings(diagnostics),
  failed: true,
});
