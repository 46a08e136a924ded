import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { nearest } from "../../diagnostics/nearest.ts";
import type { Host } from "../../host/host.ts";

/** The bundle's own theme is checked when it is read; this is the one on the command line. */
export async function checkTheme(theme: string | undefined, host: Host): Promise<void> {
  const known = await host.themes();
  if (theme === undefined || known.includes(theme)) return;
  throw new DiagnosticsError([messages.unknownTheme({}, theme, nearest(theme, known), known)], 2);
}
