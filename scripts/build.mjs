// Builds dist/ from src/: the compiler's output, so that a stack trace names the file one edits, and within it the one
// dependency that does not install everywhere.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

// What the program is made of, as one word: what was cached by another build is not taken for this one's.
const id = createHash("sha256");
for (const folder of ["dist", "themes"])
  for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
    if (/\.js(on)?$/.test(name)) id.update(name).update(readFileSync(join(root, folder, name)));
id.update(readFileSync(join(root, "package.json")));
writeFileSync(join(dist, "build-id"), `${id.digest("hex").slice(0, 32)}\n`);
