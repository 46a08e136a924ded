import { resolve } from "node:path";
import { type Diagnostic, DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { codeOf } from "../../host/failure.ts";
import type { Host } from "../../host/host.ts";
import { checkTarget } from "../../host/write.ts";

/**
 * Writes one file.
 * @throws DiagnosticsError with exit 2; the target is then as it was.
 */
export async function writeOutput(host: Host, target: string, bytes: Uint8Array, cwd: string): Promise<void> {
  try {
    await host.write(resolve(cwd, target), bytes);
  } catch (cause) {
    throw refusalOf(cause, target);
  }
}

/** Why a file could not be written, as far as that is known without trying. */
export async function unwritable(target: string, cwd: string): Promise<readonly Diagnostic[]> {
  try {
    await checkTarget(resolve(cwd, target));
    return [];
  } catch (cause) {
    return [explain(cause, target)];
  }
}

/** Why a file cannot be written, in words. Throws what is no error of the disk. */
export const refusalOf = (cause: unknown, target: string): DiagnosticsError =>
  new DiagnosticsError([explain(cause, target)], 2);

function explain(cause: unknown, target: string): Diagnostic {
  const code = codeOf(cause);
  switch (code) {
    case undefined:
      throw cause;
    case "EDANGLING":
      return messages.targetLinkDangles(target);
    case "ENOREADER":
    case "EPIPE":
      return messages.targetPipeUnread(target);
    case "ENAMETOOLONG":
      return messages.targetNameTooLong(target);
    case "EMFILE":
    case "ENFILE":
      return messages.tooManyOpenFiles(code);
    case "EISDIR":
      return messages.targetIsFolder(target);
    case "ENOENT":
      return messages.targetFolderFails(target);
    case "ENOTDIR":
    case "EEXIST":
      return messages.targetBelowFile(target);
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return messages.targetNoRights(target);
    case "EROFS":
      return messages.targetReadOnly(target);
    case "EREADONLY":
      return messages.targetProtected(target);
    case "ENOSPC":
    case "EDQUOT":
      return messages.diskFull(target);
    default:
      return messages.targetFailed(target, code);
  }
}
