import { describe, expect, test } from "vitest";
import { learn } from "../../src/template/learn.ts";
import { openTemplate } from "../../src/template/open.ts";
import { TemplateContract } from "../../src/theme/contract.ts";
import { type TemplateOptions, template } from "./build.ts";

const lesson = async (options: TemplateOptions = {}) =>
  learn(await openTemplate(template(options), "lobby.potx"), { path: "lobby.potx" });

describe("learning a template", () => {
  test("finds nothing wrong with a sound one, and gives a valid contract", async () => {
    const { contract, findings } = await lesson();
    expect(findings).toEqual([]);
    expect(TemplateContract.parse(contract)).toEqual(contract);
    expect(contract.pages).toMatchObject({
      cover: { layout: "Title Slide", matched: "type" },
      content: { layout: "Title Only", matched: "type" },
      divider: { layout: "Section Header", matched: "type" },
    });
  });
});
