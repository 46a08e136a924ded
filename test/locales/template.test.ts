import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { enGB } from "../../src/locales/en.ts";
import { fillTemplate, type Helpers, parseTemplate } from "../../src/locales/template.ts";

const helpers: Helpers = new Map([
  ["shout", ([text]) => String(text).toUpperCase()],
  ["join", ([items]) => (items as readonly string[]).join(" and ")],
  ["pick", ([n], named) => String(n === 1 ? named["one"] : named["other"])],
]);

/** Handlebars itself with the same helpers. */
function byHandlebars(source: string, data: object): string {
  const engine = Handlebars.create();
  for (const [name, helper] of helpers) {
    engine.registerHelper(name, (...args: unknown[]) => {
      const options = args.at(-1) as Handlebars.HelperOptions;
      return helper(args.slice(0, -1), options.hash as Record<string, unknown>);
    });
  }
  return engine.compile(source, { noEscape: true })(data);
}

const DATA = [
  { name: "Aino & Co", n: 1, zero: 0, none: undefined, all: true, items: ["a", "b"] },
  { name: "", n: 12, zero: 0, none: undefined, all: false, items: [] },
  {},
];

describe("a template", () => {
  it.each([
    "plain words, {single} braces and \\{{escaped}} ones",
    "{{name}} has {{n}} of {{zero}}{{none}}.",
    "{{{name}}} and {{&name}} and {{! a comment }}",
    "{{#if all}}all{{else}}some{{/if}}, {{#if zero}}never{{else}}always{{/if}}",
    "{{#if name}}{{#if items}}both{{else if n}}number{{else}}neither{{/if}}{{/if}}",
    "{{#if items}}\n  a block on lines of its own\n{{/if}}\nand {{~name~}} trimmed",
    "{{shout 'text'}} {{pick n one='one' other='many'}} {{shout (pick 1 one='x' other='y')}}",
  ])("says what Handlebars says: %s", (source) => {
    for (const data of DATA) {
      expect(fillTemplate(parseTemplate(source), data, helpers)).toBe(byHandlebars(source, data));
    }
  });

  it("reads no inherited property", () => {
    expect(fillTemplate(parseTemplate("{{constructor}}{{toString}}"), {}, helpers)).toBe("");
  });

  it.each([
    "{{#each items}}x{{/each}}",
    "{{> partial}}",
    "{{a.b}}",
    "{{../up}}",
    "{{@index}}",
    "{{unknown 1}}",
    "{{#if a b}}x{{/if}}",
  ])("refuses what no phrase needs: %s", (source) => {
    expect(() => fillTemplate(parseTemplate(source), {}, helpers)).toThrow(/which phrases cannot/);
  });
});

describe("the phrases", () => {
  it("use nothing that a template cannot say", () => {
    const known: Helpers = new Map(
      ["cardinal", "capital", "unstopped", "head", "list", "plural"].map((name) => [name, () => "x"]),
    );
    for (const [phrase, source] of Object.entries(enGB.phrases)) {
      const all = Object.fromEntries(Array.from(source.matchAll(/\w+/g), ([word]) => [word, word]));
      for (const data of [{}, all]) {
        expect(() => fillTemplate(parseTemplate(source), data, known), phrase).not.toThrow();
      }
    }
  });
});
