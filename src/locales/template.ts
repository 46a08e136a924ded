import { parse } from "handlebars/dist/cjs/handlebars/compiler/base.js";

/**
 * Templates in Handlebars' language, read by its own parser and written out here: what our phrases need of it, which is
 * values, helpers and `if`. Nothing is compiled to code, so a template can do no more than what stands below, and a
 * phrase that is said once costs no compilation.
 */
export type PhraseTemplate = hbs.AST.Program;

export { parse as parseTemplate };

/** A helper of templates: it takes arguments, and those with a name. */
export type Helper = (
  given: readonly unknown[],
  named: Readonly<Record<string, unknown>>,
) => string | number | undefined;
export type Helpers = ReadonlyMap<string, Helper>;
type Data = Readonly<Record<string, unknown>>;

/** The text of a template. A missing value is no text. Throws for what phrases may not use, and for unknown helpers. */
export function fillTemplate({ body }: PhraseTemplate, data: Data, helpers: Helpers): string {
  let text = "";
  for (const statement of body) text += written(statement, data, helpers);
  return text;
}

function written(statement: hbs.AST.Statement, data: Data, helpers: Helpers): string {
  switch (statement.type) {
    case "ContentStatement":
      return (statement as hbs.AST.ContentStatement).value;
    case "CommentStatement":
      return "";
    case "MustacheStatement": {
      const value = call(statement as hbs.AST.MustacheStatement, data, helpers);
      return value === undefined || value === null ? "" : String(value);
    }
    case "BlockStatement": {
      const { path, params, program, inverse } = statement as hbs.AST.BlockStatement;
      const [condition] = params;
      if (path.original !== "if" || condition === undefined || params.length > 1)
        return unknown(path.original);
      const taken = holds(evaluate(condition, data, helpers)) ? program : inverse;
      return taken === undefined || taken === null ? "" : fillTemplate(taken, data, helpers);
    }
    default:
      return unknown(statement.type);
  }
}

/** True for a condition that holds as Handlebars sees it: zero and an empty list are as good as nothing. */
const holds = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : Boolean(value));

type Call = Pick<hbs.AST.MustacheStatement, "path" | "params" | "hash">;

/** A helper of that name comes before a value of that name. */
function call({ path, params, hash }: Call, data: Data, helpers: Helpers): unknown {
  const { original } = path as hbs.AST.PathExpression;
  const helper = helpers.get(original);
  if (helper === undefined) {
    return params.length > 0 || hash !== undefined ? unknown(original) : evaluate(path, data, helpers);
  }
  const named = Object.fromEntries(
    (hash?.pairs ?? []).map(({ key, value }) => [key, evaluate(value, data, helpers)]),
  );
  return helper(
    params.map((param) => evaluate(param, data, helpers)),
    named,
  );
}

function evaluate(node: hbs.AST.Node, data: Data, helpers: Helpers): unknown {
  switch (node.type) {
    case "SubExpression":
      return call(node as hbs.AST.SubExpression, data, helpers);
    case "StringLiteral":
    case "NumberLiteral":
    case "BooleanLiteral":
      return (node as hbs.AST.StringLiteral | hbs.AST.NumberLiteral | hbs.AST.BooleanLiteral).value;
    case "PathExpression": {
      const { original, parts } = node as hbs.AST.PathExpression;
      return parts.length === 1 && parts[0] === original
        ? Object.hasOwn(data, original)
          ? data[original]
          : undefined
        : unknown(original);
    }
    default:
      return unknown(node.type);
  }
}

function unknown(what: string): never {
  throw new Error(`a phrase says "${what}", which phrases cannot`);
}
