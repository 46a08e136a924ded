export default {
  mode: "production",
  target: "node20",
  entry: "./main.mjs",
  experiments: { outputModule: true },
  // For a bundle in CommonJS: "commonjs foredeck", and no output.module.
  externals: { foredeck: "module foredeck" },
  output: { filename: "main.mjs", module: true, library: { type: "module" } },
};
