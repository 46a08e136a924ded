import { join } from "node:path";
import type { z } from "zod";
import { DiagnosticsError } from "../../diagnostics/diagnostic.ts";
import * as messages from "../../diagnostics/messages/send.ts";
import { Manifest, SENT_FORMAT } from "../../model/sent.ts";
import { sha256 } from "../../ooxml/hash.ts";
import { bytesAt } from "./files.ts";
import { MANIFEST } from "./places.ts";

/**
 * Reads the manifest of a version.
 * @throws DiagnosticsError with exit 2 where it is missing, damaged or edited, or of another version.
 */
export async function readManifest(sent: string, version: string, cwd: string): Promise<Manifest> {
  const folder = join(sent, version);
  const manifest = await readJson(join(folder, MANIFEST), Manifest, cwd);
  if (manifest.version !== version)
    throw new DiagnosticsError([messages.sentUnderOtherName(folder, manifest.version)], 2);
  if (sealOf(manifest) !== manifest.seal)
    throw new DiagnosticsError([messages.sentFileChanged(join(folder, MANIFEST))], 2);
  return manifest;
}

const Unsealed = Manifest.omit({ seal: true });

/** A manifest with its seal. */
export const sealed = (manifest: z.infer<typeof Unsealed>): Manifest => ({
  ...manifest,
  seal: sealOf(manifest),
});

/** Digest of a manifest without its seal, its fields in the order of the schema. */
const sealOf = ({ seal: _, ...rest }: z.infer<typeof Unsealed> & { readonly seal?: string }): string =>
  sha256(JSON.stringify(Unsealed.parse(rest)));

/**
 * Reads a file of ours as its schema has it.
 * @throws DiagnosticsError with exit 2 where it is missing, of a newer program, or anything else.
 */
export async function readJson<Shape extends z.ZodType>(
  path: string,
  shape: Shape,
  cwd: string,
): Promise<z.infer<Shape>> {
  const bytes = await bytesAt(path, cwd);
  if (bytes === undefined) throw new DiagnosticsError([messages.sentFileMissing(path)], 2);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(bytes));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new DiagnosticsError([messages.sentFileChanged(path)], 2);
  }
  const format = (value as { readonly format?: unknown } | null)?.format;
  if (typeof format === "number" && format > SENT_FORMAT)
    throw new DiagnosticsError([messages.sentByNewer(path)], 2);
  const parsed = shape.safeParse(value);
  if (!parsed.success) throw new DiagnosticsError([messages.sentFileChanged(path)], 2);
  return parsed.data;
}
