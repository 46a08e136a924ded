export default {
  input: "main.mjs",
  platform: "node",
  external: ["foredeck"],
  output: { file: "dist/main.mjs", format: "esm" },
};
