import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { protocolMissing } from "../../diagnostics/messages/mishap.ts";
import { codeOf } from "../../host/failure.ts";

/** The library of the Model Context Protocol. */
export type Protocol = typeof import("@modelcontextprotocol/server") &
  typeof import("@modelcontextprotocol/server/stdio");

/**
 * The Model Context Protocol, which is an optional package: loaded only by the command that speaks it.
 * @throws DiagnosticsError with exit 2 where it is not installed
 */
export async function loadProtocol(): Promise<Protocol> {
  try {
    const [protocol, stdio] = await Promise.all([
      import("@modelcontextprotocol/server"),
      import("@modelcontextprotocol/server/stdio"),
    ]);
    return { ...protocol, ...stdio };
  } catch (cause) {
    if (!isProtocolMissing(cause)) throw cause;
    throw new DiagnosticsError([protocolMissing()], 2);
  }
}

/** True where the package itself could not be found, whatever looked for it. */
export function isProtocolMissing(cause: unknown): boolean {
  if (!(cause instanceof Error)) return false;
  const code = codeOf(cause) ?? "";
  const unfound = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
  return (
    (unfound && /@modelcontextprotocol[/\\]server(?:[/\\]stdio)?'/.test(cause.message)) ||
    // Yarn's Plug'n'Play, whose errors come from another thread without their code.
    /tried to access @modelcontextprotocol\/server\b/.test(cause.message)
  );
}
