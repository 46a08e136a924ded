import { readlink, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { codeOf, failure } from "./failure.ts";
import type { Host } from "./host.ts";
import { leadsOut } from "./node.ts";

/**
 * A host whose every file lies below one folder, whatever paths and links say: what leads out of it is neither looked at
 * nor written, and a project whose file lies above the folder is none. `root` is a real path. Themes and fonts are the
 * host's own.
 * @throws Error with code EOUTSIDE, from each of its functions, for what lies outside
 */
export function confinedHost(host: Host, root: string): Host {
  const inside = (path: string): string => {
    if (leadsOut(root, path)) throw failure("EOUTSIDE", `${path} lies outside the folder`);
    return path;
  };
  const real = async (path: string): Promise<string> => inside(await realpath(inside(resolve(path))));
  const { project } = host;
  return {
    ...host,
    read: async (path, most) => host.read(await real(path), most),
    readWithin: async (folder, path, most) => {
      // A backslash is a step on Windows, and a letter elsewhere.
      for (const meant of new Set([path, path.replaceAll("\\", "/")])) {
        inside(resolve(folder, meant));
        inside(await placeOf(resolve(folder, meant)));
      }
      return host.readWithin(folder, path, most);
    },
    ...(project === undefined
      ? {}
      : {
          project: async (folder: string) => {
            const file = await project(folder);
            if (file === undefined || leadsOut(root, resolve(folder, file))) return undefined;
            return leadsOut(root, await placeOf(resolve(folder, file))) ? undefined : file;
          },
        }),
    write: async (path, bytes) => {
      inside(await placeOf(resolve(path)));
      return host.write(path, bytes);
    },
  };
}

/**
 * The real path at which a file is, or would be made: behind all links, also behind one to a file that is not there.
 * @throws node's errors where that cannot be known (EACCES, ELOOP, ENOTDIR)
 */
export async function placeOf(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (cause) {
    if (codeOf(cause) !== "ENOENT" || dirname(path) === path) throw cause;
  }
  const folder = await placeOf(dirname(path));
  const here = join(folder, basename(path));
  const link = await readlink(here).catch((cause: unknown) => {
    // Nothing is there (ENOENT), or something that is no link (EINVAL).
    if (codeOf(cause) === undefined) throw cause;
    return undefined;
  });
  return link === undefined ? here : placeOf(resolve(folder, link));
}
