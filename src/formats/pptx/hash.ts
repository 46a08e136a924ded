/** SHA-256 in lower-case hex. */
export async function sha256(...chunks: readonly Uint8Array[]): Promise<string> {
  const length = chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  const digest = new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", whole));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** An id in the form {8-4-4-4-12} that depends on its name alone. */
export async function guid(name: string): Promise<string> {
  const hex = (await sha256(new TextEncoder().encode(name))).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}}`;
}
