const { readFileSync } = require("node:fs");

test("a bundle becomes a deck", async () => {
  const { compile, render } = await import("foredeck");
  const compiled = await compile(readFileSync("minimal.json"));
  expect((await render(compiled, "pptx")).length).toBeGreaterThan(1_000);
}, 60_000);
