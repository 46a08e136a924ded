import { assert, property, record, string } from "fast-check";
import { SaxesParser } from "saxes";
import { expect, test } from "vitest";
import { tag, textMarkup } from "../../../src/formats/markup/markup.ts";
import { cleanText } from "../../../src/ooxml/escape.ts";

/** Signs that markup is made of come more often than by chance. */
const hostile = string({
  unit: "binary",
  maxLength: 30,
}).map((text) => text.replaceAll(/[a-m]/g, (sign) => `<>&"'\n\r\t]/=`["abcdefghijk".indexOf(sign)] ?? sign));

test("no word and no attribute can become markup: a parser gets back what was said", () => {
  assert(
    property(record({ attribute: hostile, text: hostile }), ({ attribute, text }) => {
      const markup = tag("g", { "data-x": attribute }, tag("text", {}, textMarkup(text)));
      const names: string[] = [];
      let said = "";
      let value = "";
      const parser = new SaxesParser();
      parser.on("error", (cause) => {
        throw cause;
      });
      parser.on("opentag", ({ name, attributes }) => {
        names.push(name);
        if (name === "g") {
          expect(Object.keys(attributes)).toEqual(["data-x"]);
          value = attributes["data-x"] ?? "";
        }
      });
      parser.on("text", (part) => {
        said += part;
      });
      parser.write(markup).close();
      expect(names).toEqual(["g", "text"]);
      expect(value).toBe(cleanText(attribute));
      expect(said).toBe(cleanText(text.replace(/\s*[\r\n]+\s*/g, " ")));
    }),
    { numRuns: 2_000, seed: 1 },
  );
});
