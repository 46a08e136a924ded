import type { CallToolResult, McpServer, ServerContext } from "@modelcontextprotocol/server";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { argumentsTooLarge, MCP } from "../../diagnostics/messages/mcp.ts";
import { createNodeHost } from "../../host/node.ts";
import { memories } from "../check/checkup.ts";
import { version } from "../console/version.ts";
import { findingsText } from "./findings.ts";
import type { Protocol } from "./load.ts";
import type { Queue } from "./queue.ts";
import { offerResources } from "./resources.ts";
import type { Tool, ToolAnswer } from "./tool.ts";
import { TOOLS } from "./tools.ts";
import { type DeskPlace, deskOf, runTool } from "./work.ts";

/** Bytes of the arguments of one call at most. */
export const MOST_ARGUMENTS = 2 * 1_048_576;

/** A server with the tools and resources; every call of a tool that takes its time goes through the queue. */
export function createServer(
  { McpServer, ResourceTemplate }: Protocol,
  place: DeskPlace,
  queue: Queue,
): McpServer {
  const server = new McpServer(
    { name: "foredeck", title: "Foredeck", version: version() },
    { instructions: MCP.instructions },
  );
  const host = createNodeHost();
  const memory = memories();
  for (const tool of TOOLS) {
    const { name, title, says: description, input: inputSchema, output: outputSchema } = tool;
    server.registerTool(
      name,
      { title, description, inputSchema, outputSchema, annotations: annotationsOf(tool, place) },
      async (input, context) => {
        const bytes = Buffer.byteLength(JSON.stringify(input));
        if (bytes > MOST_ARGUMENTS) return refused([argumentsTooLarge(bytes, MOST_ARGUMENTS)]);
        if (tool.quick === true)
          return resultOf(await runTool({ tool: name, input }, deskOf(place, host, memory)));
        const { signal } = context.mcpReq;
        try {
          const outcome = await queue.run(
            { ...place, tool: name, input },
            { signal, progress: beats(context) },
          );
          // Nobody waits for the answer to a call that was cancelled.
          return outcome === undefined ? { content: [], isError: true } : resultOf(outcome);
        } catch (cause) {
          if (cause instanceof DiagnosticsError) return refused(cause.diagnostics);
          throw cause;
        }
      },
    );
  }
  offerResources(server, ResourceTemplate);
  return server;
}

const annotationsOf = ({ writes }: Tool, { mayWrite }: DeskPlace) => ({
  readOnlyHint: !writes || !mayWrite,
  destructiveHint: writes && mayWrite,
  idempotentHint: true,
  openWorldHint: false,
});

const refused = (found: DiagnosticsError["diagnostics"]): CallToolResult => ({
  content: [{ type: "text", text: findingsText(found) }],
  isError: true,
});

function resultOf({ text, structured, png, failed }: ToolAnswer): CallToolResult {
  const picture =
    png === undefined
      ? []
      : [
          {
            type: "image" as const,
            data: Buffer.from(png.buffer, png.byteOffset, png.length).toString("base64"),
            mimeType: "image/png",
          },
        ];
  return {
    content: [{ type: "text", text }, ...picture],
    ...(structured === undefined ? {} : { structuredContent: { ...structured } }),
    ...(failed === true ? { isError: true } : {}),
  };
}

/** Tells a client that has asked for it how a call gets on. How long it takes is not known, so it counts beats. */
function beats({ mcpReq }: ServerContext): (said: string) => void {
  const token = mcpReq._meta?.progressToken;
  if (token === undefined) return () => {};
  let progress = 0;
  return (message) => {
    progress += 1;
    const params = { progressToken: token, progress, message };
    // A client that has gone away hears nothing, and its call is cancelled by the end of the connection.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  };
}
