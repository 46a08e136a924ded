import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { about } from "../../host/about.ts";
import { packageFile } from "../../host/package.ts";
import { projectFolder } from "./project.ts";

const INSTALLED = join("node_modules", "foredeck", "schema", "foredeck.schema.json");
const OWN = fileURLToPath(packageFile("schema/foredeck.schema.json"));

/**
 * The schema for bundles in `folder`: of the package that is installed above it, else of this package where it lies
 * around it, else where it will be once it is installed in the project.
 */
export async function schemaFile(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await about(join(at, INSTALLED)))?.isFile() === true) return join(at, INSTALLED);
    if (join(at, "schema", "foredeck.schema.json") === OWN) return OWN;
    if (dirname(at) === at) return join((await projectFolder(folder)) ?? folder, INSTALLED);
  }
}

/** How a file in `folder` names another one, on every system. */
export function reference(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join("/");
  return path.startsWith("..") ? path : `./${path}`;
}
