// Builds dist/ from src/: the compiler's output, so that a stack trace names the file one edits, and within it the one
// dependency that does not install everywhere.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inlineCanvas } from "./inline-canvas.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
const dist = join(root, "dist");
rmSync(dist, { recursive: true, force: true });
// The scripts of the preview page run in a browser, so they are compiled against its library, not Node's.
for (const project of ["tsconfig.build.json", "tsconfig.client.json"]) {
  execFileSync(process.execPath, [join(typescript, "bin", "tsc"), "-p", join(root, project)], {
    stdio: "inherit",
  });
}
await inlineCanvas(join(dist, "formats", "picture", "index.js"));
const bin = join(dist, "cli", "main.js");
if (existsSync(bin)) chmodSync(bin, 0o755);
