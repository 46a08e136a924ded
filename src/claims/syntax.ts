import jsep from "jsep";

type Expression = jsep.Expression;

/** A test of a claim, as it was written: "mispicks.latest > mispicks.first". */
export type Node =
  | { readonly type: "number"; readonly exact: string; readonly percent: boolean }
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "name"; readonly name: string }
  | { readonly type: "member"; readonly of: Node; readonly key: string; readonly quoted: boolean }
  | { readonly type: "call"; readonly name: string; readonly args: readonly Node[] }
  | { readonly type: "unary"; readonly operator: "-" | "not"; readonly of: Node }
  | {
      readonly type: "binary";
      readonly operator: Operator;
      readonly left: Node;
      readonly right: Node;
    };

export type Comparison = "<" | "<=" | ">" | ">=" | "==" | "!=";
export type Operator = Comparison | "+" | "-" | "*" | "/" | "and" | "or" | "where";

/** Thrown by `parseTest`; `at` counts characters from 0. */
export class TestSyntaxError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.name = "TestSyntaxError";
    this.at = at;
  }
}

/** Every operator with how strongly it binds, and the one that it is another spelling of. */
const OPERATORS: Readonly<Record<string, readonly [precedence: number, meant: Operator]>> = {
  where: [1, "where"],
  or: [2, "or"],
  "||": [2, "or"],
  and: [3, "and"],
  "&&": [3, "and"],
  "=": [4, "=="],
  "==": [4, "=="],
  "!=": [4, "!="],
  "<>": [4, "!="],
  "≠": [4, "!="],
  "<": [5, "<"],
  "<=": [5, "<="],
  "≤": [5, "<="],
  ">": [5, ">"],
  ">=": [5, ">="],
  "≥": [5, ">="],
  "+": [6, "+"],
  "-": [6, "-"],
  "−": [6, "-"],
  "*": [7, "*"],
  "×": [7, "*"],
  "/": [7, "/"],
};
const PREFIXES: Readonly<Record<string, "-" | "not" | "+">> = {
  "-": "-",
  "−": "-",
  "+": "+",
  not: "not",
  "!": "not",
};

jsep.removeAllBinaryOps();
jsep.removeAllUnaryOps();
jsep.removeAllLiterals();
for (const [name, [precedence]] of Object.entries(OPERATORS)) jsep.addBinaryOp(name, precedence);
for (const name of Object.keys(PREFIXES)) jsep.addUnaryOp(name);
// 50% is a number with its unit.
jsep.hooks.add("gobble-token", function (env) {
  const node = /[\d.]/.test(this.char) ? this.gobbleNumericLiteral() : undefined;
  if (node === undefined) return;
  if (this.char === "%") {
    this.index += 1;
    node["percent"] = true;
  }
  env.node = node;
});

/** Stands for the hyphen within an id, where jsep would read a minus. */
const HYPHEN = "\u2011";
const HYPHENATED = /"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)+/gu;

/** A number as one part of a name, as in investment.sensitivity.1.low. */
const NUMBERED = /"[^"]*"|'[^']*'|(?<=[\p{L}_][\p{L}\p{N}_]*\.)\d+(?=\.)/gu;
/** Digits that jsep takes for letters, as it reads no number where a name goes on. */
const WIDE = 0xff10;
const widened = (digits: string): string =>
  digits.replaceAll(/\d/g, (digit) => String.fromCharCode(WIDE + Number(digit)));
const narrowed = (name: string): string =>
  name.replaceAll(/[\uff10-\uff19]/g, (digit) => String(digit.charCodeAt(0) - WIDE));

/**
 * Reads a test. `isName` knows the ids of the bundle, so that mis-picks is one name where there is such an id, and a
 * difference of two where there is not; with spaces around it, a hyphen is always a minus.
 * @throws TestSyntaxError for what is no single expression of names, numbers, texts, operators and calls.
 */
export function parseTest(source: string, isName: (name: string) => boolean): Node {
  const text = source
    .replaceAll(HYPHENATED, (token) => (/^["']/.test(token) ? token : hyphensOf(token, isName)))
    .replaceAll(NUMBERED, (token) => (/^["']/.test(token) ? token : widened(token)));
  let parsed: Expression;
  try {
    parsed = jsep(text);
  } catch (cause) {
    const { index = 0, description = "" } = cause as { index?: number; description?: string };
    throw new TestSyntaxError(description, index);
  }
  return nodeOf(parsed);
}

/** A hyphenated token with the hyphens of its longest id protected; with all of them where no part of it is an id. */
function hyphensOf(token: string, isName: (name: string) => boolean): string {
  const parts = token.split("-");
  for (let n = parts.length; n > 1; n -= 1) {
    const head = parts.slice(0, n).join("-");
    if (isName(head)) return [head.replaceAll("-", HYPHEN), ...parts.slice(n)].join("-");
  }
  return parts.some(isName) ? token : token.replaceAll("-", HYPHEN);
}

const nameOf = (node: Expression): string => narrowed(String(node["name"]).replaceAll(HYPHEN, "-"));

function nodeOf(node: Expression): Node {
  const child = (key: string): Node => nodeOf(node[key] as Expression);
  switch (node.type) {
    case "Literal":
      return typeof node["value"] === "number"
        ? { type: "number", exact: String(node["raw"]), percent: node["percent"] === true }
        : { type: "text", value: String(node["value"]) };
    case "Identifier":
      return { type: "name", name: nameOf(node) };
    case "MemberExpression": {
      const property = node["property"] as Expression;
      if (node["optional"] === true) break;
      if (node["computed"] !== true)
        return { type: "member", of: child("object"), key: nameOf(property), quoted: false };
      const key = nodeOf(property);
      if (key.type !== "text" && key.type !== "number")
        throw new TestSyntaxError(
          'Brackets hold a period or a category in quotation marks, such as ["2026-Q3"]',
          0,
        );
      return {
        type: "member",
        of: child("object"),
        key: key.type === "text" ? key.value : key.exact,
        quoted: true,
      };
    }
    case "CallExpression": {
      const callee = node["callee"] as Expression;
      if (callee.type !== "Identifier") break;
      return { type: "call", name: nameOf(callee), args: (node["arguments"] as Expression[]).map(nodeOf) };
    }
    case "UnaryExpression": {
      const operator = PREFIXES[String(node["operator"])];
      if (operator === undefined) break;
      return operator === "+" ? child("argument") : { type: "unary", operator, of: child("argument") };
    }
    case "BinaryExpression": {
      const operator = OPERATORS[String(node["operator"])]?.[1];
      if (operator === undefined) break;
      return { type: "binary", operator, left: child("left"), right: child("right") };
    }
    case "Compound":
      throw new TestSyntaxError(
        (node["body"] as Expression[]).length === 0 ? "It is empty" : "It holds more than one expression",
        0,
      );
    default:
  }
  throw new TestSyntaxError(
    "It may hold names, numbers, texts in quotation marks, operators and functions",
    0,
  );
}
