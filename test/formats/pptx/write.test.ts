import { beforeAll, describe, expect, it } from "vitest";
import { writePptx } from "../../../src/formats/pptx/index.ts";
import { judge } from "./judge.ts";
import { context, pages } from "./pages.ts";

describe("writePptx", () => {
  let deck: Uint8Array;
  beforeAll(async () => {
    deck = await writePptx(pages, context);
    if (process.env["KEEP"]) (await import("node:fs")).writeFileSync(process.env["KEEP"], deck);
  });

  it("writes what Microsoft's own validator has nothing against", async () => {
    expect(await judge(deck)).toEqual([]);
  });
});
