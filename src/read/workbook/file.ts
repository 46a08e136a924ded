import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { At } from "../../diagnostics/make.ts";
import * as messages from "../../diagnostics/messages/index.ts";
import { PackageError } from "../../ooxml/error.ts";
import { NoWorkbookError, openWorkbook, type Workbook } from "../../ooxml/spreadsheet/book.ts";
import { kindOfFile } from "../text/signature.ts";

/** A workbook that was opened: its name for messages, and what it holds. */
export interface OpenBook {
  readonly file: string;
  readonly book: Workbook;
}

/** Opens the bytes of a workbook; `at` is where the bundle names it. A file of another kind is named as what it is. */
export async function openBook(
  bytes: Uint8Array,
  file: string,
  at: At,
): Promise<OpenBook | { readonly problem: Diagnostic }> {
  const other = noWorkbook(bytes);
  if (other !== undefined) return { problem: messages.noWorkbook(at, file, other) };
  try {
    return { file, book: await openWorkbook(bytes) };
  } catch (cause) {
    if (cause instanceof NoWorkbookError)
      return {
        problem: messages.noWorkbook(at, file, cause.is === "binary" ? "xlsb" : (kindOfFile(bytes) ?? "zip")),
      };
    return { problem: packageProblem(cause, file, at) };
  }
}

/** The finding for a package that could not be read; what is no fault of a package is thrown on. */
export function packageProblem(cause: unknown, file: string, at: At): Diagnostic {
  if (!(cause instanceof PackageError)) throw cause;
  switch (cause.fault) {
    case "size":
    case "depth":
      return messages.workbookTooLarge(at, file);
    case "doctype":
    case "name":
    case "duplicate":
      return messages.workbookUnsafe(at, file);
    default:
      return messages.workbookDamaged(at, file);
  }
}

/** The kind of a file that is no zip, or a zip of other programs; undefined for what may be a workbook. */
function noWorkbook(bytes: Uint8Array): messages.NoWorkbook | undefined {
  if (bytes.length === 0) return "empty";
  const kind = kindOfFile(bytes);
  if (kind === "old-office") return olderKind(bytes);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (kind === "workbook")
    return buffer.subarray(0, BEGINNING).includes("opendocument.spreadsheet") ? "ods" : undefined;
  if (kind === "zip") return /Index\/[\w-]+\.iwa/.test(buffer.toString("latin1")) ? "numbers" : undefined;
  if (kind !== undefined) return kind;
  return buffer.subarray(0, BEGINNING).includes("urn:schemas-microsoft-com:office:spreadsheet")
    ? "xml-2003"
    : "text";
}

/** Bytes at the beginning that tell what a file is. */
const BEGINNING = 4_096;

/** By the names of the streams in the compound file ([MS-CFB] 2.6.1), which are UTF-16. */
function olderKind(bytes: Uint8Array): messages.NoWorkbook {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (name: string): boolean => buffer.includes(Buffer.from(`${name}\0`, "utf16le"));
  if (holds("EncryptedPackage")) return "encrypted";
  return holds("Workbook") || holds("Book") ? "xls" : "old-office";
}
