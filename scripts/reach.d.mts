/** Bundles that have every part between them, from the root of the repo. */
export const BUNDLES: readonly string[];
/** Names of the kinds of slides that each field reaches, by the field, changed in so many places of each bundle at most. */
export function reachOfFields(
  bundles?: readonly string[],
  most?: number,
): Promise<Readonly<Record<string, readonly string[]>>>;
