import { type CachedOutput, findCacheEntry } from "../cache/decks.ts";
import type { Output } from "../output/place-output.ts";
import { type BuildOutputs, type BuildRequest, outputStem } from "./request.ts";

/** Every output from the cache; undefined where one is not there. */
export async function fromCache(order: BuildRequest): Promise<BuildOutputs | undefined> {
  const { source, targets, recipe, host, store, began } = order;
  if (store === undefined) return undefined;
  const shelf = await findCacheEntry(store, source, recipe, host);
  if (shelf.read === undefined) return undefined;
  const kept: CachedOutput[] = [];
  for (const target of targets) {
    const found = await shelf.find(target.format, outputStem(target));
    if (found === undefined) return undefined;
    kept.push(found);
  }
  const about = kept[0]?.about;
  if (about === undefined) return undefined;
  const outputs = targets.map(
    ({ format, path }, n): Output => ({
      format,
      path,
      files: (kept[n]?.files ?? []).map((file) => ({
        ...file,
        bytes: async () => {
          const content = await store.bytes(file.digest);
          if (content === undefined) throw new CacheEntryGone();
          return content;
        },
      })),
    }),
  );
  return { about, read: shelf.read, outputs, took: [performance.now() - began] };
}

/** The cache no longer holds, whole, what its record names: it is built again. */
class CacheEntryGone extends Error {}

export function undefinedIfGone(cause: unknown): undefined {
  if (!(cause instanceof CacheEntryGone)) throw cause;
  return undefined;
}
