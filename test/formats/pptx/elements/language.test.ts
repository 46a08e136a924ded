import { describe, expect, it } from "vitest";
import { isForeign, runLanguage } from "../../../../src/formats/pptx/elements/language.ts";

describe("runLanguage", () => {
  it.each([
    ["Plain – “quoted” 14.9% 👍", "fi-FI", { lang: "fi-FI" }],
    ["お客様の声を聞く", "en-GB", { lang: "ja-JP", altLang: "en-GB" }],
    ["お客様の声を聞く", "ja-JP", { lang: "ja-JP" }],
    ["決定", "ja-JP", { lang: "ja-JP" }],
    ["决定", "en-GB", { lang: "zh-CN", altLang: "en-GB" }],
    ["The term 顧客 in a sentence", "en-GB", { lang: "en-GB", altLang: "zh-CN" }],
    ["고객의 소리", "en-GB", { lang: "ko-KR", altLang: "en-GB" }],
    ["القرار النهائي", "en-GB", { lang: "ar-SA" }],
    ["القرار", "ar-AE", { lang: "ar-AE" }],
    ["Рішення", "uk-UA", { lang: "uk-UA" }],
    ["", "en-GB", { lang: "en-GB" }],
  ])("%s in a deck in %s", (text, deck, expected) => {
    expect(runLanguage(text, deck)).toEqual(expected);
  });
});

describe("isForeign", () => {
  it("is true where another font must come in", () => {
    expect(isForeign("Ärger 12% – δ Ж 👍")).toBe(false);
    for (const text of ["決定", "القرار", "ไทย", "ה"]) expect(isForeign(text)).toBe(true);
  });
});
