import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex. */
export const sha256 = (content: Uint8Array | string): string =>
  createHash("sha256").update(content).digest("hex");

/** An id in the form {8-4-4-4-12} that depends on its name alone. */
export function guid(name: string): string {
  const hex = sha256(name).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`;
}
