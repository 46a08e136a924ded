// Builds the program. The compiler writes every module to build/, for the scripts and tests that look at one, and the
// types to dist/. Then the modules of the program and the library are put together in dist/: a few files load in half the
// time of hundreds. Nothing is renamed or squeezed, so a stack trace still says which function it was.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "rolldown";
import { inlineCanvas } from "./inline-canvas.mjs";
import { licences } from "./licences.mjs";
import { pruneTypes } from "./prune-types.mjs";

const root = join(import.meta.dirname, "..");
const dist = join(root, "dist");
const typescript = dirname(createRequire(import.meta.url).resolve("typescript/package.json"));
for (const folder of [dist, join(root, "build")]) rmSync(folder, { recursive: true, force: true });
// The scripts of the preview page run in a browser, so they are compiled against its library, not Node's.
for (const project of ["tsconfig.build.json", "tsconfig.client.json"]) {
  execFileSync(process.execPath, [join(typescript, "bin", "tsc"), "-p", join(root, project)], {
    stdio: "inherit",
  });
}

/** Tables in JSON stay text until they are needed as objects: JSON.parse reads them several times as fast as code is read. */
const jsonAsText = {
  name: "json-as-text",
  transform: {
    filter: { id: /\.json$/ },
    handler: (code) => ({
      code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(code)))});`,
      moduleType: "js",
    }),
  },
};

const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { output } = await build({
  cwd: root,
  input: {
    "cli/main": "build/cli/main.js",
    "cli/worker": "build/cli/worker.js",
    index: "build/index.js",
  },
  platform: "node",
  // All else is put in: of PptxGenJS, PDFKit and others, a project would install many times what is used of them, among it
  // packages that they need only where they are compiled. Zod is a dependency for the sake of its types; its code is put in
  // too, since the hundred files that it is made of take a tenth of the time that a small bundle needs.
  external: [...Object.keys({ ...dependencies, ...peerDependencies }), "chartjs-node-canvas"]
    .filter((name) => name !== "zod")
    .map((name) => new RegExp(`^${name}(/|$)`)),
  plugins: [jsonAsText],
  output: { dir: dist, entryFileNames: "[name].js", chunkFileNames: "chunks/[name].js" },
});
const drawing = output.find(({ code }) => code?.includes('import("chartjs-node-canvas")'));
for (const file of [join(dist, drawing.fileName), join(root, "build", "formats", "picture", "index.js")])
  await inlineCanvas(file);
chmodSync(join(dist, "cli", "main.js"), 0o755);

writeFileSync(join(dist, "THIRD-PARTY-LICENSES.txt"), licences(output));
pruneTypes(dist);

// What the program is made of, as one word: what was cached by another build is not taken for this one's.
const id = createHash("sha256");
for (const folder of ["dist", "themes"])
  for (const name of readdirSync(join(root, folder), { recursive: true }).sort())
    if (/\.js(on)?$/.test(name)) id.update(name).update(readFileSync(join(root, folder, name)));
id.update(readFileSync(join(root, "package.json")));
writeFileSync(join(dist, "build-id"), `${id.digest("hex").slice(0, 32)}\n`);
