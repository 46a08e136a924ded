import { stat } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { codeOf } from "../../host/failure.ts";
import { packageFile } from "../../host/package.ts";

const INSTALLED = join("node_modules", "foredeck", "schema", "foredeck.schema.json");
const OWN = fileURLToPath(packageFile("schema/foredeck.schema.json"));

/**
 * How a bundle in `folder` names the schema: where the package is installed above it, else where this package lies
 * around it, else where it will be once it is installed beside it.
 */
export async function schemaReference(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await exists(join(at, INSTALLED))) return reference(folder, join(at, INSTALLED));
    if (join(at, "schema", "foredeck.schema.json") === OWN) return reference(folder, OWN);
    if (dirname(at) === at) return reference(folder, join(folder, INSTALLED));
  }
}

function reference(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join("/");
  return path.startsWith("..") ? path : `./${path}`;
}

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return false;
  }
}
