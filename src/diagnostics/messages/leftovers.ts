import { count } from "../make.ts";
import { printable } from "../terminal.ts";

/** Messages about files that earlier builds left in the folder of outputs. */

/** Why a file that no run writes any more is not removed. */
export type WhyKept = "edited" | "open" | "locked" | "unreadable";

const WHY: Readonly<Record<WhyKept, string>> = {
  edited: "it was changed since it was written",
  open: "somebody has it open",
  locked: "the system does not let it be removed",
  unreadable: "it cannot be read",
};

/** Files that a message names one by one. */
const NAMED = 5;

/** `orphan`: its bundle is there no more. */
export function leftovers(
  folder: string,
  files: readonly { readonly path: string; readonly bundle: string; readonly orphan: boolean }[],
): string {
  const named = files
    .slice(0, NAMED)
    .map(
      ({ path, bundle, orphan }) =>
        `  ${printable(path)}${orphan ? `, made of ${printable(bundle)}, which is gone` : ""}`,
    );
  const rest = files.length - named.length;
  return [
    `left in ${printable(folder)} by earlier builds: ${count(files.length, "file")} that this one did not write again; --prune removes ${files.length === 1 ? "it" : "them"}`,
    ...named,
    ...(rest > 0 ? [`  and ${rest} more`] : []),
  ].join("\n");
}

export const leftoverRemoved = (path: string): string =>
  `removed ${printable(path)}, which no build writes any more`;

export const leftoverKept = (path: string, why: WhyKept): string =>
  `kept ${printable(path)}, which no build writes any more: ${WHY[why]}`;
