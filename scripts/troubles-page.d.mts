import type { TROUBLES } from "../src/diagnostics/messages/troubles.ts";

/** docs/troubleshooting.md. */
export function troublesPage(troubles: typeof TROUBLES): string;
