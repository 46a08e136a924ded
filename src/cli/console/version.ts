import { existsSync, readFileSync } from "node:fs";
import { packageFile } from "../../host/package.ts";

interface Package {
  readonly version: string;
  readonly bugs?: string | { readonly url: string };
}

const read = (): Package => JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as Package;

/** The version that package.json states. */
export const version = (): string => read().version;

/** Id of the build, as scripts/build.mjs recorded it; undefined where the program was not built. */
export function buildId(): string | undefined {
  const file = packageFile("dist/build-id");
  return existsSync(file) ? readFileSync(file, "utf8").trim() : undefined;
}
