import Handlebars from "handlebars";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import {
  expressionForbidden,
  expressionHelper,
  expressionSyntax,
  expressionTooLong,
  expressionUnknown,
} from "../diagnostics/messages.ts";
import { nearest } from "../diagnostics/nearest.ts";
import type { Locale } from "../locales/locale.ts";
import type { Figure, Figures, JsonPath } from "../model/figures.ts";
import { helpersFor } from "./helpers.ts";

/** Longest sentence, in characters, once its figures are filled in. */
const LIMIT = 4_000;

/** Resolves the expressions of one sentence; what is wrong with them is reported, and the sentence left as it was. */
export type Resolve = (sentence: string, path: JsonPath) => string;

/**
 * Handlebars for text that analysts write: figures and a few helpers, nothing else. Blocks, partials, decorators,
 * `this`, `@data` and parent paths are refused before anything runs, and the context has no prototype, so that text
 * cannot reach code (handlebars, "Prototype access", and GHSA-q42p-pg8m-cqh6).
 */
export function createResolver(
  figures: Figures,
  locale: Locale,
  report: (diagnostic: Diagnostic) => void,
): Resolve {
  const engine = Handlebars.create();
  const helpers = helpersFor(locale);
  for (const [name, helper] of Object.entries(helpers)) {
    engine.registerHelper(name, (...args: unknown[]) => helper.run(args.slice(0, -1)));
  }
  const context = contextOf(figures);
  const names = Object.keys(figures.all);

  const check = (node: hbs.AST.Statement, source: string, path: JsonPath): boolean => {
    if (node.type === "ContentStatement" || node.type === "CommentStatement") return true;
    if (node.type !== "MustacheStatement") return refuse(expressionForbidden({ path }, source.slice(0, 60)));
    const mustache = node as hbs.AST.MustacheStatement;
    const called = mustache.path as hbs.AST.PathExpression;
    const name = called.original ?? "";
    const helper = Object.hasOwn(helpers, name) ? helpers[name] : undefined;
    if (mustache.params.length === 0 && helper === undefined) return checkPath(called, path);
    if (helper === undefined || (mustache.hash !== undefined && mustache.hash.pairs.length > 0)) {
      return refuse(expressionForbidden({ path }, name));
    }
    const known = mustache.params.every((param) =>
      param.type === "PathExpression"
        ? checkPath(param as hbs.AST.PathExpression, path)
        : param.type === "NumberLiteral",
    );
    if (!known)
      return mustache.params.some((p) => p.type !== "PathExpression" && p.type !== "NumberLiteral")
        ? refuse(expressionForbidden({ path }, name))
        : false;
    const kinds = mustache.params.map((param) => (param.type === "NumberLiteral" ? "number" : "figure"));
    return helper.takes(kinds) || refuse(expressionHelper({ path }, name, helper.usage));
  };

  const checkPath = (node: hbs.AST.PathExpression, path: JsonPath): boolean => {
    if (node.type !== "PathExpression" || node.data || node.depth > 0)
      return refuse(expressionForbidden({ path }, String(node.original)));
    const name = node.parts.join(".");
    if (findFigure(figures, name) !== undefined) return true;
    return refuse(expressionUnknown({ path }, name, nearest(name, names)));
  };

  const refuse = (diagnostic: Diagnostic): false => {
    report(diagnostic);
    return false;
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
    const sound = program.body.map((node) => check(node, sentence, path)).every(Boolean);
    if (!sound) return sentence;
    const known = Object.fromEntries(Object.keys(helpers).map((name) => [name, true]));
    const text = engine.compile(program, { noEscape: true, knownHelpersOnly: true, knownHelpers: known })(
      context,
    );
    if (text.length <= LIMIT) return locale.settle(text);
    refuse(expressionTooLong({ path }, LIMIT));
    return sentence;
  };
}

/** A figure by its name; the bare id of a metric means its latest value. */
export const findFigure = (figures: Figures, name: string): Figure | undefined =>
  own(figures.all, name) ?? own(figures.all, `${name}.latest`);

const own = (record: Readonly<Record<string, Figure>>, name: string): Figure | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;

/** A figure where a template can read it: prints itself. */
export interface Printed {
  readonly figure: Figure;
  readonly toString: () => string;
}

type Node = { [key: string]: Node | Figure | (() => string) };

/** All figures as nested objects without prototypes, by the parts of their names. */
function contextOf(figures: Figures): unknown {
  const root: Node = Object.create(null) as Node;
  for (const figure of Object.values(figures.all)) {
    let node = root;
    for (const part of figure.id.split(".")) {
      const next = (node[part] as Node | undefined) ?? (Object.create(null) as Node);
      node[part] = next;
      node = next;
    }
    print(node, figure);
  }
  for (const [name, node] of Object.entries(root)) {
    const latest = own(figures.all, `${name}.latest`);
    if (latest) print(node as Node, latest);
  }
  return root;
}

function print(node: Node, figure: Figure): void {
  node["figure"] = figure;
  node["toString"] = () => figure.text;
}

/** The parser's own reason is its last line but one: "Expecting …, got …"; the first line quotes nothing useful. */
function reasonOf(cause: unknown): string {
  const lines = cause instanceof Error ? cause.message.split("\n") : [];
  return lines[0]?.replace(/^Parse error on line \d+:?/, "").trim() || "the braces do not match";
}
