import { joinPath } from "../base/relative-path.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { At } from "../diagnostics/make.ts";
import * as messages from "../diagnostics/messages/index.ts";
import { codeOf } from "../host/failure.ts";
import type { Host } from "../host/host.ts";

/** Bytes of a file beside the bundle that are read at most. */
const MAX_ATTACHMENT_BYTES = 20 * 1_048_576;

export type Attached = { readonly bytes: Uint8Array } | { readonly problem: Diagnostic };

/** Reads a file that the bundle names, from the bundle's own folder only. */
export async function readAttachment(
  host: Host,
  root: string,
  file: string,
  kind: messages.Attachment,
  at: At,
): Promise<Attached> {
  // A scheme, a network path or data: in a browser these would be fetched; here they are refused by name.
  if (/^([a-z][a-z0-9+.-]+:|\/\/|\\\\)/i.test(file))
    return { problem: messages.attachmentRemote(at, kind, file) };
  try {
    const bytes = await host.readWithin(root, file);
    if (bytes.length > MAX_ATTACHMENT_BYTES)
      return { problem: messages.attachmentTooLarge(at, kind, file, MAX_ATTACHMENT_BYTES) };
    return { bytes };
  } catch (cause) {
    return { problem: refusal(cause, file, kind, at) };
  }
}

function refusal(cause: unknown, file: string, kind: messages.Attachment, at: At): Diagnostic {
  switch (codeOf(cause)) {
    case "EOUTSIDE":
      return messages.attachmentOutside(at, kind, file);
    case "ENOENT":
    case "ENOTDIR":
      return messages.attachmentMissing(at, kind, file);
    case "EFBIG":
      return messages.attachmentTooLarge(at, kind, file, MAX_ATTACHMENT_BYTES);
    case "EACCES":
    case "EPERM":
      return messages.attachmentUnreadable(at, kind, file, "rights");
    case "EISDIR":
      return messages.attachmentUnreadable(at, kind, file, "folder");
    case undefined:
      throw cause;
    default:
      return messages.attachmentUnreadable(at, kind, file, "other");
  }
}

/** The name of a file in the bundle's folder, as places show it: beside the bundle's own name. */
export const beside = (bundle: string, file: string): string =>
  joinPath(/^.*[\\/]/.exec(bundle)?.[0] ?? "", file);
