import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { packageFile } from "../../host/package.ts";
import { EXIT, type Exit } from "../console/exit.ts";
import type { Io } from "../console/io.ts";

/** `foredeck schema`: where the published JSON Schema is, or the schema itself. */
export async function schema(options: { readonly print?: boolean }, io: Io): Promise<Exit> {
  const path = fileURLToPath(packageFile("schema/foredeck.schema.json"));
  await io.out.write(options.print === true ? await readFile(path, "utf8") : `${path}\n`);
  return EXIT.done;
}
