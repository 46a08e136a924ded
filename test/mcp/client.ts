import { existsSync } from "node:fs";
import { join } from "node:path";
import { type CallToolResult, Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

export const MAIN = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");

/** An answer of a tool: its text, whether it refuses, and all of it. */
export interface Answer {
  readonly text: string;
  readonly refused: boolean;
  readonly structured: Readonly<Record<string, unknown>>;
  readonly whole: CallToolResult;
}

export interface Assistant {
  readonly client: Client;
  readonly call: (
    name: string,
    input?: object,
    options?: Parameters<Client["callTool"]>[1],
  ) => Promise<Answer>;
  /** Standard error so far. */
  readonly log: () => string;
  readonly close: () => Promise<void>;
}

/** The built program as a server, driven by the official client; its records lie in `records`. */
export async function openAssistant(
  root: string,
  records: string,
  options: readonly string[] = [],
  negotiated: "auto" | "legacy" = "legacy",
): Promise<Assistant> {
  if (!existsSync(MAIN)) throw new Error("npm run build comes first");
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [MAIN, "mcp", root, ...options],
    env: { PATH: process.env["PATH"] ?? "", FOREDECK_CACHE_DIR: records },
    stderr: "pipe",
  });
  let log = "";
  transport.stderr?.on("data", (chunk: Buffer) => {
    log += chunk.toString("utf8");
  });
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: negotiated } });
  await client.connect(transport);
  return {
    client,
    log: () => log,
    call: async (name, input = {}, more = {}) => {
      const whole = (await client.callTool({ name, arguments: { ...input } }, more)) as CallToolResult;
      const text = whole.content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join("\n");
      return {
        ...{ text, whole, refused: whole.isError === true },
        structured: (whole.structuredContent ?? {}) as Readonly<Record<string, unknown>>,
      };
    },
    close: () => client.close(),
  };
}
