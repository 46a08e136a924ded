import { readdir, readFile } from "node:fs/promises";
import type { McpServer, ResourceTemplate } from "@modelcontextprotocol/server";
import { MCP, noResource } from "../../diagnostics/messages/mcp.ts";
import { packageFile } from "../../host/package.ts";
import { ruleText } from "./explain.ts";

const SAMPLES = "foredeck://samples/";
const RULES = "foredeck://rules/";

/** Offers the samples of the package and the rules to read. What is not listed is not looked for. */
export function offerResources(server: McpServer, template: typeof ResourceTemplate): void {
  const starting = (names: readonly string[]) => (typed: string) =>
    names.filter((name) => name.startsWith(typed)).slice(0, 100);
  server.registerResource(
    "samples",
    new template(`${SAMPLES}{name}`, {
      list: async () => ({
        resources: (await sampleNames()).map((name) => ({
          ...{ uri: `${SAMPLES}${name}`, name, mimeType: "application/json" },
        })),
      }),
      complete: { name: async (typed) => starting(await sampleNames())(typed) },
    }),
    { title: MCP.samples, description: MCP.samples, mimeType: "application/json" },
    async (uri, { name }) => {
      const known = (await sampleNames()).find((each) => each === name);
      if (known === undefined) throw new Error(noResource(uri.href));
      const text = await readFile(packageFile(`samples/${known}.json`), "utf8");
      return { contents: [{ uri: uri.href, mimeType: "application/json", text }] };
    },
  );
  const rules = async () => (await import("../../rules/index.ts")).RULES;
  server.registerResource(
    "rules",
    new template(`${RULES}{+code}`, {
      list: async () => ({
        resources: (await rules()).map(({ code, asks }) => ({
          ...{ uri: `${RULES}${code}`, name: code, description: asks, mimeType: "text/plain" },
        })),
      }),
      complete: { code: async (typed) => starting((await rules()).map(({ code }) => code))(typed) },
    }),
    { title: MCP.rules, description: MCP.rules, mimeType: "text/plain" },
    async (uri, { code }) => {
      const rule = (await rules()).find((each) => each.code === code);
      if (rule === undefined) throw new Error(noResource(uri.href));
      return { contents: [{ uri: uri.href, mimeType: "text/plain", text: ruleText(rule) }] };
    },
  );
}

async function sampleNames(): Promise<readonly string[]> {
  const names = await readdir(packageFile("samples"));
  return names.filter((name) => name.endsWith(".json")).map((name) => name.slice(0, -".json".length));
}
