import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import { canvasMissing } from "../../diagnostics/messages/mishap.ts";
import { codeOf } from "../../host/failure.ts";

/**
 * The canvas, which is an optional package of 34 MB: loaded only where something has to be drawn or decoded.
 * @throws DiagnosticsError with exit 2 where it is not installed, or not for this system
 */
export async function loadCanvas(): Promise<typeof import("@napi-rs/canvas")> {
  try {
    return await import("@napi-rs/canvas");
  } catch (cause) {
    const reason = reasonOf(cause);
    if (reason === undefined) throw cause;
    throw new DiagnosticsError([canvasMissing(reason)], 2);
  }
}

/** The canvas where it is there, for what is merely better with it. */
export async function canvasIfInstalled(): Promise<typeof import("@napi-rs/canvas") | undefined> {
  try {
    return await loadCanvas();
  } catch (cause) {
    if (cause instanceof DiagnosticsError) return undefined;
    throw cause;
  }
}

/** Why the canvas could not be loaded; undefined where that has nothing to do with the package itself. */
export function reasonOf(cause: unknown): "missing" | "system" | undefined {
  if (!(cause instanceof Error)) return undefined;
  const code = codeOf(cause) ?? "";
  const unfound = code === "ERR_MODULE_NOT_FOUND" || code === "MODULE_NOT_FOUND";
  if (unfound && /@napi-rs[/\\]canvas'/.test(cause.message)) return "missing";
  // Yarn's Plug'n'Play, whose errors come from another thread without their code.
  if (/tried to access @napi-rs\/canvas\b/.test(cause.message)) return "missing";
  // Its own words where none of its packages with binaries is there, or the system does not take the one that is.
  return code === "ERR_DLOPEN_FAILED" || /native binding/.test(cause.message) ? "system" : undefined;
}
