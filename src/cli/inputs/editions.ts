import { parsedJson } from "../../base/jsonc.ts";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import type { Host } from "../../host/host.ts";
import { BRIEF } from "../../model/bundle/editions.ts";
import { readInput } from "./find.ts";

/** Editions that are asked for. */
export interface EditionOptions {
  readonly edition?: string;
  readonly editions?: boolean;
}

/** A bundle, or one edition of it. */
export interface EditionInput {
  readonly file: string;
  readonly edition?: string;
  /** True for an edition of one page. */
  readonly brief?: boolean;
}

/**
 * Each bundle as it is to be told: itself, the edition that is asked for, or itself and every edition. Whether a bundle
 * has the edition is known once it has been read; one that cannot be read is told as it is, and refused then.
 */
export async function editionsOf(
  files: readonly string[],
  { edition, editions }: EditionOptions,
  host: Host,
  cwd: string,
): Promise<readonly EditionInput[]> {
  if (edition === undefined && editions !== true) return files.map((file) => ({ file }));
  const told = await Promise.all(
    files.map(async (file): Promise<readonly EditionInput[]> => {
      const known = await knownIn(file, host, cwd);
      if (edition === undefined) return [{ file }, ...known.map((each) => ({ file, ...each }))];
      return [{ file, edition, brief: known.some((each) => each.edition === edition && each.brief) }];
    }),
  );
  return told.flat();
}

/** Editions of a bundle as far as its text can be read. */
async function knownIn(
  file: string,
  host: Host,
  cwd: string,
): Promise<readonly { readonly edition: string; readonly brief: boolean }[]> {
  const bytes = await readInput(host, file, cwd).catch((cause: unknown) => {
    // Whoever builds it says why it cannot be read.
    if (!(cause instanceof DiagnosticsError)) throw cause;
    return new Uint8Array();
  });
  const listed = (parsedJson(bytes) as { readonly editions?: unknown } | undefined)?.editions;
  const named = (Array.isArray(listed) ? listed : []).flatMap((item: unknown) => {
    const { id, detail } = (item ?? {}) as { readonly id?: unknown; readonly detail?: unknown };
    return typeof id === "string" && /^[\w-]+$/u.test(id) ? [{ edition: id, brief: detail === BRIEF }] : [];
  });
  const all = new Map(named.map((each) => [each.edition, each]));
  return [...all.values(), ...(all.has(BRIEF) ? [] : [{ edition: BRIEF, brief: true }])];
}
