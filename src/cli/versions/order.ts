import { join } from "node:path";
import { parsedJson } from "../../base/jsonc.ts";
import { olderThan } from "../../rules/facts/versions.ts";
import { bytesAt, versionNames } from "./files.ts";
import { MANIFEST } from "./places.ts";

/**
 * Names of the versions in the folder of a bundle, the earliest first; with `before`, those alone that are not that version
 * and not later. The order is that of their numbers; where one of them is no number, that of the dates of all. Every command
 * takes the version before from here.
 * @throws node's error for a folder that cannot be read; DiagnosticsError for a manifest that cannot.
 */
export async function versionsInOrder(
  sent: string,
  cwd: string,
  before?: string | undefined,
): Promise<readonly string[]> {
  const names = (await versionNames(sent, cwd)).filter(
    (name) => before === undefined || (name !== before && olderThan(before, name) !== true),
  );
  const numbered = names.every((name) => olderThan(name, name) !== undefined);
  const dates = new Map(
    numbered
      ? []
      : await Promise.all(names.map(async (name) => [name, await dateOf(sent, name, cwd)] as const)),
  );
  const dateFirst = (one: string, other: string): number =>
    spelt(dates.get(one) ?? "", dates.get(other) ?? "");
  return [...names].sort((one, other) => dateFirst(one, other) || byNumber(one, other) || spelt(one, other));
}

const byNumber = (one: string, other: string): number =>
  olderThan(one, other) === true ? -1 : olderThan(other, one) === true ? 1 : 0;

const spelt = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Date of a version as its manifest has it; "" where it says none. Whoever opens the version looks whether it is whole. */
async function dateOf(sent: string, name: string, cwd: string): Promise<string> {
  const bytes = await bytesAt(join(sent, name, MANIFEST), cwd);
  const { date } = (bytes === undefined ? {} : (parsedJson(bytes) ?? {})) as { readonly date?: unknown };
  return typeof date === "string" ? date : "";
}
