import Handlebars from "handlebars";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  expressionForbidden,
  expressionHelper,
  expressionSyntax,
  expressionTooLong,
  expressionUndefined,
  expressionUnknown,
} from "../diagnostics/messages.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { lookupFigure } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import { type Argument, type HelperResult, helpersFor } from "./helpers.ts";

/** Longest sentence, in characters, once its figures are filled in. */
const LIMIT = 4_000;

/** Resolves the expressions of one sentence; what is wrong with them is reported, and the sentence left as it was. */
export type Resolve = (sentence: string, path: JsonPath) => string;

/** Thrown inside a template and caught around it: a helper whose arguments have no answer. */
class HelperProblem extends Error {
  readonly helper: string;
  readonly problem: Extract<HelperResult, { ok: false }>["problem"];
  constructor(helper: string, problem: HelperProblem["problem"]) {
    super(`${helper}: ${problem}`);
    this.helper = helper;
    this.problem = problem;
  }
}

/**
 * Handlebars for text that analysts write: figures and a few helpers, nothing else. Blocks, partials, decorators,
 * `this`, `@data` and parent paths are refused before anything runs, and figures reach the template only through
 * helpers that look them up by name, so that text cannot reach code (handlebarsjs.com, "Prototype access").
 */
export function createResolver(
  figures: Figures,
  locale: Locale,
  report: (diagnostic: Diagnostic) => void,
): Resolve {
  const engine = Handlebars.create();
  const helpers = helpersFor(locale);
  const names = Object.keys(figures.all);
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, (...args: unknown[]) => {
      const given = args
        .slice(0, -1)
        .map((arg) => (typeof arg === "string" ? lookupFigure(figures, arg) : arg));
      const result = helper.run(given as Argument[]);
      if (!result.ok) throw new HelperProblem(name, result.problem);
      return result.text;
    });
  }
  engine.registerHelper(FIGURE, (name: string) => lookupFigure(figures, name)?.text);
  const knownHelpers = Object.fromEntries([FIGURE, ...Object.keys(helpers)].map((name) => [name, true]));

  const refuse = (diagnostic: Diagnostic): undefined => {
    report(diagnostic);
    return undefined;
  };

  /** The name of a figure as a literal; undefined, and reported, for anything else. */
  const literal = (node: hbs.AST.Expression, path: JsonPath): hbs.AST.Expression | undefined => {
    if (node.type === "NumberLiteral") return node;
    const reference = node as hbs.AST.PathExpression;
    if (node.type !== "PathExpression" || reference.data || reference.depth > 0) {
      return refuse(expressionForbidden({ path }, String(reference.original)));
    }
    const name = reference.parts.join(".");
    if (lookupFigure(figures, name) !== undefined) {
      return { type: "StringLiteral", value: name, original: name, loc: node.loc } as hbs.AST.StringLiteral;
    }
    return refuse(expressionUnknown({ path }, name, nearest(name, names), figures.absent?.[name]));
  };

  /** A statement that calls a helper with literals alone; undefined, and reported, where it would do anything else. */
  const secure = (node: hbs.AST.Statement, source: string, path: JsonPath): hbs.AST.Statement | undefined => {
    if (node.type === "ContentStatement" || node.type === "CommentStatement") return node;
    if (node.type !== "MustacheStatement") return refuse(expressionForbidden({ path }, source.slice(0, 60)));
    const mustache = node as hbs.AST.MustacheStatement;
    const called = mustache.path as hbs.AST.PathExpression;
    if ((mustache.hash?.pairs.length ?? 0) > 0) return refuse(expressionForbidden({ path }, called.original));
    const helper = Object.hasOwn(helpers, called.original);
    if (!helper && mustache.params.length > 0) return refuse(expressionForbidden({ path }, called.original));
    const params = (helper ? mustache.params : [called]).map((param) => literal(param, path));
    if (params.some((param) => param === undefined)) return undefined;
    const original = helper ? called.original : FIGURE;
    return {
      ...mustache,
      path: { ...called, original, parts: [original] },
      params: params as hbs.AST.Expression[],
    } as hbs.AST.MustacheStatement;
  };

  return (sentence, path) => {
    if (!sentence.includes("{{")) return sentence;
    let program: hbs.AST.Program;
    try {
      program = engine.parse(sentence);
    } catch (cause) {
      refuse(expressionSyntax({ path }, sentence, reasonOf(cause)));
      return sentence;
    }
    const body = program.body.map((node) => secure(node, sentence, path));
    if (body.some((node) => node === undefined)) return sentence;
    const safe = { ...program, body: body as hbs.AST.Statement[] };
    try {
      const text = engine.compile(safe, { noEscape: true, knownHelpersOnly: true, knownHelpers })({});
      if (text.length <= LIMIT) return locale.settle(text);
      refuse(expressionTooLong({ path }, LIMIT));
    } catch (cause) {
      if (!(cause instanceof HelperProblem)) throw cause;
      const usage = helpers[cause.helper]?.usage ?? "";
      refuse(
        cause.problem === "arguments"
          ? expressionHelper({ path }, cause.helper, usage)
          : expressionUndefined({ path }, cause.helper, cause.problem),
      );
    }
    return sentence;
  };
}

/** The helper that prints a figure by its name; no identifier, so that no text can call it. */
const FIGURE = "figure of";

/** The parser's first line says where, the rest draws an arrow; what is left of it is the reason. */
function reasonOf(cause: unknown): string {
  const lines = cause instanceof Error ? cause.message.split("\n") : [];
  const expected = lines.find((line) => line.startsWith("Expecting"));
  return expected === undefined
    ? (lines[0] ?? "").replace(/\s*-?\s*\d+:\d+$/, "")
    : "the braces do not match";
}
