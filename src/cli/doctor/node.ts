/** Versions of Node that the command line is tested on. */
export const TESTED_NODE: readonly string[] = ["20", "22", "24", "26"];

/** The oldest version of Node that runs Foredeck, as package.json says. */
export const LEAST_NODE = "20.19";

/** Standing of a version such as "22.11.0" to those that are tested. */
export function isTested(version: string): "old" | "tested" | "untested" {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE.split(".").map(Number);
  if (major < leastMajor || (major === leastMajor && minor < leastMinor)) return "old";
  return TESTED_NODE.includes(String(major)) ? "tested" : "untested";
}
