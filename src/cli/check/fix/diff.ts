import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from "diff";

/** Two versions of a file as a unified diff that `patch` reads, with three lines around each change; "" where they are the same. */
export function unifiedDiff(before: string, after: string, file: string): string {
  if (before === after) return "";
  return formatPatch(
    structuredPatch(file, file, before, after, undefined, undefined, { context: 3 }),
    FILE_HEADERS_ONLY,
  );
}
