import { type Diagnostic, DiagnosticsError } from "../diagnostics/diagnostic.ts";
import * as messages from "../diagnostics/messages/mishap.ts";

/** An error as node:fs throws it, for codes that node does not have or where node would not refuse. */
export function failure(code: string, message: string): Error & { readonly code: string } {
  return Object.assign(new Error(`${code}: ${message}`), { code });
}

/** The code of an error of the host; undefined for any other error. */
export function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}

/** The stack where there is one; of a text, which is one already, the text. */
export const stackOf = (cause: unknown): string =>
  cause instanceof Error ? (cause.stack ?? `${cause.name}: ${cause.message}`) : String(cause);

/** Greatest depth to which the causes of an error are followed. */
const DEPTH = 8;

/** Finding for a failure that the machine or the installation caused; undefined for a defect of Foredeck. */
export function machineFailure(cause: unknown): Diagnostic | undefined {
  let error = cause;
  for (let depth = 0; error instanceof Error && depth < DEPTH; depth++) {
    const found = ofOne(error);
    if (found !== undefined) return found;
    error = error.cause;
  }
  return undefined;
}

/** The refusal that a cause is or stands for. Throws a cause that is a defect of ours. */
export function refusalFor(cause: unknown): DiagnosticsError {
  if (cause instanceof DiagnosticsError) return cause;
  const found = machineFailure(cause);
  if (found === undefined) throw cause;
  return new DiagnosticsError([found], 2);
}

function ofOne(error: Error): Diagnostic | undefined {
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  const file = "path" in error && typeof error.path === "string" ? error.path : undefined;
  // A thread that cannot start has the system's code in its message alone.
  const known = code === "ERR_WORKER_INIT_FAILED" ? (/\bE[A-Z]{3,}\b/.exec(error.message)?.[0] ?? "") : code;
  switch (known) {
    case "EMFILE":
    case "ENFILE":
      return messages.tooManyOpenFiles(known);
    case "ENOSPC":
    case "EDQUOT":
      return messages.diskIsFull(file);
    case "ENOMEM":
      return messages.noMemory();
    case "ERR_MODULE_NOT_FOUND":
    case "MODULE_NOT_FOUND": {
      const name = packageOf(error.message);
      return name === undefined ? undefined : messages.packageUnloadable(name);
    }
    default:
      return undefined;
  }
}

/**
 * The package that Node could not find; undefined for a file of our own. It names a path where the package is there and
 * something in it cannot be read, as with too many open files.
 */
function packageOf(message: string): string | undefined {
  const [, found = ""] = /Cannot find (?:package|module) '([^']+)'/.exec(message) ?? [];
  const [, name] =
    /^(?:.*[/\\]node_modules[/\\])?((?:@[^/\\]+[/\\])?[^/\\.:@][^/\\:]*)(?:[/\\]|$)/.exec(found) ?? [];
  return name?.replace("\\", "/");
}
