import { expect, test } from "vitest";
import { linksIn } from "../../src/locales/links.ts";
import { parseMarkup, toMarkup, withoutMarkup } from "../../src/locales/markup.ts";
import { plain } from "../../src/model/text.ts";

const href = (text: string) => linksIn(text).map((link) => link.href ?? link.fault);

test.each([
  ["[a](https://x.org/w/L_(b)) c", "https://x.org/w/L_(b)"],
  ["[a](https://x.org/w/L_(b_(c)))", "https://x.org/w/L_(b_(c))"],
  ["[a](http://x.org)", "http://x.org"],
  ["[a]( https://x.org )", "https://x.org"],
  ["[a](<https://x.org/a b>)", "https://x.org/a%20b"],
  ["[a](<https://x.org/a)b>)", "https://x.org/a)b"],
  ['[a](https://x.org "Title")', "https://x.org"],
  ["[a [b] c](https://x.org)", "https://x.org"],
  ["<https://x.org/?a=1>", "https://x.org/?a=1"],
  ["[a](HTTPS://x.org)", "HTTPS://x.org"],
  ["[a](mailto:a@x.org?subject=b)", "mailto:a@x.org?subject=b"],
  ["[a](https://x.org/a\\)b)", "https://x.org/a)b"],
  ["[a](https://x.org/a b)", "spaces"],
  ["[a](ftp://x.org)", "scheme"],
  ["[a](report.pdf)", "scheme"],
  ["[a]()", "scheme"],
  ["[a](https://)", "address"],
  ["![a](https://x.org/a.png)", "picture"],
  ["[a](javascript:alert(1))", "unsafe"],
  ["[a](JaVa\tScript:alert(1))", "unsafe"],
  ["[a](<file:///etc/passwd>)", "unsafe"],
  ["[a](data:text/html,<b>)", "unsafe"],
  ["[a](vbscript:x)", "unsafe"],
  ["[a](\\\\server\\share)", "unsafe"],
  ["[a](//server/share)", "unsafe"],
])("%s", (text, found) => {
  expect(href(text)).toEqual([found]);
  expect(plain(parseMarkup(text))).not.toMatch(/\]\(/);
});

test.each(["a[1] (b)", "\\[a](https://x.org)", "[a] and (b)", "f(x)[y]", "a < b > c", "[a](b", "!"])(
  "%s has no link",
  (text) => {
    expect(href(text)).toEqual([]);
  },
);

test("words of a link keep their emphasis, and a link in bold its address", () => {
  expect(parseMarkup("**see [a *b*](https://x.org/*q*) c** d")).toEqual([
    { text: "see ", bold: true },
    { text: "a ", bold: true, href: "https://x.org/*q*" },
    { text: "b", bold: true, italic: true, href: "https://x.org/*q*" },
    { text: " c", bold: true },
    { text: " d" },
  ]);
});

test("a name is plain", () => {
  expect(withoutMarkup("**Visits** to [the [old] town](https://x.org) 2 * 3 * 4")).toBe(
    "Visits to the [old] town 2 * 3 * 4",
  );
});

test("markup of runs gives the same runs again, also within emphasis", () => {
  const runs = parseMarkup("a **b** *c* [d](<https://x.org/(e>) \\* \\< **f \\*\\* g**");
  expect(parseMarkup(toMarkup(runs))).toEqual(runs);
  expect(plain(parseMarkup(`**${toMarkup(runs)}**`))).toBe(plain(runs));
});
