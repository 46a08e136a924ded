// chartjs-node-canvas asks for the package canvas, which is built with a compiler where it is installed. A project that
// installs Foredeck must need none, and what makes npm take vendor/canvas in its place here does not reach that far. So
// the published code has the class that we use within it, drawing on @napi-rs/canvas, whose binaries come from npm.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { build } from "rolldown";

const NAME = "chartjs-node-canvas";

/** The one line that names canvas; it loads it past the cache, for which a module with binaries has no need. */
const ASKS = "(0, freshRequire_1.freshRequire)('canvas')";
const DRAWS_ON = "require('@napi-rs/canvas/node-canvas')";

/** Writes chartjs-node-canvas.js beside the compiled module `file`, which then imports that. */
export async function inlineCanvas(file) {
  const folder = dirname(createRequire(import.meta.url).resolve(`${NAME}/package.json`));
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  await build({
    cwd: join(import.meta.dirname, ".."),
    input: NAME,
    platform: "node",
    external: [/^chart\.js\//, /^@napi-rs\//],
    plugins: [
      {
        name: "inline-canvas",
        resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
        load: (id) =>
          id === `\0${NAME}`
            ? `export { ChartJSNodeCanvas } from ${JSON.stringify(join(folder, "dist", "chartJSNodeCanvas.js"))};`
            : undefined,
        transform: (code, id) =>
          id.endsWith("chartJSNodeCanvasBase.js") ? swap(code, ASKS, DRAWS_ON) : undefined,
      },
    ],
    output: {
      file: join(dirname(file), `${NAME}.js`),
      banner: `/*! ${NAME} ${version}\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n*/`,
    },
  });
  writeFileSync(file, swap(readFileSync(file, "utf8"), `import("${NAME}")`, `import("./${NAME}.js")`));
}

function swap(text, one, other) {
  if (text.split(one).length !== 2) throw new Error(`there should be one ${one}`);
  return text.replace(one, other);
}
