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
