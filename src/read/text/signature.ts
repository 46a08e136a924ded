import type { FileKind } from "../../diagnostics/messages/index.ts";

/** The first bytes of files that are given in place of text. */
const SIGNATURES: readonly { readonly kind: FileKind; readonly bytes: readonly number[] }[] = [
  { kind: "pdf", bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { kind: "old-office", bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: "png", bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { kind: "jpeg", bytes: [0xff, 0xd8, 0xff] },
  { kind: "gzip", bytes: [0x1f, 0x8b] },
  { kind: "7z", bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { kind: "rar", bytes: [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07] },
  { kind: "parquet", bytes: [0x50, 0x41, 0x52, 0x31] },
  { kind: "sqlite", bytes: [...new TextEncoder().encode("SQLite format 3\0")] },
];

/** Bytes at either end of an archive that are searched for the names of its parts; the directory stands at the end. */
const SEARCHED = 65_536;

/** A file of a well-known other format, told by content and never by name; undefined for what may be text. */
export function kindOfFile(bytes: Uint8Array): FileKind | undefined {
  if (
    [
      [0x03, 0x04],
      [0x05, 0x06],
    ].some((end) => starts(bytes, [0x50, 0x4b, ...end]))
  )
    return archive(bytes);
  const found = SIGNATURES.find((each) => starts(bytes, each.bytes));
  if (found !== undefined) return found.kind;
  return /^\ufeff?\s*<(!doctype html|html)/i.test(latin1(bytes.subarray(0, 200)).replace(/^ï»¿/, ""))
    ? "web-page"
    : undefined;
}

/** Which parts an archive holds (ECMA-376-2, OpenDocument 1.3 part 2) says which program wrote it. */
function archive(bytes: Uint8Array): FileKind {
  const names = latin1(bytes.subarray(0, SEARCHED)) + latin1(bytes.subarray(-SEARCHED));
  if (/xl\/workbook\.|opendocument\.spreadsheet/.test(names)) return "workbook";
  if (/ppt\/presentation\.|opendocument\.presentation/.test(names)) return "presentation";
  if (/word\/document\.|opendocument\.text/.test(names)) return "document";
  return "zip";
}

const starts = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);
const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
