import { type Problem, placeFigure } from "../claims/index.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  expressionBraces,
  expressionForbidden,
  expressionHelper,
  expressionNoPlace,
  expressionNotOne,
  expressionSyntax,
  expressionTooLong,
  expressionUndefined,
  expressionUnknown,
} from "../diagnostics/messages/index.ts";
import { nearest } from "../diagnostics/nearest.ts";
import { lookupFigure } from "../locales/figure.ts";
import type { Locale } from "../locales/locale.ts";
import { type PhraseTemplate, parseTemplate } from "../locales/template.ts";
import type { Figures, JsonPath } from "../model/figures.ts";
import { type Argument, helpersFor } from "./helpers.ts";

/** Longest sentence, in characters, once its figures are filled in. */
const LIMIT = 4_000;

/** Resolves the expressions of one sentence; what is wrong with them is reported, and the sentence left as it was. */
export type Resolve = (sentence: string, path: JsonPath) => string;

/** A part of a sentence: words as they stand, or a helper with its arguments; "" prints its only argument. */
type Piece = string | { readonly helper: string; readonly given: readonly Argument[] };

/**
 * Handlebars for text that analysts write: figures and a few helpers, nothing else. Its own parser reads the sentence;
 * blocks, partials, decorators, `this`, `@data` and parent paths are refused, and what is left is looked up by name, so
 * that text cannot reach code (handlebarsjs.com, "Prototype access").
 */
export function createResolver(
  figures: Figures,
  locale: Locale,
  report: (diagnostic: Diagnostic) => void,
): Resolve {
  const helpers = helpersFor(locale);
  const names = Object.keys(figures.all);

  const refuse = (diagnostic: Diagnostic): undefined => {
    report(diagnostic);
    return undefined;
  };

  /** A number or a figure; undefined, and reported, for anything else. */
  const argument = (node: hbs.AST.Expression, path: JsonPath): Argument | undefined => {
    if (node.type === "NumberLiteral") return (node as hbs.AST.NumberLiteral).value;
    const reference = node as hbs.AST.PathExpression;
    if (node.type !== "PathExpression" || reference.data || reference.depth > 0) {
      return refuse(expressionForbidden({ path }, String(reference.original)));
    }
    const name = reference.parts.join(".");
    const figure = lookupFigure(figures, name) ?? placeFigure(reference.parts, figures, locale);
    if (figure === undefined)
      return refuse(expressionUnknown({ path }, name, nearest(name, names), figures.absent?.[name]));
    return "kind" in figure && "id" in figure ? figure : refuse(placeProblem(figure, name, path));
  };

  const placeProblem = (problem: Problem, name: string, path: JsonPath): Diagnostic => {
    if (problem.kind === "one") return expressionNotOne({ path }, name, problem.count);
    if (problem.kind === "unknown") {
      const near = nearest(problem.name, problem.known);
      if (near !== undefined || !/^\w+$/.test(problem.name))
        return expressionNoPlace({ path }, name, problem.name, near);
    }
    if (problem.kind === "missing") return expressionNoPlace({ path }, name, lastKey(name), undefined);
    return expressionUnknown({ path }, name, nearest(name, names), figures.absent?.[name]);
  };

  /** Finds what a statement prints; reports a statement that does anything else, and returns undefined. */
  const pieceOf = (node: hbs.AST.Statement, source: string, path: JsonPath): Piece | undefined => {
    if (node.type === "ContentStatement") return (node as hbs.AST.ContentStatement).value;
    if (node.type === "CommentStatement") return "";
    if (node.type !== "MustacheStatement") return refuse(expressionForbidden({ path }, source.slice(0, 60)));
    const mustache = node as hbs.AST.MustacheStatement;
    const called = mustache.path as hbs.AST.PathExpression;
    if ((mustache.hash?.pairs.length ?? 0) > 0) return refuse(expressionForbidden({ path }, called.original));
    const helper = Object.hasOwn(helpers, called.original);
    if (!helper && mustache.params.length > 0) return refuse(expressionForbidden({ path }, called.original));
    const params = (helper ? mustache.params : [called]).map((param) => argument(param, path));
    const given = params.filter((param) => param !== undefined);
    return given.length < params.length ? undefined : { helper: helper ? called.original : "", given };
  };

  /** The text of a piece; undefined, and reported, where its helper has no answer to its arguments. */
  const print = (piece: Piece, path: JsonPath): string | undefined => {
    if (typeof piece === "string") return piece;
    const helper = helpers[piece.helper];
    if (helper === undefined)
      return piece.given.map((one) => (typeof one === "number" ? one : one.text)).join("");
    const result = helper.run(piece.given);
    if (result.ok) return result.text;
    return refuse(
      result.problem === "arguments"
        ? expressionHelper({ path }, piece.helper, helper.usage)
        : expressionUndefined({ path }, piece.helper, result.problem),
    );
  };

  return (sentence, path) => {
    const single = SINGLE.exec(sentence)?.[1];
    if (single !== undefined) refuse(expressionBraces({ path }, single));
    if (!sentence.includes("{{")) return sentence;
    let template: PhraseTemplate;
    try {
      template = parseTemplate(sentence);
    } catch (cause) {
      refuse(expressionSyntax({ path }, sentence, reasonOf(cause)));
      return sentence;
    }
    const pieces = template.body.map((node) => pieceOf(node, sentence, path));
    let text = "";
    for (const piece of pieces.includes(undefined) ? [undefined] : pieces) {
      const printed = piece === undefined ? undefined : print(piece, path);
      if (printed === undefined) return sentence;
      text += printed;
    }
    if (text.length <= LIMIT) return locale.settle(text);
    refuse(expressionTooLong({ path }, LIMIT));
    return sentence;
  };
}

/** A figure in one brace on each side, which would be printed as it stands. */
const SINGLE = /(?<!\{)(\{[A-Za-z][\w-]*\.[A-Za-z]\w*\})(?!\})/;

const lastKey = (name: string): string => name.split(".").at(-1) ?? name;

/** The parser's first line says where, the rest draws an arrow; what is left of it is the reason. */
function reasonOf(cause: unknown): string {
  const lines = cause instanceof Error ? cause.message.split("\n") : [];
  const expected = lines.find((line) => line.startsWith("Expecting"));
  return expected === undefined
    ? (lines[0] ?? "").replace(/\s*-?\s*\d+:\d+$/, "")
    : "the braces do not match";
}
