import { posix } from "node:path";
import { failure } from "./failure.ts";
import type { Host } from "./host.ts";
import { createNodeHost } from "./node.ts";
import { PROJECT_FILE } from "./project.ts";

/** A host that touches no file of the disk but the package's own themes and fonts. */
export interface MemoryHost extends Host {
  /** All files as they are now, those written included, by path. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/**
 * Files in memory, for servers, queues and tests. Paths have forward slashes: "data/visits.csv" is the same file as
 * "./data/visits.csv". Themes and fonts come from `base`, the package's own when left out.
 * Errors have the codes that `createNodeHost` gives: ENOENT for a file that is not there, EOUTSIDE for one that lies
 * outside the folder of the bundle.
 */
export function createMemoryHost(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  base: Pick<Host, "theme" | "themes" | "fonts" | "subset" | "otherFonts" | "openSvg"> = createNodeHost(),
): MemoryHost {
  const held = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files))
    held.set(normal(path), typeof content === "string" ? new TextEncoder().encode(content) : content);
  const read = async (path: string): Promise<Uint8Array> => {
    const bytes = held.get(normal(path));
    if (bytes === undefined) throw failure("ENOENT", `no file is called ${path}`);
    return bytes;
  };
  /** The nearest folder, from one upwards, that holds foredeck.config.json. */
  const projectAbove = (folder: string): string | undefined => {
    for (let here = folder; ; here = posix.dirname(here)) {
      if (held.has(posix.join(here, PROJECT_FILE))) return here;
      if (posix.dirname(here) === here) return undefined;
    }
  };
  const inProject = (folder: string, file: string): boolean => {
    const project = projectAbove(folder);
    if (project === undefined) return false;
    return project === "." ? !file.startsWith("../") : file.startsWith(`${project}/`);
  };
  return {
    files: held,
    read,
    readWithin: async (root, path) => {
      // Backslashes lead out on Windows alone, but a bundle must mean the same everywhere.
      const way = posix.normalize(path.replaceAll("\\", "/"));
      const meant = posix.join(root, way);
      const leaves = way === ".." || way.startsWith("../");
      if (way.startsWith("/") || /^[a-z]:/i.test(way) || (leaves && !inProject(posix.normalize(root), meant)))
        throw failure("EOUTSIDE", `${path} lies outside the folder`);
      return read(meant);
    },
    project: async (root) => {
      const folder = projectAbove(posix.normalize(root));
      return folder === undefined ? undefined : posix.relative(root, posix.join(folder, PROJECT_FILE));
    },
    write: async (path, bytes) => void held.set(normal(path), bytes),
    theme: (name) => base.theme(name),
    themes: () => base.themes(),
    fonts: (family) => base.fonts(family),
    ...(base.subset === undefined ? {} : { subset: base.subset.bind(base) }),
    ...(base.otherFonts === undefined ? {} : { otherFonts: base.otherFonts.bind(base) }),
    ...(base.openSvg === undefined ? {} : { openSvg: base.openSvg.bind(base) }),
  };
}

const normal = (path: string): string => posix.normalize(path);
