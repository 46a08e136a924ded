import type { Host } from "../../src/host/host.ts";

const fail = (code: string, path: string): never => {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
};

/** A disk in memory: paths relative to the bundle, with text or bytes, or the code of the error that reading gives. */
export function memoryHost(
  files: Readonly<Record<string, string | Uint8Array | { readonly code: string }>> = {},
): Host {
  const read = async (path: string): Promise<Uint8Array> => {
    const found = files[path];
    if (found === undefined) return fail("ENOENT", path);
    if (typeof found === "string") return new TextEncoder().encode(found);
    return found instanceof Uint8Array ? found : fail(found.code, path);
  };
  return {
    read,
    readWithin: (_root, path) => read(path),
    write: async (path) => fail("EROFS", path),
    theme: async (name) => fail("ENOENT", name),
    themes: async () => ["boardroom", "slate"],
    fonts: async (family) => fail("ENOENT", family),
  };
}
