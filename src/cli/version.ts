import { readFileSync } from "node:fs";

interface Package {
  readonly version: string;
  readonly bugs?: string | { readonly url: string };
}

const read = (): Package =>
  JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as Package;

/** The version that package.json states. */
export const version = (): string => read().version;
