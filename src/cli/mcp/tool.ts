import { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { MCP, writingRefused } from "../../diagnostics/messages/mcp.ts";
import type { Host } from "../../host/host.ts";
import type { Memory } from "../../stages.ts";

/** The place at which tools work. */
export interface Desk {
  /** The root folder, as a real path; bundles are named from it. */
  readonly root: string;
  /** Reads and writes below the root alone. */
  readonly host: Host;
  readonly mayWrite: boolean;
  /** Folder of what Foredeck wrote where; undefined where there is none. */
  readonly records: string | undefined;
  readonly memory: () => Memory;
}

/** The answer of a tool, as plain data. */
export interface ToolAnswer {
  /** For a model to read. */
  readonly text: string;
  readonly structured?: Readonly<Record<string, unknown>>;
  /** A picture: PNG. */
  readonly png?: Uint8Array;
  /** True where what was asked for is not done; the text says why, and how to mend it. */
  readonly failed?: boolean;
}

/** A tool that an assistant calls. */
export interface Tool<Input extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly says: string;
  readonly input: Input;
  readonly output: z.ZodObject;
  /** True where it may write, if the server lets it; else it only reads. */
  readonly writes: boolean;
  /** True where it answers at once; else calls wait for one another, and are worked on in a thread. */
  readonly quick?: true;
  /** Refusals are thrown as DiagnosticsError. */
  readonly run: (input: z.infer<Input>, desk: Desk) => Promise<ToolAnswer>;
}

/** A tool as the table of all holds it: its input is parsed before it runs. */
export const tool = <Input extends z.ZodObject>({ run, ...rest }: Tool<Input>): Tool => ({
  ...rest,
  run: (input, desk) => run(rest.input.parse(input), desk),
});

export const BundlePath = z.string().max(2_000).describe(MCP.bundle);

/**
 * Refuses to go on where the server may not write.
 * @throws DiagnosticsError
 */
export function mustWrite(name: string, { mayWrite }: Desk): void {
  if (!mayWrite) throw new DiagnosticsError([writingRefused(name)], 2);
}
